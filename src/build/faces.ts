// Cuts the typeface before Astro describes it to the pages: a small file with the letters of most, others with the rest.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { facesDir } from '../disk/folders.ts';
import { saveFile } from '../disk/save-file.ts';

/** One file of the typeface, as Astro's `fonts` take it. */
export interface Face {
  weight: string;
  style: 'normal' | 'italic';
  /** The path of a WOFF2 file, from the project's folder. */
  src: [string];
  unicodeRange: [string, ...string[]];
}

const cuts = [
  { weight: '400', style: 'italic' },
  { weight: '600', style: 'normal' },
  { weight: '400', style: 'normal' },
] as const;

/** From the rarest letters to those that every page has. */
const parts = [
  { subset: 'latin-ext', unicodeRange: ['U+100-24F', 'U+1E00-1EFF'] },
  { subset: 'latin', unicodeRange: ['U+A1-FF', 'U+131', 'U+152-153', 'U+2BB-2DC', 'U+2190-2212'] },
  { subset: 'latin', unicodeRange: ['U+20-7E', 'U+A0', 'U+B7', 'U+2013-2026'] },
] as const;

/** Every cut in every part; the last is the one that every page needs. */
export async function cutFaces(): Promise<[Face, ...Face[]]> {
  const [first, ...others] = await Promise.all(
    cuts.flatMap(({ weight, style }) =>
      parts.map(async ({ subset, unicodeRange }): Promise<Face> => {
        const file = `@fontsource-variable/newsreader/files/newsreader-${subset}-wght-${style}.woff2`;
        const whole = await readFile(require.resolve(file));
        const src = await cut(whole, Number(weight), unicodeRange);
        return { weight, style, src: [src], unicodeRange: [...unicodeRange] };
      }),
    ),
  );
  if (first === undefined) throw new Error('The typeface was cut into nothing.');
  return [first, ...others];
}

const require = createRequire(import.meta.url);

/** The path of a file with one weight of a face and the letters of the ranges; made once. */
async function cut(whole: Buffer, weight: number, ranges: readonly string[]): Promise<string> {
  const made = createHash('sha256').update(whole).update(`${weight} ${ranges.join()}`).digest('hex');
  const path = `${facesDir}/${made.slice(0, 16)}.woff2`;
  const sums = `${path}.sha256`;
  const [kept, sum] = await Promise.all(
    [path, sums].map((file) => readFile(file).catch(() => Buffer.alloc(0))),
  );
  if (kept !== undefined && sum?.toString() === sumOf(kept)) return path;
  const face = await subsetFont(whole, ranges.map(spell).join(''), {
    targetFormat: 'woff2',
    variationAxes: { wght: weight },
  });
  // Astro reads the file itself, so its checksum lies beside it.
  saveFile(path, face);
  saveFile(sums, sumOf(face));
  return path;
}

const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Every character of a range as `U+20-7E` or `U+A0`. */
function spell(range: string): string {
  const [first = '', last = first] = range.slice(2).split('-');
  const from = Number.parseInt(first, 16);
  const length = Number.parseInt(last, 16) - from + 1;
  return String.fromCodePoint(...Array.from({ length }, (_, index) => from + index));
}
