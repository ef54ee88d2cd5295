// How alike two words sound: an edit distance in which the habits of transliterators cost little and typing errors more.
import type { Sound } from './sounds.ts';

/**
 * Costs of taking one sound for another, `cost: groups`; every pair of letters in a group costs that much. After the
 * correspondences of BGN/PCGN, ALA-LC, Pinyin and Wade-Giles, and of French, German, Dutch and Turkish newspapers.
 */
const substitutions: readonly (readonly [number, string])[] = [
  [0.06, 'kq kc qc vw jJ Gg Hh xS Tt'],
  [
    0.16,
    `Dz Dd xs cs cQ cC cj qG qg wu yi jy xH kH jZ cz qC CJ qH fv kg sz zZ sS sQ zQ CS ZJ SZ Ts Tz CH Ck CQ jg Jg JG yJ gH
     cJ dz TD ZC`,
  ],
  [
    0.31,
    `ae ai ao au ei eo eu io iu ou ay ey oy uy pb td fp bv vu hG hk HG kG jH jC JQ Cs Jz Zs yj hg qJ xC xk xh Td nm rj
     bf lr bw pv sC HS jz qQ TS yZ fh`,
  ],
];

/** Neighbours on the QWERTY keyboard, row by row; also what sits above and below. */
const keyboard = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const slip = 0.9;
const stranger = 1;

const size = 128;
const substitution = new Float64Array(size * size).fill(stranger);
const code = (letter: string): number => letter.charCodeAt(0) & (size - 1);
const allow = (a: string, b: string, cost: number): void => {
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const) {
    const at = code(x) * size + code(y);
    if (cost < (substitution[at] ?? stranger)) substitution[at] = cost;
  }
};
for (const [cost, pairs] of substitutions)
  for (const pair of pairs.split(/\s+/)) allow(pair[0] ?? '', pair[1] ?? '', cost);
for (const [row, keys] of keyboard.entries()) {
  for (const [column, key] of [...keys].entries()) {
    for (const neighbour of [keys[column + 1], keyboard[row + 1]?.[column], keyboard[row + 1]?.[column - 1]])
      if (neighbour !== undefined) allow(key, neighbour, slip);
  }
}
for (let letter = 0; letter < size; letter += 1) substitution[letter * size + letter] = 0;

/** What a letter costs that only one of the two has. */
const omission = new Float64Array(size).fill(0.94);
for (const vowel of 'aeiou') omission[code(vowel)] = 0.4;
for (const glide of 'yw') omission[code(glide)] = 0.4;
omission[code('h')] = 0.26;
omission[code('H')] = 0.6;
omission[code('j')] = 0.6;
omission[code('G')] = 0.5;

/** How much of a word a letter is. */
const mass = new Float64Array(size).fill(1);
for (const vowel of 'aeiou') mass[code(vowel)] = 0.42;
for (const glide of 'yhw') mass[code(glide)] = 0.42;

const doubled = 0.1;
const swapped = 0.51;
const initialVowel = 0.4;
const finalE = 0.15;

/** A sound as the comparison reads it: its letters as codes, and how heavy it is. */
export interface ReadSound {
  text: Sound;
  codes: Uint8Array;
  /** What each of its letters costs that another sound lacks. */
  gaps: Float64Array;
  mass: number;
}

const longest = 40;

export function readSound(sound: Sound): ReadSound {
  const codes = new Uint8Array(Math.min(sound.length, longest - 1));
  let total = 0;
  for (let at = 0; at < codes.length; at += 1) {
    // Other scripts fold into 128 codes: a chance likeness of one letter does no harm.
    codes[at] = sound.charCodeAt(at) & (size - 1);
    total += mass[codes[at] ?? 0] ?? 1;
  }
  return {
    text: sound,
    codes,
    gaps: Float64Array.from(codes, (_, at) => omissionAt(codes, at)),
    mass: total,
  };
}

const matrix = new Float64Array(longest * longest);
const e = code('e');

function omissionAt(codes: Uint8Array, at: number): number {
  const letter = codes[at] ?? 0;
  if (at > 0 && codes[at - 1] === letter) return doubled;
  const cost = omission[letter] ?? 1;
  if (at === 0 && cost < initialVowel) return initialVowel;
  if (letter === e && at === codes.length - 1) return finalE;
  return cost;
}

/** How much of a comparison a difference can weigh at least: in a word of two letters, one is nearly everything. */
const leastMass = 3.1;

/** Words less alike than this are not told apart any further. */
const leastLikeness = 0.5;

/**
 * 1 for words that sound the same, 0 or less for strangers. With `prefix` the first word may be unfinished: then the
 * second is compared as far as the first goes, at a discount.
 */
export function compareSounds(a: ReadSound, b: ReadSound, prefix: boolean): number {
  const rows = a.codes.length;
  const columns = b.codes.length;
  const heavier = Math.max(a.mass, b.mass, leastMass);
  const open = prefix && rows > 1 && columns > rows;
  if (!open && Math.min(a.mass, b.mass) < heavier * leastLikeness) return 0;
  const most = heavier * (1 - leastLikeness);
  matrix[0] = 0;
  for (let j = 1; j <= columns; j += 1) matrix[j] = (matrix[j - 1] ?? 0) + (b.gaps[j - 1] ?? 1);
  for (let i = 1; i <= rows; i += 1) {
    const own = a.codes[i - 1] ?? 0;
    const gap = a.gaps[i - 1] ?? 1;
    const row = i * longest;
    let least = (matrix[row - longest] ?? 0) + gap;
    matrix[row] = least;
    for (let j = 1; j <= columns; j += 1) {
      const other = b.codes[j - 1] ?? 0;
      let cost = (matrix[row - longest + j - 1] ?? 0) + (substitution[own * size + other] ?? 1);
      const left = (matrix[row - longest + j] ?? 0) + gap;
      if (left < cost) cost = left;
      const up = (matrix[row + j - 1] ?? 0) + (b.gaps[j - 1] ?? 1);
      if (up < cost) cost = up;
      if (i > 1 && j > 1 && own === b.codes[j - 2] && a.codes[i - 2] === other && own !== other) {
        const exchange = (matrix[row - 2 * longest + j - 2] ?? 0) + swapped;
        if (exchange < cost) cost = exchange;
      }
      matrix[row + j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return 0;
  }
  const distance = matrix[rows * longest + columns] ?? 0;
  const whole = 1 - distance / heavier;
  if (!open) return whole;
  let least = Infinity;
  for (let j = Math.max(1, rows - 1); j <= Math.min(columns, rows + 1); j += 1)
    least = Math.min(least, matrix[rows * longest + j] ?? Infinity);
  const begun = (1 - least / Math.max(a.mass, leastMass)) * 0.89 - 0.008 * (columns - rows);
  return Math.max(whole, begun);
}

/** What one typing error costs, by the number of letters in the word. */
const typingError = 0.35;

/** The likeness of two words that differ by one typing error: a letter too many, too few, wrong, or two swapped; else 0. */
export function compareLetters(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 1) return 0;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let own = a.length;
  let other = b.length;
  while (own > start && other > start && a[own - 1] === b[other - 1]) {
    own -= 1;
    other -= 1;
  }
  const swap =
    own - start === 2 && other - start === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
  const one = own - start <= 1 && other - start <= 1;
  return one || swap ? 1 - typingError / Math.max(a.length, b.length) : 0;
}
