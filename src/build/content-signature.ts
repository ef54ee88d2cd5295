// Tells whether the content changed while it was being built: a site is made of one state of the archive.
import type { BigIntStats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { contentDir, contentPath, publicDir } from '../disk/folders.ts';

/** By path: what the file system says of a file, which differs after every change. */
export type ContentSignature = ReadonlyMap<string, string>;

/** So many files are asked after at once. */
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

/** The time of the last change of any kind cannot be set back, as that of the text can. */
const describe = (stats: BigIntStats | undefined): string =>
  stats === undefined ? '' : [stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(' ');

/** Hidden files are nobody's content: editors keep their notes in them. */
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
