// What is shown of a record's article that the filters have found: its own passage, or the one that names the record.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findKnown } from '../../src/search/find-articles.ts';
import type { Labels } from '../../src/search/filters.ts';
import type { RecordArticle, RecordFile } from '../../src/search/record-file.ts';
import { countCertain, itemOfNamed } from '../../src/search/result-item.ts';
import { indexSpelling } from '../../src/search/spelling.ts';
import { readState } from '../../src/search/state.ts';

const labels: Labels = {
  person: {},
  place: {},
  organization: {},
  topic: {},
  publication: { 'the-tide': 'The Tide' },
  author: {},
};
const article = (id: string): RecordArticle => ({
  id,
  title: 'Known',
  language: 'en',
  publication: 'The Tide',
  mentions: 2,
  excerpt: { anchor: 'p3', pieces: [{ text: 'as the file says', hit: false }] },
});
const record = (newest: string[], articles: number): RecordFile => ({
  collection: 'people',
  id: 'x',
  name: 'Abu Mahdi al-Muhandis',
  aliases: ['Muhandis', 'Kataʿib’s man', 'US'],
  description: '',
  kind: 'person',
  articles,
  mentions: 0,
  wider: false,
  newest: newest.map(article),
});

function fragmentOf(text: string): Parameters<typeof itemOfNamed>[0] {
  const block = indexSpelling(text);
  return {
    raw_url: '/2020/01/03/found/',
    content: `Found. ${indexSpelling('What happened.')} ${block}`,
    meta: { title: 'Found.' },
    filters: { publication: ['the-tide'], language: ['en'] },
    anchors: [{ id: 'p1', text: block, location: 3 }],
    locations: [],
  };
}

const marked = (text: string): string =>
  (itemOfNamed(fragmentOf(text), record([], 1), labels).excerpts[0]?.pieces ?? [])
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('');

test('the longest spelling that stands in the text is marked, whatever its signs', () => {
  assert.equal(marked('Then Abu Mahdi al-Muhandis came.'), 'Then [Abu Mahdi al-Muhandis] came.');
  assert.equal(marked('So Kata’ib’s man came.'), 'So [Kata’ib’s man] came.');
  assert.equal(marked('Then Muhandis’ men came.'), 'Then [Muhandis]’ men came.');
});

test('capitals count as they do in an article', () => {
  assert.equal(marked('They told us and the US’s men.'), 'They told us and the [US’s] men.');
  assert.equal(marked('A muhandis is an engineer.'), 'What happened.');
});

test('without one the description stands in', () => {
  assert.equal(marked('Nobody came.'), 'What happened.');
});

test('an article that the file holds is shown as the file has it', () => {
  const item = itemOfNamed(fragmentOf('x'), record(['2020/01/03/found'], 1), labels);
  assert.deepEqual([item.title, item.mentions, item.excerpts[0]?.anchor], ['Known', 2, 'p3']);
});

test('a list that is not whole ends before its last day', () => {
  const ids = ['2020/01/03/a', '2020/01/02/b', '2020/01/01/c', '2020/01/01/d'];
  assert.equal(countCertain(record(ids, 4)), 4);
  assert.equal(countCertain(record(ids, 5)), 2);
  assert.equal(countCertain(record(['2020/01/01/c'], 2)), 0);
  assert.equal(countCertain(record([], 0)), 0);
});

test('the file answers at once what asks for a record’s newest articles, and nothing else', () => {
  const count = (address: string): number =>
    findKnown(record(['2020/01/03/a'], 1), readState(address)).length;
  assert.deepEqual(['?q=x', '?q=x&sort=newest', '?q=x&as=people/x'].map(count), [1, 1, 1]);
  assert.deepEqual(['?q=x&sort=oldest', '?q=x&year=2020', '?q=x&to=2020'].map(count), [0, 0, 0]);
});
