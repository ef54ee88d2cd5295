// What words mean as a name: an exact spelling is believed, a near one offered, and nothing is swapped in silence.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerName } from '../../src/search/name-answer.ts';
import type { FoundName, NameFinder } from '../../src/search/name-finder.ts';
import type { RecordFile } from '../../src/search/record-file.ts';
import { readState } from '../../src/search/state.ts';

const record = (id: string, name: string, aliases: string[]): RecordFile => ({
  collection: 'people',
  id,
  name,
  aliases,
  description: 'Somebody',
  kind: 'person',
  articles: 1,
  mentions: 1,
  wider: false,
  newest: [],
});
const records = [
  record('mara-lindqvist', 'Mara Lindqvist', ['Lindquist', 'Mara']),
  record('mara-olsen', 'Mara Olsen', ['Mara']),
];

const readRecord = async (key: string): Promise<RecordFile> => {
  const found = records.find(({ collection, id }) => `${collection}/${id}` === key);
  if (found === undefined) throw new Error(`no ${key}`);
  return found;
};

const finder: NameFinder = {
  async find(query) {
    return records.flatMap(({ id, name, aliases }): FoundName[] => {
      const spelling = [name, ...aliases].find((one) => one.toLowerCase() === query.toLowerCase());
      const found = { collection: 'people', id, name, score: 1, articles: 1 } as const;
      if (spelling !== undefined) return [{ ...found, spelling, match: 'exact' }];
      return query === 'Lindqvost' && id === 'mara-lindqvist'
        ? [{ ...found, spelling: name, match: 'near' }]
        : [];
    });
  },
  findNearest: async () => [],
};

const answer = async (address: string): Promise<unknown> => {
  const found = await answerName(readState(address), finder, readRecord);
  if (found.kind === 'matched') return [found.kind, found.record.id, found.spelling];
  if (found.kind === 'choice') return [found.kind, ...found.records.map(({ id }) => id)];
  return found.kind === 'near' ? [found.kind, ...found.names.map(({ id }) => id)] : [found.kind];
};

for (const [address, expected] of [
  ['?q=lindquist', ['matched', 'mara-lindqvist', 'Lindquist']],
  ['?q=Lindqvost', ['near', 'mara-lindqvist']],
  ['?q=harbour', ['none']],
  ['?q=Mara', ['choice', 'mara-lindqvist', 'mara-olsen']],
  ['?q=Mara&as=people/mara-olsen', ['matched', 'mara-olsen', 'Mara']],
  ['?q=lindquist&as=typed', ['typed']],
  ['?q="lindquist"', ['none']],
  ['?q=“lindquist”', ['none']],
  ['?year=2020', ['none']],
  // An address may claim what is not so: no record is shown for words that are none of its spellings.
  ['?q=harbour&as=people/mara-olsen', ['none']],
  ['?q=lindquist&as=people/mara-olsen', ['matched', 'mara-lindqvist', 'Lindquist']],
  ['?q=lindquist&as=people/nobody', ['matched', 'mara-lindqvist', 'Lindquist']],
] as const) {
  test(`${address} is ${expected.join(' ')}`, async () => assert.deepEqual(await answer(address), expected));
}

test('a record whose file cannot be read is an error, not another answer', async () => {
  const broken = async (): Promise<RecordFile> => {
    throw new Error('not there');
  };
  await assert.rejects(answerName(readState('?q=lindquist'), finder, broken), /not there/);
});
