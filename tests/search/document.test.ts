// The document that is indexed: an anchor for every block, filters of records, and nothing that is not escaped.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeForIndex, renderSearchDocument } from '../../src/search/document.ts';
import { articleFilters, buildLabels } from '../../src/search/filters.ts';
import { buildSample } from './sample-archive.ts';

const id = '2021/05/04/storm';
const { archive, blocksOf } = buildSample([
  {
    id,
    title: 'Storm <img src=x onerror="run()"> & "flood"',
    dateline: 'port-vell',
    language: 'sv',
    mentions: [
      { collection: 'people', id: 'mara-lindqvist' },
      { collection: 'people', id: 'mara-lindqvist' },
      { collection: 'places', id: 'harbour' },
    ],
    paragraphs: ['The <script>alert(1)</script> sea-wall held.', 'It was 5 > 4.', '  '],
  },
]);
const [article] = archive.articles;
assert.ok(article);
const { url, content } = renderSearchDocument(describeForIndex(article, archive), blocksOf(id));

test('its address is the article’s id', () => assert.equal(url, `/${id}/`));

test('every block that has text has an element with its anchor', () => {
  const anchors = [...content.matchAll(/<p id="(p\d+)">/g)].map(([, anchor]) => anchor);
  assert.deepEqual(anchors, ['p1', 'p2']);
});

test('the other spelling of a hyphenated word is listed under its block', () => {
  assert.match(content, /<p id="joined-p1" data-pagefind-weight="0\.5">seawall<\/p>/);
  assert.doesNotMatch(content, /joined-p2/);
});

test('nothing of the article is markup', () => {
  assert.doesNotMatch(content, /<script|<img/);
  assert.match(
    content,
    /data-pagefind-meta="title\[content\]" content="Storm &lt;img src=x onerror=&quot;run\(\)&quot;&gt;/,
  );
});

test('a colon or comma in a name does not end it', () => {
  assert.match(content, /data-pagefind-meta="publication\[content\]" content="The Tide: a paper, of sorts"/);
});

test('the day is not among the metadata, where it would be searched', () => {
  assert.doesNotMatch(content, /data-pagefind-meta="[^"]*" content="2021-05-04"/);
  assert.match(content, /data-pagefind-sort="date\[content\]" content="2021-05-04"/);
});

test('filters are ids without doubles; a place brings those around it', () => {
  assert.deepEqual(articleFilters(article, archive), {
    person: ['mara-lindqvist'],
    place: ['harbour', 'norland', 'port-vell'],
    organization: [],
    topic: [],
    publication: ['the-tide'],
    author: ['mara-lindqvist'],
    year: ['2021'],
    month: ['2021-05'],
  });
  assert.match(content, /data-pagefind-filter="place\[content\]" content="norland"/);
  assert.match(content, /data-pagefind-filter="language\[content\]" content="sv"/);
});

test('places that lie in each other do not hang the build', () => {
  const sample = buildSample([{ id, title: 'x', dateline: 'harbour', paragraphs: [] }]);
  const norland = sample.archive.recordByKey.get('places/norland');
  assert.ok(norland?.collection === 'places');
  norland.within = 'harbour';
  const [looped] = sample.archive.articles;
  assert.ok(looped);
  assert.deepEqual(articleFilters(looped, sample.archive).place, ['harbour', 'norland', 'port-vell']);
});

test('labels are those of values that occur', () => {
  assert.deepEqual(buildLabels(archive), {
    person: { 'mara-lindqvist': 'Mara Lindqvist' },
    place: { norland: 'Norland', 'port-vell': 'Port Vell', harbour: 'The Harbour' },
    organization: {},
    topic: {},
    publication: { 'the-tide': 'The Tide: a paper, of sorts' },
    author: { 'mara-lindqvist': 'Mara Lindqvist' },
  });
});
