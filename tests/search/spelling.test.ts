// What is indexed can be read back sign for sign, and what is typed meets it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexSpelling, joinedWords, querySpelling, readSpelling } from '../../src/search/spelling.ts';

const texts = [
  "Kata'ib, Kata’ib, Kataʿib, Kataʾib, Kata`ib, ‘quoted’",
  'Abdul-Mahdi, Shia militias—many of which—fought; either/or; and so… no…more',
  'militias — many, - and -- so',
  'Łódź, Straße, ŒUVRE, Æsir, Þórr, ıstanbul, İzmir, GROSSE',
  'الحشـد الشعبي, 葛\u{E0100}城, e\u0301, 👩‍👩‍👧',
  'F-15E, K-1, 1980-88, -5, https://a.example/b-c, <b>&amp;</b>',
];

for (const text of texts) {
  test(`"${text}" can be read back`, () => {
    const indexed = indexSpelling(text);
    assert.equal(readSpelling(indexed), text);
    // An excerpt is put together word by word.
    const words = indexed
      .split(' ')
      .map((word) => readSpelling(word) + (word.endsWith('\u{E01EF}') ? '' : ' '));
    assert.equal(words.join('').trim(), text);
  });
}

test('runs of space of any kind are one space', () => {
  assert.equal(indexSpelling('  a\u00a0\n b\u202f\ufeffc '), 'a b c');
});

test('every word stands alone, and no sign does', () => {
  const words = indexSpelling('militias—many — and Abdul-Mahdi').split(' ');
  assert.deepEqual(
    words.map((word) => word.replace(/[^\p{L}]/gu, '')),
    ['militias', 'many', 'and', 'Abdul', 'Mahdi'],
  );
});

for (const [typed, meant] of [
  ['Kataʿib', "Kata'ib"],
  ['Abdul-Mahdi', 'Abdul Mahdi'],
  ['militias—many', 'militias many'],
  ['“caretaker government”', '"caretaker government"'],
  ['«Łódź»', '"Lódź"'],
  ['  two   words ', 'two words'],
  ['—', ''],
] as const) {
  test(`${typed} is searched for as ${meant}`, () => assert.equal(querySpelling(typed), meant));
}

test('hyphenated words are known as one word too, others are not', () => {
  const words = indexSpelling("the US-backed, Kata'ib-linked men—some—of Abdul-Mahdi in 1980-88").split(' ');
  assert.deepEqual(joinedWords(words), [
    { joined: 'usbacked', from: 1, to: 2 },
    { joined: 'kataiblinked', from: 3, to: 4 },
    { joined: 'abdulmahdi', from: 8, to: 9 },
  ]);
});
