// The paths under which a name is listed in the name index and looked for: its letters, its sounds, the end of its sounds.
import type { ComparedWord } from '../names/matching/name-words.ts';
import { reverseSound, soundKeys, soundOf, type Sound } from '../names/matching/sounds.ts';

/** The three trees of the index, in the order of their files. */
export const trees = ['letters', 'sounds', 'ends'] as const;

export type Tree = (typeof trees)[number];

/** How deep a tree may grow. */
const depth = 6;
/** A word of fewer sounds than this is looked for together with the words beside it: Mao Tse-tung. */
const enough = 3;

/** The path of a word by its letters. */
export const letterPath = (word: ComparedWord | undefined): string =>
  plainSigns(word?.text ?? '').slice(0, depth);

/** The paths of the word at a position by its sound, the likeliest reading first. */
export function soundPaths(name: readonly ComparedWord[], at: number): string[] {
  const own = keysOf(name[at]?.sound ?? '');
  if ((own[0]?.length ?? 0) >= enough || name.length === 1) return own;
  return keysOf(joinSound([...name.slice(at), ...name.slice(0, at)]));
}

/** The paths of a name by the end of its sound. */
export const endPaths = (name: readonly ComparedWord[]): string[] => keysOf(reverseSound(joinSound(name)));

const joinSound = (name: readonly ComparedWord[]): string => soundOf(name.map(({ text }) => text).join(''));

const keysOf = (sound: Sound): string[] => soundKeys(plainSigns(sound), depth);

/**
 * The signs of a path are single code units, and brackets, dollar and plus have a meaning in a written tree: the halves of
 * a letter outside Unicode's first plane are made private ones, and what is no letter at all, as in ⑴, is left out.
 */
const plainSigns = (text: string): string =>
  text
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
    .replace(/[\ud800-\udfff]/g, (half) => String.fromCharCode(half.charCodeAt(0) + 0x800));
