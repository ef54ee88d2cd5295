// Recognition: every listed spelling as whole words, whatever its signs; never an ordinary word, never by guess.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldName, splitWords } from '../../src/names/normalize.ts';
import { buildNameTrie, recognizeNames, type NameSpelling } from '../../src/names/recognize.ts';

const person = (id: string, ...spellings: string[]): NameSpelling[] =>
  spellings.map((spelling) => ({ spelling, targets: [{ collection: 'people', id }] }));

const trie = buildNameTrie([
  ...person('karim', 'Yusuf al-Karim', 'al-Karim', 'يوسف الكريم'),
  ...person('kaib', "Ka'ib Hizb", 'Ka‘ib'),
  ...person('lodz', 'Łódź'),
  ...person('us', 'US'),
  ...person('initial', 'J. R. Vane'),
  ...person('green', 'Green'),
  ...person('green-zone', 'Green Zone'),
  ...person('mcd', "McDonald's"),
  { spelling: 'Sadr', targets: [{ collection: 'people', id: 'one' }, { collection: 'people', id: 'two' }] },
]); // prettier-ignore

const found = (text: string): string[] =>
  recognizeNames(text, trie).map(
    ({ spelling, targets }) => `${spelling}=${targets.map(({ id }) => id).join('|')}`,
  );

for (const [text, names] of [
  ['Yusuf al-Karim spoke.', ['Yusuf al-Karim=karim']],
  ['YUSUF AL-KARIM and Yusuf Al Karim', ['YUSUF AL-KARIM=karim', 'Yusuf Al Karim=karim']],
  ["Al-Karim's deputy; al-Karim’s car", ['Al-Karim=karim', 'al-Karim=karim']],
  ['the ka’ib', []],
  ['Kaʿib Hizb, Ka’ib-Hizb, Ka`ib', ['Kaʿib Hizb=kaib', 'Ka’ib-Hizb=kaib', 'Ka`ib=kaib']],
  ['from Lodz to Łódź', ['Lodz=lodz', 'Łódź=lodz']],
  ['told us that US-backed US troops', ['US=us', 'US=us']],
  ['Us and them', []],
  ['J.R. Vane or J. R. Vane', ['J.R. Vane=initial', 'J. R. Vane=initial']],
  ['a green zone, the Green Zone, Green', ['Green Zone=green-zone', 'Green=green']],
  ['Greenland, evergreen, Greens', []],
  ["at McDonald's", ["McDonald's=mcd"]],
  ['“Green”—Green…', ['Green=green', 'Green=green']],
  ['Green. Zone', ['Green=green']],
  ['قال يوسف الكريم اليوم', ['يوسف الكريم=karim']],
  ['Sadr said', ['Sadr=one|two']],
] satisfies [string, string[]][]) {
  test(`in "${text}"`, () => assert.deepEqual(found(text), names));
}

test('offsets cut the spelling out of the text', () => {
  const text = 'In 1999 (Green Zone) and Łódź’s east.';
  for (const { start, end, spelling } of recognizeNames(text, trie))
    assert.equal(text.slice(start, end), spelling);
});

test("an article's own reading wins, and false means no name", () => {
  const overrides = buildNameTrie([
    { spelling: 'Sadr', targets: [{ collection: 'people', id: 'two' }] },
    { spelling: 'Green', targets: [] },
  ]);
  const names = recognizeNames('Sadr met Green in the Green Zone', trie, overrides);
  assert.deepEqual(
    names.map(({ spelling, targets }) => [spelling, ...targets.map(({ id }) => id)]),
    [['Sadr', 'two'], ['Green'], ['Green Zone', 'green-zone']],
  );
});

test('names are compared without case, marks and signs', () => {
  assert.equal(foldName('Nêçîrvan  Barzanî'), 'necirvan barzani');
  assert.equal(foldName("Mas'ud al-Ḥakīm"), 'masud al hakim');
  assert.deepEqual(
    splitWords("'Quoted' o'clock").map(({ text }) => text),
    ['Quoted', "o'clock"],
  );
});
