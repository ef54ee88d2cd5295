// How the words of a text answer the words of a query: as typed, by their stem, or not really; pure.
import { foldWord, splitWords } from '../names/normalize.ts';
import type { Passage } from './fragment.ts';
import { querySpelling } from './spelling.ts';

export interface FoldedWord {
  folded: string;
  /** Offsets in the text. */
  start: number;
  end: number;
}

/** Words as they are compared; "Iraq's" counts as Iraq. */
export function foldWords(text: string): FoldedWord[] {
  return splitWords(text)
    .map(({ text: word, start, end }) => ({ folded: foldWord(word.replace(/['’ʼ]s$/iu, '')), start, end }))
    .filter(({ folded }) => folded !== '');
}

/** The words of a query as they are compared. */
export function readTerms(query: string): string[] {
  return foldWords(querySpelling(query)).map(({ folded }) => folded);
}

/** Which terms are met by a word that was hit. */
export interface WordMatch {
  /** Index among the passage's words. */
  word: number;
  term: string;
  /** Whether the word is the term, and not only akin to it. */
  exact: boolean;
}

/**
 * The hits of a passage that answer a term. Pagefind compares stems, and where it knows no word of that stem it takes
 * the longest known beginning of it ("no" for "nonexistent"): a hit that shares too little with every term is none.
 */
export function matchHits({ text, words, hits }: Passage, terms: readonly string[]): WordMatch[] {
  return hits.flatMap((word) => {
    const { start, end } = words[word] ?? { start: 0, end: 0 };
    return foldWords(text.slice(start, end)).flatMap(({ folded }) => {
      const term = closestTerm(folded, terms);
      return term === undefined ? [] : [{ word, term, exact: term === folded }];
    });
  });
}

/** The term that a word has most of; none where it has less than three fifths, or the length of a stem's ending. */
export function closestTerm(folded: string, terms: readonly string[]): string | undefined {
  let closest: string | undefined;
  let most = 0;
  for (const term of terms) {
    if (term === folded) return term;
    const shared = sharedLength(term, folded);
    const enough = shared >= term.length * 0.6 || (shared >= 4 && shared >= term.length - 3);
    if (enough && shared > most) [closest, most] = [term, shared];
  }
  return closest;
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
