// Tells whether the content changed during a build: a site must show a single state of the archive.
import type { BigIntStats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { contentDir, contentPath, publicDir } from '../disk/folders.ts';

/** By path: what the file system says about a file; it differs after every change. */
export type ContentSignature = ReadonlyMap<string, string>;

/** How many files are looked up at once. */
const batch = 64;

/** Signs the files below the folders: by default those that a site is made of, the content and `public/`. */
export async function signContent(
  folders: readonly string[] = [contentDir(), publicDir()],
): Promise<ContentSignature> {
  const signature = new Map<string, string>();
  for (const folder of folders) {
    const paths = (await list(folder)).sort();
    for (let at = 0; at < paths.length; at += batch) {
      const part = paths.slice(at, at + batch);
      const stats = await Promise.all(
        part.map((path) => lstat(path, { bigint: true }).catch(() => undefined)),
      );
      for (const [index, path] of part.entries()) signature.set(path, describe(stats[index]));
    }
  }
  return signature;
}

/** The path, as findings name it, of the first file that differs; `undefined` if none does. */
export function findChange(before: ContentSignature, after: ContentSignature): string | undefined {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  const changed = paths.find((path) => before.get(path) !== after.get(path));
  return changed && contentPath(changed);
}

/** Unlike the time of the last edit, the time of the last change of any kind cannot be set back. */
const describe = (stats: BigIntStats | undefined): string =>
  stats === undefined ? '' : [stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(' ');

/** Hidden files are not content: editors keep their own notes in them. */
async function list(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const lists = await Promise.all(
    entries
      .filter(({ name }) => !name.startsWith('.'))
      .map((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? list(path) : [path];
      }),
  );
  return lists.flat();
}
