// The years of a record with many articles: nothing is lost between its pages, and no page is longer than it may be.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Archive, AuthorityRecord } from '../../src/archive/build.ts';
import { listsOfRecord } from '../../src/archive/record-lists.ts';
import { mostInPeriod, mostNewest, periodsOf, type RecordPeriod } from '../../src/archive/record-periods.ts';
import { buildSampleArchive } from './sample.ts';

/** An archive in which every article names Ada, so many on each day. */
function buildDays(days: Record<string, number>): { archive: Archive; ada: AuthorityRecord } {
  const ids = Object.entries(days).flatMap(([day, count]) =>
    Array.from({ length: count }, (_, index) => `${day}/a${index}`),
  );
  const archive = buildSampleArchive(Object.fromEntries(ids.map((id) => [id, [['people/ada']]])));
  const ada = archive.recordByKey.get('people/ada');
  assert.ok(ada);
  return { archive, ada };
}

const datesOf = (periods: readonly RecordPeriod[]): string[] => periods.map(({ date }) => date);

/** The periods whose pages show all their articles. */
const leaves = (periods: readonly RecordPeriod[]): RecordPeriod[] =>
  periods.flatMap((period) => (period.parts.length > 0 ? leaves(period.parts) : [period]));

test('a record has years only if its page cannot show all its articles', () => {
  const few = buildDays({ '2020/01/01': mostNewest - 1, '2021/01/01': 1 });
  assert.deepEqual(periodsOf(few.ada, few.archive), []);
  const many = buildDays({ '2020/01/01': mostNewest, '2021/01/01': 1 });
  assert.deepEqual(datesOf(periodsOf(many.ada, many.archive)), ['2021', '2020']);
});

test('a full year has months, a full month has days, and every article stands on one of the last', () => {
  const { archive, ada } = buildDays({
    '2019/05/01': 1,
    '2020/02/01': mostInPeriod,
    '2020/03/01': 1,
    '2020/03/02': mostInPeriod,
    '2021/01/01': mostNewest,
  });
  const years = periodsOf(ada, archive);
  assert.deepEqual(datesOf(leaves(years)), ['2021', '2020-03-02', '2020-03-01', '2020-02', '2019']);
  const listed = leaves(years).flatMap(({ articles }) => articles);
  assert.deepEqual(listed, archive.articles);
});

test('at the end of a year the months lead on to the years beside it', () => {
  const { archive, ada } = buildDays({
    '2019/05/01': 1,
    '2020/02/01': mostInPeriod,
    '2020/03/01': 1,
    '2021/01/01': 1,
  });
  const [, year] = periodsOf(ada, archive);
  assert.deepEqual([year?.earlier, year?.later], ['2019', '2021']);
  assert.deepEqual(
    year?.parts.map(({ date, earlier, later }) => [earlier, date, later]),
    [
      ['2020-02', '2020-03', '2021'],
      ['2019', '2020-02', '2020-03'],
    ],
  );
});

test('the page of a record with years shows the newest of each of its lists', () => {
  const ids = Array.from({ length: mostNewest + 1 }, (_, index) => `20${10 + index}/01/01/a`);
  const archive = buildSampleArchive(
    Object.fromEntries(ids.map((id) => [id, [['places/bay']]])),
    {},
    { '2010/01/01/a': 'bay' },
  );
  const bay = archive.recordByKey.get('places/bay');
  assert.ok(bay);
  assert.deepEqual(
    listsOfRecord(bay, archive).map(({ part, items, total }) => [part, items.length, total]),
    [
      ['reported', 1, 1],
      ['mentioned', mostNewest / 2, mostNewest + 1],
    ],
  );
});
