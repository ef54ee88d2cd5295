// Text in the form in which Pagefind finds it, and back: signs made plain, words apart, each change marked so that it can be undone.
import { apostrophes, foldWord } from '../names/normalize.ts';

/**
 * The marks are variation selectors (U+E0100 to U+E01EF): Pagefind drops them with all combining marks before it
 * compares words, but keeps them in the text that it gives back for an excerpt.
 */
const mark = (index: number): string => String.fromCodePoint(0xe0100 + index);

/** Stands before a space that the text does not have: `Abdul-Mahdi` is indexed as two words. */
export const splitMark = mark(0xef);

/** Stands for a space that the text has: a lone dash is indexed with the word before it, so that phrases run on. */
const spaceMark = mark(0xee);

/** Signs that Pagefind does not take for an apostrophe, and letters whose mark it does not take off. */
const signs: readonly { sign: string; plain: string }[] = [
  ...[...apostrophes].filter((sign) => sign !== "'" && sign !== '’').map((sign) => ({ sign, plain: "'" })),
  { sign: 'ـ', plain: '' },
  ...[...'łđðøħıŧþßæœŋĸə'].flatMap((sign) => {
    const plain = foldWord(sign);
    const upper = sign.toUpperCase();
    return upper.length > 1 || upper === 'I'
      ? [{ sign, plain }]
      : [
          { sign, plain },
          { sign: upper, plain: (plain[0] ?? '').toUpperCase() + plain.slice(1) },
        ];
  }),
];

const signIndex = new Map(signs.map(({ sign }, index) => [sign, index]));
const signPattern = new RegExp(`[${signs.map(({ sign }) => sign).join('')}]`, 'gu');
const markedPattern = new RegExp(signs.map(({ plain }, index) => plain + mark(index)).join('|'), 'gu');

/** What stands between two words without a space: hyphens, dashes, slashes, points of omission. */
const joiners = String.raw`\-‐‑‒–—―⸺⸻…/`;
const innerJoint = new RegExp(`(?<=[${joiners}])(?=[^${joiners}])`, 'u');
const joinerPattern = new RegExp(`[${joiners}]+`, 'gu');
const hyphenAtEnd = new RegExp(`[-‐‑]${splitMark}$`, 'u');
const letterOrDigit = /[\p{L}\p{N}]/u;

/** The text as it goes into the index: one space between words; `readSpelling` gives back every sign of it. */
export function indexSpelling(text: string): string {
  const tokens: string[] = [];
  for (const word of plainSpaces(text).split(' ')) {
    const pieces: string[] = [];
    for (const piece of word.split(innerJoint)) {
      const last = pieces.at(-1);
      if (last === undefined || (letterOrDigit.test(last) && letterOrDigit.test(piece))) pieces.push(piece);
      else pieces[pieces.length - 1] = last + piece;
    }
    const token = pieces.join(`${splitMark} `);
    const before = tokens.at(-1);
    if (before !== undefined && !letterOrDigit.test(token))
      tokens[tokens.length - 1] = before + spaceMark + token;
    else tokens.push(token);
  }
  return tokens.join(' ').replace(signPattern, (sign) => {
    const index = signIndex.get(sign) ?? 0;
    return (signs[index]?.plain ?? sign) + mark(index);
  });
}

/** The text that `indexSpelling` was given, but for runs of space; takes whole texts and single words. */
export function readSpelling(indexed: string): string {
  return indexed
    .replaceAll(`${splitMark} `, '')
    .replaceAll(splitMark, '')
    .replaceAll(spaceMark, ' ')
    .replace(markedPattern, (form: string) => signs[markIndex(form)]?.sign ?? form);
}

/** What the reader typed in the same spelling, without marks; typographic quotation marks made plain. */
export function querySpelling(query: string): string {
  const spaced = query.replace(/[“”„‟«»＂]/gu, '"').replace(joinerPattern, ' ');
  return plainSpaces(spaced.replace(signPattern, (sign) => signs[signIndex.get(sign) ?? 0]?.plain ?? sign));
}

/** Before the anchor of a block in the id of the element that lists its joined words. */
export const joinedPrefix = 'joined-';

/** Hyphenated words of an indexed text that can also be written as one: `abdulmahdi`, and which of its words it takes. */
export function joinedWords(words: readonly string[]): { joined: string; from: number; to: number }[] {
  const found: { joined: string; from: number; to: number }[] = [];
  for (let from = 0; from < words.length; from += 1) {
    let to = from;
    while (hyphenAtEnd.test(words[to] ?? '') && to + 1 < words.length) to += 1;
    if (to === from) continue;
    const joined = words
      .slice(from, to + 1)
      .map((word) => foldWord(readSpelling(word)).replace(/[^\p{L}\p{N}]/gu, ''))
      .join('');
    if (/\p{L}/u.test(joined)) found.push({ joined, from, to });
    from = to;
  }
  return found;
}

/** Which mark a marked form ends with; a mark is two UTF-16 code units. */
const markIndex = (form: string): number => (form.codePointAt(form.length - 2) ?? 0) - 0xe0100;

/** Every kind of white space of Unicode, and the invisible U+FEFF, so that all sides count words alike. */
function plainSpaces(text: string): string {
  return text.replace(/[\s\u0085\u200b]+/gu, ' ').trim();
}
