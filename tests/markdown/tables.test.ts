// Most texts are read without looking for tables: whatever may hold one is read with it, and nothing else differs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { mayHoldTable, remarkGfmSubset } from '../../src/markdown/remark-gfm-subset.ts';
import { seededRandom } from '../bench/random.ts';

const parse = (text: string, tables: boolean): string =>
  JSON.stringify(unified().use(remarkParse).use(remarkGfmSubset, { tables }).parse(text));

const tables = [
  'a | b\n- | -\n1 | 2',
  '| a |\n| - |',
  'a\n:-',
  'a\r:-\r1',
  '> - a | b\n>   :-: | -',
  '1. a|b\n   -|-',
  '[^1]: a | b\n    - | -',
  'x[^a\\]: b]\n\n[^a\\]: b]: a | b\n    -|-',
];

for (const text of tables)
  test(`a table is not missed: ${JSON.stringify(text)}`, () => assert.ok(mayHoldTable(text)));

test('prose with hyphens, bars and colons holds no table', () => {
  assert.ok(!mayHoldTable('First: a well-known | sign\n\n- one: 1\n\n---\n\nThe end - or not.'));
});

test('a text in which nothing may be a table is read the same without looking for one', () => {
  const random = seededRandom(7);
  const pieces = ['a', 'b c', '|', '-', ':', '--', ' ', '\n', '\n\n', '> ', '- ', '1. ', '[^1]: ', '\\', '\t', '\r', '    ', '`', '*', '+ ']; // prettier-ignore
  let tried = 0;
  for (let run = 0; run < 4000; run += 1) {
    const text = Array.from({ length: 3 + Math.floor(random() * 14) }, () => pieces[Math.floor(random() * pieces.length)]).join(''); // prettier-ignore
    if (mayHoldTable(text)) continue;
    tried += 1;
    assert.equal(parse(text, false), parse(text, true), JSON.stringify(text));
  }
  assert.ok(tried > 1000);
});
