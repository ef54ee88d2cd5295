// What a pull request changes for a reader: exactly the pages on which something else is to be seen, and no other.
import assert from 'node:assert/strict';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { buildArchive } from '../../src/archive/build.ts';
import { readLedger } from '../../src/reading/permalinks.ts';
import { readArchive } from '../../src/reading/read.ts';
import { buildChangeReport, type ChangeReport, type Version } from '../../src/changes/change-report.ts';
import { renderReport } from '../../src/changes/render-report.ts';
import { readTexts } from '../../src/changes/version.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';

async function readVersion(root: string): Promise<Version> {
  const { entries, findings } = await readArchive(root);
  assert.deepEqual(findings, []);
  return { archive: buildArchive(entries), permalinks: readLedger(root).permalinks };
}

/** The report of what `change` does to the archive in `root`. */
async function report(root: string, change: () => Promise<void>): Promise<ChangeReport> {
  const before = await readVersion(root);
  await change();
  const after = await readVersion(root);
  return buildChangeReport(before, after, readTexts(before.archive, after.archive));
}

const paths = (pages: readonly { path: string }[]): string[] => pages.map(({ path }) => path);

async function write(root: string, name: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, name)), { recursive: true });
  await writeFile(join(root, name), text);
}

const article = 'articles/2021/03/04/ferry-returns.md';

async function edit(root: string, name: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(join(root, name), 'utf8');
  assert.notEqual(change(text), text);
  await writeFile(join(root, name), change(text));
}

const newArticle = `---
title: Harbour rates go up
description: An invented report.
published: 2021-05-06
authors: []
publication: harbour-herald
topics: []
source:
  retrieved: 2021-05-07
  format: text
rights:
  statement: https://creativecommons.org/publicdomain/zero/1.0/
copy: summary
---

Nobody in Port Anselm was asked. Yusuf al-Karim had no comment.
`;

test('an added article: its page, its day, month and year, each record page it touches, and nothing else', async (context) => {
  const root = await buildTemporaryArchive(context);
  const changes = await report(root, () => write(root, 'articles/2021/05/06/harbour-rates.md', newArticle));
  assert.deepEqual(changes, {
    gained: [
      { path: '/2021/05/', kind: 'month', title: '2021-05' },
      { path: '/2021/05/06/', kind: 'day', title: '2021-05-06' },
      { path: '/2021/05/06/harbour-rates/', kind: 'article', title: 'Harbour rates go up' },
    ],
    changed: [
      { path: '/2021/', kind: 'year', title: '2021' },
      { path: '/people/yusuf-al-karim/', kind: 'person', title: 'Yusuf al-Karim' },
      // Port Anselm lies in Kestrel Bay, whose page shows what is said of it.
      { path: '/places/kestrel-bay/', kind: 'place', title: 'Kestrel Bay' },
      { path: '/places/port-anselm/', kind: 'place', title: 'Port Anselm' },
      { path: '/publications/harbour-herald/', kind: 'publication', title: 'Harbour Herald' },
    ],
    lost: [],
    names: [],
    words: [
      {
        path: '/2021/05/06/harbour-rates/',
        kind: 'article',
        title: 'Harbour rates go up',
        added: 11,
        removed: 0,
      },
    ],
  });
  assert.equal(
    renderReport(changes),
    `Gained
  /2021/05/                      month, 2021-05
  /2021/05/06/                   day, 2021-05-06
  /2021/05/06/harbour-rates/     article, Harbour rates go up

Changed
  /2021/                         year, 2021
  /people/yusuf-al-karim/        person, Yusuf al-Karim
  /places/kestrel-bay/           place, Kestrel Bay
  /places/port-anselm/           place, Port Anselm
  /publications/harbour-herald/  publication, Harbour Herald

Words changed
  Harbour rates go up: 11 added, 0 removed
`,
  );
});

test('nothing changed is no report', async (context) => {
  const root = await buildTemporaryArchive(context);
  const changes = await report(root, async () => undefined);
  assert.deepEqual(changes, { gained: [], changed: [], lost: [], names: [], words: [] });
  assert.equal(renderReport(changes), 'Nothing changes for a reader.\n');
});

test('a new headline is seen wherever the article is listed, but a year lists days only', async (context) => {
  const root = await buildTemporaryArchive(context);
  const changes = await report(root, () =>
    edit(root, article, (text) => text.replace('Ferry returns', 'The ferry is back')),
  );
  assert.deepEqual(changes.words, []);
  assert.deepEqual(paths(changes.changed), [
    '/2021/03/',
    '/2021/03/04/',
    '/2021/03/04/ferry-returns/',
    '/organizations/harbour-board/',
    '/people/ada-norling/',
    '/people/yusuf-al-karim/',
    '/places/kestrel-bay/',
    '/places/port-anselm/',
    '/publications/harbour-herald/',
    '/topics/shipping/',
  ]);
});

test('other words are seen on the article, and on the pages of whom they are said', async (context) => {
  const root = await buildTemporaryArchive(context);
  const inPassage = await report(root, () =>
    edit(root, article, (text) => text.replace("Port Anselm's crews", "Port Anselm's tired crews")),
  );
  assert.deepEqual(
    inPassage.words.map(({ added, removed }) => [added, removed]),
    [[1, 0]],
  );
  assert.deepEqual(paths(inPassage.changed), [
    '/2021/03/04/ferry-returns/',
    // Its second paragraph names him and the port, but not the Harbour Board.
    '/people/yusuf-al-karim/',
    '/places/kestrel-bay/',
    '/places/port-anselm/',
  ]);
  const beside = await report(root, () => edit(root, article, (text) => `${text}\nThe weather was fine.\n`));
  assert.deepEqual(paths(beside.changed), ['/2021/03/04/ferry-returns/']);
});

test('a new record reaches the articles that name it, and new spellings are named', async (context) => {
  const root = await buildTemporaryArchive(context);
  const changes = await report(root, async () => {
    await write(
      root,
      'organizations/crews.md',
      "---\nname: Port Anselm's crews\naliases:\n  - The crews\ndescription: A trap.\n---\n",
    );
    await edit(root, 'people/ada-norling.md', (text) =>
      text.replace('aliases:\n', 'aliases:\n  - Ada N. Norling\n'),
    );
  });
  assert.deepEqual(
    changes.names.map(({ path, isNewRecord, spellings }) => [path, isNewRecord, spellings]),
    [
      ['/organizations/crews/', true, ["Port Anselm's crews", 'The crews']],
      ['/people/ada-norling/', false, ['Ada N. Norling']],
    ],
  );
  assert.deepEqual(paths(changes.gained), ['/organizations/crews/']);
  assert.ok(paths(changes.changed).includes('/2021/03/04/ferry-returns/'), 'it links the new name');
  assert.deepEqual(changes.words, [], 'but says the same');
});

test('what is lost is told from what has moved and what was withdrawn, ledger or not', async (context) => {
  const root = await buildTemporaryArchive(context);
  await write(
    root,
    'permalinks.txt',
    '/people/long-gone/ -> gone\n/people/old-ada/ -> /people/ada-norling/\n/dates/\n',
  );
  await write(root, 'topics/fish.md', '---\nname: Fish\ndescription: A trap.\n---\n');
  const changes = await report(root, async () => {
    await rename(join(root, article), join(root, 'articles/2021/03/04/ferry-is-back.md'));
    await rm(join(root, 'topics/fish.md'));
    // Lines that are taken out of the ledger take nothing out of the world.
    await write(
      root,
      'permalinks.txt',
      '/people/long-gone/ -> gone\n/2021/03/04/ferry-returns/ -> /2021/03/04/ferry-is-back/\n',
    );
  });
  assert.deepEqual(changes.lost, [
    {
      path: '/2021/03/04/ferry-returns/',
      kind: 'article',
      title: 'Ferry returns to Port Anselm',
      to: '/2021/03/04/ferry-is-back/',
    },
    { path: '/people/old-ada/', kind: 'page', title: '' },
    { path: '/topics/fish/', kind: 'topic', title: 'Fish' },
  ]);
  assert.deepEqual(changes.words, [], 'an article that moved is compared with itself');
  assert.match(renderReport(changes), /ferry-returns\/ +leads to \/2021\/03\/04\/ferry-is-back\/\n/);
  assert.match(renderReport(changes), /\/topics\/fish\/ +leads nowhere\n/);
});
