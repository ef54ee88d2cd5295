// The folder of a new site takes from the last one what was made from the same, if nobody has touched it since.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { appendFile, mkdtemp, readFile, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { keptFilesPath } from '../../src/disk/folders.ts';
import { keyOf, openLastSite, openSiteFolder } from '../../src/build/site-folder.ts';

/** Puts a first site at `out`; the cache is one of the test's own. */
async function buildFirst(context: TestContext): Promise<{ home: string; out: string }> {
  const home = await mkdtemp(join(tmpdir(), 'dateline-folder-'));
  const before = process.env['CACHE_DIR'];
  process.env['CACHE_DIR'] = join(home, 'cache');
  context.after(async () => {
    if (before === undefined) delete process.env['CACHE_DIR'];
    else process.env['CACHE_DIR'] = before;
    await rm(home, { recursive: true, force: true });
  });
  const out = join(home, 'site');
  const first = openSiteFolder(join(home, 'next'), 'program', [openLastSite(out, 'program')]);
  first.write('index.html', keyOf('home'), 'home');
  first.write('a/index.html', keyOf('a'), 'page a');
  await rename(join(home, 'next'), out);
  first.remember(out);
  return { home, out };
}

test('a file with the same key is the same file, one with another key is not taken', async (context) => {
  const { home, out } = await buildFirst(context);
  const folder = openSiteFolder(join(home, 'next'), 'program', [openLastSite(out, 'program')]);
  assert.ok(folder.reuse('a/index.html', keyOf('a')));
  assert.equal(
    (await stat(join(home, 'next/a/index.html'))).ino,
    (await stat(join(out, 'a/index.html'))).ino,
  );
  assert.ok(!folder.reuse('index.html', keyOf('another home')));
  assert.ok(!folder.reuse('b/index.html', keyOf('a')));
  assert.ok(!existsSync(join(home, 'next/index.html')));
});

test('what was altered, is gone or was made by another program is not taken', async (context) => {
  const { home, out } = await buildFirst(context);
  await appendFile(join(out, 'index.html'), '!');
  await unlink(join(out, 'a/index.html'));
  const folder = openSiteFolder(join(home, 'next'), 'program', [openLastSite(out, 'program')]);
  assert.ok(!folder.reuse('index.html', keyOf('home')));
  assert.ok(!folder.reuse('a/index.html', keyOf('a')));
  const other = openSiteFolder(join(home, 'other'), 'another program', [
    openLastSite(out, 'another program'),
  ]);
  assert.ok(!other.reuse('index.html', keyOf('home')));
});

test('a list that was cut short is no list', async (context) => {
  const { home, out } = await buildFirst(context);
  const list = await readFile(keptFilesPath());
  await writeFile(keptFilesPath(), list.subarray(0, list.length - 5));
  const folder = openSiteFolder(join(home, 'next'), 'program', [openLastSite(out, 'program')]);
  assert.ok(!folder.reuse('index.html', keyOf('home')));
});

test('a folder is taken whole or not at all, and the last site is never written through a link', async (context) => {
  const { home, out } = await buildFirst(context);
  const second = openSiteFolder(join(home, 'next'), 'program', [openLastSite(out, 'program')]);
  for (const name of ['one', 'two', 'three']) second.write(`data/${name}.json`, keyOf('data'), name);
  second.write('data/index.html', keyOf('page'), 'page');
  await rm(out, { recursive: true });
  await rename(join(home, 'next'), out);
  second.remember(out);
  const third = openSiteFolder(join(home, 'third'), 'program', [openLastSite(out, 'program')]);
  assert.ok(third.reuseFolder('data/', keyOf('data')));
  assert.ok(!existsSync(join(home, 'third/data/index.html')));
  assert.ok(!third.reuseFolder('data/', keyOf('other data')));
  await appendFile(join(out, 'data/two.json'), '!');
  const fourth = openSiteFolder(join(home, 'fourth'), 'program', [openLastSite(out, 'program')]);
  assert.ok(!fourth.reuseFolder('data/', keyOf('data')));
  fourth.write('data/one.json', keyOf('data'), 'made anew');
  assert.equal(await readFile(join(out, 'data/one.json'), 'utf8'), 'one');
});
