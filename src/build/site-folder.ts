// The folder of the new site: what is as it was comes from the last site by a link, the rest is written.
import { createHash, type Hash } from 'node:crypto';
import { copyFileSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keptFilesPath, spareFilesPath } from '../disk/folders.ts';
import { keep, readKept } from '../disk/kept-file.ts';
import { readFileList, stateOf, writeFileList, type FileStates } from './file-list.ts';
import type { Spare } from './spare.ts';

/** The key of what is made from many pieces of plain data. */
export function keyOfPieces(name: string, pieces: Iterable<unknown>): string {
  const sum = createHash('sha256').update(name);
  for (const piece of pieces) sum.update('\0').update(JSON.stringify(piece));
  return shorten(sum);
}

/** The key of a file names all that it is made from: files with the same key have the same bytes. */
export const keyOf = (...parts: readonly string[]): string =>
  shorten(createHash('sha256').update(parts.join('\0')));

/** 162 bits. */
const shorten = (sum: Hash): string => sum.digest('base64url').slice(0, 27);

export interface SiteFolder {
  /** The folder itself. */
  path: string;
  /**
   * Asked once for each file or folder that is made in one piece, for those of one kind always in the same order.
   * @returns whether it belongs to the share of the site that is made here
   */
  takes: (kind: 'page' | 'file' | 'folder') => boolean;
  /**
   * Takes a file from the last site or from a part of this one, if that made it from the same.
   * @param file its path in the site, with slashes
   * @returns whether it is in place
   */
  reuse: (file: string, key: string) => boolean;
  /**
   * Takes all files below a folder that were made together, if they are whole and were made from the same.
   * @param prefix the folder's path in the site, with a slash at the end
   */
  reuseFolder: (prefix: string, key: string) => boolean;
  /** Writes a file; folders are made as they are needed. */
  write: (file: string, key: string, content: string | Uint8Array) => void;
  /** Makes room for a file that other code will write. */
  expect: (file: string, key: string) => void;
  /** Makes room for files that other code writes: one, or all below a folder (its path with a slash at the end). */
  clear: (path: string) => void;
  /** Called when everything is written: removes what is not of this site. */
  finish: () => void;
  /** Remembers the files for the next build, once the site is in place. */
  remember: (states: FileStates) => void;
  /** The files that were written, each with its key. */
  files: ReadonlyMap<string, string>;
}

/** One of so many machines that make a site together; counted from 1. */
export interface Share {
  number: number;
  of: number;
}

/** Where files come from that need not be made again. */
export interface FileSource {
  /** What each was made from, by its path in the site. */
  keys: ReadonlyMap<string, string>;
  /**
   * Puts a file in its place, whose path it asks for once it is sure that nobody has touched the file.
   * @returns whether it did
   */
  take: (file: string, place: () => string) => boolean;
}

/**
 * @param path where the site is put together
 * @param program what makes the files: another program makes all of them anew
 * @param sources asked in their order
 * @param share the whole site if it is not given
 * @param spare what lies at `path` already
 */
export function openSiteFolder(
  path: string,
  program: string,
  sources: readonly FileSource[],
  share?: Share,
  spare?: Spare,
): SiteFolder {
  const keys = new Map<string, string>();
  const folders = new Set<string>();
  const asked = { page: 0, file: 0, folder: 0 };
  const prepare = (file: string): string => {
    spare?.discard(file);
    const target = join(path, file);
    const folder = dirname(target);
    if (!folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      folders.add(folder);
    }
    return target;
  };
  mkdirSync(path, { recursive: true });
  const all: readonly FileSource[] =
    spare === undefined ? sources : [{ keys: spare.keys, take: spare.claim }, ...sources];
  const takeFrom = (source: FileSource, file: string, key: string): boolean => {
    if (source.keys.get(file) !== key || !source.take(file, () => prepare(file))) return false;
    keys.set(file, key);
    return true;
  };
  return {
    path,
    files: keys,
    takes(kind) {
      asked[kind] += 1;
      return share === undefined || asked[kind] % share.of === share.number % share.of;
    },
    reuse: (file, key) => all.some((source) => takeFrom(source, file, key)),
    reuseFolder: (prefix, key) =>
      all.some((source) => {
        const files = [...source.keys].flatMap(([file, own]) =>
          file.startsWith(prefix) && own === key ? [file] : [],
        );
        if (files.length > 0 && files.every((file) => takeFrom(source, file, key))) return true;
        // What is written through a link would change the last site.
        for (const file of files) rmSync(join(path, file), { force: true });
        return false;
      }),
    write(file, key, content) {
      writeFileSync(prepare(file), content);
      keys.set(file, key);
    },
    expect(file, key) {
      spare?.discard(file);
      keys.set(file, key);
    },
    clear: (place) => spare?.discard(place),
    finish: () => spare?.finish(),
    remember(states) {
      // The site that was in place is the spare one now.
      const before = readKept(keptFilesPath());
      if (before !== undefined) keep(spareFilesPath(), before);
      writeFileList(keptFilesPath(), program, keys, states);
    },
  };
}

/** The site that the last build has left at `out`, as far as the same program made it. */
export function openLastSite(out: string, program: string): FileSource {
  const { keys, states } = readFileList(keptFilesPath(), program) ?? { keys: new Map(), states: new Map() };
  return {
    keys,
    take(file, place) {
      const source = join(out, file);
      if (stateOf(source) !== states.get(file)) return false;
      const target = place();
      try {
        linkSync(source, target);
        return true;
      } catch {
        // Some disks have no links, and the last site may lie on another one.
      }
      try {
        copyFileSync(source, target);
        return true;
      } catch {
        return false;
      }
    },
  };
}
