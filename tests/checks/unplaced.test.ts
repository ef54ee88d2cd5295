// The list of names without a record: one warning an article, with a cure, the same from the cache, and silent where it says nothing.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildArchive } from '../../src/archive/build.ts';
import { readArchive } from '../../src/reading/read.ts';
import { runChecks } from '../../src/checks/checks.ts';
import { renderFinding } from '../../src/schema/finding.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';

const article = 'articles/2021/03/04/ferry-returns.md';

async function check(root: string): Promise<string[]> {
  const { entries, findings } = await readArchive(root);
  return [...findings, ...runChecks(buildArchive(entries), root)].map((finding) =>
    renderFinding(finding).replaceAll(`${root}/`, ''),
  );
}

const fix = (name: string, kind: string): string =>
  `Add what is worth a page, as with npm run new -- ${kind} "${name}" --description "…", ` +
  `and say under "mentions:" what is no name, as in "${name}": false; or use the table that npm run names writes to decide on all names at once.`;

test('names without a record are listed in one warning, at the first; a second reading says the same', async (context) => {
  const root = await buildTemporaryArchive(context);
  const path = join(root, article);
  const text = await readFile(path, 'utf8');
  await writeFile(path, `${text}\nThen Osk and Ilse Berg saw Osk.\n`);
  const expected = [
    `${article}:23:6 warning: no record has the name "Osk" (2) and "Ilse Berg". ${fix('Osk', 'person')}`,
  ];
  assert.deepEqual(await check(root), expected);
  assert.deepEqual(await check(root), expected);
  await writeFile(
    join(root, 'places/osk.md'),
    '---\nname: Osk\ndescription: An invented island.\nkind: region\n---\n',
  );
  assert.deepEqual(await check(root), [
    `${article}:23:14 warning: no record has the name "Ilse Berg". ${fix('Ilse Berg', 'person')}`,
  ]);
  await writeFile(
    path,
    `${text.replace('copy: summary\n', 'copy: summary\nmentions:\n  Ilse Berg: false\n')}\nThen Osk and Ilse Berg saw Osk.\n`,
  );
  assert.deepEqual(await check(root), []);
});

test('the cure proposes what the name seems to be', async (context) => {
  const root = await buildTemporaryArchive(context);
  const path = join(root, article);
  const text = await readFile(path, 'utf8');
  for (const [sentence, kind] of [
    ['They met in Osk.', 'place "Osk" --description "…" --kind city'],
    ['They met the Osk Dockers’ Union.', 'organization "Osk Dockers’ Union"'],
    ['They met Mayor Berg.', 'person "Berg"'],
  ]) {
    await writeFile(path, `${text}\n${sentence}\n`);
    const [finding = ''] = await check(root);
    assert.ok(finding.includes(`npm run new -- ${kind}`), finding);
  }
});

test('twelve names are listed and the rest counted', async (context) => {
  const root = await buildTemporaryArchive(context);
  const path = join(root, article);
  const names = Array.from({ length: 14 }, (_, index) => `Osk${'abcdefghijklmn'.charAt(index)}`);
  await writeFile(path, `${await readFile(path, 'utf8')}\nThey saw ${names.join(', then ')}.\n`);
  const [finding = ''] = await check(root);
  assert.match(finding, /"Oska", .*"Oskl" and 2 more\./);
});

test('a text in a language that writes every noun with a capital is not searched, nor is the name of a paper', async (context) => {
  const root = await buildTemporaryArchive(context);
  const path = join(root, article);
  const text = await readFile(path, 'utf8');
  await writeFile(path, `${text}\nSo the Harbour Herald wrote.\n`);
  assert.deepEqual(await check(root), []);
  await writeFile(
    path,
    `${text.replace('copy: summary', 'copy: summary\nlanguage: de')}\nDa kam die Fähre in den Hafen.\n`,
  );
  assert.deepEqual(await check(root), []);
});
