// Feeds, the description of the search and sitemaps: well-formed, read by others, whole, and the same every time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import RssParser from 'rss-parser';
import { SaxesParser } from 'saxes';
import { buildArchive, type Archive } from '../../src/archive/build.ts';
import { absolutizeHtml } from '../../src/exports/feeds/absolute-html.ts';
import { renderAtom } from '../../src/exports/feeds/atom.ts';
import { buildArchiveFeed, buildRecordFeed, type Feed } from '../../src/exports/feeds/feed.ts';
import { renderJsonFeed } from '../../src/exports/feeds/json-feed.ts';
import { renderOpenSearch } from '../../src/exports/feeds/open-search.ts';
import { buildSitemap, renderSitemapIndex, renderSitemapPart } from '../../src/exports/feeds/sitemap.ts';
import { renderInstant } from '../../src/archive/revised.ts';
import { escapeXml } from '../../src/exports/feeds/xml.ts';
import { buildSampleArchive } from '../archive/sample.ts';
import { openScholarsArchive } from './scholars-archive.ts';

interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
}

/** Every element in the order of its end; a text that is not well-formed throws. */
function readXml(text: string): Element[] {
  const parser = new SaxesParser({ xmlns: true });
  const open: Element[] = [];
  const elements: Element[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, attributes }) => {
    const plain = Object.entries(attributes).map(([key, value]) => [key, value.value]);
    open.push({ name: local, attributes: Object.fromEntries(plain) as Record<string, string>, text: '' });
  });
  parser.on('text', (part) => {
    const at = open.at(-1);
    if (at !== undefined) at.text += part;
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed !== undefined) elements.push(closed);
  });
  parser.write(text).close();
  return elements;
}

const textsOf = (elements: readonly Element[], name: string): string[] =>
  elements.filter((element) => element.name === name).map(({ text }) => text);

async function buildFeeds(archive: Archive): Promise<Feed[]> {
  const feeds = [buildArchiveFeed(archive)];
  for (const record of archive.recordByKey.values()) feeds.push(buildRecordFeed(record, archive));
  return feeds;
}

const address = { type: 'string', pattern: '^https://dateline\\.example/', format: 'uri' };
const instant = { type: 'string', format: 'date-time' };
const people = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string', minLength: 1 }, url: address },
  },
};
/** JSON Feed 1.1, and that every address is whole. */
const isJsonFeed = addFormats(new Ajv()).compile({
  type: 'object',
  required: ['version', 'title', 'home_page_url', 'feed_url', 'items'],
  additionalProperties: false,
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: { type: 'string', minLength: 1 },
    home_page_url: address,
    feed_url: address,
    description: { type: 'string' },
    authors: people,
    language: { type: 'string' },
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'content_html'],
        additionalProperties: false,
        properties: {
          id: address,
          url: address,
          external_url: { type: 'string', format: 'uri' },
          title: { type: 'string' },
          content_html: { type: 'string', minLength: 1 },
          summary: { type: 'string' },
          date_published: instant,
          date_modified: instant,
          authors: people,
          tags: { type: 'array', items: { type: 'string' } },
          language: { type: 'string' },
        },
      },
    },
  },
});

test('another program reads every entry of every feed, and both formats say the same', async (context) => {
  const archive = await openScholarsArchive(context);
  let entries = 0;
  for (const feed of await buildFeeds(archive)) {
    const atom = renderAtom(feed);
    readXml(atom);
    const read = await new RssParser().parseString(atom);
    const json = JSON.parse(renderJsonFeed(feed)) as { items: Record<string, unknown>[] };
    const { items } = json;
    assert.ok(isJsonFeed(json), JSON.stringify(isJsonFeed.errors));
    assert.equal(read.title, feed.title);
    assert.deepEqual(
      read.items.map(({ id, link, title, content, pubDate }) => [id, link, title, content, pubDate]),
      items.map((item) => [
        item['id'],
        item['url'],
        item['title'],
        item['content_html'],
        new Date(String(item['date_published'])).toISOString(),
      ]),
    );
    entries += read.items.length;
  }
  assert.ok(entries > 12);
});

test('an entry has its language, its authors, its original, and the text with whole addresses', async (context) => {
  const archive = await openScholarsArchive(context);
  const elements = readXml(renderAtom(buildArchiveFeed(archive)));
  const entries = elements.filter(({ name }) => name === 'entry');
  // Newest in the archive first: by the copy or the last correction.
  assert.deepEqual(textsOf(elements, 'id').slice(1), [
    'https://dateline.example/2023/09/30/an-unusual-headline/',
    'https://dateline.example/2022/01/02/al-mina-1/',
    'https://dateline.example/2019/11/09/brand-im-hafen/',
    'https://dateline.example/2021/03/04/ferry-returns/',
  ]);
  assert.deepEqual(
    entries.map(({ attributes }) => attributes['xml:lang']),
    ['en', 'ar', 'de', 'en'],
  );
  assert.deepEqual(textsOf(elements, 'updated'), [
    '2023-10-01T00:00:00Z',
    '2023-10-01T00:00:00Z',
    '2022-01-02T00:00:00Z',
    '2021-06-30T00:00:00Z',
    '2021-03-05T00:00:00Z',
  ]);
  const via = elements.filter(({ name, attributes }) => name === 'link' && attributes['rel'] === 'via');
  assert.deepEqual(
    via.map(({ attributes }) => attributes['href']),
    ['https://flussbote.example/2019/brand?a=1&b=2'],
  );
  const [unusual = '', arabic = '', german = '', summary = ''] = textsOf(elements, 'content');
  assert.match(summary, /^<p><em>A summary by this archive\.<\/em><\/p>\n<p id="p1">The ferry is back/);
  assert.match(arabic, /يوسف الكريم/);
  assert.match(german, /href="https:\/\/dateline\.example\/2021\/03\/04\/ferry-returns\/"/);
  assert.match(german, /„Größe &#x3C; Übermut &#x26; mehr\.“/);
  assert.match(unusual, /src="https:\/\/dateline\.example\/2023\/09\/30\/an-unusual-headline\/quay\.png"/);
  assert.match(unusual, /href="https:\/\/dateline\.example\/2023\/09\/30\/an-unusual-headline\/#p2"/);
  assert.match(unusual, /&#x3C;a href="\/not\/a\/link">/, 'what only looks like a tag stays as it is');
  for (const content of [unusual, arabic, german, summary])
    assert.doesNotMatch(content, /<[^>]*\s(?:href|src)="(?!https?:)/);
});

test('articles of one day are told apart by the second, in every feed alike', async (context) => {
  const archive = await openScholarsArchive(context);
  for (const article of archive.articles) {
    article.source.retrieved = '2024-01-01';
    article.corrections = [];
  }
  const whole = buildArchiveFeed(archive);
  const instants = whole.entries.map(({ updated }) => updated);
  assert.deepEqual(
    instants,
    [3, 2, 1, 0].map((second) => `2024-01-01T00:00:0${second}Z`),
  );
  assert.equal(whole.updated, instants[0]);
  for (const { entries } of await buildFeeds(archive)) {
    const own = entries.map(({ reference, updated }) => `${reference.key} ${updated}`);
    const all = whole.entries.map(({ reference, updated }) => `${reference.key} ${updated}`);
    assert.deepEqual(
      own,
      all.filter((one) => own.includes(one)),
    );
  }
  assert.equal(renderInstant('2024-01-01', 3 * 3600 + 25 * 60 + 45), '2024-01-01T03:25:45Z');
});

test('addresses are made whole in tags only, however they are written', () => {
  const base = 'https://dateline.example/2020/01/03/x/';
  const cases: [html: string, whole: string][] = [
    ['<a href="#p1">x</a>', `<a href="${base}#p1">x</a>`],
    [
      '<a title="1 > 0" href=\'/y/?a=1&#x26;b\'>',
      '<a title="1 > 0" href="https://dateline.example/y/?a=1&amp;b">',
    ],
    ['<img src=map.png alt="href=&#x22;/z&#x22;">', `<img src="${base}map.png" alt="href=&#x22;/z&#x22;">`],
    ['a href="/y/" b', 'a href="/y/" b'],
    ['<a href="mailto:a@b.example">', '<a href="mailto:a@b.example">'],
    [
      '<p id="p1"><a class="name" href="/people/x/" interestfor="people/x">X</a><a class="here" href="#p1" aria-label="Paragraph 1"></a></p>',
      '<p id="p1"><a href="https://dateline.example/people/x/">X</a></p>',
    ],
  ];
  for (const [html, whole] of cases) assert.equal(absolutizeHtml(html, base), whole);
});

test('signs that XML has no room for are left out, the others are kept', () => {
  assert.equal(
    escapeXml('a\u0000\u0008\ufffe\ud800b <&>" ]]> \u{1f4f0}'),
    'ab &lt;&amp;&gt;&quot; ]]&gt; \u{1f4f0}',
  );
});

test('a feed ends where it says, and one of an empty archive is a feed', async () => {
  const empty = buildArchive({
    articles: [],
    people: [],
    places: [],
    organizations: [],
    topics: [],
    publications: [],
  });
  const feed = buildArchiveFeed(empty);
  const elements = readXml(renderAtom(feed));
  assert.deepEqual(textsOf(elements, 'updated'), ['1970-01-01T00:00:00Z']);
  assert.ok(isJsonFeed(JSON.parse(renderJsonFeed(feed))));
});

test('the search is described as a browser wants it', () => {
  const elements = readXml(renderOpenSearch());
  const [name = ''] = textsOf(elements, 'ShortName');
  assert.ok(name.length > 0 && name.length <= 16);
  const templates = elements.flatMap(({ name: element, attributes }) =>
    element === 'Url' ? [attributes['template']] : [],
  );
  assert.deepEqual(templates, [
    'https://dateline.example/search/?q={searchTerms}',
    'https://dateline.example/opensearch.xml',
  ]);
});

test('the sitemap has every page once, in parts below the limit of the standard', () => {
  const days = Array.from({ length: 28 }, (_, index) => String(index + 1).padStart(2, '0'));
  const ids = days.flatMap((day) => [`2020/02/${day}/a`, `2020/02/${day}/b`, `2021/02/${day}/c`]);
  const archive = buildSampleArchive(
    Object.fromEntries(ids.map((id) => [id, [['people/ada', 'places/bay']]])),
  );
  const parts = buildSitemap(archive, 25);
  assert.ok(parts.every(({ pages }) => pages.length <= 25));
  const names = parts.map(({ name }) => name);
  assert.deepEqual(names.filter((name) => name.startsWith('articles')), [
    'articles-2021', 'articles-2021-2', 'articles-2020', 'articles-2020-2', 'articles-2020-3',
  ]); // prettier-ignore
  const pages = parts.flatMap((part) => textsOf(readXml(renderSitemapPart(part)), 'loc'));
  assert.equal(new Set(pages).size, pages.length);
  for (const path of [
    '/',
    '/people/ada/',
    '/places/bay/',
    '/2020/02/01/a/',
    '/2020/02/',
    '/publications/',
    '/rights/',
  ])
    assert.ok(pages.includes(`https://dateline.example${path}`), path);
  assert.deepEqual(
    textsOf(readXml(renderSitemapIndex(parts)), 'loc'),
    names.map((name) => `https://dateline.example/sitemaps/${name}.xml`),
  );
  const days2 = parts.flatMap((part) => textsOf(readXml(renderSitemapPart(part)), 'lastmod'));
  assert.ok(days2.length > ids.length && days2.every((day) => /^\d{4}-\d\d-\d\d$/.test(day)));
  // As the standard and its XSD have them: nothing but these elements, in this order.
  for (const part of parts)
    assert.match(
      renderSitemapPart(part),
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<urlset xmlns="http:\/\/www\.sitemaps\.org\/schemas\/sitemap\/0\.9">\n(?:<url>\n<loc>[^<]+<\/loc>\n(?:<lastmod>[^<]+<\/lastmod>\n)?<\/url>\n)+<\/urlset>\n$/,
    );
  assert.deepEqual(buildSitemap(archive, 25), parts);
});
