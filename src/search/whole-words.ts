// Finds the words of a query whole. A word may be the beginning of others only if no text has it; a number never may.

/** How to search for one word of a query. */
export type WordUse =
  /** The keys of the articles that have it. */
  | { whole: ReadonlySet<string> }
  /** No text has it, so it may be the beginning of a longer word. */
  | 'beginning';

/** The words of a query, as Pagefind takes them; none if the query is a phrase. */
export const wordsOf = (term: string): string[] =>
  term.includes('"') ? [] : [...new Set(term.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)))];

/** In quotation marks, Pagefind finds a single word whole, in all its inflections. */
export const quote = (word: string): string => `"${word}"`;

/** @param found the keys of the articles that have the word whole */
export const useOf = (word: string, found: ReadonlySet<string>): WordUse =>
  found.size > 0 || isNumber(word) ? { whole: found } : 'beginning';

const isNumber = (word: string): boolean => /^[\p{N}.,]+$/u.test(word);

/**
 * The keys of the articles that a query with these words may find, or `undefined` for no restriction. If no article has
 * all the words whole, only numbers have to be.
 */
export function meet(words: readonly string[], uses: readonly WordUse[]): ReadonlySet<string> | undefined {
  const whole = uses.flatMap((use) => (use === 'beginning' ? [] : [use.whole]));
  const all = intersect(whole);
  if (all === undefined || all.size > 0) return all;
  return intersect(
    uses.flatMap((use, at) => (use === 'beginning' || !isNumber(words[at] ?? '') ? [] : [use.whole])),
  );
}

function intersect(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> | undefined {
  const [first, ...others] = sets.toSorted((a, b) => a.size - b.size);
  return first && new Set([...first].filter((key) => others.every((set) => set.has(key))));
}

/** The values of a filter to count again, those with the most articles first, up to a limit that keeps it quick. */
export const countedAgain = (counts: Readonly<Record<string, number>>): string[] =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostCounted)
    .map(([value]) => value);

const mostCounted = 150;
