// Words that no text has: the lists of words that an index has beside it, and the nearest of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWordLists } from '../../src/search/nearest-words.ts';
import { buildWordCounter, readWordList } from '../../src/search/word-lists.ts';

function render(...articles: string[]): Map<string, string[]> {
  const counter = buildWordCounter();
  for (const text of articles) counter.add([text]);
  return new Map(
    [...counter.render()].map(([list, bytes]) => [list, readWordList(new TextDecoder().decode(bytes))]),
  );
}

const texts = [
  'Plain language helps. The language of the harbour’s clerks is plain.',
  'Łódź and the Élysée; the plane landed, and language failed in 1999.',
  'Плавание',
];
const lists = render(...texts);
const correct = openWordLists(['one/', 'two/'], (path) =>
  Promise.resolve(path.startsWith('one/') ? (lists.get(path.slice(4)) ?? []).join(' ') : 'plank lamp'),
);

test('each list has the words of its letter, those of the most articles first; other letters share one', () => {
  assert.deepEqual(lists.get('words/l.txt'), ['language', 'landed', 'łódź']);
  assert.deepEqual(lists.get('words/p.txt'), ['plain', 'plane']);
  assert.deepEqual(lists.get('words/h.txt'), ['harbour', 'helps']);
  assert.deepEqual(lists.get('words/other.txt'), ['плавание']);
  assert.deepEqual(lists.get('words/q.txt'), []);
  assert.equal(lists.size, 27);
});

test('a word that one article of many has is no word to propose', () => {
  const many = render(...Array.from({ length: 600 }, () => 'harbour'), 'harbuor');
  assert.deepEqual(many.get('words/h.txt'), ['harbour']);
});

for (const [query, corrected] of [
  ['plain langage', 'plain language'],
  ['harbuor', 'harbour'],
  ['lnaguage', 'language'],
  ['plian', 'plain'],
  ['"plan langauge"', '"plain language"'],
  ['plain language', undefined],
  ['Lodz', undefined],
  ['lodsz', 'łódź'],
  ['plavanie', undefined],
  ['плаваняе', 'плавание'],
  ['plnk', 'plank'],
  ['the of 1998', undefined],
  ['', undefined],
] as const)
  test(`"${query}" becomes ${corrected ?? 'nothing'}`, async () =>
    assert.equal(await correct(query), corrected));

test('lists that could not be read are read again', async () => {
  let tries = 0;
  const flaky = openWordLists([''], () => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error('offline')) : Promise.resolve('harbour');
  });
  await assert.rejects(flaky('harbuor'));
  assert.equal(await flaky('harbuor'), 'harbour');
});
