// Periods of the full text: none for a small archive, whole years for a large one, and those of the past stay as they are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInPeriod, periodName, planSearchPeriods } from '../../src/archive/search-periods.ts';

const articles = (counts: Readonly<Record<string, number>>): { published: string }[] =>
  Object.entries(counts).flatMap(([year, count]) =>
    Array.from({ length: count }, () => ({ published: `${year}-05-06` })),
  );

const plan = (counts: Readonly<Record<string, number>>, limits = {}): string[] =>
  planSearchPeriods(articles(counts), {
    mostInOne: 10,
    leastInPeriod: 4,
    mostPeriods: 12,
    ...limits,
  }).map(periodName);

test('an archive that is not large has one index', () => {
  assert.deepEqual(plan({}), []);
  assert.deepEqual(plan({ 2001: 5, 2002: 5 }), []);
});

test('years are put together until they have enough, newest first, and what is left is a period too', () => {
  assert.deepEqual(plan({ 1990: 1, 1995: 3, 2001: 5, 2002: 2, 2003: 1 }), ['2002-2003', '2001', '1990-1995']);
});

test('a new article of this year leaves all other periods as they are', () => {
  const before = plan({ 1990: 4, 1995: 3, 2001: 5, 2002: 2 });
  for (const more of [1, 2, 5, 30]) {
    const after = plan({ 1990: 4, 1995: 3, 2001: 5, 2002: 2 + more });
    assert.deepEqual(after.slice(1), before.slice(1));
  }
});

test('if there would be too many periods, they are larger', () => {
  const years = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [String(1980 + at), 4]));
  assert.equal(plan(years, { mostPeriods: 100 }).length, 40);
  assert.equal(plan(years, { mostPeriods: 12 }).length, 10);
});

test('every article is in one period', () => {
  const all = articles({ 1990: 1, 1995: 3, 2001: 5, 2002: 2, 2003: 1 });
  const periods = planSearchPeriods(all, { mostInOne: 10, leastInPeriod: 4, mostPeriods: 12 });
  for (const article of all) assert.equal(periods.filter((period) => isInPeriod(period, article)).length, 1);
});
