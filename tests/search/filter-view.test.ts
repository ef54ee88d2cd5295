// The choices of a filter: named and counted by what the archive has, whatever the address asks for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildChoices } from '../../src/search/filter-view.ts';

const none = { person: {}, place: {}, organization: {}, topic: {}, publication: {}, author: {} };
const words = { labels: { ...none, person: { vane: 'Idris Vane', doe: 'Doe' } }, formatDate: String };

test('the most frequent come first, then by name; a chosen one is there even if nothing has it', () => {
  assert.deepEqual(buildChoices('person', { doe: 1, vane: 1, x: 2 }, 'vane', words), [
    { value: 'x', label: 'x', count: 2 },
    { value: 'doe', label: 'Doe', count: 1 },
    { value: 'vane', label: 'Idris Vane', count: 1 },
  ]);
  assert.deepEqual(buildChoices('person', {}, 'vane', words), [
    { value: 'vane', label: 'Idris Vane', count: 0 },
  ]);
});

test('an id that is the name of what every object has is an id like any other', () => {
  assert.deepEqual(buildChoices('person', {}, 'constructor', words), [
    { value: 'constructor', label: 'constructor', count: 0 },
  ]);
});

test('years are told newest first, months in their order', () => {
  const counts = { '2019': 1, '2021': 1, '2020': 5 };
  const values = buildChoices('year', counts, undefined, words).map(({ value }) => value);
  assert.deepEqual(values, ['2021', '2020', '2019']);
  const months = buildChoices('month', { '2020-03': 9, '2020-01': 1 }, undefined, words);
  assert.deepEqual(
    months.map(({ value }) => value),
    ['2020-01', '2020-03'],
  );
});
