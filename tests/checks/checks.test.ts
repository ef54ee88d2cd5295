// The checks on a whole archive: what two records must not share in silence, and what a full copy must say.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildArchive } from '../../src/archive/build.ts';
import { bodyFixity } from '../../src/reading/fixity.ts';
import { readArchive } from '../../src/reading/read.ts';
import { runChecks } from '../../src/checks/checks.ts';
import { renderFinding } from '../../src/schema/finding.ts';
import { unrecordedGround } from '../../src/schema/rights.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';

async function check(root: string): Promise<string[]> {
  const { entries, findings } = await readArchive(root);
  return [...findings, ...runChecks(buildArchive(entries), root)].map((finding) =>
    renderFinding(finding).replaceAll(`${root}/`, ''),
  );
}

const record = (name: string, more = ''): string => `---\nname: ${name}\ndescription: A trap.\n${more}---\n`;

test('a name of two records is asked about, until they know of each other', async (context) => {
  const root = await buildTemporaryArchive(context);
  const path = join(root, 'people/other-norling.md');
  await writeFile(path, record('Óscar Norling', 'aliases:\n  - A Norling\n'));
  assert.deepEqual(await check(root), [
    'people/other-norling.md:5:5 warning: "A Norling" also names people/ada-norling. ' +
      'Remove the alias from one of them, or add "ada-norling" under "differentFrom:".',
  ]);
  await writeFile(
    path,
    record('Óscar Norling', 'aliases:\n  - A Norling\ndifferentFrom:\n  - ada-norling\n'),
  );
  assert.deepEqual(await check(root), []);
});

test('a name in the text that two records claim is not linked by guess', async (context) => {
  const root = await buildTemporaryArchive(context);
  await writeFile(join(root, 'places/harbour-board.md'), record('Harbour Board', 'kind: site\n'));
  const { entries, findings } = await readArchive(root);
  assert.deepEqual(
    findings.map(({ line, message }) => [line, message]),
    [[19, '"Harbour Board" may be places/harbour-board or organizations/harbour-board, so it is not linked']],
  );
  assert.ok(!entries.articles[0]?.rendered.mentions.some(({ spelling }) => spelling === 'Harbour Board'));

  const article = join(root, 'articles/2021/03/04/ferry-returns.md');
  const text = await readFile(article, 'utf8');
  await writeFile(
    article,
    text.replace(
      'copy: summary\n',
      'copy: summary\nmentions:\n  Harbour Board: organizations/harbour-board\n  Port Anselm: false\n',
    ),
  );
  const decided = await readArchive(root);
  assert.deepEqual(decided.findings, []);
  const mentions = decided.entries.articles[0]?.rendered.mentions.map(({ collection, spelling }) => [
    collection,
    spelling,
  ]);
  assert.ok(
    mentions?.some(
      ([collection, spelling]) => collection === 'organizations' && spelling === 'Harbour Board',
    ),
  );
  assert.ok(!mentions?.some(([, spelling]) => spelling === 'Port Anselm'));
});

test('a full copy whose ground nobody recorded is asked about', async (context) => {
  const root = await buildTemporaryArchive(context);
  const article = join(root, 'articles/2021/03/04/ferry-returns.md');
  const text = await readFile(article, 'utf8');
  const body = text.split('---\n').slice(2).join('---\n').trim();
  await writeFile(
    article,
    text
      .replace(
        'https://creativecommons.org/publicdomain/zero/1.0/',
        `http://rightsstatements.org/vocab/InC/1.0/\n  note: ${unrecordedGround}`,
      )
      .replace('copy: summary', `copy: full\nfixity: ${bodyFixity(body)}`),
  );
  assert.deepEqual(await check(root), [
    'articles/2021/03/04/ferry-returns.md:16:9 warning: nobody has recorded on what ground this full copy is kept. ' +
      'Write the ground into "note:", or put a summary in its place.',
  ]);
});

test('a new record reaches the articles that name it, and only what they say of it', async (context) => {
  const root = await buildTemporaryArchive(context);
  const before = (await readArchive(root)).entries.articles[0]?.rendered.digest;
  await writeFile(join(root, 'people/nobody.md'), record('Nobody Here'));
  assert.equal((await readArchive(root)).entries.articles[0]?.rendered.digest, before);
  await writeFile(join(root, 'organizations/crews.md'), record("Port Anselm's crews"));
  const after = (await readArchive(root)).entries.articles[0]?.rendered;
  assert.notEqual(after?.digest, before);
  assert.ok(after?.mentions.some(({ id }) => id === 'crews'));
});

test('the fixity of a body does not depend on how its lines end', () => {
  assert.equal(bodyFixity('One.\r\n\r\nTwo.'), bodyFixity('One.\n\nTwo.\n'));
  assert.notEqual(bodyFixity('One.\n\nTwo.'), bodyFixity('One.\n\nTwo!'));
});
