// The swap of a finished site: no reader finds half of one, whatever moment a kill hits, and only a whole one is put in place.
import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { Worker } from 'node:worker_threads';
import { describeMissing, findMissing } from '../../src/build/complete-site.ts';
import { findChange, signContent } from '../../src/build/content-signature.ts';
import { exchangeFolders } from '../../src/build/exchange-folders.ts';
import { lockOutput } from '../../src/build/output-lock.ts';
import { replaceFolder } from '../../src/build/publish.ts';
import { publishedPaths } from '../../src/views/published.ts';
import { restoreSite } from '../../src/build/recover.ts';
import { buildSampleArchive } from '../archive/sample.ts';

async function makeFolder(context: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-swap-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function writeSite(folder: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'index.html'), text);
}

const never = (): boolean => false;

for (const [name, exchange] of [
  ['in one step where the system can', exchangeFolders],
  ['in two steps', never],
] as const) {
  test(`a site takes the place of the last, ${name}`, async (context) => {
    const folder = await makeFolder(context);
    const out = join(folder, 'out/site');
    await writeSite(join(folder, 'built'), 'one');
    await replaceFolder(out, join(folder, 'built'), false, exchange);
    await writeSite(join(folder, 'built'), 'two');
    await replaceFolder(out, join(folder, 'built'), false, exchange);
    assert.equal(await readFile(join(out, 'index.html'), 'utf8'), 'two');
    assert.deepEqual(await readdir(join(folder, 'out')), ['site']);
    assert.ok(!existsSync(join(folder, 'built')));
  });
}

test('a site that cannot be put in its place leaves the last one where it was', async (context) => {
  const folder = await makeFolder(context);
  const out = join(folder, 'site');
  await writeSite(out, 'last');
  await assert.rejects(replaceFolder(out, join(folder, 'missing')));
  await writeSite(join(folder, 'built'), 'new');
  const spoil = (next: string): boolean => {
    rmSync(next, { recursive: true });
    return false;
  };
  await assert.rejects(
    replaceFolder(out, join(folder, 'built'), false, spoil),
    /could not be put at OUT_DIR/,
  );
  assert.equal(await readFile(join(out, 'index.html'), 'utf8'), 'last');
  assert.deepEqual(await readdir(folder), ['site']);
});

test('two folders change places or stay where they are', async (context) => {
  const folder = await makeFolder(context);
  const [one, other] = [join(folder, 'one'), join(folder, '-o "$HOME" other')];
  await writeSite(one, 'one');
  await writeSite(other, 'other');
  const isExchanged = exchangeFolders(one, other);
  assert.equal(await readFile(join(one, 'index.html'), 'utf8'), isExchanged ? 'other' : 'one');
  assert.equal(await readFile(join(other, 'index.html'), 'utf8'), isExchanged ? 'one' : 'other');
});

test('where the system can exchange folders, a reader who never rests finds a site at every moment', async (context) => {
  const folder = await makeFolder(context);
  const out = join(folder, 'site');
  await writeSite(join(folder, 'built'), 'site 0');
  await replaceFolder(out, join(folder, 'built'));
  const reader = new Worker(
    `const { workerData, parentPort } = require('node:worker_threads');
     const { readFileSync } = require('node:fs');
     let looks = 0, gaps = 0, over = false;
     parentPort.on('message', () => { over = true; });
     const look = () => {
       for (let count = 0; count < 500; count += 1) {
         looks += 1;
         try { if (!readFileSync(workerData, 'utf8').startsWith('site ')) gaps += 1; } catch { gaps += 1; }
       }
       if (over) { parentPort.postMessage({ looks, gaps }); parentPort.close(); } else setImmediate(look);
     };
     look();`,
    { eval: true, workerData: join(out, 'index.html') },
  );
  let exchanged = 0;
  const counting: typeof exchangeFolders = (one, other) => {
    const isExchanged = exchangeFolders(one, other);
    if (isExchanged) exchanged += 1;
    return isExchanged;
  };
  const swaps = 25;
  for (let number = 1; number <= swaps; number += 1) {
    await writeSite(join(folder, 'built'), `site ${number}`);
    await replaceFolder(out, join(folder, 'built'), false, counting);
  }
  const result = new Promise<{ looks: number; gaps: number }>((settle) => reader.once('message', settle));
  reader.postMessage('enough');
  const { looks, gaps } = await result;
  assert.ok(looks > swaps, `${looks} looks`);
  context.diagnostic(`${swaps} swaps, ${exchanged} in one step: ${gaps} of ${looks} looks found no site`);
  if (exchanged === swaps) assert.equal(gaps, 0);
  assert.equal(await readFile(join(out, 'index.html'), 'utf8'), `site ${swaps}`);
});

test('a site that was moved away and not replaced is put back, unless a build is at work or there is a new one', async (context) => {
  const folder = await makeFolder(context);
  const out = join(folder, 'site');
  await writeSite(join(folder, '.site.last'), 'last');
  await writeSite(out, 'new');
  assert.equal(restoreSite(out), false);
  assert.equal(await readFile(join(out, 'index.html'), 'utf8'), 'new');
  await rm(out, { recursive: true });
  assert.equal(restoreSite(out), true);
  assert.equal(restoreSite(out), false);
  assert.equal(await readFile(join(out, 'index.html'), 'utf8'), 'last');
  assert.deepEqual(await readdir(folder), ['site']);
  await rename(out, join(folder, '.site.last'));
  const lock = lockOutput(out);
  assert.equal(restoreSite(out), true, 'this process is the build');
  lock.release();
});

test('a site without one of its pages, or with an empty one, is not whole', async (context) => {
  const folder = await makeFolder(context);
  const archive = buildSampleArchive({ '2021/03/04/one': [['people/a']], '2021/03/05/two': [['people/a']] });
  const all = findMissing(archive, folder);
  assert.equal(all.length, publishedPaths(archive).size + 4);
  assert.ok(
    ['index.html', '404.html', 'search/labels.json', 'search/days.json', 'sitemap.xml'].every((name) =>
      all.includes(name),
    ),
  );
  for (const name of all) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), 'x');
  }
  assert.deepEqual(findMissing(archive, folder), []);
  await writeFile(join(folder, '404.html'), '');
  await rm(join(folder, 'sitemap.xml'));
  await mkdir(join(folder, 'sitemap.xml'));
  assert.deepEqual(findMissing(archive, folder), ['404.html', 'sitemap.xml']);
  assert.deepEqual(findMissing(archive, folder, ['/feed.xml']), ['404.html', 'sitemap.xml', 'feed.xml']);
  assert.match(describeMissing(['a', 'b', 'c', 'd', 'e']), /^The site lacks a, b, c and 2 more, so/);
});

test('content that changed is named: written, added, removed, replaced with its old time; hidden files are nobody’s', async (context) => {
  const folder = await makeFolder(context);
  const path = join(folder, 'people/a.md');
  await mkdir(join(folder, 'people'));
  await writeFile(path, 'one');
  const sign = (): ReturnType<typeof signContent> => signContent([folder, join(folder, 'missing')]);
  const before = sign();
  await writeFile(join(folder, 'people/.a.md.swp'), 'x');
  assert.equal(findChange(before, sign()), undefined);
  await writeFile(path, 'two');
  await utimes(path, 0, 0);
  assert.match(findChange(before, sign()) ?? '', /people\/a\.md$/);
  const later = sign();
  await writeFile(join(folder, 'people/b.md'), 'x');
  assert.match(findChange(later, sign()) ?? '', /people\/b\.md$/);
  await rm(join(folder, 'people/b.md'));
  assert.equal(findChange(later, sign()), undefined);
  await rm(path);
  assert.match(findChange(later, sign()) ?? '', /people\/a\.md$/);
});
