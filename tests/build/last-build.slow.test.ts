// A build ends at once where nothing has changed, and notices every change of what a site is made of and of the site.
import assert from 'node:assert/strict';
import { appendFile, cp, mkdtemp, readFile, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isUnchanged, signInputs } from '../../src/build/last-build.ts';
import { outDir } from '../../src/disk/folders.ts';
import { runDateline } from '../run-dateline.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';

test('nothing is built again for nothing, and everything for something', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-last-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const content = await buildTemporaryArchive(context);
  await cp('public', join(folder, 'public'), { recursive: true });
  const env = {
    CONTENT_DIR: content,
    PUBLIC_DIR: join(folder, 'public'),
    OUT_DIR: join(folder, 'site'),
    CACHE_DIR: join(folder, 'cache'),
  };
  const first = await runDateline(['build'], env);
  assert.equal(first.code, 0, first.output);
  const home = join(env.OUT_DIR, 'index.html');
  const { mtimeMs } = await stat(home);
  const second = await runDateline(['build'], env);
  assert.deepEqual([second.code, second.errors], [0, '']);
  assert.match(second.printed, /^Nothing has changed since the last build; .*site is as it was\.\n$/);
  assert.equal((await stat(home)).mtimeMs, mtimeMs);

  Object.assign(process.env, env);
  const unchanged = async (): Promise<boolean> => isUnchanged(outDir(), await signInputs(false));
  assert.ok(await unchanged());
  const record = join(content, 'people/ada-norling.md');
  const text = await readFile(record, 'utf8');
  await writeFile(record, text);
  assert.ok(await unchanged(), 'the same words written again are no change');

  const withFile = async (path: string, words: string, what: string): Promise<void> => {
    await writeFile(path, words);
    assert.ok(!(await unchanged()), what);
    await unlink(path);
    assert.ok(await unchanged(), `${what}, undone`);
  };
  await writeFile(record, text.replace('e', 'E'));
  assert.ok(!(await unchanged()), 'a letter of a record');
  await writeFile(record, text);
  await withFile(join(content, 'people/a-new-name.md'), text, 'a file more in the content');
  await withFile(join(folder, 'public/new.txt'), 'x', 'a file more in public');
  await withFile(join(env.OUT_DIR, 'stray.html'), 'x', 'a file more in the site');
  assert.ok(!isUnchanged(outDir(), await signInputs(true)), 'another way to build');
  await rename(join(env.OUT_DIR, 'about'), join(folder, 'about'));
  assert.ok(!(await unchanged()), 'a page that is gone');
  await rename(join(folder, 'about'), join(env.OUT_DIR, 'about'));
  assert.ok(await unchanged());
  await appendFile(home, ' ');
  assert.ok(!(await unchanged()), 'a page that was altered');
});
