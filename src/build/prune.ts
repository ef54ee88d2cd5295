// Keeps the cache from growing for ever: what no build has made or needed for a month goes, and what killed ones left.
import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive } from '../archive/build.ts';
import { buildsDir, cacheDir, drawingCacheDir, renderCacheDir } from '../disk/folders.ts';
import { removeOldDrafts } from '../disk/save-file.ts';

const day = 24 * 60 * 60 * 1000;
const month = 30 * day;

/**
 * Deletes what is old and the archive just built does not use; another archive's is at most made again. What cannot be
 * deleted stays, for the site is built.
 */
export async function pruneCache(archive: Archive, now = Date.now()): Promise<void> {
  const used = new Set(archive.articles.map(({ digest }) => `${digest}.json`));
  await removeOld(renderCacheDir(), now - month, used);
  await removeOld(drawingCacheDir(), now - month);
  // No build takes a day; this one has been killed, and nobody has built the same again.
  await removeOld(buildsDir(), now - day);
  try {
    removeOldDrafts(cacheDir());
  } catch {
    // They take room and do no harm.
  }
}

async function removeOld(
  folder: string,
  before: number,
  used: ReadonlySet<string> = new Set(),
): Promise<void> {
  if (!existsSync(folder)) return;
  for (const name of await readdir(folder)) {
    if (used.has(name)) continue;
    const path = join(folder, name);
    const { mtimeMs = Infinity } = (await stat(path).catch(() => undefined)) ?? {};
    if (mtimeMs < before) await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}
