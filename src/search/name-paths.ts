// The paths under which a name is listed in the name index and looked for: its letters, its sounds, the end of its sounds.
import type { ComparedWord } from '../names/name-words.ts';
import { reverseSound, soundKeys, soundOf } from '../names/sounds.ts';

/** The three trees of the index, in the order of their files. */
export const trees = ['letters', 'sounds', 'ends'] as const;

export type Tree = (typeof trees)[number];

/** How deep a tree may grow. */
const depth = 6;
/** A word of fewer sounds than this is looked for together with the words beside it: Mao Tse-tung. */
const enough = 3;

/** The path of a word by its letters; brackets and the like never stand in a word. */
export const letterPath = (word: ComparedWord | undefined): string => word?.text.slice(0, depth) ?? '';

/** The paths of the word at a position by its sound, the likeliest reading first. */
export function soundPaths(name: readonly ComparedWord[], at: number): string[] {
  const own = soundKeys(name[at]?.sound ?? '', depth);
  if ((own[0]?.length ?? 0) >= enough || name.length === 1) return own;
  return soundKeys(joinSound([...name.slice(at), ...name.slice(0, at)]), depth);
}

/** The paths of a name by the end of its sound. */
export const endPaths = (name: readonly ComparedWord[]): string[] =>
  soundKeys(reverseSound(joinSound(name)), depth);

const joinSound = (name: readonly ComparedWord[]): string => soundOf(name.map(({ text }) => text).join(''));
