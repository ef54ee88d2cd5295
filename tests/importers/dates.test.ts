// Dates as newspapers print them, and those that cannot be read with certainty.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDate } from '../../src/importers/dates.ts';

const sure = [
  '3 January 2020',
  '3rd of January, 2020',
  'January 3, 2020',
  'JANUARY 3RD, 2020',
  'Jan. 3, 2020',
  'Jan 3 2020',
  '2020-01-03',
  '2020/1/3',
  '2020-01-03T10:20:00Z',
  'Friday, 3 January 2020',
  'Fri., Jan. 3, 2020, 10:30 a.m. EST',
  'Published: 3 January 2020 at 14:05 GMT',
  'Published on Friday January 3, 2020',
  'First published: 10.15 GMT, 3 January 2020',
  'Last updated 3 January 2020',
  '3\u00a0January\u00a02020',
  '3-Jan-2020',
  '3. Januar 2020',
  'le 3 janvier 2020',
  '3 de enero de 2020',
  '03 stycznia 2020',
  '2020年1月3日',
];

test('a certain date is read whole', () => {
  for (const line of sure) {
    const found = findDate(line);
    assert.equal(found?.day, '2020-01-03', line);
    assert.equal(found?.problem, undefined, line);
    assert.match(line.slice(0, found?.start) + line.slice(found?.end), /^(?:le )?$/, line);
  }
  assert.equal(findDate('13/04/2020')?.day, '2020-04-13');
  assert.equal(findDate('04/13/2020')?.day, '2020-04-13');
  assert.equal(findDate('03/03/2020')?.day, '2020-03-03');
  assert.equal(findDate('Sept. 9, 2019')?.day, '2019-09-09');
  assert.equal(findDate('29 February 2020')?.day, '2020-02-29');
});

test('an uncertain date is not decided', () => {
  const unsure: [string, RegExp][] = [
    ['03/04/2020', /may be 2020-04-03 or 2020-03-04/],
    ['3.4.2020', /may be/],
    ['13/04/20', /two digits/],
    ['3 January', /no year/],
    ['January 3', /no year/],
    ['January 2020', /no day/],
    ['30 February 2020', /not a day that exists/],
    ['2019-02-29', /not a day that exists/],
  ];
  for (const [line, problem] of unsure) {
    assert.equal(findDate(line)?.day, undefined, line);
    assert.match(findDate(line)?.problem ?? '', problem, line);
  }
  const monday = findDate('Monday, 3 January 2020');
  assert.equal(monday?.day, '2020-01-03');
  assert.match(monday.problem ?? '', /weekday/);
});

test('a line without a date has none', () => {
  for (const line of [
    'Bill Van Auken',
    'The war of 1980-88',
    'Room 3',
    'K-1 base',
    'May we go',
    '1,200 dockers walk out',
  ])
    assert.equal(findDate(line), undefined, line);
});
