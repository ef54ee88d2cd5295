// Up and down from a place: every place around and within it, and all that is said of them, each article once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mentionsOf, placesAround, placesWithin } from '../../src/archive/place-path.ts';
import { buildSampleArchive } from './sample.ts';

const archive = buildSampleArchive(
  {
    '2020/01/01/a': [['places/quay', 'people/ada'], ['places/norland']],
    '2020/01/02/b': [['places/port']],
    '2020/01/03/c': [['places/sund']],
  },
  {
    norland: { kind: 'country' },
    port: { within: 'norland' },
    quay: { within: 'port' },
    sund: { kind: 'country' },
  },
);
const ids = (places: { id: string }[]): string[] => places.map(({ id }) => id);

test('the way leads up to the whole and down to every part', () => {
  assert.deepEqual(ids(placesAround('quay', archive)), ['port', 'norland']);
  assert.deepEqual(ids(placesWithin('norland', archive)), ['port', 'quay']);
  assert.deepEqual(placesWithin('quay', archive), []);
});

test('a place has its own mentions and those of all within it, in the order of the articles', () => {
  const told = (id: string): string[] => {
    const record = archive.recordByKey.get(`places/${id}`);
    assert.ok(record !== undefined);
    return mentionsOf(record, archive).map(
      ({ article, mentions }) => `${article.id} ${mentions.map((mention) => mention.id).join(' ')}`,
    );
  };
  assert.deepEqual(told('norland'), ['2020/01/02/b port', '2020/01/01/a quay norland']);
  assert.deepEqual(told('port'), ['2020/01/02/b port', '2020/01/01/a quay']);
  assert.deepEqual(told('sund'), ['2020/01/03/c sund']);
});
