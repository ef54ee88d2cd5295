// The words of a text as names are looked for in it: scripts without spaces cut up, dotted acronyms and endings known.
import { apostrophes, foldWord, splitWords, type Word } from '../normalize.ts';

export interface Token extends Word {
  /** What parts it from the token before: '' where both may be in one name, else the sign between, `undefined` if no name has it. */
  joint: string | undefined;
  /** Whether nothing at all stands between it and the token before: the script has no spaces. */
  glued: boolean;
  /** The ways to read it as part of a name, as it stands first. */
  readings: readonly [Reading, ...Reading[]];
}

export interface Reading extends Word {
  folded: string;
  /** How many tokens it takes. */
  count: number;
  /** Where in a name it may stand. */
  place: 'any' | 'first' | 'last';
}

/** Scripts that are written without spaces; katakana is left whole, for its words end where it ends. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const unspacedPart =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]).)+/gsu;

/** Whether a text has letters of a script without spaces. */
export const isUnspaced = (text: string): boolean =>
  // The cheap question first: nothing in it lies beyond the alphabets.
  /[\u0e00-\u1fff\u2e80-\uffff]/.test(text) && unspaced.test(text);

/** What was split last: the same texts are looked through for names that have a record and for those that have none. */
const recent = new Map<string, readonly Token[]>();

/** More than nearly every article has; beyond it is only slower. */
const mostRecent = 300;

/** The tokens of a text, in order. */
export function splitTokens(text: string): readonly Token[] {
  const known = recent.get(text);
  if (known !== undefined) return known;
  if (recent.size >= mostRecent) recent.clear();
  const tokens = readTokens(text);
  recent.set(text, tokens);
  return tokens;
}

function readTokens(text: string): Token[] {
  const whole = splitWords(text);
  const words = isUnspaced(text) ? whole.flatMap(cutUnspaced) : whole;
  return words.map((word, index): Token => {
    const before = words[index - 1];
    const plain: Reading = { ...word, folded: foldWord(word.text), count: 1, place: 'any' };
    const dotted = readDotted(text, words, index);
    return {
      ...word,
      joint: before === undefined ? undefined : readJoint(text.slice(before.end, word.start), before.text),
      glued: before?.end === word.start,
      readings: dotted === undefined ? [plain, ...readEndings(word)] : [plain, dotted],
    };
  });
}

function cutUnspaced(word: Word): Word[] {
  if (!isUnspaced(word.text)) return [word];
  return [...word.text.matchAll(unspacedPart)].map(({ 0: text, index }) => ({
    text,
    start: word.start + index,
    end: word.start + index + text.length,
  }));
}

/** Spaces and one line end, a hyphen or dash within a name, the middle dot between foreign names. */
const joining = /^(?:[^\S\n]*(?:\n[^\S\n]*)?|[-\u00ad\u2010-\u2013\u2212\u05be\uff0d]\n?|[・·゠])$/u;
const initial = /^(?:\p{Lu}|\p{Lu}\p{Ll}{1,2})$/u;

/** What a name must have between two of its words to be found where a text has `between`. */
function readJoint(between: string, before: string): string | undefined {
  if (between === ' ' || between === '') return '';
  const plain = between.replace(/\p{Cf}/gu, '');
  if (joining.test(plain)) return '';
  // The dot of an initial or a short form, as in "J. R. Vane" and "St. Anselm".
  if (/^\.[^\S\n]?\n?-?$/u.test(plain) && initial.test(before)) return '';
  if (plain.length > 4 || /\n[^]*\n|\0/u.test(plain)) return undefined;
  return plain
    .trim()
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’ʼ]/gu, "'");
}

const possessive = new RegExp(`[${apostrophes}]s$`, 'iu');

/** A word without its possessive ending: `Iraq` for "Iraq's". */
export const withoutPossessive = (word: string): string =>
  /\w\w$/.test(word) ? word : word.replace(possessive, '');

/** Arabic writes "and", "by", "to" as letters before the word; shorter words are too easily taken for others. */
const arabicPrefix = /^(?:[وفبلك](?=\p{Script=Arabic}{4})|ل(?=ل\p{Script=Arabic}{3}))/u;

function readEndings({ text, start, end }: Word): Reading[] {
  if (text.endsWith('s') || text.endsWith('S')) {
    const base = withoutPossessive(text);
    if (base === text) return none;
    return [{ text: base, folded: foldWord(base), start, end: start + base.length, count: 1, place: 'last' }];
  }
  if (text < '\u0600' || !arabicPrefix.test(text)) return none;
  const rest = text.slice(1);
  // "To the" swallows the first letter of the article.
  const forms = text.startsWith('لل') ? [`ا${rest}`] : [rest];
  return forms.map((form) => ({
    text: rest,
    folded: foldWord(form),
    start: start + 1,
    end,
    count: 1,
    place: 'first',
  }));
}

const none: Reading[] = [];
const capital = /^\p{Lu}$/u;
const longestAcronym = 10;

/** An acronym written with dots, "I.R.G.C.", as one word; its last dot belongs to it. */
function readDotted(text: string, words: readonly Word[], from: number): Reading | undefined {
  const first = words[from];
  if (first === undefined || text[first.end] !== '.' || !capital.test(first.text)) return undefined;
  let letters = first.text;
  let { end } = first;
  let to = from + 1;
  for (; text[end] === '.' && to - from <= longestAcronym; to += 1) {
    const word = words[to];
    if (word?.start !== end + 1 || !capital.test(word.text)) break;
    letters += word.text;
    ({ end } = word);
  }
  if (to - from < 2 || to - from > longestAcronym) return undefined;
  if (text[end] === '.') end += 1;
  return {
    text: letters,
    folded: foldWord(letters),
    start: first.start,
    end,
    count: to - from,
    place: 'any',
  };
}
