// What pages say to machines: Zotero gets every field exact, schema.org knows every word, and no sign ends an element.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildReference } from '../../src/views/reference.ts';
import { buildCslItem } from '../../src/exports/citations/csl.ts';
import { splitPersonName } from '../../src/names/person-name.ts';
import { describeDataset } from '../../src/views/describe-dataset.ts';
import { buildArticleTags } from '../../src/views/metadata/article-tags.ts';
import { renderCoins } from '../../src/views/metadata/coins.ts';
import { renderJsonLd, type JsonLd } from '../../src/views/metadata/json-ld.ts';
import { buildBreadcrumbList, buildItemList } from '../../src/views/metadata/lists.ts';
import { buildNewsArticle } from '../../src/views/metadata/news-article.ts';
import { buildPageTags } from '../../src/components/page-tags.ts';
import { buildScholarTags } from '../../src/views/metadata/scholar-tags.ts';
import { buildThing } from '../../src/views/metadata/things.ts';
import { readEmbeddedMetadata, tagsOfHead } from './embedded-metadata.ts';
import { findUnknown, vocabularySize } from './schema-org.ts';
import { findArticle, openScholarsArchive } from './scholars-archive.ts';

const parseNode = (node: JsonLd): Record<string, unknown> =>
  JSON.parse(renderJsonLd(node)) as Record<string, unknown>;

test('Zotero reads a newspaper article with every field, in every language and publication', async (context) => {
  const archive = await openScholarsArchive(context);
  for (const article of archive.articles) {
    const reference = buildReference(article, archive);
    const page = {
      title: article.title,
      description: article.description,
      path: `/${article.id}/`,
      isArticle: true,
    };
    const item = readEmbeddedMetadata(
      tagsOfHead([...buildPageTags(page), ...buildArticleTags(article, archive)]),
    );
    const { creators, ...fields } = item;
    assert.deepEqual(fields, {
      itemType: 'newspaperArticle',
      title: reference.title,
      publicationTitle: reference.publication,
      date: article.published,
      url: `https://dateline.example/${article.id}/`,
      language: article.language,
      abstractNote: article.description,
      rights: reference.rights,
      archive: 'Dateline',
      archiveLocation: article.id,
      ...(reference.place !== undefined && { place: reference.place }),
      ...(reference.section !== undefined && { section: reference.section }),
    });
    const csl = buildCslItem(reference);
    assert.deepEqual(
      creators.map(({ firstName, lastName }) => (firstName === '' ? lastName : [lastName, firstName])),
      (csl.author ?? []).map(({ family, given, literal }) => literal ?? [family, given]),
    );
  }
});

test('Zotero keeps an agency in one field, and the suffix of a name', async (context) => {
  const archive = await openScholarsArchive(context);
  const reference = buildReference(findArticle(archive, 'an-unusual-headline'), archive);
  const parted = (name: string): object =>
    readEmbeddedMetadata(tagsOfHead(buildScholarTags({ ...reference, authors: [splitPersonName(name)] })))
      .creators;
  const cases: [name: string, lastName: string, firstName: string][] = [
    ['Reuters', 'Reuters', ''],
    ['Agence France-Presse', 'Agence France-Presse', ''],
    ['Staff of the Herald & Sons', 'Staff of the Herald & Sons', ''],
    ['Editorial Board', 'Editorial Board', ''],
    ['Mary Ann van der Berg', 'van der Berg', 'Mary Ann'],
    ['Martin Luther King Jr.', 'King', 'Martin Luther Jr'],
    ['Jan van der Berg Jr.', 'van der Berg', 'Jan Jr'],
  ];
  for (const [name, lastName, firstName] of cases) assert.deepEqual(parted(name), [{ firstName, lastName }]);
});

test('the head of an article leads to the original and the snapshot, and names no journal', async (context) => {
  const archive = await openScholarsArchive(context);
  const tags = buildArticleTags(findArticle(archive, 'brand-im-hafen'), archive);
  const links = tags.flatMap((tag) => (tag.tag === 'link' ? [[tag.rel, tag.href]] : []));
  const page = 'https://dateline.example/2019/11/09/brand-im-hafen/';
  assert.deepEqual(links, [
    ['original', 'https://flussbote.example/2019/brand?a=1&b=2'],
    ['memento', 'https://web.archive.example/20191110/https://flussbote.example/2019/brand'],
    ['cite-as', page],
  ]);
  assert.doesNotMatch(JSON.stringify(tags), /citation_journal_title/);
  const scholar = JSON.stringify(tags);
  assert.match(scholar, /"citation_publication_date","content":"2019\/11\/09"/);
  assert.match(scholar, /"article:modified_time","content":"2021-06-30T00:00:00Z"/);
});

test('everything said in JSON-LD is known to schema.org', async (context) => {
  const [types, properties] = vocabularySize();
  assert.ok(types > 800 && properties > 1300, `${types} types and ${properties} properties`);
  assert.deepEqual(findUnknown({ '@type': 'Person', nmae: 'x', birthPlace: { '@type': 'Plaice' } }), [
    'Person.nmae',
    'Person.birthPlace.Plaice is no type',
  ]);
  const archive = await openScholarsArchive(context);
  const step = { href: '/dates/', text: 'Dates' };
  const nodes = [
    ...archive.articles.map((article) => buildNewsArticle(article, archive, '/cards/archive.png')),
    ...[...archive.recordByKey.values()].map((record) => buildThing(record, archive)),
    buildBreadcrumbList([step], step),
    buildItemList('Dates', [step]),
    describeDataset(archive),
  ];
  for (const node of nodes) assert.deepEqual(findUnknown(parseNode(node)), []);
});

test('an article says what search engines ask of one, and what the archive knows of it', async (context) => {
  const archive = await openScholarsArchive(context);
  const node = parseNode(buildNewsArticle(findArticle(archive, 'brand-im-hafen'), archive, '/cards/x.png'));
  const page = 'https://dateline.example/2019/11/09/brand-im-hafen/';
  const publication = {
    '@type': 'NewsMediaOrganization',
    '@id': 'https://dateline.example/publications/fluss-bote/',
    name: 'Der Flussbote & Anzeiger',
    sameAs: 'https://www.wikidata.org/wiki/Q100001',
    url: 'https://dateline.example/publications/fluss-bote/',
  };
  const { wordCount, about, mentions, locationCreated, ...rest } = node;
  assert.ok(typeof wordCount === 'number' && wordCount > 10);
  assert.deepEqual(rest, {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': page,
    url: page,
    mainEntityOfPage: page,
    headline: 'Brand im Hafen: „Alles verloren“',
    description: 'A warehouse burns at Port Anselm.',
    image: 'https://dateline.example/cards/x.png',
    datePublished: '2019-11-09T00:00:00Z',
    dateModified: '2021-06-30T00:00:00Z',
    author: [
      {
        '@type': 'Person',
        '@id': 'https://dateline.example/people/jan-pieter-van-der-berg/',
        name: 'Jan Pieter van der Berg',
        sameAs: 'https://www.wikidata.org/wiki/Q100002',
        url: 'https://dateline.example/people/jan-pieter-van-der-berg/',
      },
    ],
    publisher: publication,
    inLanguage: 'de',
    dateline: 'Port Anselm',
    isBasedOn: 'https://flussbote.example/2019/brand?a=1&b=2',
    archivedAt: 'https://web.archive.example/20191110/https://flussbote.example/2019/brand',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    copyrightHolder: { '@type': 'Organization', name: 'Der Flussbote' },
    correction: [
      {
        '@type': 'CorrectionComment',
        datePublished: '2021-06-30',
        text: 'A line that the copy had lost was put back.',
        url: `${page}#corrections`,
      },
    ],
  });
  const named = (value: unknown): string[] =>
    [value].flat().map((one) => (one as { '@id': string })['@id'].replace('https://dateline.example', ''));
  assert.deepEqual(named(about), ['/topics/shipping/']);
  assert.deepEqual(named(locationCreated), ['/places/port-anselm/']);
  assert.deepEqual(named(mentions), [
    '/people/yusuf-al-karim/',
    '/people/ada-norling/',
    '/places/port-anselm/',
  ]);

  const unsigned = parseNode(buildNewsArticle(findArticle(archive, 'al-mina-1'), archive));
  assert.equal((unsigned['author'] as { name: string }).name, 'الميناء');
});

test('an article too old for a picture of its own is shown with that of the archive', async (context) => {
  const archive = await openScholarsArchive(context);
  const { image } = buildNewsArticle(findArticle(archive, 'al-mina-1'), archive);
  assert.equal(image, 'https://dateline.example/cards/archive.png');
});

test('no text of the content can end the element or the line it stands in', () => {
  const hostile = '</script><!-- <script> ]]> \u2028\u2029 & "';
  const text = renderJsonLd({ '@type': 'NewsArticle', headline: hostile });
  assert.doesNotMatch(text, /[<>\u2028\u2029]/);
  assert.equal((JSON.parse(text) as { headline: string }).headline, hostile);
});

test('COinS gives every article of a list as a newspaper article', async (context) => {
  const archive = await openScholarsArchive(context);
  const reference = buildReference(findArticle(archive, 'an-unusual-headline'), archive);
  const pairs = new URLSearchParams(renderCoins(reference));
  assert.equal(pairs.get('rft_val_fmt'), 'info:ofi/fmt:kev:mtx:dc');
  assert.equal(pairs.get('rft.type'), 'newspaperArticle');
  assert.equal(pairs.get('rft.title'), reference.title);
  assert.equal(pairs.get('rft.source'), 'Harbour Herald');
  assert.deepEqual(pairs.getAll('rft.au'), ['Xu, Qiaolan', 'Mureña Ruiz, Toni', 'المصري, ليلى']);
  assert.equal(pairs.get('rft.date'), '2023-09-30');
  assert.equal(pairs.get('rft.identifier'), reference.url);
});
