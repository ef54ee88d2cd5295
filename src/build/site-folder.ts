// The folder of the new site: what is as it was comes from the last site by a link, the rest is written.
import { createHash, type Hash } from 'node:crypto';
import { copyFileSync, linkSync, lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keptFilesPath } from '../disk/folders.ts';
import { keep, readKept } from '../disk/kept-file.ts';

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
   * Takes a file from the last site, if that made it from the same.
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
  /** Records a file that other code has written into the folder. */
  note: (file: string, key: string) => void;
  /** Remembers the files for the next build, once the site is in place at `out`. */
  remember: (out: string) => void;
}

interface KeptFile {
  key: string;
  /** What tells an altered file: the number of the file, its size, and when it was written. */
  state: string;
}

/**
 * @param out the last site; without one everything is written
 * @param path where the new one is put together
 * @param program what made the files: another program makes all of them anew
 */
export function openSiteFolder(out: string | undefined, path: string, program: string): SiteFolder {
  const last = out === undefined ? new Map<string, KeptFile>() : readKeptFiles(program);
  const keys = new Map<string, string>();
  const folders = new Set<string>();
  const prepare = (file: string): string => {
    const target = join(path, file);
    const folder = dirname(target);
    if (!folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      folders.add(folder);
    }
    return target;
  };
  mkdirSync(path, { recursive: true });
  const reuse: SiteFolder['reuse'] = (file, key) => {
    const kept = last.get(file);
    if (out === undefined || kept?.key !== key) return false;
    const source = join(out, file);
    if (stateOf(source) !== kept.state) return false;
    const target = prepare(file);
    try {
      linkSync(source, target);
    } catch {
      // Some disks have no links, and the last site may lie on another one.
      try {
        copyFileSync(source, target);
      } catch {
        return false;
      }
    }
    keys.set(file, key);
    return true;
  };
  return {
    path,
    reuse,
    reuseFolder(prefix, key) {
      const files = [...last].flatMap(([file, kept]) =>
        file.startsWith(prefix) && kept.key === key ? [file] : [],
      );
      if (files.length > 0 && files.every((file) => reuse(file, key))) return true;
      // What is written through a link would change the last site.
      for (const file of files) rmSync(join(path, file), { force: true });
      return false;
    },
    write(file, key, content) {
      writeFileSync(prepare(file), content);
      keys.set(file, key);
    },
    note(file, key) {
      keys.set(file, key);
    },
    remember(site) {
      const lines = [...keys].map(([file, key]) => `${key}\t${stateOf(join(site, file)) ?? ''}\t${file}\n`);
      keep(keptFilesPath(), `${program}\n${lines.join('')}`);
    },
  };
}

function readKeptFiles(program: string): Map<string, KeptFile> {
  const files = new Map<string, KeptFile>();
  const [made, ...lines] = readKept(keptFilesPath())?.toString('utf8').split('\n') ?? [];
  if (made !== program) return files;
  for (const line of lines) {
    const [key, state, file] = line.split('\t');
    if (key !== undefined && state !== undefined && file !== undefined) files.set(file, { key, state });
  }
  return files;
}

/** Nothing for what is not a file. */
function stateOf(path: string): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? `${stats.ino} ${stats.size} ${stats.mtimeMs}` : undefined;
}
