// Names that occur together: counted by article and by paragraph, a place with all within it, and fast enough for many.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Archive, AuthorityRecord } from '../../src/archive/build.ts';
import { buildOccursWith, type Companion } from '../../src/archive/occurs-with.ts';
import { buildSampleArchive, type SampleArticles } from './sample.ts';

const of = (archive: Archive, key: string): AuthorityRecord => {
  const record = archive.recordByKey.get(key);
  assert.ok(record !== undefined, key);
  return record;
};
const told = (companions: Companion[]): string[] =>
  companions.map(({ record, articles, paragraphs }) => `${record.id} ${articles} ${paragraphs}`);

test('who shares more articles comes first, then who shares more paragraphs; equals are in the order of their names', () => {
  const archive = buildSampleArchive({
    '2020/01/01/a': [['people/ada', 'people/cem'], ['people/ada', 'people/cem', 'people/ada'], ['people/bo']],
    '2020/01/02/b': [['people/ada'], ['people/bo'], ['organizations/abc']],
    '2020/01/03/c': [['people/dee', 'people/bo']],
  });
  const occursWith = buildOccursWith(archive);
  assert.deepEqual(told(occursWith(of(archive, 'people/ada'), 9)), ['bo 2 0', 'cem 1 2', 'abc 1 0']);
  assert.deepEqual(told(occursWith(of(archive, 'people/ada'), 1)), ['bo 2 0']);
  // Asked again, and of another in between, the answer is the same.
  assert.deepEqual(told(occursWith(of(archive, 'people/dee'), 9)), ['bo 1 1']);
  assert.deepEqual(told(occursWith(of(archive, 'people/ada'), 9)), ['bo 2 0', 'cem 1 2', 'abc 1 0']);
});

test('a place occurs with what its parts occur with, but not with its parts', () => {
  const archive = buildSampleArchive(
    {
      '2020/01/01/a': [['places/quay', 'people/ada'], ['places/norland']],
      '2020/01/02/b': [['places/port', 'people/ada']],
    },
    { norland: { kind: 'country' }, port: { within: 'norland' }, quay: { within: 'port' } },
  );
  const occursWith = buildOccursWith(archive);
  assert.deepEqual(told(occursWith(of(archive, 'places/norland'), 9)), ['ada 2 2']);
  assert.deepEqual(told(occursWith(of(archive, 'places/quay'), 9)), ['ada 1 1', 'norland 1 0']);
});

test('a footnote is a paragraph too, and a record without mentions occurs with nobody', () => {
  const archive = buildSampleArchive({ '2020/01/01/a': [['people/ada', 'people/bo']] }, { port: {} });
  for (const { mentions } of archive.articles) for (const mention of mentions) mention.anchor = 'fn-1';
  const occursWith = buildOccursWith(archive);
  assert.deepEqual(told(occursWith(of(archive, 'people/ada'), 9)), ['bo 1 1']);
  assert.deepEqual(occursWith(of(archive, 'places/port'), 9), []);
});

test('the pairs agree with a plain count over a larger archive', () => {
  const articles: SampleArticles = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `2020/01/${String((index % 28) + 1).padStart(2, '0')}/n${index}`,
      [0, 1, 2].map((p) => [1, 2, 3].map((n) => `people/p${(index * n + p * 5) % 17}`)),
    ]),
  );
  const archive = buildSampleArchive(articles);
  const occursWith = buildOccursWith(archive);
  const all = Object.values(articles);
  for (const person of archive.people) {
    for (const { record, articles, paragraphs } of occursWith(person, 99)) {
      const both = (keys: readonly string[]): boolean =>
        keys.includes(`people/${person.id}`) && keys.includes(`people/${record.id}`);
      assert.equal(articles, all.filter((article) => both(article.flat())).length);
      assert.equal(paragraphs, all.flat().filter(both).length);
    }
  }
});
