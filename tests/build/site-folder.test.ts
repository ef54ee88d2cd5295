// The folder of a new site takes from the last one what was made from the same, if nobody has touched it since.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import {
  appendFile,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { test, type TestContext } from 'node:test';
import { readStates } from '../../src/build/file-list.ts';
import { keyOf, openLastSite, openSiteFolder, type SiteFolder } from '../../src/build/site-folder.ts';
import { openSpare } from '../../src/build/spare.ts';
import { beside, keptFilesPath } from '../../src/disk/folders.ts';

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
  first.remember(readStates(out));
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
  second.remember(readStates(out));
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

/** A build of three: `pages` by path with their words; resolves to the folder that it used, which is in place then. */
async function buildNext(home: string, out: string, pages: Record<string, string>): Promise<SiteFolder> {
  const next = join(home, 'next');
  const spare = openSpare(out, next, 'program');
  const folder = openSiteFolder(next, 'program', [openLastSite(out, 'program')], undefined, spare);
  for (const [path, words] of Object.entries(pages))
    if (!folder.reuse(path, keyOf(words))) folder.write(path, keyOf(words), words);
  folder.finish();
  if (existsSync(out)) await rename(out, beside(out, 'spare'));
  await rename(next, out);
  folder.remember(readStates(out));
  return folder;
}

const listTree = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).map((path) => path.split(sep).join('/')).sort();

test('the site before the last becomes the new one: with all that is in it, and nothing else', async (context) => {
  const { home, out } = await buildFirst(context);
  await buildNext(home, out, { 'index.html': 'home', 'a/index.html': 'page a', 'b/c/index.html': 'page c' });
  const [same, gone] = [join(out, 'index.html'), join(out, 'b/c/index.html')];
  const number = async (path: string): Promise<number> => (await stat(path)).ino;
  const before = [await number(same), await number(gone)];
  // The same page stays where it is, another is written anew, and a folder with nothing in it goes.
  await buildNext(home, out, { 'index.html': 'home', 'a/index.html': 'new words' });
  assert.equal(await number(same), before[0]);
  assert.deepEqual(await listTree(out), ['a', 'a/index.html', 'index.html']);
  const spare = beside(out, 'spare');
  assert.equal(await readFile(join(spare, 'a/index.html'), 'utf8'), 'page a');
  assert.equal(await number(join(spare, 'b/c/index.html')), before[1]);

  await writeFile(join(spare, 'stray.html'), 'not of this site');
  await appendFile(join(spare, 'b/c/index.html'), '!');
  const folder = await buildNext(home, out, { 'a/index.html': 'new words', 'b/c/index.html': 'page c' });
  assert.deepEqual(await listTree(out), ['a', 'a/index.html', 'b', 'b/c', 'b/c/index.html']);
  assert.equal(await readFile(join(out, 'b/c/index.html'), 'utf8'), 'page c');
  assert.equal(await readFile(join(out, 'a/index.html'), 'utf8'), 'new words');
  assert.equal(folder.files.size, 2);
});

test('what is written does not reach the site in place through a link', async (context) => {
  const { home, out } = await buildFirst(context);
  // Both sites hold the same file now, under two names.
  await buildNext(home, out, { 'a/index.html': 'page a' });
  await buildNext(home, out, { 'a/index.html': 'page a' });
  const next = join(home, 'next');
  const folder = openSiteFolder(next, 'program', [], undefined, openSpare(out, next, 'program'));
  folder.write('a/index.html', keyOf('other'), 'other words');
  assert.equal(await readFile(join(out, 'a/index.html'), 'utf8'), 'page a');
});

test('a spare site that no list describes is removed', async (context) => {
  const { home, out } = await buildFirst(context);
  await rename(out, beside(out, 'spare'));
  assert.equal(openSpare(out, join(home, 'next'), 'program'), undefined);
  assert.ok(!existsSync(beside(out, 'spare')));
});
