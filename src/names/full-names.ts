// Who and what an article names in full: that settles what a shared or shortened name means in it.
import { foldName } from './normalize.ts';
import { countWords, type ReadText } from './read-text.ts';
import { targetKey, type NameTarget, type NameTrie } from './recognize.ts';
import { readSurname, type Surname } from './surnames.ts';

/** Somebody who is named in full, and the surname by which the text may go on. */
export interface Bearer {
  target: NameTarget;
  surname: Surname;
  /** All folded words of the full name. */
  words: readonly string[];
  /** Where the full name stands first, in reading order. */
  since: number;
}

/** Reading order as one number; the headline comes before the first text. */
export const orderOf = (at: number, start: number): number => (at + 1) * 2 ** 24 + start;

/** The records that the texts name in full, with where they do so first, and the people among them. */
export function findFullNames(
  texts: readonly ReadText[],
  trie: NameTrie,
): { inFull: Map<string, number>; bearers: Bearer[] } {
  const inFull = new Map<string, number>();
  const bearers = new Map<string, Bearer>();
  for (const [index, { names }] of texts.entries()) {
    for (const { spelling, targets, start } of names) {
      const [target, ...others] = targets;
      if (target === undefined || others.length > 0) continue;
      const key = targetKey(target);
      const name = trie.names.get(key) ?? spelling;
      const words = foldName(spelling);
      if (countWords(spelling) < 2 && words !== foldName(name)) continue;
      const since = orderOf(index - 1, start);
      if (!inFull.has(key)) inFull.set(key, since);
      if (target.collection !== 'people') continue;
      for (const surname of [readSurname(spelling), readSurname(name)]) {
        if (surname === undefined || bearers.has(`${key} ${surname.words.join(' ')}`)) continue;
        bearers.set(`${key} ${surname.words.join(' ')}`, { target, surname, words: words.split(' '), since });
      }
    }
  }
  return { inFull, bearers: [...bearers.values()] };
}

/** The one of several records that a name means: the one named in full before it, or else the one ever named in full. */
export function settle(
  candidates: readonly NameTarget[],
  order: number,
  inFull: ReadonlyMap<string, number>,
): NameTarget | undefined {
  if (candidates.length === 1) return candidates[0];
  const before = candidates.filter((target) => (inFull.get(targetKey(target)) ?? Infinity) < order);
  const named = before.length > 0 ? before : candidates.filter((target) => inFull.has(targetKey(target)));
  return named.length === 1 ? named[0] : undefined;
}
