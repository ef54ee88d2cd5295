// Words are counted exactly: against the plain table on many small texts, and in time on large ones.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countWordChanges } from '../../src/changes/word-changes.ts';

test('words that were added, removed, replaced and moved', () => {
  assert.deepEqual(countWordChanges('', ''), { added: 0, removed: 0 });
  assert.deepEqual(countWordChanges('', 'one two'), { added: 2, removed: 0 });
  assert.deepEqual(countWordChanges('one two', ''), { added: 0, removed: 2 });
  assert.deepEqual(countWordChanges('the old  man\nand the sea', 'the man and the wide sea'), {
    added: 1,
    removed: 1,
  });
  assert.deepEqual(countWordChanges('a b c d', 'c d a b'), { added: 2, removed: 2 });
  assert.deepEqual(countWordChanges('a a a', 'a a'), { added: 0, removed: 1 });
});

/** The textbook's table. */
function common(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    for (const [at, other] of b.entries())
      next.push(word === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}

test('agrees with the plain table', () => {
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  for (let round = 0; round < 300; round += 1) {
    const alphabet = 1 + random(12);
    const [a, b] = [0, 1].map(() => Array.from({ length: random(140) }, () => `w${random(alphabet)}`)) as [
      string[],
      string[],
    ];
    const shared = common(a, b);
    assert.deepEqual(countWordChanges(a.join(' '), b.join('\n')), {
      added: b.length - shared,
      removed: a.length - shared,
    });
  }
});

test('a file of the largest size, all of one word but its ends, is compared at all', () => {
  const words = (amount: number, end: string): string => `${end} ${'a '.repeat(amount)}${end}`;
  assert.deepEqual(countWordChanges(words(60_000, 'x'), words(59_000, 'y')), { added: 2, removed: 1002 });
});
