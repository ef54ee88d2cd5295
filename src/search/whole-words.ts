// Which words of a query are found whole: a word is taken for a beginning only where no text has it, a number never.

/** How one word of a query is to be asked for. */
export type WordUse =
  /** The articles that have it, by `keyOf`. */
  | { whole: ReadonlySet<string> }
  /** No text has it, so what begins with it may be meant. */
  | 'beginning';

/** The words of a query as Pagefind is asked for them; none where it is a phrase. */
export const wordsOf = (term: string): string[] =>
  term.includes('"') ? [] : [...new Set(term.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)))];

/** In quotation marks Pagefind takes a lone word as it stands, in all its inflections. */
export const quote = (word: string): string => `"${word}"`;

/** @param found the articles that have the word whole */
export const useOf = (word: string, found: ReadonlySet<string>): WordUse =>
  found.size > 0 || isNumber(word) ? { whole: found } : 'beginning';

const isNumber = (word: string): boolean => /^[\p{N}.,]+$/u.test(word);

/**
 * The articles that a query with these words may find, by their keys; `undefined` for all that Pagefind finds. Where no
 * article has all words whole, only numbers must be.
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

/** Counts of one filter that are to be taken again, the largest first; more would take too long. */
export const countedAgain = (counts: Readonly<Record<string, number>>): string[] =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostCounted)
    .map(([value]) => value);

const mostCounted = 150;
