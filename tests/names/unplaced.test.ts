// Names that no record has, found in invented news prose and measured against a list made by hand.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { findUnplacedNames } from '../../src/names/recognition/unplaced.ts';

const list = (text: string, ...known: string[]): string[] =>
  findUnplacedNames([
    {
      text,
      known: known.map((name) => ({ start: text.indexOf(name), end: text.indexOf(name) + name.length })),
    },
  ]).map(({ name, count }) => (count === 1 ? name : `${name} ${count}`));

for (const [text, names] of [
  [
    'On Tuesday the mayor, Ilse van den Berg, met Defense Secretary Omar al-Rashid. Trucks left.',
    ['Ilse van den Berg', 'Omar al-Rashid'],
  ],
  ['Crowds cheered in Ostra’s halls. Ostra slept.', ['Ostra 2']],
  [
    'He said that President Rouhani, Prime Minister of Veldmark, and Queen Astrid were late.',
    ['Rouhani', 'Veldmark', 'Queen Astrid'],
  ],
  ['Merkel said no. Photographs showed it. Vell’s boats left.', ['Merkel', 'Vell']],
  [
    'the Ministry of Health and Education, the Truth and Justice Commission, and Basra and Najaf',
    ['Ministry of Health and Education', 'Truth and Justice Commission', 'Basra', 'Najaf'],
  ],
  [
    'the General Services Board, a French officer, Shia and Sunni Muslims, the CEO, TV and I',
    ['General Services Board'],
  ],
  [
    'The Tidal Action Group (TAG) said that TAG, led by Nuria Vell, was glad. Then Vell left.',
    ['Tidal Action Group 3', 'Nuria Vell 2'],
  ],
  [
    'See J. R. Vane and St. Anselm, in the U.S. Senate. The end.',
    ['J. R. Vane', 'St. Anselm', 'U.S. Senate'],
  ],
  ['Storm Closes Osk Harbour', []],
  ['It’s over. We’re done. Don’t ask. “Nobody knows,” he said—The end.', []],
] satisfies [string, string[]][]) {
  test(`in "${text}"`, () => assert.deepEqual(list(text), names));
}

test('what only leads up to a known name is no name; what goes on behind it is', () => {
  assert.deepEqual(
    list('So US Defense Secretary Esper met him in Downtown Baghdad.', 'US', 'Esper', 'Baghdad'),
    [],
  );
  assert.deepEqual(list('He saw that the Baghdad Tower burned when George Baghdad left.', 'Baghdad'), [
    'Baghdad Tower',
    'George Baghdad',
  ]);
});

test('a page of invented news prose: precision at least .96, recall at least .98', (context) => {
  const read = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
  const texts = read('invented-news.txt')
    .trim()
    .split(/\n\n+/)
    .map((text) => ({ text, known: [] }));
  const gold = read('invented-news-names.txt').trim().split('\n');
  const found = findUnplacedNames(texts).map(({ name }) => name);
  const right = found.filter((name) => gold.includes(name)).length;
  const wrong = found.filter((name) => !gold.includes(name));
  const missed = gold.filter((name) => !found.includes(name));
  context.diagnostic(
    `precision ${(right / found.length).toFixed(3)}, recall ${(right / gold.length).toFixed(3)} of ${gold.length}; wrong: ${wrong.join(', ')}; missed: ${missed.join(', ')}`,
  );
  assert.ok(right / found.length >= 0.96 && right / gold.length >= 0.98);
});
