// Records that share a name are offered with what tells them apart, and no file is read for the others.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FoundName } from '../../src/search/name-finder.ts';
import { tellNamesakesApart } from '../../src/search/namesakes.ts';

const found = (collection: FoundName['collection'], id: string, name: string): FoundName => ({
  collection,
  id,
  name,
  spelling: name,
  match: 'near',
  score: 0.9,
  articles: 0,
});
const names = [
  found('people', 'mayor', 'John Carter'),
  found('people', 'sailor', 'John Carter'),
  found('places', 'carter', 'John Carter'),
  found('people', 'joan', 'Joan Carter'),
];
const finder = { find: () => Promise.resolve(names), findNearest: () => Promise.resolve(names) };

test('only namesakes of one kind are described, each read once', async () => {
  const asked: string[] = [];
  const { find, findNearest } = tellNamesakesApart(finder, (key) => {
    asked.push(key);
    return Promise.resolve({ description: `The ${key}.` });
  });
  const expected = ['The people/mayor.', 'The people/sailor.', undefined, undefined];
  assert.deepEqual(
    (await find('john cart')).map(({ description }) => description),
    expected,
  );
  assert.deepEqual(
    (await findNearest('john cart')).map(({ description }) => description),
    expected,
  );
  assert.deepEqual(asked, ['people/mayor', 'people/sailor']);
});

test('a description that cannot be read takes no name away, and is asked for again', async () => {
  let fails = true;
  const { find } = tellNamesakesApart(finder, () =>
    fails ? Promise.reject(new Error('gone')) : Promise.resolve({ description: 'There.' }),
  );
  assert.deepEqual(await find('john'), names);
  fails = false;
  assert.deepEqual(
    (await find('john')).map(({ description }) => description),
    ['There.', 'There.', undefined, undefined],
  );
});
