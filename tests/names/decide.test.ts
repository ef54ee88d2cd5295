// What shared names and bare surnames mean in an article: decided by who is named in full, or left open; never a guess.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNames } from '../../src/names/recognition/decide.ts';
import { buildNameTrie, type NameSpelling, type NameTarget } from '../../src/names/recognition/recognize.ts';

const target = (key: string): NameTarget => {
  const [collection, id = ''] = key.split('/');
  assert.ok(collection === 'people' || collection === 'places' || collection === 'organizations');
  return { collection, id };
};
const record = (key: string, ...spellings: string[]): NameSpelling[] =>
  spellings.map((spelling) => ({ spelling, targets: [target(key)] }));

const trie = buildNameTrie([
  ...record('people/bashar', 'Bashar al-Assad', 'Assad'),
  ...record('people/hafez', 'Hafez al-Assad'),
  ...record('people/smith', 'John Smith', 'John Q. Smith Jr.'),
  ...record('people/denzel', 'Denzel Washington'),
  ...record('places/washington', 'Washington'),
  ...record('people/green', 'Anna Green'),
  ...record('people/kim', 'Kim Jong Un'),
  ...record('people/zedong', 'Mao Zedong'),
  ...record('people/xi', 'Xi Jinping'),
  ...record('people/ma', 'Jack Ma'),
  ...record('people/jung', 'Jung Chang'),
  ...record('people/he', 'He Weidong'),
  ...record('people/novak', 'Kim Novak'),
  ...record('people/laden', 'Osama bin Laden'),
  ...record('people/adel', 'Adel Abdul Mahdi'),
  ...record('people/abu', 'Abu Mahdi al-Muhandis'),
  ...record('people/dorn', 'Mirela van Dorn'),
  ...record('people/jones', 'Catherine Zeta-Jones'),
  ...record('people/wales', 'Charles Windsor', 'Prince of Wales'),
  ...record('people/trump', 'Donald Trump', 'Trump'),
  ...record('people/muqtada', 'Muqtada al-Sadr'),
  ...record('people/musa', 'Musa al-Sadr'),
  { spelling: 'Sadr', targets: [target('people/muqtada'), target('people/musa')] },
]);

/** `Smith=smith`, or `Sadr?muqtada|musa` for an open one, in the order of the text. */
function read(texts: readonly string[], title = 'News', overrides?: NameSpelling[]): string[] {
  const { names, open } = readNames(title, texts, trie, overrides && buildNameTrie(overrides));
  return [
    ...names.map(({ target: { id }, ...place }) => ({ ...place, means: `=${id}` })),
    ...open.map(({ candidates, stranger, ...place }) => ({
      ...place,
      means: `?${[...candidates.map(({ id }) => id), ...(stranger === undefined ? [] : [stranger])].join('|')}`,
    })),
  ]
    .sort((a, b) => a.at - b.at || a.start - b.start)
    .map(({ spelling, means }) => spelling + means);
}

for (const [text, names] of [
  ['Sadr spoke.', ['Sadr?muqtada|musa']],
  ['Musa al-Sadr spoke. Sadr left.', ['Musa al-Sadr=musa', 'Sadr=musa']],
  ['Sadr spoke. It was Musa al-Sadr.', ['Sadr=musa', 'Musa al-Sadr=musa']],
  [
    'Sadr or Musa al-Sadr? Sadr, not Muqtada al-Sadr. Sadr.',
    ['Sadr?muqtada|musa', 'Musa al-Sadr=musa', 'Sadr=musa', 'Muqtada al-Sadr=muqtada', 'Sadr?muqtada|musa'],
  ],
  [
    'John Smith spoke. Smith left. “Smith’s house,” pro-Smith and Smith-led.',
    ['John Smith=smith', 'Smith=smith', 'Smith=smith', 'Smith=smith', 'Smith=smith'],
  ],
  ['Smith spoke before John Smith did.', ['John Smith=smith']],
  [
    'John Q. Smith Jr. was here, and General Smith, Gen. Smith, Mr Smith, Iranian Smith.',
    ['John Q. Smith Jr=smith', 'Smith=smith', 'Smith=smith', 'Smith=smith', 'Smith=smith'],
  ],
  ['John Smith of Smith Street, Smith & Sons, Smith-Doe and de Smith.', ['John Smith=smith']],
  ['John Smith met Jane Smith. Smith left.', ['John Smith=smith', 'Smith?smith|Jane Smith']],
  [
    'Bashar al-Assad left; Assad flew, al-Assad’s men stayed.',
    ['Bashar al-Assad=bashar', 'Assad=bashar', 'Assad=bashar'],
  ],
  [
    'Bashar al-Assad and Hafez al-Assad: Assad did it.',
    ['Bashar al-Assad=bashar', 'Hafez al-Assad=hafez', 'Assad?bashar|hafez'],
  ],
  [
    'In Washington, Denzel Washington spoke. Washington listened.',
    ['Washington=washington', 'Denzel Washington=denzel', 'Washington?washington|denzel'],
  ],
  ['Anna Green saw a green sea. Green waves rose. Then Green left.', ['Anna Green=green', 'Green=green']],
  [
    'Kim Jong Un waved. Un left, Kim stayed. Mao Zedong did not. Zedong left.',
    ['Kim Jong Un=kim', 'Kim=kim', 'Mao Zedong=zedong'],
  ],
  [
    'Xi Jinping flew in with Jack Ma by night. Xi spoke; Ma did not. He sat next to Jung Chang. He left with Chang, not Jinping.',
    ['Xi Jinping=xi', 'Jack Ma=ma', 'Xi=xi', 'Ma=ma', 'Jung Chang=jung', 'Chang=jung'],
  ],
  [
    'He Weidong came. He left. Kim Novak stayed. Novak sang. Kim smiled.',
    ['He Weidong=he', 'Kim Novak=novak', 'Novak=novak', 'Kim=novak'],
  ],
  [
    'Osama bin Laden hid. Bin Laden, bin Laden and Laden.',
    ['Osama bin Laden=laden', 'Bin Laden=laden', 'bin Laden=laden', 'Laden=laden'],
  ],
  ['Adel Abdul Mahdi spoke on Mahdi Square. Only Mahdi spoke.', ['Adel Abdul Mahdi=adel', 'Mahdi=adel']],
  [
    'Adel Abdul Mahdi met Abu Mahdi al-Muhandis. Only Mahdi spoke to al-Muhandis.',
    ['Adel Abdul Mahdi=adel', 'Abu Mahdi al-Muhandis=abu', 'Mahdi?adel|abu', 'al-Muhandis=abu'],
  ],
  [
    'Mirela van Dorn wrote. Dorn, Van Dorn and van Dorn, not von Dorn.',
    ['Mirela van Dorn=dorn', 'Dorn=dorn', 'Van Dorn=dorn', 'van Dorn=dorn'],
  ],
  ['Catherine Zeta-Jones sang. Zeta-Jones, not Jones.', ['Catherine Zeta-Jones=jones', 'Zeta-Jones=jones']],
  ['The Prince of Wales saw Wales.', ['Prince of Wales=wales']],
  [
    'Yesterday Melania Trump met Trump, and President Trump met Ivanka Trump.',
    ['Trump=trump', 'Trump=trump'],
  ],
] satisfies [string, string[]][]) {
  test(`in "${text}"`, () => assert.deepEqual(read([text]), names));
}

test('the headline and earlier paragraphs count, later ones do not', () => {
  assert.deepEqual(read(['So Smith left.'], 'John Smith speaks'), ['Smith=smith']);
  assert.deepEqual(read(['So Smith left.', 'John Smith spoke.', 'So Smith left.']), [
    'John Smith=smith',
    'Smith=smith',
  ]);
});

test("the article's own reading comes before everything", () => {
  const smith = 'John Smith, his wife and Jane Smith. Smith left.';
  assert.deepEqual(read([smith], 'News', record('people/smith', 'Smith')), [
    'John Smith=smith',
    'Smith=smith',
    'Smith=smith',
  ]);
  assert.deepEqual(read([smith], 'News', [{ spelling: 'Smith', targets: [] }]), ['John Smith=smith']);
  assert.deepEqual(read(['Sadr spoke.'], 'News', record('people/musa', 'Sadr')), ['Sadr=musa']);
});
