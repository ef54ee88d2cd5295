// What readers type while they read a newspaper finds whom they mean: each kind reaches its mark, in memory and by files.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildNameIndex, resolveName } from '../../src/names/matching/resolve.ts';
import { measureKinds } from '../bench/measure-kinds.ts';

for (const { kind, memory, files, missed } of await measureKinds(700)) {
  test(kind.kind, () => {
    for (const [first, shown] of [memory, files]) {
      assert.ok(first >= kind.marks[0], `${first.toFixed(1)}% first`);
      assert.ok(shown >= kind.marks[1], `${shown.toFixed(1)}% shown, not: ${missed.join(', ')}`);
    }
  });
}

const index = buildNameIndex(
  [
    ['Qasem Soleimani', 'person', 9],
    ['George Bush', 'person', 5],
    ['Ayub Khan', 'person', 3],
    ['Imran Khan', 'person', 7],
    ['World Health Organization', 'organization', 4],
    ['General Motors', 'organization', 2],
    ['Mahatma Gandhi', 'person', 1],
  ].map(([name, kind, weight]) => ({ id: String(name), kind: String(kind), names: [String(name)], weight: Number(weight) })),
); // prettier-ignore
const ids = (query: string, typing = false): string[] =>
  resolveName(index, query, { typing }).map(({ id }) => id);

test('a title is set aside and said, and a name that begins with one is found by it', () => {
  const [found] = resolveName(index, 'Iranian general Soleimani');
  assert.deepEqual(
    [found?.id, found?.setAside, found?.match],
    ['Qasem Soleimani', 'Iranian general', 'near'],
  );
  assert.deepEqual(resolveName(index, 'General Motors')[0]?.match, 'exact');
  assert.deepEqual(ids('General'), []);
});

test('a surname that is a word is offered, but never taken for certain, and no other word is', () => {
  assert.deepEqual(
    resolveName(index, 'bush').map(({ id, match }) => [id, match]),
    [['George Bush', 'near']],
  );
  for (const word of ['bushes', 'motors', 'health', 'gestern', 'toujours', 'siempre'])
    assert.ok(!ids(word).includes('George Bush'), word);
});

test('an initial tells namesakes apart, and a wrong one tells against them', () => {
  assert.equal(ids('A. Khan')[0], 'Ayub Khan');
  assert.equal(ids('Khan, I.')[0], 'Imran Khan');
  assert.ok(!ids('Z. Soleimani').includes('Ayub Khan'));
});

test('capitals are initials only where no name has them as a word, and a query in capitals has none', () => {
  const bodies = ['BBC Persian Service', 'Brown Bear Persian Club'];
  const people = ['Mohandas Gandhi', 'Indira Gandhi', 'Ali Khan', 'Abdul Qadeer Khan'];
  const records = [...bodies, ...people].map((name) => ({ id: name, kind: bodies.includes(name) ? 'organization' : 'person', names: [name] })); // prettier-ignore
  const others = buildNameIndex(records);
  const first = (query: string): string | undefined => resolveName(others, query)[0]?.id;
  assert.equal(first('BBC Persain'), 'BBC Persian Service');
  assert.equal(first('AQ Khan'), 'Abdul Qadeer Khan');
  assert.equal(first('ALI KAHN'), 'Ali Khan');
  assert.equal(first('M. Gandhi'), 'Mohandas Gandhi');
});

test('letters that are a word are an acronym only in capitals', () => {
  assert.deepEqual(ids('WHO'), ['World Health Organization']);
  assert.deepEqual(ids('who'), []);
});

test('while a name is typed, what begins so comes first, the best known before others, and alone', () => {
  assert.deepEqual(ids('kha', true), ['Imran Khan', 'Ayub Khan']);
  assert.deepEqual(ids('imran kh', true), ['Imran Khan']);
  // Nothing begins so: the nearest are offered.
  assert.deepEqual(ids('solemani', true), ['Qasem Soleimani']);
});
