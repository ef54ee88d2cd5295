// Tests the fidelity row itself: a sound site passes, and each of many small losses is found.
import assert from 'node:assert/strict';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { bodyFixity } from '../../src/reading/fixity.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';
import { compareSite } from './fidelity.ts';
import { lines, Tally, type Line } from './fidelity-ledger.ts';
import { buildSite } from './trial.ts';

const body = `The *lamp* went out, “for good”, said [the keeper](https://example.org/keeper "of the light").

Nobody lit it again[^1]. ![A dark tower](dark-tower/tower.png)

- first
- second

\`\`\`
one  two
\`\`\`

[^1]: Until spring.
`;
const id = '2022/05/06/dark-tower';
const article = `---
title: The lamp goes out
description: An invented report about a lamp.
published: 2022-05-06
authors: [ada-norling]
publication: harbour-herald
topics: [shipping]
source:
  retrieved: 2022-05-07
  format: text
rights:
  statement: https://creativecommons.org/publicdomain/zero/1.0/
copy: full
fixity: ${bodyFixity(body)}
---

${body}`;
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A fault: the file, what stands in it, what is put in its place, and the line of the table that must say so. */
type Fault = readonly [line: Line, file: string, from: string, to: string];

const page = `${id}/index.html`;
const faults: readonly Fault[] = [
  ['pages', page, 'Nobody lit it', 'Nobody it'],
  ['pages', page, 'Nobody lit it', 'Nobody it lit'],
  ['pages', page, 'Nobody lit it', 'Nobody ever lit it'],
  ['pages', page, '“for good”', '"for good"'],
  ['pages', page, 'went out, ', 'went out,</p><p>'],
  ['pages', page, 'one  two', 'one two'],
  ['pages', page, 'Until spring.', 'Until  autumn.'],
  ['pages', page, '>The lamp goes out</h1>', '>The lamp goes</h1>'],
  ['pages', page, 'class="prose', 'class="verse'],
  ['elements', page, '<em>lamp</em>', 'lamp'],
  ['elements', page, 'title="of the light"', ''],
  ['elements', page, 'https://example.org/keeper" title', 'https://example.org/other" title'],
  ['elements', page, 'alt="A dark tower"', 'alt=""'],
  ['elements', page, '<li id="p4">second', '<li id="p4"><em>second</em>'],
  ['copies', 'feed.xml', 'Nobody lit it', 'Nobody it'],
  ['copies', 'feed.json', 'Until spring.', 'Until.'],
  ['copies', 'feed.json', '"title": "The lamp goes out"', '"title": "The lamp"'],
  ['elements', 'feed.xml', 'title=&quot;of the light&quot;', ''],
  ['elements', 'feed.json', '<em>lamp</em>', 'lamp'],
  ['counts', 'feed.xml', '2022-05-07T', '2022-05-09T'],
  ['counts', 'sitemap.xml', 'articles-2022', 'articles-2029'],
  ['counts', 'sitemaps/articles-2022.xml', '/dark-tower/', '/bright-tower/'],
  ['counts', '2022/05/06/index.html', `/${id}/`, '/2022/05/06/'],
  ['counts', '2022/05/index.html', `/${id}/`, '/2022/05/06/'],
  ['lists', 'topics/shipping/index.html', `/${id}/`, '/'],
  ['lists', 'people/ada-norling/index.html', `/${id}/`, '/'],
  ['lists', 'dataset/people/ada-norling.json', id, '2021/03/04/ferry-returns'],
  ['copies', 'dataset/articles.ndjson', 'one  two', 'two  one'],
  ['counts', 'dataset/articles.ndjson', `"id":"${id}"`, '"id":"2022/05/06/bright-tower"'],
  ['copies', `dataset/articles/${id}.json`, 'first', 'last'],
  ['counts', 'dataset/library.json', id, '2022/05/06/bright-tower'],
  ['counts', 'dataset/mentions.csv', '2021/03/04/ferry-returns', 'elsewhere'],
];

test('a sound site passes, and every small loss is found', async (context) => {
  const content = await buildTemporaryArchive(context);
  await mkdir(join(content, 'articles', id), { recursive: true });
  await writeFile(join(content, 'articles', `${id}.md`), article);
  await writeFile(join(content, 'articles', id, 'tower.png'), picture);
  const home = await buildTemporaryArchive(context);
  const site = join(home, 'site');
  await buildSite(content, site, join(home, 'cache'));
  const failuresOf = async (): Promise<Map<string, readonly string[]>> => {
    const tally = new Tally();
    await compareSite('the archive', { content, site }, tally);
    const outcomes = tally.outcomes();
    for (const { what, tried } of outcomes) assert.ok(tried > 0, what);
    return new Map(outcomes.filter(({ failed }) => failed > 0).map(({ what, failures }) => [what, failures]));
  };
  assert.deepEqual(await failuresOf(), new Map());

  /** Changes a file, sees what is found, and puts the file back. */
  const seed = async (line: Line, file: string, change: (path: string) => Promise<void>): Promise<void> => {
    const [path, saved] = [join(site, file), join(home, 'saved')];
    await cp(path, saved, { recursive: true });
    await change(path);
    const found = (await failuresOf()).get(lines[line]) ?? [];
    assert.ok(found.length > 0, `a fault in ${file} is not found`);
    await rm(path, { recursive: true, force: true });
    await cp(saved, path, { recursive: true });
    await rm(saved, { recursive: true });
  };
  for (const [line, file, from, to] of faults) {
    await seed(line, file, async (path) => {
      const text = await readFile(path, 'utf8');
      assert.ok(text.includes(from), `${file} has no ${from}`);
      await writeFile(path, text.replaceAll(from, to));
    });
  }
  await seed('counts', id, (path) => rm(path, { recursive: true }));
  await seed('counts', '2022/05/06', (path) =>
    cp(join(path, 'dark-tower'), join(path, 'twin'), { recursive: true }),
  );
  await seed('counts', `${id}/citation.bib`, (path) => rm(path));
  await seed('copies', 'dataset/archive.sqlite', (path) => {
    const database = new DatabaseSync(path);
    database.exec("UPDATE search SET text = replace(text, 'Nobody', 'Somebody')");
    database.close();
    return Promise.resolve();
  });
  await seed('counts', 'dataset/archive.sqlite', (path) => {
    const database = new DatabaseSync(path);
    database.exec(`DELETE FROM articles WHERE id = '${id}'`);
    database.close();
    return Promise.resolve();
  });
  const fragments = (await readdir(join(site, 'pagefind'), { recursive: true }))
    .map((name) => `pagefind/${name.split(sep).join('/')}`)
    .filter((name) => name.endsWith('.pf_fragment'));
  for (const fragment of fragments.slice(0, 1)) {
    await seed('counts', fragment, (path) => rm(path));
    await seed('copies', fragment, async (path) => {
      const text = gunzipSync(await readFile(path)).toString('utf8');
      const at = text.lastIndexOf(' said') === -1 ? text.lastIndexOf(' lit') : text.lastIndexOf(' said');
      await writeFile(path, gzipSync(`${text.slice(0, at)}${text.slice(at + 5)}`));
    });
  }
});
