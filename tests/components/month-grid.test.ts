// Months stand on the calendar as they were: first weekdays, leap years, and days in four depths.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildMonthGrid, densityOf } from '../../src/components/month-grid.ts';

const weeksOf = (date: string): string[] =>
  buildMonthGrid({ date, days: [] }).map((week) => week.map((day) => day?.day ?? '.').join(' '));

test('weeks begin on Monday and hold the days of the month alone', () => {
  assert.deepEqual(weeksOf('2020-02'), [
    '. . . . . 1 2',
    '3 4 5 6 7 8 9',
    '10 11 12 13 14 15 16',
    '17 18 19 20 21 22 23',
    '24 25 26 27 28 29 .',
  ]);
  assert.equal(weeksOf('2021-02').length, 4);
  assert.equal(weeksOf('1900-02').at(-1), '26 27 28 . . . .');
  // 1 January of the year 99 was a Thursday by this calendar.
  assert.equal(weeksOf('0099-01')[0], '. . . 1 2 3 4');
});

test('a day knows its articles', () => {
  const [week] = buildMonthGrid({ date: '2020-01', days: [{ date: '2020-01-03', count: 2 }] });
  assert.deepEqual(week?.slice(3, 5), [
    { date: '2020-01-02', day: 2, count: 0 },
    { date: '2020-01-03', day: 3, count: 2 },
  ]);
});

test('the fullest day is the darkest, the emptiest of many the lightest', () => {
  assert.deepEqual([0, 1, 2, 5, 20, 100].map((count) => densityOf(count, 100)), [0, 1, 1, 2, 3, 4]); // prettier-ignore
  assert.deepEqual([0, 1].map((count) => densityOf(count, 1)), [0, 4]); // prettier-ignore
});
