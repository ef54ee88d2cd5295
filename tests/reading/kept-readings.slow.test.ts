// What is kept of a reading never changes its result: not when files change, nor when what is kept is spoilt.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { renderCacheDir } from '../../src/disk/folders.ts';
import { readArchive, type Reading } from '../../src/reading/read.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';

const article = 'articles/2021/03/04/ferry-returns.md';

/** The same cache for all readings of a test, and none for the other tests. */
async function useCache(context: TestContext): Promise<string> {
  const before = process.env['CACHE_DIR'];
  const folder = await mkdtemp(join(tmpdir(), 'dateline-cache-'));
  process.env['CACHE_DIR'] = folder;
  context.after(async () => {
    if (before === undefined) delete process.env['CACHE_DIR'];
    else process.env['CACHE_DIR'] = before;
    await rm(folder, { recursive: true, force: true });
  });
  return folder;
}

/** How many articles were read afresh; the result is the one that an empty cache gives. */
async function readAndCompare(root: string): Promise<number> {
  let fresh = 0;
  const reading = await readArchive(root, { onProgress: () => (fresh += 1) });
  const cache = process.env['CACHE_DIR'];
  const empty = await mkdtemp(join(tmpdir(), 'dateline-cache-'));
  process.env['CACHE_DIR'] = empty;
  let untouched: Reading;
  try {
    untouched = await readArchive(root);
  } finally {
    process.env['CACHE_DIR'] = cache;
    await rm(empty, { recursive: true, force: true });
  }
  assert.deepEqual(reading, untouched);
  return fresh;
}

async function edit(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  assert.ok(text.includes(from));
  await writeFile(path, text.replace(from, to));
}

test('an article is read again when it, its pictures or a name has changed, and only then', async (context) => {
  await useCache(context);
  const root = await buildTemporaryArchive(context);
  const second = 'articles/2021/03/05/another.md';
  const text = (await readFile(join(root, article), 'utf8')).replace('2021-03-04', '2021-03-05');
  await mkdir(join(root, 'articles/2021/03/05'), { recursive: true });
  await writeFile(join(root, second), text);
  assert.equal(await readAndCompare(root), 2);
  assert.equal(await readAndCompare(root), 0);
  await edit(join(root, second), 'three weeks', 'four weeks');
  assert.equal(await readAndCompare(root), 1);
  await edit(join(root, article), '- ada-norling', '- ada-norlin');
  assert.equal(await readAndCompare(root), 1);
  assert.equal(await readAndCompare(root), 0, 'an article with mistakes is known too');
  await edit(join(root, 'people/ada-norling.md'), 'A. Norling', 'Three Weeks');
  assert.equal(await readAndCompare(root), 2);
  await edit(join(root, 'people/ada-norling.md'), 'An invented reporter', 'A reporter');
  assert.equal(await readAndCompare(root), 0, 'a description is in no article');
  await mkdir(join(root, 'articles/2021/03/05/another'));
  await writeFile(join(root, 'articles/2021/03/05/another/a.png'), 'x');
  assert.equal(await readAndCompare(root), 1);
  await rm(join(root, second));
  assert.equal(await readAndCompare(root), 0);
});

test('what is kept and spoilt counts for nothing', async (context) => {
  await useCache(context);
  const root = await buildTemporaryArchive(context);
  assert.equal(await readAndCompare(root), 1);
  const folder = renderCacheDir();
  const kept = (await readdir(folder)).filter((name) => name.endsWith('.readings.json'));
  assert.equal(kept.length, 1);
  const path = join(folder, kept[0] ?? '');
  const good = await readFile(path, 'utf8');
  for (const bad of [
    '',
    '{}',
    good.slice(0, -40),
    good.replace('"words":', '"words":9'),
    good.replace(/^\S+/, 'x'),
  ]) {
    await writeFile(path, bad);
    assert.equal(await readAndCompare(root), 1);
  }
  assert.equal(await readAndCompare(root), 0);
  for (const name of await readdir(folder)) if (name !== kept[0]) await truncate(join(folder, name), 3);
  assert.equal(await readAndCompare(root), 1, 'a body that was cut short is rendered again');
  for (const name of await readdir(folder)) {
    if (name === kept[0]) continue;
    const text = await readFile(join(folder, name), 'utf8');
    await writeFile(join(folder, name), text.replace('ferry', 'wherry').slice(0, text.length));
  }
  assert.equal(await readAndCompare(root), 1, 'a body in which a few letters were altered');
  for (const name of await readdir(folder)) if (name !== kept[0]) await rm(join(folder, name));
  assert.equal(await readAndCompare(root), 1, 'and one that is gone');
});
