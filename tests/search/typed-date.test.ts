// A typed date is read in the order of the site's language, and leads to days that have articles.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDate } from '../../src/components/dates.ts';
import { buildDayTable, findNearDays, isFarYear, readDays } from '../../src/search/day-table.ts';
import { readDateHabits, readTypedDate } from '../../src/search/typed-date.ts';

const british = readDateHabits(formatDate);
const write =
  (locale: string) =>
  (date: string): string =>
    new Intl.DateTimeFormat(locale, {
      ...(date.length === 10 && { day: 'numeric' }),
      ...{ month: 'long', year: 'numeric', timeZone: 'UTC' },
    }).format(new Date(date));
const american = readDateHabits(write('en-US'));

test('dates in figures and in words', () => {
  for (const [typed, date] of [
    ['2021', '2021'],
    ['2021-03', '2021-03'],
    [' 2021-3-4 ', '2021-03-04'],
    ['2021/03/04', '2021-03-04'],
    ['March 2021', '2021-03'],
    ['mar 2021', '2021-03'],
    ['Sept. 2021', '2021-09'],
    ['4 March 2021', '2021-03-04'],
    ['4th of March, 2021', '2021-03-04'],
    ['March 4, 2021', '2021-03-04'],
    ['2021 March 4', '2021-03-04'],
    ['4/3/2021', '2021-03-04'],
    ['3/25/2021', '2021-03-25'],
    ['3/2021', '2021-03'],
  ] as const)
    assert.equal(readTypedDate(typed, british), date, typed);
});

test('in American English the month comes first', () => {
  assert.equal(readTypedDate('4/3/2021', american), '2021-04-03');
  assert.equal(readTypedDate('25/3/2021', american), '2021-03-25');
});

test('months of other languages', () => {
  const german = readDateHabits(write('de'));
  assert.equal(readTypedDate('4. März 2021', german), '2021-03-04');
  assert.equal(readTypedDate('maerz 2021', german), undefined);
  assert.equal(readTypedDate('4 mars 2021', readDateHabits(write('fr'))), '2021-03-04');
});

test('what is no date is none', () => {
  for (const typed of ['', '43', '12021', 'March', '4 March', 'May', '31 February 2021', '2021-13', 'ma 2021', 'Mark 2021', 'March of the 4 generals 2021'])
    assert.equal(readTypedDate(typed, british), undefined, typed); // prettier-ignore
});

test('the table has every day, and says which are nearest', () => {
  const days = ['1957-10-04', '2020-01-03', '2020-01-31', '2020-12-31', '2021-03-01'];
  const table = buildDayTable([...days].reverse());
  assert.deepEqual(readDays(table), days);
  assert.deepEqual(findNearDays(table, '2020-01'), {
    isThere: true,
    earlier: '1957-10-04',
    later: '2020-12-31',
  });
  assert.deepEqual(findNearDays(table, '2020-02-02'), {
    isThere: false,
    earlier: '2020-01-31',
    later: '2020-12-31',
  });
  assert.deepEqual(findNearDays(table, '2022'), { isThere: false, earlier: '2021-03-01', later: undefined });
  assert.deepEqual(findNearDays({}, '2022'), { isThere: false, earlier: undefined, later: undefined });
});

test('four digits far from any article are a number', () => {
  const table = buildDayTable(['1957-10-04', '2020-01-03']);
  const isFar = (date: string): boolean => isFarYear(date, findNearDays(table, date));
  assert.deepEqual(['4000', '1800', '2021', '1990', '2020'].map(isFar), [true, true, false, false, false]);
  assert.ok(!isFar('4000-01'));
});
