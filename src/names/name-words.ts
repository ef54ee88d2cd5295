// A whole name as the words that are compared: initials joined, the Arabic article in one spelling, or left out.
import { foldWord, splitWords } from './normalize.ts';
import { soundOf, type Sound } from './sounds.ts';

export interface ComparedWord {
  /** As exact matches compare it. */
  text: string;
  /** Of the word as it was written, marks and all. */
  sound: Sound;
}

/** The Arabic article as it is spelled before any word; in Persian and Urdu names also -ul and -il. */
const article = /^[aeiou]l$/;
/** Before a sun letter the article takes its sound (ALA-LC writes it al- all the same): as-Sadr, ash-Shaabi, ud-Din. */
const assimilated = /^[aeu](th|t|dh|d|r|z|sh|s|n)$/;
/** Abd with the article of the word after it: Abdul Mahdi, Abd al-Mahdi, Abdel Mahdi. */
const servant = /^abd([aeiou](?:l|th|t|dh|d|r|z|sh|s|n))$/;
/** The same written as one word: Abdulmahdi, Abderrahmane; not Abdullah, whose parts no one tells apart. */
const joinedServant = /^abd[aeiou](?:l(?!l?ah)|([rnszdt])(?=\1))(?=.{4})/;

const possessive = /['’ʼ]s$/iu;

/**
 * The words of a name: `J. R.`, `J R` and `JR` are one word, every spelling of the Arabic article is `al`, and a
 * possessive ending is left out.
 */
export function readName(name: string): ComparedWord[] {
  const given = splitWords(name).flatMap(({ text }) => {
    const bare = text.replace(possessive, '');
    const folded = foldWord(bare);
    return folded === '' ? [] : [{ folded, bare }];
  });
  const words: ComparedWord[] = [];
  const add = (text: string, written = text): void => void words.push({ text, sound: soundOf(written) });
  let initials = false;
  for (const [at, { folded, bare }] of given.entries()) {
    const next = given[at + 1]?.folded;
    const initial = /^[a-z]$/.test(folded);
    const last = words.at(-1);
    if (initial && initials && last !== undefined) {
      words.pop();
      add(last.text + folded);
    } else if (isArticle(folded, next)) {
      add('al');
    } else if (isArticle(servant.exec(folded)?.[1], next)) {
      add('abd');
      add('al');
    } else if (joinedServant.test(folded)) {
      add('abd');
      add('al');
      add(folded.replace(joinedServant, ''));
    } else add(folded, bare);
    initials = initial;
  }
  return words;
}

/** The form in which exact matches are compared. */
export const exactForm = (words: readonly ComparedWord[]): string => words.map(({ text }) => text).join(' ');

function isArticle(word: string | undefined, next: string | undefined): boolean {
  if (word === undefined || next === undefined) return false;
  const sun = assimilated.exec(word)?.[1];
  return article.test(word) || (sun !== undefined && next.startsWith(sun));
}

/** Words that stand in many names and tell none from another. */
const fillers = new Set('al the of and de la le les du des di da do dos und el los las'.split(' '));

/** The words that near matches are compared by: without articles and the like, unless nothing else is there. */
export function coreWords(words: readonly ComparedWord[]): ComparedWord[] {
  const core = words.filter(({ text }) => !fillers.has(text));
  return core.length > 0 ? core : [...words];
}

/** What is left of a word that may begin with the article without a gap: almuhandis, ElBaradei, assadr. */
export function withoutJoinedArticle(word: string): string | undefined {
  const rest = /^[ae](?:l(?=[^aeioul])|([tdrzsn])(?=\1))(.{4,})$/.exec(word)?.[2];
  return rest !== undefined && /[aeiou]/.test(rest) ? rest : undefined;
}
