// Articles are related by the names they share, the rare ones above all, and never by what every article names.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findRelated, findRelatedTopics } from '../../src/archive/related.ts';
import { buildSampleArchive } from './sample.ts';

const archive = buildSampleArchive({
  '2020/01/05/own': [['places/world', 'people/rare', 'places/common', 'people/rare']],
  '2020/01/01/rare': [['places/world', 'people/rare']],
  '2020/01/02/common': [['places/world', 'places/common']],
  '2020/01/06/near': [['places/world'], ['places/common']],
  '2020/01/07/both': [['places/common', 'people/rare', 'places/world']],
  '2020/01/08/world': [['places/world']],
});
const [own] = archive.articles.filter(({ id }) => id.endsWith('own'));
const told = (most: number): [string, string[]][] =>
  own === undefined ? [] : findRelated(own, archive, most).map(({ article, shared }) => [article.id, shared]);

test('a rare name weighs more than a common one, both more than either, and equals are in order of time', () => {
  assert.deepEqual(told(9), [
    ['2020/01/07/both', ['people/rare', 'places/common']],
    ['2020/01/01/rare', ['people/rare']],
    ['2020/01/06/near', ['places/common']],
    ['2020/01/02/common', ['places/common']],
  ]);
  assert.deepEqual(
    told(1).map(([id]) => id),
    ['2020/01/07/both'],
  );
});

test('an article that shares nothing with others has no related ones', () => {
  const alone = buildSampleArchive({ '2020/01/01/a': [['people/ada']], '2020/01/02/b': [['people/bo']] });
  for (const article of alone.articles) assert.deepEqual(findRelated(article, alone, 4), []);
});

test('topics are related by the part of their articles that they share', () => {
  const filed = structuredClone(archive);
  const [first, second, third] = filed.articles;
  assert.ok(first && second && third);
  const topic = (id: string) => ({
    collection: 'topics' as const, id, name: id, aliases: [], description: '', differentFrom: [],
  }); // prettier-ignore
  filed.topics = ['a', 'b', 'c', 'd'].map(topic);
  for (const record of filed.topics) filed.recordByKey.set(`topics/${record.id}`, record);
  first.topics = ['a', 'b', 'c'];
  second.topics = ['a', 'c'];
  third.topics = ['c', 'b'];
  filed.articlesByTopic = new Map([
    ['a', [first, second]],
    ['b', [first, third]],
    ['c', [first, second, third]],
  ]);
  const of = (id: string) =>
    findRelatedTopics(id, filed, 9).map(({ record, articles }) => [record.id, articles]);
  assert.deepEqual(of('a'), [['c', 2], ['b', 1]]); // prettier-ignore
  assert.deepEqual(of('d'), []);
});
