// Keeps the cache of rendered bodies from growing for ever: what no build has made or needed for a month goes.
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive } from './build.ts';
import { renderCacheDir } from './folders.ts';

const month = 30 * 24 * 60 * 60 * 1000;

/** Deletes old cached bodies that the archive just built does not use; another archive's are at most made again. */
export async function pruneRenderCache(archive: Archive, now = Date.now()): Promise<void> {
  const used = new Set(archive.articles.map(({ digest }) => `${digest}.json`));
  const folder = renderCacheDir();
  for (const name of await readdir(folder)) {
    if (used.has(name)) continue;
    const path = join(folder, name);
    if (now - (await stat(path)).mtimeMs > month) await rm(path, { force: true });
  }
}
