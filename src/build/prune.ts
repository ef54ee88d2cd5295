// Keeps the cache from growing forever: deletes what no build needed in a month or killed ones left.
import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
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
export async function pruneCache(archive: Archive, now = Date.now()): Promise<void> {
  const used = new Set(archive.articles.map(({ digest }) => `${digest}.json`));
  await removeOld(renderCacheDir(), now - month, (name) => used.has(name));
  await removeOld(drawingCacheDir(), now - month);
  await removeOld(bundlesDir(), now - month);
  // No bundle takes a day to make: this one was never finished.
  await removeOld(bundlesDir(), now - day, (name) => !name.includes('-'));
  try {
    removeOldDrafts(cacheDir());
  } catch {
    // They take up space but do no harm.
  }
}

async function removeOld(
  folder: string,
  before: number,
  isKept: (name: string) => boolean = () => false,
): Promise<void> {
  if (!existsSync(folder)) return;
  for (const name of await readdir(folder)) {
    if (isKept(name)) continue;
    const path = join(folder, name);
    const { mtimeMs = Infinity } = (await stat(path).catch(() => undefined)) ?? {};
    if (mtimeMs < before) await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}
