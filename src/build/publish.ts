// Puts a finished site in the place of the last one in a single move, so that a build that fails leaves no trace.
import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { describeDiskError } from '../disk/disk-error.ts';
import { exchangeFolders } from './exchange-folders.ts';
import { beside, cacheDir, contentDir, outDir } from '../disk/folders.ts';
import { saveFile } from '../disk/save-file.ts';
import { permalinkPath, searchLabelsUrl } from '../urls.ts';
import { fileOf } from './complete-site.ts';
import { removeSpare } from './spare.ts';

/**
 * Puts the folder `built` in the place of `out` in one move; if that fails, `out` stays as it was.
 * @param keeps whether what was at `out` stays beside it, as the spare site
 */
export async function replaceFolder(
  out: string,
  built: string,
  keeps = false,
  exchange: typeof exchangeFolders = exchangeFolders,
): Promise<void> {
  const next = beside(out, 'next');
  mkdirSync(dirname(out), { recursive: true });
  if (built !== next) await rm(next, { recursive: true, force: true });
  try {
    if (built !== next) await moveFolder(built, next);
    // Synchronous, so that a signal arrives before the swap or after it.
    swap(out, next, exchange);
  } catch (error) {
    await rm(next, { recursive: true, force: true });
    const why = describeDiskError(error);
    if (why === undefined) throw error;
    throw new Error(describeOutFailure(out, why), { cause: error });
  }
  if (!keeps || !existsSync(next)) await rm(next, { recursive: true, force: true });
  else {
    removeSpare(out);
    renameSync(next, beside(out, 'spare'));
  }
}

/** @param why a sentence */
export const describeOutFailure = (out: string, why: string): string =>
  `The site could not be put at OUT_DIR (${out}). ${why}`;

/** The old site ends up at `next`, if there was one. Both lie on one disk, side by side. */
function swap(out: string, next: string, exchange: typeof exchangeFolders): void {
  if (!existsSync(out)) {
    renameSync(next, out);
    return;
  }
  if (exchange(next, out)) return;
  const last = beside(out, 'last');
  rmSync(last, { recursive: true, force: true });
  renameSync(out, last);
  // Between these two there is no site. If the process is killed here, the next command puts `last` back.
  try {
    renameSync(next, out);
  } catch (error) {
    renameSync(last, out);
    throw error;
  }
  renameSync(last, next);
}

async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    // The output is on another disk, so nothing can be moved there in one step.
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true });
  }
}

/** Removes what a failed or killed build of this output left; never a site in place or one to be put back. */
export function clearUnfinished(out: string): void {
  const leftovers = [beside(out, 'next'), ...(existsSync(out) ? [beside(out, 'last')] : [])];
  // Files may still arrive from threads that are ending.
  for (const path of leftovers) rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

/** Tells the site in place from the one that will replace it; `undefined` if there is none. */
export const siteNumber = (out: string): bigint | undefined =>
  lstatSync(out, { bigint: true, throwIfNoEntry: false })?.ino;

/** A file that every site has, whatever its content: it tells a site from other folders. */
const siteSign = fileOf(permalinkPath(searchLabelsUrl()));

/**
 * The old site is deleted with everything in its folder, so it must be one that this project made.
 * @throws Error with a sentence if it is not
 */
export function checkOutDir(): void {
  const out = outDir();
  const fix = 'Set OUT_DIR to an empty folder, or to one that holds a site.';
  for (const kept of [contentDir(), process.cwd()])
    if (isWithin(kept, out)) throw new Error(`OUT_DIR (${out}) holds the archive itself. ${fix}`);
  if (isWithin(out, contentDir()))
    throw new Error(`OUT_DIR (${out}) lies inside the archive's content. ${fix}`);
  if (isFile(out)) throw new Error(`OUT_DIR (${out}) is a file. ${fix}`);
  const names = existsSync(out) ? readdirSync(out) : [];
  if (names.length > 0 && (!existsSync(join(out, siteSign)) || names.includes('.git')))
    throw new Error(`OUT_DIR (${out}) holds something that is not a site. ${fix}`);
}

/** @throws Error with a sentence if a build could not keep its files there */
export function checkCacheDir(): void {
  const cache = cacheDir();
  const fix = 'Set CACHE_DIR to a folder of its own, which may be missing.';
  if (isWithin(cache, outDir()) || isWithin(cache, contentDir()))
    throw new Error(`CACHE_DIR (${cache}) lies inside the site or the content. ${fix}`);
  if (isFile(cache)) throw new Error(`CACHE_DIR (${cache}) is a file. ${fix}`);
  const probe = join(cache, `writable-${process.pid}`);
  try {
    saveFile(probe, '');
    rmSync(probe, { force: true });
  } catch (error) {
    throw new Error(`CACHE_DIR (${cache}) cannot be used. ${describeDiskError(error) ?? fix}`, {
      cause: error,
    });
  }
}

/** Whether `path` is `folder` or lies below it. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !/^\.\.[\\/]/.test(way) && !isAbsolute(way));
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === false;
