// The A-Z lists: names of every script under what a reader looks for, other spellings as entries that lead to the name.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonRecord } from '../../src/archive/build.ts';
import { buildLetterList } from '../../src/archive/letters.ts';

const person = (name: string, ...aliases: string[]): PersonRecord => ({
  collection: 'people',
  id: name.toLowerCase().replaceAll(' ', '-'),
  name,
  aliases,
  description: 'An invention',
  differentFrom: [],
});

const told = (...records: PersonRecord[]): Record<string, string[]> =>
  Object.fromEntries(
    buildLetterList(records, true).groups.map(({ letter, entries }) => [
      letter,
      entries.map(({ record, spellings }) =>
        spellings.length === 0 ? record.name : `${spellings.join(', ')} > ${record.name}`,
      ),
    ]),
  );

test('names stand under their plain letter, then numbers first and other scripts by their names last', () => {
  const groups = told(
    ...['قاسم', '习近平', 'Сергей', 'Łukasz', 'Æthel', 'Özil', '‘Abd', '3rd Brigade', 'Ηρακλής', 'ⴰⵎⵖⴰⵔ'].map(
      (name) => person(name),
    ),
  );
  assert.deepEqual(groups, {
    '0–9': ['3rd Brigade'],
    A: ['‘Abd', 'Æthel'],
    L: ['Łukasz'],
    O: ['Özil'],
    Greek: ['Ηρακλής'],
    Cyrillic: ['Сергей'],
    Arabic: ['قاسم'],
    Chinese: ['习近平'],
    'Other scripts': ['ⴰⵎⵖⴰⵔ'],
  });
});

test('another spelling leads to the name unless it would stand beside it; those side by side are one entry', () => {
  const groups = told(
    person('Idris Vane', 'Idris Q. Vane', 'Vane', 'Vayne', 'Van', 'إدريس'),
    person('Vaughn'),
    person('Vance'),
  );
  assert.deepEqual(groups, {
    I: ['Idris Vane'],
    V: ['Van > Idris Vane', 'Vance', 'Vane > Idris Vane', 'Vaughn', 'Vayne > Idris Vane'],
    Arabic: ['إدريس > Idris Vane'],
  });
});

test('every group can be jumped to', () => {
  const { groups } = buildLetterList(
    ['قاسم', 'ⴰⵎⵖⴰⵔ', 'Ada', '4th'].map((name) => person(name)),
    true,
  );
  const anchors = groups.map(({ anchor }) => anchor);
  assert.equal(new Set(anchors).size, groups.length);
  for (const anchor of anchors) assert.match(anchor, /^[a-z-]+$/);
});
