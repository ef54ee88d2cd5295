// Words that are found whole: a beginning counts only where no text has the word, and no number is the beginning of another.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countedAgain, meet, useOf, wordsOf } from '../../src/search/whole-words.ts';

const keys = (...names: string[]): Set<string> => new Set(names);

/** What is found where texts have these words whole; `all` for whatever Pagefind finds. */
const found = (words: string[], texts: Record<string, string[]>): string[] | 'all' => {
  const met = meet(
    words,
    words.map((word) => useOf(word, keys(...(texts[word] ?? [])))),
  );
  return met === undefined ? 'all' : [...met].sort();
};

test('the words of a query are asked for one by one, but not those of a phrase', () => {
  assert.deepEqual(wordsOf('plain language plain &'), ['plain', 'language']);
  assert.deepEqual(wordsOf('"plain language"'), []);
  assert.deepEqual(wordsOf(''), []);
});

test('articles that have all words whole are found, and a word that no text has is a beginning', () => {
  assert.deepEqual(found(['dock', 'strike'], { dock: ['a', 'b'], strike: ['b', 'c'] }), ['b']);
  assert.deepEqual(found(['dock', 'stri'], { dock: ['a', 'b'] }), ['a', 'b']);
  assert.deepEqual(found(['do', 'stri'], {}), 'all');
});

test('where no article has all words whole, their beginnings count', () => {
  assert.deepEqual(found(['dock', 'strike'], { dock: ['a'], strike: ['c'] }), 'all');
});

test('a number is found whole or not at all', () => {
  assert.deepEqual(found(['4'], {}), []);
  assert.deepEqual(found(['4', 'stri'], { '4': ['a'] }), ['a']);
  assert.deepEqual(found(['4', 'strike', 'dock'], { '4': ['a', 'b'], strike: ['c'], dock: ['d'] }), [
    'a',
    'b',
  ]);
});

test('the counts that are taken again are those of the values that have articles, the largest first', () => {
  assert.deepEqual(countedAgain({ a: 1, b: 3, c: 0 }), ['b', 'a']);
  assert.equal(countedAgain(Object.fromEntries(Array.from({ length: 500 }, (_, at) => [at, 1]))).length, 150);
});
