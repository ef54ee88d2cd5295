// Every day is inside a range or outside of it, and the filter says so with few values.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildRangeFilter, isPartialDate, type FilterTree } from '../../src/search/date-range.ts';

/** Whether a day fits a filter, read as Pagefind reads it. */
function fits(day: string, filter: FilterTree): boolean {
  const values: Record<string, string> = { year: day.slice(0, 4), month: day.slice(0, 7), day: day.slice(8) };
  return Object.entries(filter).every(([name, value]) => {
    const list = (key: string): FilterTree[] => (filter[key] ?? []) as FilterTree[];
    if (name === 'any') return list('any').some((part) => fits(day, part));
    if (name === 'all') return list('all').every((part) => fits(day, part));
    if (typeof value === 'string') return values[name] === value;
    return ((value as { any: string[] }).any ?? []).includes(values[name] ?? '');
  });
}

const days: string[] = [];
for (let time = Date.UTC(1999, 0, 1); time < Date.UTC(2005, 0, 1); time += 24 * 60 * 60 * 1000)
  days.push(new Date(time).toISOString().slice(0, 10));
const years = [...new Set(days.map((day) => day.slice(0, 4)))];

for (const [from, to] of [
  ['2000', '2001'],
  ['2000-02', '2000-02'],
  ['2000-02-29', '2000-03-01'],
  ['1999-12-31', '2004-01-01'],
  ['2000-01-02', '2000-12-30'],
  ['2001-05', '2003'],
  ['2003-05-31', '2003-05-01'],
  ['2004', '2001'],
  [undefined, '2000-02-28'],
  ['2003-11-30', undefined],
  [undefined, undefined],
] as const) {
  test(`from ${from ?? 'the beginning'} to ${to ?? 'the end'}`, () => {
    const filter = buildRangeFilter({ ...(from && { from }), ...(to && { to }) }, years);
    // A year or a month as text comes before its days, and with a sign after all digits behind them.
    const expected = days.filter((day) => (from ?? '') <= day && day <= `${to ?? ''}~`);
    assert.deepEqual(
      days.filter((day) => fits(day, filter)),
      expected,
    );
  });
}

test('a range over more than a century takes few values', () => {
  const all = Array.from({ length: 121 }, (_, index) => String(1900 + index));
  const filter = JSON.stringify(buildRangeFilter({ from: '1900-01-02', to: '2020-12-30' }, all));
  assert.ok((filter.match(/"\d+(?:-\d+)?"/g) ?? []).length < 220);
});

test('a date is a year, a month or a day that exists', () => {
  for (const date of ['2020', '0001', '2020-12', '2020-02-29', '0099-01-31'])
    assert.ok(isPartialDate(date), date);
  for (const text of [
    '',
    '20',
    '2020-1',
    '2020-00',
    '2020-13',
    '2021-02-29',
    '2020-01-00',
    '2020-01-01T',
    '٢٠٢٠',
  ])
    assert.ok(!isPartialDate(text), text);
});
