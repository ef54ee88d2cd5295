// The site before the last: the new one is put together in its folder, so that tens of thousands of files need not be linked anew.
import { existsSync, lstatSync, readdirSync, renameSync, rmdirSync, rmSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beside, spareFilesPath } from '../disk/folders.ts';
import { readFileList, stateOf, type FileList } from './file-list.ts';

/** Files that lie in the folder of the new site already. */
export interface Spare {
  /** What each was made from, by its path in the site; also of those that have been altered or are gone. */
  keys: ReadonlyMap<string, string>;
  /** Whether a file lies there untouched; it then counts as one of the new site. */
  claim: (file: string) => boolean;
  /**
   * Removes what is not of the new site: a file, or all below a folder (its path with a slash at the end). Nothing may
   * be written into it, since a file of the last site may be a link to the same bytes.
   */
  discard: (path: string) => void;
  /** Removes all that was not claimed, with the folders that are empty then. */
  finish: () => void;
}

/**
 * Moves the site before the last to where the new one is put together, and removes from it what no build has made or
 * what has been altered since.
 * @param path where the new site is put together
 * @returns nothing if there is no such site, or it is of no use
 */
export function openSpare(out: string, path: string, program: string): Spare | undefined {
  const folder = beside(out, 'spare');
  if (!existsSync(folder)) return undefined;
  const list = readFileList(spareFilesPath(), program);
  if (list === undefined) {
    removeSpare(out);
    return undefined;
  }
  renameSync(folder, path);
  const files = sweep(path, list);
  const discard = (file: string): void => {
    if (files.delete(file)) unlinkSync(join(path, file));
  };
  const discardBelow = (prefix: string): void => {
    for (const file of files) if (file.startsWith(prefix)) discard(file);
  };
  return {
    keys: list.keys,
    claim: (file) => files.delete(file),
    discard: (place) => (place.endsWith('/') ? discardBelow(place) : discard(place)),
    finish() {
      const folders = new Set([...files].map((file) => dirname(file)));
      for (const file of files) discard(file);
      for (const each of folders) removeIfEmpty(path, each);
    },
  };
}

export const removeSpare = (out: string): void =>
  rmSync(beside(out, 'spare'), { recursive: true, force: true });

/** @returns the files that have stayed, by their paths in the site */
function sweep(path: string, { states }: FileList): Set<string> {
  const files = new Set<string>();
  /** Whether anything is left in a folder. */
  const walk = (folder: string): boolean => {
    let left = false;
    for (const entry of readdirSync(join(path, folder), { withFileTypes: true })) {
      const name = folder + entry.name;
      if (entry.isDirectory()) {
        if (walk(`${name}/`)) left = true;
        else rmdirSync(join(path, name));
      } else if (states.get(name) === stateOf(join(path, name))) {
        files.add(name);
        left = true;
      } else unlinkSync(join(path, name));
    }
    return left;
  };
  walk('');
  return files;
}

/** Removes a folder of the site and those above it as far as they are empty. */
function removeIfEmpty(path: string, folder: string): void {
  for (let each = folder; each !== '.'; each = dirname(each)) {
    const whole = join(path, each);
    if (lstatSync(whole, { throwIfNoEntry: false }) === undefined) continue;
    if (readdirSync(whole).length > 0) return;
    rmdirSync(whole);
  }
}
