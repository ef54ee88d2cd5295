// Tells whether the content changed during a build: a site must show a single state of the archive.
import { lstatSync, type BigIntStats } from 'node:fs';
import { join } from 'node:path';
import { contentDir, contentPath, publicDir } from '../disk/folders.ts';
import { listFilesBelow } from '../disk/list-files.ts';

/** By path: what the file system says about a file; it differs after every change. */
export type ContentSignature = ReadonlyMap<string, string>;

/** Signs the files below the folders: by default those that a site is made of, the content and `public/`. */
export function signContent(folders: readonly string[] = [contentDir(), publicDir()]): ContentSignature {
  const signature = new Map<string, string>();
  for (const folder of folders) {
    for (const file of listFilesBelow(folder) ?? []) {
      // Hidden files are not content: editors keep their own notes in them.
      if (/(?:^|\/)\./.test(file)) continue;
      const path = join(folder, file);
      signature.set(path, describe(lstatSync(path, { bigint: true, throwIfNoEntry: false })));
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
