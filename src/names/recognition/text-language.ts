// Tells by an article's words what its capitals say: whether it is English, and whether its nouns have capitals as in German.
import { isEnglish } from '../english-words.ts';
import { isCapitalized } from './letter-case.ts';
import type { Token } from './tokens.ts';

export interface TextLanguage {
  /** Whether its small words are English, so that a word that is not may be a name. */
  english: boolean;
  /** Whether nouns have capitals, so that these say nothing of names. */
  nouns: boolean;
}

/** Fewer small words tell nothing; then it is taken for English. */
const fewest = 30;
/** More small words than this tell nothing new. */
const enough = 400;
/** English prose has nine of ten, other languages two or three. */
const leastEnglish = 0.55;
/** Behind a word in lower case: of words in German three or four of ten, elsewhere one or two. */
const leastNouns = 0.26;

/** Reads all texts of an article together: by its words and not by its front matter, for many copies do not say. */
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
