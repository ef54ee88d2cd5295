// A small archive in numbered editions: every page that is read has the number, which shows mixed builds.
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { baseArchive } from '../../temporary-archive.ts';
import type { Env } from './run-faulty.ts';

export interface Place {
  /** Everything lies below it. */
  home: string;
  content: string;
  site: string;
  cache: string;
  env: Env;
}

/** A place of its own for an archive and its site. */
export async function layOut(home: string): Promise<Place> {
  const content = join(home, 'content');
  const site = join(home, 'out/site');
  const cache = join(home, 'cache');
  await mkdir(dirname(site), { recursive: true });
  await cp(baseArchive, content, { recursive: true });
  return { home, content, site, cache, env: { CONTENT_DIR: content, OUT_DIR: site, CACHE_DIR: cache } };
}

const article = 'articles/2021/03/04/ferry-returns.md';

/** Puts a number into the headline and the name of a topic. */
export async function setEdition({ content }: Place, edition: number): Promise<void> {
  for (const [file, field] of [
    [article, 'title'],
    ['topics/shipping.md', 'name'],
  ] as const) {
    const text = await readFile(join(baseArchive, file), 'utf8');
    const line = new RegExp(`^${field}: (.*)$`, 'm');
    await writeFile(
      join(content, file),
      text.replace(line, (_whole, value: string) => `${field}: ${value} Edition${edition}`),
    );
  }
}

/** What a reader asks for: the home page, an article, and the labels of the search. */
const looked = ['index.html', '2021/03/04/ferry-returns/index.html', 'search/labels.json'];

export type Look = { edition: number } | { wrong: string };

/** Reads the site path by path, as a static server does; a swap in between is not a fault, so it reads again. */
export function lookAtSite(site: string): Look {
  for (;;) {
    const before = statSync(site, { throwIfNoEntry: false })?.ino;
    const editions = new Set<string>();
    let wrong = before === undefined ? 'there is no site' : undefined;
    for (const name of looked) {
      try {
        const text = readFileSync(join(site, name), 'utf8');
        const found = /Edition(\d+)/.exec(text)?.[1];
        if (found === undefined) wrong ??= `${name} is not whole`;
        else editions.add(found);
      } catch {
        wrong ??= `${name} is not there`;
      }
    }
    if (statSync(site, { throwIfNoEntry: false })?.ino !== before) continue;
    if (wrong === undefined && editions.size > 1)
      wrong = `two builds are mixed: editions ${[...editions].join(' and ')}`;
    return wrong === undefined ? { edition: Number([...editions][0]) } : { wrong };
  }
}

/** The checksum of every file below a folder, by path. */
export async function readTree(folder: string): Promise<Map<string, string>> {
  const tree = new Map<string, string>();
  if (!existsSync(folder)) return tree;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const sum = createHash('sha256').update(await readFile(path));
    tree.set(path.slice(folder.length + 1), sum.digest('hex'));
  }
  return new Map([...tree].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What differs between two trees, a sentence each; the first few. */
export function compareTrees(what: string, one: Map<string, string>, other: Map<string, string>): string[] {
  const paths = [...new Set([...one.keys(), ...other.keys()])];
  const differ = paths.filter((path) => one.get(path) !== other.get(path));
  return differ.slice(0, 3).map((path) => `${what}: ${path} differs (${differ.length} files in all)`);
}

/** What lies beside the site that should not; the site before the last one does. */
export async function findLeftovers(what: string, { site }: Place): Promise<string[]> {
  const names = (await readdir(dirname(site))).filter(
    (name) => name.startsWith('.') && name !== `.${basename(site)}.spare`,
  );
  return names.map((name) => `${what}: ${name} was left beside the site`);
}

export const emptyFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });
