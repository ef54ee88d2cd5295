// Keeps the cache from growing forever: deletes what no build needed in a month or killed ones left.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '../archive/build.ts';
import { bundlesDir, cacheDir, drawingCacheDir, renderCacheDir } from '../disk/folders.ts';
import { removeOldDrafts } from '../disk/save-file.ts';

const day = 24 * 60 * 60 * 1000;
const month = 30 * day;

/**
 * Deletes what is old and not used by the archive just built; at worst another archive makes it again. What
 * cannot be deleted stays: the site is built already.
 */
export function pruneCache(archive: Archive, now = Date.now()): void {
  const used = new Set(archive.articles.map(({ digest }) => `${digest}.json`));
  removeOld(renderCacheDir(), now - month, (name) => used.has(name));
  removeOld(drawingCacheDir(), now - month);
  removeOld(bundlesDir(), now - month);
  // No bundle takes a day to make: this one was never finished.
  removeOld(bundlesDir(), now - day, (name) => !name.includes('-'));
  try {
    removeOldDrafts(cacheDir());
  } catch {
    // They take up space but do no harm.
  }
}

function removeOld(folder: string, before: number, isKept: (name: string) => boolean = () => false): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (isKept(name)) continue;
    const path = join(folder, name);
    try {
      if (statSync(path).mtimeMs < before) rmSync(path, { recursive: true, force: true });
    } catch {
      // It stays, or is gone already.
    }
  }
}
