// The faces that pictures for sharing are set in, and which of them each stretch of a text needs.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unpackWoff } from './woff.ts';

const files = [
  'newsreader/files/newsreader-latin-500-normal',
  'newsreader/files/newsreader-latin-ext-500-normal',
  'noto-serif/files/noto-serif-cyrillic-500-normal',
  'noto-serif/files/noto-serif-cyrillic-ext-500-normal',
  'noto-serif/files/noto-serif-greek-500-normal',
  'noto-serif/files/noto-serif-greek-ext-500-normal',
  'noto-serif-hebrew/files/noto-serif-hebrew-hebrew-500-normal',
  'noto-naskh-arabic/files/noto-naskh-arabic-arabic-600-normal',
];

/** The faces as plain fonts, from the packages they are installed in. */
export function readCardFaces(): Uint8Array[] {
  const { resolve } = createRequire(import.meta.url);
  return files.map((file) => new Uint8Array(unpackWoff(readFileSync(resolve(`@fontsource/${file}.woff`)))));
}

const families: readonly (readonly [family: string, letters: RegExp])[] = [
  ['Noto Naskh Arabic', /^\p{Script_Extensions=Arabic}$/u],
  ['Noto Serif Hebrew', /^\p{Script_Extensions=Hebrew}$/u],
  ['Noto Serif', /^[\p{Script_Extensions=Cyrillic}\p{Script_Extensions=Greek}]$/u],
  ['Newsreader', /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]$/u],
];

export interface Run {
  family: string;
  text: string;
}

/** A text in stretches of one face each; undefined where it has letters that no face has. */
export function splitRuns(text: string): Run[] | undefined {
  const runs: Run[] = [];
  for (const letter of text) {
    const last = runs.at(-1);
    const isCommon = /^[\p{Script=Common}\p{Script=Inherited}]$/u.test(letter);
    const family = isCommon ? 'Newsreader' : families.find(([, letters]) => letters.test(letter))?.[0];
    if (family === undefined) return undefined;
    // A mark belongs to the letter before it.
    if (last !== undefined && (last.family === family || /^\p{M}$/u.test(letter))) last.text += letter;
    else runs.push({ family, text: letter });
  }
  return runs;
}
