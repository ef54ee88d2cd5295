// Turns an error of the file system into a sentence that tells a maintainer which disk or folder to fix.
import { existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { cacheDir, contentPath, outDir } from './folders.ts';

const name = (path: string, otherwise = ''): string => (path === '' ? otherwise : contentPath(path));

const sentences: Readonly<Record<string, (where: string) => string>> = {
  ENOSPC: (where) => `The disk${describeFull(where)} is full. Make room and try again.`,
  EDQUOT: (where) =>
    `This user's share of the disk${describeFull(where)} is used up. Make room and try again.`,
  EFBIG: (where) => `${name(where, 'A file')} is larger than this system allows.`,
  EROFS: (where) => `${name(where, 'The disk')} is read-only. Choose a folder that can be written.`,
  EACCES: (where) => `This user may not open or write ${name(where, 'a file')}. Change its permissions.`,
  EPERM: (where) => `This user may not change ${name(where, 'a file')}. Change its permissions.`,
  ENOENT: (where) => `${name(where, 'A file')} is not there, or was removed meanwhile. Try again.`,
  ENOTDIR: (where) =>
    `A file lies where a folder is needed: ${name(where)}. Remove it or choose another folder.`,
  EEXIST: (where) =>
    `Something lies where a folder is needed: ${name(where)}. Remove it or choose another folder.`,
  EISDIR: (where) => `A folder lies where a file is needed: ${name(where)}. Remove it.`,
  EIO: (where) => `The disk could not be read or written${where && ` (${name(where)})`}; it may be failing.`,
  EBUSY: (where) =>
    `${name(where, 'A folder')} is in use, or a disk of its own, and cannot be moved. Choose a folder below it.`,
  EMFILE: () => 'Too many files are open. Allow more with "ulimit -n 4096" and try again.',
};

/**
 * The sentence for a file system error, also one that other people's code wraps; `undefined` for any other.
 * An error of this project that wraps another has a sentence of its own.
 */
export function describeDiskError(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('errcode' in at && at.errcode === sqliteFull) return sentences['ENOSPC']?.('');
    const code = 'code' in at ? String(at.code) : '';
    if (Object.hasOwn(sentences, code) && 'syscall' in at) {
      const path = pathOf(at);
      // What Node reports for a folder that cannot be made on a read-only disk.
      if (code === 'ENOENT' && at.syscall === 'mkdir')
        return `The folder ${name(path)} cannot be made. Choose a folder that can be written.`;
      return sentences[code]?.(path);
    }
    if (at.constructor === Error && code === '') return undefined;
  }
  return undefined;
}

/** For a copy or a move, the destination. */
function pathOf(error: Error): string {
  if ('dest' in error && typeof error.dest === 'string') return error.dest;
  return 'path' in error && typeof error.path === 'string' ? error.path : '';
}

/** SQLITE_FULL, https://www.sqlite.org/rescode.html#full */
const sqliteFull = 13;

/** A disk with fewer free bytes than this is taken to be the full one. */
const almostNothing = 1024 * 1024;

/** An error during a write does not name the file, so the disks in question are checked. */
function describeFull(where: string): string {
  if (where !== '') return ` that holds ${contentPath(where)}`;
  const places = [
    ['OUT_DIR', outDir()],
    ['CACHE_DIR', cacheDir()],
    ['the project', resolve('.')],
  ] as const;
  const full = places.filter(([, path]) => freeBytes(path) < almostNothing);
  return full.length === 0
    ? ''
    : ` that holds ${full.map(([name, path]) => `${name} (${path})`).join(' and ')}`;
}

function freeBytes(path: string): number {
  let place = path;
  while (!existsSync(place) && place !== dirname(place)) place = dirname(place);
  const { bavail, bsize } = statfsSync(place);
  return bavail * bsize;
}

/** Any error as a sentence; `DEBUG=dateline` adds where it comes from. */
export function describeError(error: unknown): string {
  const sentence = describeDiskError(error) ?? (error instanceof Error ? error.message : String(error));
  const isAsked = process.env['DEBUG']?.split(',').includes('dateline') ?? false;
  return isAsked && error instanceof Error ? `${sentence}\n${error.stack ?? ''}` : sentence;
}
