// What is too much for a parser is refused by its structure, with the line: the same text on every machine, busy or not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findExcess } from '../../src/markdown/find-excess.ts';

const place = (body: string): string | undefined => {
  const found = findExcess(body);
  return found && `${found.line}:${found.column} ${found.message}. ${found.fix}.`;
};

test('a long article, a long list, a large table and much code are not too much', () => {
  for (const body of [
    'A paragraph of *some* [words](https://example.org) and `code`.\n\n'.repeat(9000),
    '- an item\n'.repeat(9000),
    `| a | b |\n| - | - |\n${'| 1 | [2](https://e.org) |\n'.repeat(9000)}`,
    `\`\`\`\n${'code * [a] < b\n'.repeat(900)}\`\`\``,
    'word '.repeat(39_000),
    `${'> '.repeat(90)}deep`,
    'a < b && c | d *e* _f_ [g] '.repeat(400),
  ])
    assert.equal(place(body), undefined, body.slice(0, 40));
});

test('what is too much is named with its line', () => {
  for (const [body, line, words] of [
    ['a\n\nb\n\n'.repeat(60_000), 1, 'the file has more than 50,000 lines'],
    ['a\n\n'.repeat(10_001), 20_001, 'this article has more than 10,000 paragraphs'],
    [`a\n${'- b\n'.repeat(10_001)}`, 10_001, 'this article has more than 10,000 paragraphs'],
    ['## a\n'.repeat(10_001), 10_001, 'this article has more than 10,000 paragraphs'],
    [`text\n\n${'*a_ '.repeat(5000)}`, 3, 'this paragraph has more than 3,000 signs such as * and _'],
    [`text\n\nb\n${'['.repeat(5000)}`, 3, 'this paragraph has more than 4,000 square brackets'],
    [
      `${'|a'.repeat(500)}\n${'|-'.repeat(500)}\n${'|b\n'.repeat(100)}`,
      42,
      'this table has more than 20,000 cells',
    ],
    [`a\n\n${'b '.repeat(100_001)}`, 3, 'this paragraph has more than 200,000 characters'],
    [`\n${'> '.repeat(101)}x`, 2, 'this is nested more than 100 levels deep'],
    [`\n${'1. - '.repeat(60)}x`, 2, 'this is nested more than 100 levels deep'],
    [`\n${' '.repeat(400)}- x`, 2, 'this is nested more than 100 levels deep'],
  ] as const) {
    const found = findExcess(body);
    assert.equal(found?.line, line, body.slice(0, 40));
    assert.ok(found.message.startsWith(words), found.message);
    assert.match(place(body) ?? '', /\. [A-Z][^.]*\S\.$/);
  }
});

test('no line is too long for the look itself', () => {
  for (const sign of [' ', '\t', '-', '|', '-|', '- ', '1', '[', ':', '> ', '-| ', 'a '])
    for (const end of ['x', '', '|-x']) findExcess(`|-${sign.repeat(500_000)}${end}`);
});
