// The file that GitHub's editor opens with: its link carries it whole, and the check asks for all that is left empty.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { readArchive } from '../../src/reading/read.ts';
import { articleTemplate } from '../../src/schema/article-template.ts';
import { site } from '../../src/site.ts';
import { correctionUrl, proposalUrl, suggestionUrl } from '../../src/urls.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';

const address = site.repository?.address ?? '';

test('the link carries path and text, and the other links lead to the file and the form', () => {
  const url = new URL(suggestionUrl(articleTemplate));
  assert.equal(url.origin + url.pathname, `${address}/new/main`);
  assert.equal(url.searchParams.get('filename'), articleTemplate.path);
  assert.equal(url.searchParams.get('value'), articleTemplate.text);
  assert.ok(url.href.length < 2000, 'short enough for every browser and for every page');
  assert.equal(
    correctionUrl('articles', '2020/01/03/slug'),
    `${address}/edit/main/content/articles/2020/01/03/slug.md`,
  );
  assert.equal(correctionUrl('people', 'jane-doe'), `${address}/edit/main/content/people/jane-doe.md`);
  assert.equal(proposalUrl(), `${address}/issues/new?template=propose-an-article.yml`);
});

test('without a repository a reader is asked to write', () => {
  const { repository } = site;
  delete site.repository;
  try {
    for (const url of [suggestionUrl(articleTemplate), correctionUrl('people', 'jane-doe'), proposalUrl()])
      assert.equal(url, site.contact);
  } finally {
    if (repository !== undefined) site.repository = repository;
  }
});

async function findingsFor(root: string, text: string): Promise<string[]> {
  const path = join(root, 'articles/2021/05/06/harbour-rates.md');
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  const { findings } = await readArchive(root);
  return findings.map(({ line, message }) => `${line} ${message}`);
}

test('as it comes every gap is named; filled in, it is an article', async (context) => {
  const root = await buildTemporaryArchive(context);
  assert.deepEqual(await findingsFor(root, articleTemplate.text), [
    '3 the field "title" is empty',
    '5 the field "description" is empty',
    '7 "published" must be a day that exists, written YYYY-MM-DD',
    '10 the field "publication" is empty',
    '13 the field "source.url" is empty',
    '15 "source.retrieved" must be a day that exists, written YYYY-MM-DD',
  ]);
  const filled = articleTemplate.text
    .replace('title: ""', 'title: "Harbour rates: up again"')
    .replace('description: ""', 'description: "The Harbour Board asks for more."')
    .replace('published: YYYY-MM-DD', 'published: 2021-05-06')
    .replace('publication:', 'publication: harbour-herald')
    .replace('url:', 'url: https://herald.example/rates')
    .replace('retrieved: YYYY-MM-DD', 'retrieved: 2021-05-07');
  assert.deepEqual(await findingsFor(root, filled), ['19 the article has no text']);
  assert.deepEqual(await findingsFor(root, `${filled}The rates go up.\n`), []);
});
