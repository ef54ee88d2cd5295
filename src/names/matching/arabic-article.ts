// Knows the Arabic article in the spellings of all transliterations: by itself, on the word before it, or within one word.
import { apostrophes, foldWord, type Word } from '../normalize.ts';

export interface FoldedWord extends Word {
  folded: string;
}

/** The article's own letter, or the sun letter whose sound it takes. */
const consonants = 'l|th|t|dh|d|r|z|sh|ch|s|n';
const spelled = new RegExp(`^([aeiou])(${consonants})$`);
const elided = new RegExp(`^(?:${consonants})$`);
/** Of these only some are no words of English: Mozaffar od-Din, Nezam os-Saltaneh. */
const rareVowels = /^(?:[io](?:th|dh|d|z|sh|ch)|os)$/;
/** Behind these another name begins, and US Senate and UN News begin with no article. */
const leading = new Set('the of and for to by with in'.split(' '));
/** Abd, Abu or Dhu with the article of the word after it: Abdul Mahdi, Abdel Mahdi, Aboul Gheit, Dhul Nun. */
const construct = new RegExp(`^(?:(abd)([aeiou](?:${consonants}))|(abo?u|dhu)l)$`);
/** Abdul and a name as one word: Abdulmahdi, Abderrahmane; not Abdullah, whose parts no one tells apart. */
const joinedServant = /^abd[aeiou](?:l(?!l?ah)|([rnszdt])(?=\1))(?=.{4})/;
const sign = new RegExp(`[${apostrophes}]`, 'u');
/** Abu'l-Fida, Nuru'd-Din; but not Don't. */
const elidedEnd = new RegExp(`^(.+)[${apostrophes}]([ldrz])$`, 'iu');

/**
 * What a word is made of, `['al']` or `['abd', 'al', 'mahdi']`, with the article always as `al`; `undefined` if it holds
 * none. Before a sun letter the article takes its sound, as in as-Sadr and ud-Din; ALA-LC writes it al- all the same.
 * @param words those of the name
 */
export function splitArticle(name: string, words: readonly FoldedWord[], at: number): string[] | undefined {
  const { folded, text, start, end } = words[at] ?? { folded: '', text: '', start: 0, end: 0 };
  const before = words[at - 1]?.folded;
  const next = words[at + 1]?.folded;
  if (next !== undefined) {
    const isInside = before !== undefined && !leading.has(before);
    // Ed Davis is not al-Davis; with a hyphen it is the article.
    const isForename = folded === 'ed' && !isInside && name.charAt(end) === ' ';
    if (!isForename && isArticle(folded, next, isInside)) return ['al'];
    // Abu 'l-Fida, but not 'L' in quotation marks; some of the signs are letters, and stand in the word.
    const hasSign = sign.test(name.charAt(start - 1)) || sign.test(text.charAt(0));
    const isElided = isInside && hasSign && !sign.test(name.charAt(end)) && elided.test(folded);
    if (isElided && agrees(folded, next)) return ['al'];
    const [, servant, article = '', father] = construct.exec(folded) ?? [];
    if (servant !== undefined && isArticle(article, next, true)) return [servant, 'al'];
    if (father !== undefined) return [father, 'al'];
    const [, base, letter = ''] = elidedEnd.exec(text) ?? [];
    if (base !== undefined && agrees(letter.toLowerCase(), next)) return [foldWord(base), 'al'];
  }
  return joinedServant.test(folded) ? ['abd', 'al', folded.replace(joinedServant, '')] : undefined;
}

const agrees = (consonant: string, next: string): boolean => consonant === 'l' || next.startsWith(consonant);

function isArticle(word: string, next: string, isInside: boolean): boolean {
  const [, vowel = '', consonant = ''] = spelled.exec(word) ?? [];
  if (consonant === '' || consonant === 'l') return consonant === 'l';
  if (!next.startsWith(consonant)) return false;
  return /[ae]/.test(vowel) || (isInside && (vowel === 'u' || rareVowels.test(word)));
}

/** What is left of a word that may begin with the article without a gap: almuhandis, ElBaradei, assadr. */
export function withoutJoinedArticle(word: string): string | undefined {
  const rest = /^[ae](?:l(?=[^aeioul])|([tdrzsn])(?=\1))(.{4,})$/.exec(word)?.[2];
  return rest !== undefined && /[aeiou]/.test(rest) ? rest : undefined;
}
