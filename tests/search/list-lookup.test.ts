// A pasted list: every line is answered, in order and in parts, and its copy does no harm in a spreadsheet.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderCsv } from '../../src/text/csv.ts';
import { lookUpNames, readLines, type LookedUp } from '../../src/search/list-lookup.ts';
import { buildRows } from '../../src/search/lookup-view.ts';
import type { FoundName } from '../../src/search/name-finder.ts';

const name = (id: string, match: FoundName['match']): FoundName => ({
  collection: 'people',
  id,
  name: id.toUpperCase(),
  spelling: id,
  match,
  score: 1,
  articles: 3,
});
const finder = {
  async find(query: string): Promise<FoundName[]> {
    if (query === 'shared') return [name('a', 'exact'), name('b', 'exact'), name('c', 'near')];
    if (query === 'near') return [name('c', 'near'), name('d', 'near')];
    if (query === 'far') return [name('c', 'near'), { ...name('d', 'near'), score: 0.9 }];
    if (query === 'Vell') return [name('v', 'exact')];
    return query === 'none' ? [] : [name('a', 'exact')];
  },
};

async function lookUp(lines: readonly string[], isOver = (): boolean => false): Promise<LookedUp[][]> {
  const parts: LookedUp[][] = [];
  let rests = 0;
  let asked = 0;
  await lookUpNames(lines, {
    finder,
    isOver,
    onPart: (part) => parts.push([...part]),
    isDue: () => (asked += 1) % 20 === 0,
    rest: async () => void (rests += 1),
  });
  assert.equal(rests, parts.length);
  return parts;
}

test('blank lines are none, and every kind of line end parts lines', () => {
  assert.deepEqual(readLines(' a\r\n\r\n b \u2028c\r\td\n '), ['a', 'b', 'c', 'd']);
  assert.deepEqual(readLines(' \n '), []);
});

test('a line is answered by one record, by all that share the spelling, by the nearest, or by none', async () => {
  const [signs] = await lookUp(['1. Vell', '(2) Vell;', '• Vell,', '- Vell', 'far']);
  assert.deepEqual(
    signs?.map(({ typed, names }) => [typed, ...names.map(({ id }) => id)]),
    [
      ['1. Vell', 'v'],
      ['(2) Vell;', 'v'],
      ['• Vell,', 'v'],
      ['- Vell', 'v'],
      ['far', 'c'],
    ],
  );
  const [part] = await lookUp(['x', 'shared', 'near', 'none']);
  assert.deepEqual(
    part?.map(({ typed, match, names }) => [typed, match, ...names.map(({ id }) => id)]),
    [
      ['x', 'exact', 'a'],
      ['shared', 'shared', 'a', 'b'],
      ['near', 'near', 'c', 'd'],
      ['none', 'none'],
    ],
  );
});

test('a thousand lines come in parts between which the page goes on', async () => {
  const lines = Array.from({ length: 1000 }, (_, index) => `name ${index}`);
  const parts = await lookUp(lines);
  assert.equal(parts.length, 50);
  assert.deepEqual(
    parts.flat().map(({ typed }) => typed),
    lines,
  );
});

test('a list that is no longer wanted is left', async () => {
  let asked = 0;
  const parts = await lookUp(Array<string>(100).fill('x'), () => (asked += 1) > 4);
  assert.ok(parts.length < 5);
});

test('the table as text has a line for each record, and one for a name without', async () => {
  const [part = []] = await lookUp(['shared', 'none']);
  assert.deepEqual(buildRows(part), [
    ['As typed', 'Record', 'Match', 'Spelling', 'Kind', 'Articles', 'Address'],
    ['shared', 'A', 'one of several', 'a', 'people', '3', 'https://dateline.example/people/a/'],
    ['shared', 'B', 'one of several', 'b', 'people', '3', 'https://dateline.example/people/b/'],
    ['none', '', 'not found', '', '', '', ''],
  ]);
});

test('fields are quoted where they must be, and no field is a formula; a number stays as it is', () => {
  assert.equal(
    renderCsv([
      ['a', 'b, c', 'say "d"'],
      ['=1+1', '+x', '-5+2', '-44.3661', '@y', '\t=z', ' =w', '＝HYPERLINK("x")', 'a=b'],
      ['two\nlines', ''],
    ]),
    [
      'a,"b, c","say ""d"""',
      `'=1+1,'+x,'-5+2,-44.3661,'@y,'\t=z,' =w,"'＝HYPERLINK(""x"")",a=b`,
      '"two\nlines",',
      '',
    ].join('\r\n'),
  );
});
