// The sketch of a text: a few numbers by which two texts can be told to be nearly the same without comparing them.
// MinHash after A. Broder, "On the resemblance and containment of documents" (1997).
import { hashText } from './fnv.ts';

/** How many numbers a sketch has: the estimate of likeness is off by some 6 in 100 at most of the time. */
const size = 64;

/** How many words in a row are compared as one. */
const run = 4;

/** A text of fewer words has no sketch: short notices are alike without being copies. */
const fewestWords = 30;

/** A word; in scripts without spaces each sign. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]|[\p{L}\p{M}\p{N}]+/gu;

/** Odd numbers, far apart and always the same, that make `size` hashes out of one. */
const factors = Uint32Array.from({ length: size }, (_, index) => hashWord(`factor ${index}`) | 1);

/** The sketch of a text in base64; empty for a text that is too short. */
export function buildSketch(text: string): string {
  const words = text.toLowerCase().match(word) ?? [];
  if (words.length < fewestWords) return '';
  const hashes = words.map(hashWord);
  const least = new Uint32Array(size).fill(0xffffffff);
  for (let start = 0; start + run <= hashes.length; start += 1) {
    let hash = 0;
    for (let at = start; at < start + run; at += 1) hash = mix(Math.imul(hash, 31) + (hashes[at] ?? 0));
    for (let index = 0; index < size; index += 1) {
      const value = Math.imul(hash ^ (hash >>> 15), factors[index] ?? 1) >>> 0;
      if (value < (least[index] ?? 0)) least[index] = value;
    }
  }
  return Buffer.from(least.buffer).toString('base64');
}

/** The numbers of a sketch. */
export const readSketch = (sketch: string): Uint32Array => {
  const bytes = Buffer.from(sketch, 'base64');
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
};

/** The share of word runs that two texts have in common, 0 to 1, as their sketches estimate it. */
export function compareSketches(a: Uint32Array, b: Uint32Array): number {
  let same = 0;
  for (let index = 0; index < size; index += 1) if (a[index] === b[index]) same += 1;
  return same / size;
}

function hashWord(word: string): number {
  return mix(hashText(word));
}

/** Spreads every bit over all others (the finalizer of MurmurHash3). */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
