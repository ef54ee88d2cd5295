// Queries in scripts that have no table of ours: each letter in Latin from another table, then closer to how names sound.

/** A letter in Latin letters; empty for one that the table lacks. */
export type Transliterate = (letter: string) => string;

/** Letters beyond Latin and the scripts of romanize.ts. */
const foreign = /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Georgian}\p{Script=Common}])[\p{L}\p{M}]/u; // prettier-ignore

/** The first and last 256 letters of Unicode in which such scripts are that newspapers are printed in. */
const blockRanges = [
  [0x05, 0x05],
  [0x07, 0x07],
  [0x09, 0x13],
  [0x17, 0x18],
  [0x30, 0x31],
  [0x4e, 0x9f],
  [0xac, 0xd7],
] as const;

/** Numbers of blocks of 256 letters: the first two hexadecimal digits of a letter's number. */
export const letterBlocks: readonly number[] = blockRanges.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at),
);

export const blockOf = (letter: string): number => (letter.codePointAt(0) ?? 0) >>> 8;

/** The blocks that a text needs; none if it has no letter of such a script. */
export const blocksOf = (text: string): number[] =>
  foreign.test(text)
    ? [...new Set([...text].map(blockOf))].filter((block) => letterBlocks.includes(block))
    : [];

/** A text in Latin letters; nothing if it has no letter of such a script. */
export function toLatin(text: string, transliterate: Transliterate): string | undefined {
  if (!foreign.test(text)) return undefined;
  const words = text.normalize('NFC').split(/[\s・·＝=]+/u);
  return words
    .map((word) => {
      const latin = [...word].map((letter) => (/^[\0-\x7f]$/.test(letter) ? letter : transliterate(letter)));
      const joined = latin.join('').toLowerCase().replace(/[`']/g, '');
      if (/[\p{Script=Katakana}\p{Script=Hiragana}]/u.test(word)) return soundKana(joined);
      return /\p{Script=Hangul}/u.test(word) ? joined.replaceAll('eu', '') : joined;
    })
    .join(' ');
}

/** Kana writes two letters for "cho", and puts a vowel behind every consonant of a foreign name. */
const soundKana = (latin: string): string =>
  latin
    .replace(/(sh|ch|j)iy(?=[auo])/g, '$1')
    .replace(/([bdfghkmnprstvz])u(?=[bdfghjkmnprstvz]|$)/g, '$1')
    .replace(/([td])o(?=[bdghjkmnprstvz]|$)/g, '$1');
