// Who and what an article names in full: that settles what a shared or shortened name means in it.
import { foldName } from '../normalize.ts';
import { countWords, type ReadText } from './read-text.ts';
import { targetKey, type NameTarget, type NameTrie } from './recognize.ts';
import { readFirstName, readSurnames, type Surname } from './surnames.ts';

/** Somebody who is named in full, and the surname by which the text may go on. */
export interface Bearer {
  target: NameTarget;
  /** Or a first name, as its kind says. */
  surname: Surname;
  /** All folded words of the full name. */
  words: readonly string[];
  /** Where the full name stands first, in reading order. */
  since: number;
}

export interface FullNames {
  /** Where each record is named in full first, in reading order. */
  since: Map<string, number>;
  /** By every word of their full names. */
  bearers: Map<string, Bearer[]>;
}

/** Reading order as one number; the headline comes before the first text. */
export const orderOf = (at: number, start: number): number => (at + 1) * 2 ** 24 + start;

/**
 * Reads who is named in full: by a record's own name, or by an alias of several words, that no other record claims.
 * @param texts the headline, then the texts
 */
export function findFullNames(texts: readonly ReadText[], trie: NameTrie): FullNames {
  const since = new Map<string, number>();
  const bearers = new Map<string, Bearer[]>();
  const seen = new Set<string>();
  for (const [index, { names }] of texts.entries()) {
    for (const { spelling, targets, start } of names) {
      const [target, ...others] = targets;
      if (target === undefined || others.length > 0) continue;
      const key = targetKey(target);
      if (seen.has(`${key} ${spelling}`)) continue;
      seen.add(`${key} ${spelling}`);
      const name = trie.names.get(key) ?? spelling;
      const words = foldName(spelling);
      if (countWords(spelling) < 2 && words !== foldName(name)) continue;
      const order = orderOf(index - 1, start);
      if (!since.has(key)) since.set(key, order);
      if (target.collection !== 'people') continue;
      const first = readFirstName(spelling);
      for (const surname of [...readSurnames(spelling), ...readSurnames(name), ...(first ? [first] : [])]) {
        const bearer: Bearer = { target, surname, words: words.split(' '), since: order };
        for (const word of new Set([...bearer.words, ...surname.words])) {
          const list = bearers.get(word);
          if (list === undefined) bearers.set(word, [bearer]);
          else list.push(bearer);
        }
      }
    }
  }
  return { since, bearers };
}

/** The one of several records that a name means: the one named in full before it, or else the one ever named in full. */
export function settle(
  candidates: readonly NameTarget[],
  order: number,
  { since }: FullNames,
): NameTarget | undefined {
  if (candidates.length === 1) return candidates[0];
  const before = candidates.filter((target) => (since.get(targetKey(target)) ?? Infinity) < order);
  const named = before.length > 0 ? before : candidates.filter((target) => since.has(targetKey(target)));
  return named.length === 1 ? named[0] : undefined;
}
