// The A-Z lists: names of every script under what a reader looks for, other spellings as entries that lead to the name.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonRecord } from '../../src/archive/build.ts';
import { buildLetterList, listedName, withParts } from '../../src/archive/letters.ts';

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
      entries.map(({ record, spellings, beside }) =>
        spellings.length === 0
          ? [listedName(record, record.name), ...beside].join(' = ')
          : `${spellings.join(', ')} > ${record.name}`,
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
    V: ['Van > Idris Vane', 'Vance', 'Vane, Idris', 'Vaughn', 'Vayne > Idris Vane'],
    Arabic: ['إدريس > Idris Vane'],
  });
});

test('people stand under their family names, and the spellings next to a name stand beside it', () => {
  const groups = told(
    person('Qasem Soleimani', 'Suleimani', 'Solemani', 'Qassem Suleymani', 'Haji Qasem'),
    person('Bashar al-Assad', 'Assad', 'el-Asad'),
    person('Mao Zedong', 'Chairman Mao'),
    person('Angela Merkel'),
    person('Edmund Sontag'),
    person('The Herald Staff'),
  );
  assert.deepEqual(groups, {
    A: ['al-Assad, Bashar = el-Asad'],
    M: ['Mao Zedong', 'Merkel, Angela'],
    Q: ['Qasem, Haji > Qasem Soleimani'],
    S: ['Soleimani, Qasem = Solemani', 'Sontag, Edmund', 'Suleimani, Suleymani, Qassem > Qasem Soleimani'],
    T: ['The Herald Staff'],
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

const names = (count: number, start: string): PersonRecord[] =>
  Array.from({ length: count }, (_, index) =>
    person(`${start}${String.fromCodePoint(97 + (index % 26))} ${index}`),
  );

/** By title, how many entries stand on each page of a list that shows any. */
const pagesOf = (records: readonly PersonRecord[], budget: number): Record<string, number> =>
  Object.fromEntries(
    withParts(buildLetterList(records, true, budget))
      .filter(({ groups }) => groups.length > 0)
      .map(({ title, groups }) => [title, groups.reduce((sum, { entries }) => sum + entries.length, 0)]),
  );

test('a list that fits is one page; one that does not has a page a letter, and a full letter one for its next', () => {
  const records = [...names(3, 'Be'), ...names(30, 'Al'), person('Ada'), person('Al'), person('Zoë', 'Bzoe')];
  assert.deepEqual(pagesOf(records, 100_000), { '': 37 });
  assert.deepEqual(pagesOf(records, 900), { A: 32, B: 4, Z: 1 });
  const parted = pagesOf(records, 500);
  assert.deepEqual(Object.keys(parted).slice(0, 3), ['Ad', 'Al …', 'Ala']);
  assert.equal(
    Object.values(parted).reduce((sum, count) => sum + count, 0),
    37,
  );
});

test('a page under a letter has an address that no record and no other page has', () => {
  const many = ['Ala', 'Al ', 'قاسم', 'سعيد', '习近', 'ⴰⵎ', '4th ', 'Æ'].flatMap((start) => names(40, start));
  for (const records of [many, names(40, 'Arabic '), many.slice(0, 1)]) {
    const keys = withParts(buildLetterList(records, true, 300))
      .slice(1)
      .map(({ key }) => key);
    assert.equal(new Set(keys).size, keys.length);
    for (const key of keys) assert.match(key, /^[a-z\d][\w-]*[-_]$/);
  }
});

test('names that are all the same stay on one page, and every page knows what it is a part of', () => {
  const same = Array.from({ length: 40 }, () => person('Ada Norling'));
  const list = buildLetterList([...same, ...names(40, 'Be')], true, 300);
  const [be, norling] = list.parts;
  assert.equal(norling?.parts.length, 0);
  assert.equal(norling.records.length, 40);
  const part = be?.parts[0];
  assert.deepEqual(
    part?.around.map(({ title }) => title),
    ['', 'B'],
  );
});
