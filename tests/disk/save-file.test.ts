// Files are written in one move, caches are verified, and what the disk refuses is said in a sentence.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { describeDiskError, describeError } from '../../src/disk/disk-error.ts';
import { keep, readKept } from '../../src/disk/kept-file.ts';
import { removeOldDrafts, saveFile } from '../../src/disk/save-file.ts';

async function makeFolder(context: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-save-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('a file is replaced by another, never written over', async (context) => {
  const folder = await makeFolder(context);
  const path = join(folder, 'a/b/file.md');
  saveFile(path, 'one', { durable: true });
  const before = await stat(path);
  saveFile(path, 'two', { durable: true });
  assert.equal(await readFile(path, 'utf8'), 'two');
  assert.notEqual((await stat(path)).ino, before.ino);
  assert.deepEqual(await readdir(join(folder, 'a/b')), ['file.md']);
});

test('a file that cannot be written leaves nothing beside it', async (context) => {
  const folder = await makeFolder(context);
  await mkdir(join(folder, 'file.md'));
  assert.throws(() => saveFile(join(folder, 'file.md'), 'one'));
  assert.deepEqual(await readdir(folder), ['file.md']);
});

test('drafts of processes that are gone are removed, those of one that lives and all other files stay', async (context) => {
  const folder = await makeFolder(context);
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  await mkdir(join(folder, 'deep/er'), { recursive: true });
  const names = [
    `deep/er/.x.md.${gone}-0-1.draft`,
    `deep/.x.md.${process.pid}-0-1.draft`,
    'deep/x.draft',
    `deep/x.md.${gone}-0-1.draft`,
    'deep/.hidden',
  ];
  for (const name of names) await writeFile(join(folder, name), 'x');
  removeOldDrafts(folder);
  const left = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  assert.deepEqual(
    left.map(({ name }) => name).sort(),
    ['.hidden', `.x.md.${process.pid}-0-1.draft`, 'x.draft', `x.md.${gone}-0-1.draft`].sort(),
  );
});

test('what is kept comes back as it was, and not at all if a single byte of it differs', async (context) => {
  const folder = await makeFolder(context);
  const path = join(folder, 'body.json');
  const content = Buffer.from('{"html":"<p>Größe</p>"}\n\0\xff', 'latin1');
  assert.equal(readKept(path), undefined);
  assert.ok(keep(path, content));
  assert.deepEqual(readKept(path), content);
  const whole = await readFile(path);
  for (let at = 0; at < whole.length; at += 1) {
    const altered = Buffer.from(whole);
    altered[at] = (altered[at] ?? 0) ^ 1;
    await writeFile(path, altered);
    assert.equal(readKept(path), undefined, `byte ${at} altered`);
    await writeFile(path, whole.subarray(0, at));
    assert.equal(readKept(path), undefined, `cut at byte ${at}`);
  }
  await writeFile(path, Buffer.concat([whole, Buffer.from(' ')]));
  assert.equal(readKept(path), undefined, 'a byte more');
  await writeFile(join(folder, 'other.json'), whole);
  assert.equal(readKept(join(folder, 'other.json')), undefined, 'under the name of another');
  await writeFile(path, whole);
  assert.deepEqual(readKept(path), content);
});

test('nothing kept is empty, and an empty thing can be kept', async (context) => {
  const path = join(await makeFolder(context), 'empty');
  keep(path, '');
  assert.equal(readKept(path)?.length, 0);
});

test('a cache that cannot be written says so and throws nothing', async (context) => {
  const folder = await makeFolder(context);
  await writeFile(join(folder, 'file'), '');
  assert.equal(keep(join(folder, 'file/body.json'), 'x'), false);
});

test('errors of the file system are sentences, wrapped or not; a sentence of our own stays', () => {
  const disk = (code: string, more: object = {}): Error =>
    Object.assign(new Error(`${code}: x, write`), { code, syscall: 'write', ...more });
  class OtherError extends Error {}
  assert.match(describeDiskError(disk('ENOSPC')) ?? '', /^The disk.* is full\. Make room and try again\.$/);
  assert.match(
    describeDiskError(disk('ENOSPC', { path: '/a', dest: '/b' })) ?? '',
    /^The disk that holds \/b is full/,
  );
  assert.match(
    describeDiskError(disk('ENOENT', { syscall: 'mkdir', path: '/a' })) ?? '',
    /^The folder \/a cannot be made/,
  );
  assert.match(
    describeError(new OtherError('wrapped', { cause: disk('EROFS', { path: '/a' }) })),
    /^\/a is read-only/,
  );
  assert.equal(
    describeError(new Error('Our own sentence.', { cause: disk('EROFS', { path: '/a' }) })),
    'Our own sentence.',
  );
  assert.equal(describeDiskError(new TypeError('x is not a function')), undefined);
  assert.equal(describeError('text'), 'text');
});
