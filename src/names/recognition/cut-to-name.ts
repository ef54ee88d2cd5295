// Cuts from a run of capitalized words what is no part of a name: the opener of a sentence, the office, the weekday.
import { isEnglish } from '../english-words.ts';
import { otherFirstNames } from '../first-names.ts';
import { endsWithPossessive, isBody, startsCapital, type CapitalRun } from './capital-runs.ts';
import { isDirection, isWholeDirection } from './directions.ts';
import { isAcronym } from './letter-case.ts';
import { isOrdinaryCapital, standsApart } from './capital-words.ts';
import { isOpener, isSuffix, opensSentence } from './sentence.ts';
import { isSpeech } from './speech.ts';
import { countTitleWords, isNoble, isRoyalTitle } from './titles.ts';
import { withoutPossessive, type Token } from './tokens.ts';

/** What the article shows of its words: those with a capital inside a sentence, and those without one. */
export interface Usage {
  /** Whether it is in English, so that a word English does not have may be a name. */
  english: boolean;
  inside: ReadonlySet<string>;
  small: ReadonlySet<string>;
}

/** The names in a run, as lists of tokens: usually one, or two with an office between them. */
export function cutToNames(
  text: string,
  tokens: readonly Token[],
  run: CapitalRun,
  usage: Usage,
  isKnown: (token: Token) => boolean,
): Token[][] {
  return splitAtTitle(dropOpener(text, tokens, run, usage, isKnown), isKnown)
    .map((words) => trimEnds(text, words))
    .filter((words) => words.length > 0);
}

/** Whether a word is an ordinary English word or its plural. */
const isWord = (word: string): boolean =>
  isEnglish(word) || (word.endsWith('s') && isEnglish(word.slice(0, -1)));

/** The tokens of a run without the word that is capitalized only because a sentence begins with it. */
function dropOpener(
  text: string,
  tokens: readonly Token[],
  { from, to }: CapitalRun,
  { english, inside, small }: Usage,
  isKnown: (token: Token) => boolean,
): Token[] {
  const words = tokens.slice(from, to);
  const [first, ...rest] = words;
  if (
    first === undefined ||
    !startsCapital(first.text) ||
    isKnown(first) ||
    !opensSentence(text, tokens, from)
  )
    return words;
  const word = withoutPossessive(first.text);
  const lower = word.toLowerCase();
  const isName = (): boolean => {
    if (isAcronym(word)) return true;
    // "North Karst" is a place, "northern Karst" at the start of a sentence is not.
    if (rest.length > 0 && isDirection(lower) && (isWholeDirection(lower) || !small.has(lower))) return true;
    if (isOpener(first.text) || small.has(lower)) return false;
    if (inside.has(word)) return true;
    // "Prices of Osk Oil", "Fighting Karst": such words start a sentence, not a name.
    if (
      rest.length > 0 &&
      isWord(lower) &&
      /(?:[^s]s|ing|ed)$/.test(lower) &&
      otherFirstNames(lower).size === 0
    )
      return false;
    if (
      rest.some(
        (token) =>
          startsCapital(token.text) &&
          !isKnown(token) &&
          !isOrdinaryCapital(token.text) &&
          countTitleWords([token.text]) === 0,
      )
    )
      return true;
    if (rest.length > 0) return false;
    if (english && !isWord(lower) && lower.length > 2) return true;
    const next = tokens[to]?.text ?? '';
    return endsWithPossessive(first) || ((isSpeech(next) || next === 'who') && !lower.endsWith('s'));
  };
  if (isName()) return words;
  const next = rest.findIndex(({ text: other }) => startsCapital(other));
  return next === -1 ? [] : rest.slice(next);
}

/**
 * Takes the office out: "Iraqi Defense Minister Jane Doe" is Jane Doe, "Osk County Sheriff Jane Doe" is Osk County and
 * Jane Doe, and an office alone is nothing.
 */
function splitAtTitle(words: Token[], isKnown: (token: Token) => boolean): Token[][] {
  const peoples = words.findIndex(
    (word) => !isOrdinaryCapital(word.text) && !(isKnown(word) && isAcronym(word.text)),
  );
  const rest = peoples === -1 ? [] : words.slice(peoples);
  const title = findTitle(rest.map(({ text }) => text));
  if (title === undefined) {
    // "Moroccan Mohamed Benali", but "American Airlines".
    const isPerson = rest.length > 1 && rest.every(({ text }) => !isEnglish(text) && !isBody(text));
    return [isPerson && !words.some(isKnown) ? rest : words];
  }
  const before = rest.slice(0, title.from);
  const after = rest.slice(title.to);
  const name = after.slice(
    Math.max(
      0,
      after.findIndex(({ text }) => !/^(?:of|for|the|and)$/.test(text)),
    ),
  );
  const isRoyal = name.length === 1 && isRoyalTitle(rest[title.to - 1]?.text ?? '');
  // "Privatization" before "Minister" is no name, "Osk County" before "Sheriff" is one.
  const owner = before.every(({ text }) => isEnglish(text)) && !isBody(before.at(-1)?.text) ? [] : before;
  // "Mayor of Osk Jane Doe"
  const of =
    after[0]?.text === 'of' && name.length === 3 && name.every(({ text }) => startsCapital(text)) ? 1 : 0;
  return [owner, name.slice(0, of), isRoyal ? rest.slice(title.to - 1) : name.slice(of)];
}

/** The position of a run's last title: one that a name follows, or one at its start or end. */
function findTitle(words: readonly string[]): { from: number; to: number } | undefined {
  // "General Services Administration" is no general's.
  if (isBody(words.at(-1))) return undefined;
  const last = words.findLastIndex(isNamePart);
  for (let to = words.length; to > 0; to -= 1) {
    for (let from = 0; from < to; from += 1) {
      if (countTitleWords(words.slice(from, to)) !== to - from) continue;
      // "Coretta Scott King" ends with her surname.
      if (to > last && from > 0 && (to - from < 2 || isNoble(words[to - 1] ?? '')) && !isShort(words[to - 1]))
        break;
      return { from, to };
    }
  }
  return undefined;
}

const isNamePart = (word: string): boolean => startsCapital(word) && !isSuffix(word) && !standsApart(word);

/** Whether a title is an abbreviation, which is never a surname: "Gov.", "Sen." */
const isShort = (word = ''): boolean =>
  /^(?:gov|sen|rep|gen|col|lt|sgt|capt|maj|cmdr|adm|pres|amb|prof|dr)$/i.test(word);

/** "Esper Thursday" is Esper, "September Bund" Bund, "The Times" Times, and what is left of "US F-15E" the US. */
function trimEnds(text: string, words: Token[]): Token[] {
  if (isDotted(text, words)) return words;
  const isWhole = ({ text: word, start }: Token): boolean =>
    ((word.length > 1 && startsCapital(word)) || isSuffix(word) || text[start - 1] === '-') &&
    !standsApart(word);
  const isPlain = ({ text: word }: Token): boolean =>
    word !== 'The' && !standsApart(word) && !months.test(word);
  return words.slice(Math.max(0, words.findIndex(isPlain)), words.findLastIndex(isWhole) + 1);
}

/** Whether the words are two or more single letters with dots, as in "U.S." */
export const isDotted = (text: string, words: readonly Token[]): boolean =>
  words.length > 1 &&
  words.every(({ text: word, end }, at) => word.length === 1 && (text[end] === '.' || at > 0));

/** Months that are not also first names. */
const months = /^(?:january|february|july|september|october|november|december)$/i;
