// A whole name as the words that are compared: initials joined, the Arabic article in one spelling, or left out.
import { splitArticle } from './arabic-article.ts';
import { foldWord, splitWords } from '../normalize.ts';
import { soundOf, type Sound } from './sounds.ts';

export interface ComparedWord {
  /** As exact matches compare it. */
  text: string;
  /** Of the word as it was written, marks and all. */
  sound: Sound;
  /** Whether its letters are each the first of a word. */
  isInitials?: true;
}

/**
 * The words of a name as a record lists it: `J. R.`, `J R` and `JR` are one word, and every spelling of the Arabic article
 * is `al`.
 */
export function readName(name: string): ComparedWord[] {
  const given = splitWords(name).flatMap((word) => {
    const folded = foldWord(word.text);
    return folded === '' ? [] : [{ ...word, folded }];
  });
  const words: ComparedWord[] = [];
  const add = (text: string, written = text): void => void words.push({ text, sound: soundOf(written) });
  // Where everything is in capitals they say nothing.
  const hasSmall = /\p{Ll}/u.test(name);
  let initials: string[] = [];
  for (const [at, { folded, text, end }] of given.entries()) {
    const parts = splitArticle(name, given, at);
    // The letter between two words of Mazar-e Sharif is none.
    const isWithin = at > 0 && at < given.length - 1 && text === folded && name[end] !== '.';
    const isInitial = parts === undefined && /^[a-z]$/.test(folded) && !isWithin;
    if (isInitial) initials.push(folded);
    if (isInitial && /^[a-z]$/.test(given[at + 1]?.folded ?? '')) continue;
    if (initials.length > 0) {
      const joined = initials.join('');
      words.push({ text: joined, sound: soundOf(joined), isInitials: true });
    }
    initials = [];
    if (parts !== undefined) for (const part of parts) add(part);
    else if (hasSmall && /^(?!I{2,3}$|IV$|VI{0,3}$)[A-Z]{2,3}$/.test(text) && given.length > 1)
      words.push({ text: folded, sound: soundOf(text), isInitials: true });
    else if (!isInitial) add(folded, text);
  }
  return words;
}

const possessive = /(?<=[\p{L}\p{M}])['’ʼ]s(?![\p{L}\p{M}\p{N}])/giu;

/** A query without possessive endings: Soleimani for "Soleimani's"; but they may belong to a name, as to Ra's al-Ayn. */
export const dropPossessives = (query: string): string => query.replace(possessive, '');

/** The form in which exact matches are compared. */
export const exactForm = (words: readonly ComparedWord[]): string => words.map(({ text }) => text).join(' ');

/** Words that stand in many names and tell none from another. */
const fillers = new Set('al the of and de la le les du des di da do dos und el los las'.split(' '));

/** The words that near matches are compared by: without articles and the like, unless nothing else is there. */
export function coreWords(words: readonly ComparedWord[]): ComparedWord[] {
  const core = words.filter(({ text }) => !fillers.has(text));
  return core.length > 0 ? core : [...words];
}
