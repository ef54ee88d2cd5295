// Resolution: what is exact, what is near, and what is neither, over a small index whose names are known to a reader.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildNameIndex, resolveName, type NameRecord } from '../../src/names/matching/resolve.ts';

const names: Record<string, string[]> = {
  soleimani: ['Qasem Soleimani', 'Soleimani', 'قاسم سلیمانی'],
  sulaymaniyah: ['Sulaymaniyah'],
  muhandis: ['Abu Mahdi al-Muhandis'],
  mahdi: ['Adel Abdul Mahdi'],
  sadr: ['Muqtada al-Sadr'],
  hezbollah: ["Kata'ib Hezbollah"],
  irgc: ['Islamic Revolutionary Guard Corps', 'IRGC'],
  green: ['Green Zone'],
  lodz: ['Łódź'],
  vane: ['J. R. Vane'],
  budgett: ['Peter Budgett'],
  gates: ['Robert Gates'],
  mao: ['Mao Zedong'],
  gorbachev: ['Mikhail Gorbachev'],
  lavrov: ['Sergei Lavrov'],
  peshmerga: ['Peshmerga'],
  salahuddin: ['Salah al-Din'],
};
const records: NameRecord[] = Object.entries(names).map(([id, list]) => ({ id, kind: 'any', names: list }));
const index = buildNameIndex(records);
const first = (query: string): string => {
  const [match] = resolveName(index, query);
  return match === undefined ? 'nothing' : `${match.id} ${match.match}`;
};

for (const [query, expected] of [
  ['Qasem Soleimani', 'soleimani exact'],
  ['qasem SOLEIMANI', 'soleimani exact'],
  ["Qasem Soleimani's", 'soleimani exact'],
  ['قاسم سلیمانی', 'soleimani exact'],
  ['Lodz', 'lodz exact'],
  ['Kataʿib Hezbollah', 'hezbollah exact'],
  ['Kata’ib-Hezbollah', 'hezbollah exact'],
  ['kataib hezbollah', 'hezbollah exact'],
  ['Muqtada as-Sadr', 'sadr exact'],
  ['Muqtada el Sadr', 'sadr exact'],
  ['Adel Abd al-Mahdi', 'mahdi exact'],
  ['Adel Abdel-Mahdi', 'mahdi exact'],
  ['Adel Abdulmahdi', 'mahdi exact'],
  ['Salah ad-Din', 'salahuddin exact'],
  ['JR Vane', 'vane exact'],
  ['J.R. Vane', 'vane exact'],
  ['I.R.G.C.', 'irgc exact'],
  ['Greenzone', 'green exact'],
  ['gates', 'nothing'],
  ['Robert Gate', 'gates near'],
  ['Ghasem Soleymani', 'soleimani near'],
  ['Kassim Sulaimani', 'soleimani near'],
  ['Soleimani Qasem', 'soleimani near'],
  ['Solemani', 'soleimani near'],
  ['almuhandis', 'muhandis near'],
  ['Abou Mehdi al-Mohandes', 'muhandis near'],
  ['Mao Tse-tung', 'mao near'],
  ['Michail Gorbatschow', 'gorbachev near'],
  ['Sergej Lawrow', 'lavrov near'],
  ['Сергей Лавров', 'lavrov near'],
  ['Pesh Merga', 'peshmerga exact'],
  ['Pechmerga', 'peshmerga near'],
  ['Salahuddin', 'salahuddin near'],
  ['Soleim', 'soleimani near'],
  ['Revolutionary Guards Corps', 'irgc near'],
  ['budget', 'nothing'],
  ['budgets', 'nothing'],
  ['the', 'nothing'],
  ['Niger', 'nothing'],
  ['prime minister', 'nothing'],
  ['xqzvw', 'nothing'],
  ['', 'nothing'],
  ['—', 'nothing'],
] satisfies [string, string][]) {
  test(`"${query}" is ${expected}`, () => assert.equal(first(query), expected));
}

/** Whether either spelling finds a record of the other. */
const finds = (one: string, other: string): string[] =>
  [
    [one, other],
    [other, one],
  ].map(([name = '', query = '']) => {
    const [match] = resolveName(buildNameIndex([{ id: 'x', kind: 'any', names: [name] }]), query);
    return match?.match ?? 'nothing';
  });

for (const [one, ...others] of [
  ['Abu al-Fida', "Abu 'l-Fida", 'Abu ʾl-Fida', 'Abu’l-Fida', 'Abul Fida', 'Abu el Fida'],
  [
    'Salah al-Din',
    'Salah ad-Din',
    'Salah ed Din',
    'Salah ud-Din',
    'Salah id-Din',
    'Salah od-Din',
    "Salah 'd-Din",
  ],
  ['Nezam al-Saltaneh', 'Nezam os-Saltaneh', 'Nezam us Saltaneh'],
  ['al-Najaf', 'An Najaf', 'en-Najaf', 'AN-NAJAF', 'an‑Najaf'],
  ['al-Shaab', 'Ash Shaab', 'esh-Shaab'],
  ['al-Chaab', 'ech-Chaab'],
  ['al-Damazin', 'ed-Damazin', 'ad Damazin'],
  ['Ahmed Abou al-Gheit', 'Ahmed Aboul Gheit'],
  ["Ra's al-Ayn", 'Ras al-Ayn', 'Raʾs al-ʿAyn', 'Ras el-ʻAyn'],
  ["Macy's", 'Macys', 'Macy’s', "Macys'"],
  ['J. R. R. Vane', 'JRR Vane', 'J.R.R. Vane', 'J R R Vane'],
  ['Łódź', 'LODZ'],
  ['Diyarbakır', 'Diyarbakir', 'DİYARBAKIR'],
  ['Weißmann', 'Weissmann', 'WEIẞMANN'],
  ['Tromsø', 'Tromso'],
  ['Đinh', 'Ðinh', 'dinh'],
] as [string, ...string[]][]) {
  for (const other of others)
    test(`"${one}" and "${other}" are the same`, () =>
      assert.deepEqual(finds(one, other), ['exact', 'exact']));
}

for (const [one, other] of [
  ['US Senate', 'al-Senate'],
  ['UN News', 'An News'],
  ['Ed Davis', 'Al Davis'],
  ['Ed Davis', 'Davis'],
  ['US Saint-Étienne', 'AS Saint-Étienne'],
  ["Don't Tell", 'Don al-Tell'],
  ["McDonald's", 'McDonald'],
  [
    'Ministry of the Interior of the Kingdom of Upper and of Lower Anselm',
    'Ministry of the Interior of the Kingdom of Upper and of Lower Anselm and Osk',
  ],
] as const)
  test(`"${one}" is not "${other}"`, () => {
    assert.notEqual(finds(one, other)[0], 'exact');
    assert.deepEqual(finds(one, one), ['exact', 'exact']);
  });

test('a match names the spelling, one for each record, exact before near, best first', () => {
  const matches = resolveName(index, 'Soleimani');
  assert.deepEqual(
    matches.map(({ id, name, match }) => [id, name, match]),
    [
      ['soleimani', 'Soleimani', 'exact'],
      ['sulaymaniyah', 'Sulaymaniyah', 'near'],
    ],
  );
  for (const { match, score } of matches)
    assert.ok(score > 0 && score <= 1 && (match === 'exact') === score > 0.985);
  assert.equal(resolveName(index, 'Soleimani', { limit: 1 }).length, 1);
});

test('records that share a name all match exactly, the one with more said of it first', () => {
  const shared = buildNameIndex([
    { id: 'less', kind: 'people', names: ['Jane Smith'], weight: 2 },
    { id: 'more', kind: 'places', names: ['Jane Smith'], weight: 9 },
  ]);
  assert.deepEqual(
    resolveName(shared, 'jane smith').map(({ id, match }) => [id, match]),
    [
      ['more', 'exact'],
      ['less', 'exact'],
    ],
  );
});

test('of many equally near names a limit keeps those of which most is said', () => {
  const shared = Array.from({ length: 100 }, (_, at) => ({
    id: `smith-${100 + at}`,
    kind: 'people',
    names: ['John Smith'],
    weight: at,
  }));
  for (const list of [shared, shared.toReversed()])
    assert.deepEqual(
      resolveName(buildNameIndex(list), 'Jon Smith', { limit: 2 }).map(({ id }) => id),
      ['smith-199', 'smith-198'],
    );
});

test('an id stands for a record of its kind only', () => {
  const kinds = buildNameIndex([
    { id: 'vane', kind: 'people', names: ['Idris Vane'] },
    { id: 'vane', kind: 'places', names: ['Idris Vane'] },
  ]);
  assert.equal(resolveName(kinds, 'idris vane').length, 2);
  assert.equal(resolveName(kinds, 'Idriss Vane').length, 2);
});

test('every listed name resolves to its record, exactly', () => {
  for (const { id, names: list } of records) {
    for (const name of list) {
      const [match] = resolveName(index, name);
      assert.deepEqual([match?.id, match?.match, match?.score], [id, 'exact', 1], name);
    }
  }
});

test('one typing error of any kind in a long name still finds it', () => {
  for (const query of ['Soelimani', 'Solimani', 'Soleimaani', 'Solekmani', 'oleimani', 'Kaat’ib Hezbollah'])
    assert.match(first(query), /^(?:soleimani|hezbollah) near$/, query);
});

test('the order of the records does not matter', () => {
  const reversed = buildNameIndex(records.toReversed());
  for (const query of ['Sulaimani', 'Mahdi', 'gat', 'Sergej'])
    assert.deepEqual(resolveName(reversed, query), resolveName(index, query), query);
});
