// The bars of a record's timeline: one month, a few years, a gap of forty years, centuries, and thousands of articles.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildTimeline } from '../../src/views/timeline.ts';

const told = (...items: [published: string, count: number][]) => {
  const timeline = buildTimeline(items.map(([published, count]) => ({ published, count })));
  assert.ok(timeline !== undefined);
  const { unit, slots, bars, fullest, labels } = timeline;
  return {
    axis: `${slots} ${unit}s`,
    bars: bars.map(({ period, slot, count }) => `${period} @${slot} ${count}`),
    fullest: fullest.period,
    labels: labels.map(({ slot, text }) => `${text} @${slot}`),
  };
};

test('nothing to count is no timeline', () => {
  assert.equal(buildTimeline([]), undefined);
});

test('one month lies in its year', () => {
  assert.deepEqual(told(['2020-03-04', 2], ['2020-03-31', 1]), {
    axis: '12 months',
    bars: ['2020-03 @2 3'],
    fullest: '2020-03',
    labels: ['2020 @0'],
  });
});

test('months of neighbouring years keep their distance, whatever order they come in', () => {
  assert.deepEqual(told(['2021-01-01', 1], ['2019-12-31', 4], ['2020-06-01', 4]), {
    axis: '36 months',
    bars: ['2019-12 @11 4', '2020-06 @17 4', '2021-01 @24 1'],
    fullest: '2019-12',
    labels: ['2019 @0', '2020 @12', '2021 @24'],
  });
});

test('a gap of forty years is told in years', () => {
  assert.deepEqual(told(['1980-05-05', 1], ['2020-01-03', 9]), {
    axis: '41 years',
    bars: ['1980 @0 1', '2020 @40 9'],
    fullest: '2020',
    labels: ['1980 @0', '1990 @10', '2000 @20', '2010 @30', '2020 @40'],
  });
});

test('years under a short axis keep their distance', () => {
  for (let span = 11; span <= 120; span += 1) {
    const timeline = buildTimeline([
      { published: '2001-01-01', count: 1 },
      { published: `${2000 + span}-01-01`, count: 1 },
    ]);
    assert.ok(timeline !== undefined);
    // The axis is 800 wide, or 28 a slot; on a phone a year takes 88 of them.
    const step = Math.min(800 / timeline.slots, 28);
    const places = timeline.labels.map(({ slot }) => slot * step);
    for (const [index, place] of places.slice(1).entries())
      assert.ok(place - (places[index] ?? 0) >= 88, `${span} years: ${places.join(' ')}`);
  }
});

test('centuries are told in decades', () => {
  assert.deepEqual(told(['1861-04-12', 1], ['1869-01-01', 1], ['2020-01-03', 1]), {
    axis: '17 decades',
    bars: ['1860s @0 2', '2020s @16 1'],
    fullest: '1860s',
    labels: ['1900 @4', '1950 @9', '2000 @14'],
  });
});

test('a hundred thousand articles are as many bars as there are months, and none is lost', () => {
  const items = Array.from({ length: 100_000 }, (_, index) => ({
    published: `${2011 + (index % 10)}-${String((index % 12) + 1).padStart(2, '0')}-01`,
    count: 2,
  }));
  const timeline = buildTimeline(items);
  assert.equal(timeline?.slots, 120);
  assert.equal(
    timeline.bars.reduce((sum, { count }) => sum + count, 0),
    200_000,
  );
  assert.ok(timeline.labels.length <= 6);
});
