// Works out what capitals mean in an article: whether it is in English, and whether it capitalizes nouns as German does.
import { isEnglish } from '../english-words.ts';
import { isCapitalized } from './letter-case.ts';
import type { Token } from './tokens.ts';

export interface TextLanguage {
  /** Whether it is in English, so that a word English does not have may be a name. */
  english: boolean;
  /** Whether it capitalizes nouns, so that a capital says nothing about names. */
  nouns: boolean;
}

/** With fewer lower-case words than this we cannot tell, and assume English. */
const fewest = 30;
/** Reading more lower-case words than this adds nothing. */
const enough = 400;
/** The share of lower-case words that are English: about 0.9 in English prose, 0.2 or 0.3 in other languages. */
const leastEnglish = 0.55;
/** The share of words after a lower-case word that are capitalized: 0.3 to 0.4 in German, 0.1 to 0.2 elsewhere. */
const leastNouns = 0.26;

/** Reads all texts of an article together. It does not rely on the front matter, because many copies do not give a language. */
export function readLanguage(texts: readonly (readonly Token[])[]): TextLanguage {
  let [small, english, next, capitals] = [0, 0, 0, 0];
  for (const tokens of texts) {
    if (small > enough) break;
    for (const [at, { text, joint }] of tokens.entries()) {
      if (!/^\p{L}/u.test(text)) continue;
      const before = tokens[at - 1]?.text ?? '';
      const isCapital = isCapitalized(text);
      if (joint === '' && /^\p{Ll}/u.test(before)) {
        next += 1;
        if (isCapital) capitals += 1;
      }
      if (isCapital) continue;
      small += 1;
      if (isEnglish(text)) english += 1;
    }
  }
  if (small < fewest || english >= small * leastEnglish) return { english: true, nouns: false };
  return { english: false, nouns: capitals >= next * leastNouns };
}
