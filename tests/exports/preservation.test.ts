// Bags and copies of the site: whole when they are written, and every byte that is changed afterwards is found.
import assert from 'node:assert/strict';
import { appendFile, mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import { writeBag } from '../../src/exports/preservation/bag.ts';
import { listFiles } from '../../src/exports/preservation/manifest.ts';
import { writeSiteArchive } from '../../src/exports/preservation/site-archive.ts';
import { siteManifest, verifyFolder } from '../../src/exports/preservation/verify.ts';
import { buildContent, makeFolder } from './built-archive.ts';

test('a bag holds every file of the content, and is whole', async (context) => {
  const content = await buildContent(context);
  const bag = join(await makeFolder(context), 'bag');
  // Signs that a manifest must write in another way.
  await writeFile(join(content, 'articles/100%25 of\nit.txt'), 'x');
  const { files } = await writeBag({ content, bag });
  const names = await listFiles(content);
  assert.equal(files, names.length + 1);
  for (const name of names)
    assert.ok((await readFile(join(bag, 'data/content', name))).equals(await readFile(join(content, name))));
  assert.deepEqual((await verifyFolder(bag)).problems, []);
  assert.match(
    await readFile(join(bag, 'manifest-sha256.txt'), 'utf8'),
    /  data\/content\/articles\/100%2525 of%0Ait\.txt$/m,
  );
});

test('one changed byte anywhere in a bag is found and named', async (context) => {
  const content = await buildContent(context);
  const folder = await makeFolder(context);
  const bag = join(folder, 'bag');
  await writeBag({ content, bag, date: '2022-06-01' });
  for (const name of await listFiles(bag)) {
    const file = join(bag, name);
    const bytes = await readFile(file);
    for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await writeFile(file, changed);
      const { problems } = await verifyFolder(bag);
      // A manifest of tag files is in no list itself; it is named with the file that it speaks wrongly of.
      const isNamed = (problem: string): boolean =>
        name.startsWith('tagmanifest-') ? problem.includes(name) : problem.startsWith(name);
      assert.ok(problems.some(isNamed), `${name}, byte ${at}: ${problems.join(' ')}`);
    }
    await writeFile(file, bytes);
  }
  assert.deepEqual((await verifyFolder(bag)).problems, []);
});

test('what is missing, added or a link in a bag is named', async (context) => {
  const content = await buildContent(context);
  const bag = join(await makeFolder(context), 'bag');
  await writeBag({ content, bag });
  await rm(join(bag, 'data/content/topics/shipping.md'));
  await writeFile(join(bag, 'data/new.md'), 'new');
  await writeFile(join(bag, 'new.txt'), 'new');
  await rm(join(bag, 'tagmanifest-sha512.txt'));
  await symlink('/etc/hostname', join(bag, 'data/content/link.md'));
  const { problems } = await verifyFolder(bag);
  const paths = problems.map((problem) => problem.split(':')[0]);
  for (const path of [
    'data/content/topics/shipping.md',
    'data/new.md',
    'new.txt',
    'tagmanifest-sha512.txt',
    'data/content/link.md',
    'bag-info.txt',
  ])
    assert.ok(paths.includes(path), path);
});

test('a link in the content stops a bag, and nothing is left of it', async (context) => {
  const content = await buildContent(context);
  const folder = await makeFolder(context);
  await symlink('/etc/hostname', join(content, 'people/link.md'));
  await assert.rejects(writeBag({ content, bag: join(folder, 'bag') }), /people\/link\.md is a link/);
  assert.deepEqual(await readdir(folder), []);
});

async function unpack(file: string, folder: string): Promise<void> {
  for (const [name, content] of Object.entries(unzipSync(await readFile(file)))) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

test('a copy of the site comes out of its ZIP file as it went in, twice the same', async (context) => {
  const folder = await makeFolder(context);
  const built = join(folder, 'built');
  await mkdir(join(built, 'people/x'), { recursive: true });
  await writeFile(join(built, 'index.html'), '<h1>Home</h1>');
  await writeFile(join(built, 'people/x/index.html'), '<h1>Ñ</h1>');
  assert.equal(await writeSiteArchive(built, join(folder, 'one.zip'), 'copy'), 2);
  await writeSiteArchive(built, join(folder, 'new/two.zip'), 'copy');
  assert.ok((await readFile(join(folder, 'one.zip'))).equals(await readFile(join(folder, 'new/two.zip'))));
  await assert.rejects(writeSiteArchive(built, join(folder, 'one.zip/three.zip'), 'copy'), /ENOTDIR|EEXIST/);

  await unpack(join(folder, 'one.zip'), folder);
  const copy = join(folder, 'copy');
  assert.equal(await readFile(join(copy, 'site/people/x/index.html'), 'utf8'), '<h1>Ñ</h1>');
  assert.match(await readFile(join(copy, 'READ-ME-FIRST.txt'), 'utf8'), /python3 -m http\.server/);
  assert.ok((await readdir(copy)).includes(siteManifest));
  assert.deepEqual((await verifyFolder(copy)).problems, []);
  await appendFile(join(copy, 'site/index.html'), ' ');
  assert.deepEqual((await verifyFolder(copy)).problems, [
    `site/index.html: it is not the file that is listed in ${siteManifest}.`,
  ]);
});
