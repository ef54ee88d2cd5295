// Recognition: every listed spelling as whole words, whatever its signs; never an ordinary word, never by guess.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldName, splitWords } from '../../src/names/normalize.ts';
import { buildNameTrie, recognizeNames, type NameSpelling } from '../../src/names/recognition/recognize.ts';

const person = (id: string, ...spellings: string[]): NameSpelling[] =>
  spellings.map((spelling) => ({ spelling, targets: [{ collection: 'people', id }] }));

const trie = buildNameTrie([
  ...person('karim', 'Yusuf al-Karim', 'al-Karim', 'يوسف الكريم'),
  ...person('kaib', "Ka'ib Hizb", 'Ka‘ib'),
  ...person('lodz', 'Łódź'),
  ...person('us', 'US'),
  ...person('guard', 'IRGC', 'Guard Corps', 'Badr'),
  ...person('iran', 'Iran', 'إيران', 'イラン', '伊朗'),
  ...person('iraq', 'Iraq', 'العراق'),
  ...person('china', '中国', '美'),
  ...person('trump', 'ドナルド・トランプ', '唐纳德·特朗普'),
  ...person('paris', 'パリ'),
  ...person('bangkok', 'กรุงเทพ'),
  ...person('dc', 'Washington, D.C.'),
  ...person('firm', 'AT&T', 'wsws.org'),
  ...person('petersburg', 'St Petersburg'),
  ...person('hooks', 'bell hooks', 'almuhandis'),
  ...person('vane', 'Vane'),
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
  ['the U.S. and the US’s, the U.S.’s', ['U.S.=us', 'US=us', 'U.S.=us']],
  ['the I.R.G.C. said', ['I.R.G.C.=guard']],
  ["Guard Corps' Guard Corps’s", ['Guard Corps=guard', 'Guard Corps=guard']],
  [
    'non-US, Badr-linked, Iran-Iraq, Iraq/Iran',
    ['US=us', 'Badr=guard', 'Iran=iran', 'Iraq=iraq', 'Iraq=iraq', 'Iran=iran'],
  ],
  ['IRAN — “Iraq’s”; ‘Iran’s', ['IRAN=iran', 'Iraq=iraq', 'Iran=iran']],
  ['Yusuf\nal-Karim, Yusuf al-\nKarim', ['Yusuf\nal-Karim=karim', 'Yusuf al-\nKarim=karim']],
  ['Yusuf\n\nal-Karim and Yusuf — al-Karim', ['al-Karim=karim', 'al-Karim=karim']],
  [
    'Yu\u00adsuf al\u2011Ka\u200brim, Yusuf\u00a0al-Karim',
    ['Yu\u00adsuf al\u2011Ka\u200brim=karim', 'Yusuf\u00a0al-Karim=karim'],
  ],
  ['\u200fيوسف\u200f \u200fالكريم\u200f', ['يوسف\u200f \u200fالكريم=karim']],
  ['وإيران بالعراق للعراق', ['إيران=iran', 'العراق=iraq', 'لعراق=iraq']],
  ['唐纳德·特朗普访问中国和伊朗', ['唐纳德·特朗普=trump', '中国=china', '伊朗=iran']],
  ['ドナルド・トランプはイランで。イランダ', ['ドナルド・トランプ=trump', 'イラン=iran']],
  ['バリ島とパリ', ['パリ=paris']],
  ['美国 美', ['美=china']],
  ['ไปกรุงเทพมหานคร', ['กรุงเทพ=bangkok']],
  ['in Washington, D.C., or Washington DC', ['Washington, D.C.=dc', 'Washington DC=dc']],
  ['AT&T, AT & T; wsws.org', ['AT&T=firm', 'AT & T=firm', 'wsws.org=firm']],
  ['St. Petersburg', ['St. Petersburg=petersburg']],
  ['bell hooks; almuhandis; Almuhandis', ['bell hooks=hooks', 'Almuhandis=hooks']],
  ['Plan B. Vane said', ['Vane=vane']],
] satisfies [string, string[]][]) {
  test(`in "${text}"`, () => assert.deepEqual(found(text), names));
}

test('a text or alias made to be hard is read in no time', () => {
  const words = Array.from({ length: 40 }, (_, index) => `Word${index}`);
  const hard = buildNameTrie([
    ...person('long', words.join(', ')),
    ...person('dots', 'A.'.repeat(60)),
    ...person('late', 'A A A A A A B'),
  ]);
  assert.equal(recognizeNames(words.join(', '), hard).length, 1);
  assert.equal(recognizeNames('A.'.repeat(60_000), hard).length, 1000);
  assert.equal(recognizeNames('A B '.repeat(60_000), hard).length, 0);
});

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
