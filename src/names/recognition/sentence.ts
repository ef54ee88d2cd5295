// Where a word stands in its sentence: whether its capital means anything, and what name it may belong to.
import { apostrophes } from '../normalize.ts';
import { isAcronym, isCapitalized } from './letter-case.ts';
import { isOrdinaryCapital, openers } from './capital-words.ts';
import { followsNickname } from './nicknames.ts';
import { endsTitle } from './titles.ts';
import type { Token } from './tokens.ts';

/** Small words inside and before the names of people. */
export const particles: ReadonlySet<string> = new Set(
  'al el ul bin ibn ben bint abu abou abi umm van von der den ter ten de di da do dos das del dello della du la le los las y af av zu zur zum wa ould nic ni ap'.split(
    ' ',
  ),
);

/** The Arabic article, which takes the sound of the letter after it. */
export const isArticle = (word: string): boolean =>
  /^(?:al|el|ul|as|ash|an|ar|at|az|ad|es|esh|en|er|et|ez|ed)$/i.test(word);

/** Whether a word is a suffix of a name: "Jr", "III", "MP". */
export const isSuffix = (word: string): boolean => suffix.test(word);
const suffix = /^(?:jr|sr|[ivx]+|phd|md|mp|mep|esq|obe|cbe)\.?$/iu;

/** Short forms whose dot ends no sentence. */
const shortForm =
  /^(?:Gen|Col|Maj|Lt|Sgt|Cpl|Capt|Adm|Cmdr|Sen|Rep|Gov|Pres|Prof|Dr|Mr|Mrs|Ms|St|Mt|Ft|Rev|Hon|Jr|Sr|No|Inc|Ltd|Co|Corp|vs|etc|\p{Lu})$/u;

/** Whether a dot after a word does not end the sentence: "Gen.", an initial. */
export const isShortForm = (word: string): boolean => shortForm.test(word);

/** Whether a token stands where every word has a capital: at the start of a text or sentence, after a quote or bracket. */
export function opensSentence(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || before === undefined) return true;
  const between = text.slice(before.end, token.start);
  if (/^\.\s*$/u.test(between) && shortForm.test(before.text)) return isOpener(token.text);
  return (
    /[.?!…:;][^\p{L}\p{N}]*$|["“‘«([—–•]\s*$|\n\s*\n|[^\s]\s*--\s*$|\s-\s$/u.test(between) ||
    (at === 1 && /^\d+$/.test(before.text))
  );
}

/** Whether nearly every word of a text has a capital, as in a headline, so that capitals say nothing. */
export function isHeadline(text: string, tokens: readonly Token[]): boolean {
  if (/\p{Ll}[.?!]\P{L}*$/u.test(text.slice(-12))) return false;
  const long = tokens.filter(({ text: word }) => word.length > 2 && /\p{Ll}|\p{Lu}/u.test(word));
  const capitals = long.filter(({ text: word }) => isCapitalized(word)).length;
  return long.length >= 3 && capitals >= long.length * 0.8;
}

const beforeApostrophe = new RegExp(`[${apostrophes}].*$`, 'u');

/** Whether a word is one that opens sentences, contractions such as "It's" included. */
export const isOpener = (word: string): boolean =>
  openers.has(word.toLowerCase().replace(beforeApostrophe, ''));

/**
 * Whether the word before a token is part of the same name as far as one can see: "Jane" before "Doe" (a nickname may stand between them), but not
 * "General", "Iraqi", "When" or the end of another phrase.
 */
export function followsName(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (followsNickname(tokens, at)) return true;
  if (token === undefined || before === undefined || token.joint !== '') return false;
  const word = before.text;
  if (!isCapitalized(word) || isAcronym(word) || before.readings.some(({ place }) => place === 'last'))
    return false;
  if (endsTitle(word) || isOrdinaryCapital(word)) return false;
  return !(opensSentence(text, tokens, at - 1) && isOpener(word));
}
