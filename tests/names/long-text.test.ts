// Texts made to be slow: any cost that grows with the square of their length would keep these tests from ever ending.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitWords } from '../../src/names/normalize.ts';
import { splitTokens } from '../../src/names/recognition/tokens.ts';
import { findUnplacedNames } from '../../src/names/recognition/unplaced.ts';

const many = 400_000;

test('apostrophes without end inside a word', () => {
  const words = splitWords(`O${"'".repeat(many)}é’ Vane‘’`);
  assert.deepEqual(
    words.map(({ text }) => text.length),
    [many + 2, 4],
  );
});

test('spaces without end between two words', () => {
  const joints = splitTokens(`Port${' '.repeat(many)}* Anselm${' '.repeat(many)}\n Vane`).map(
    ({ joint }) => joint,
  );
  assert.deepEqual(joints, [undefined, undefined, '']);
});

test('a name without end', () => {
  const [only, ...others] = findUnplacedNames([{ text: `${'Bank of '.repeat(many / 4)}karst.`, known: [] }]);
  assert.equal(only?.name.length, (many / 4) * 'Bank of '.length - ' of '.length);
  assert.deepEqual(others, []);
});
