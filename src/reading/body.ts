// Reads the rendered body of an article when its page is made, so that no build holds all bodies in memory.
import { join } from 'node:path';
import type { RenderedBody } from '../markdown/pipeline.ts';
import type { ArticleEntry, StoredArticle } from './entry.ts';
import { cacheDir, renderCacheDir } from '../disk/folders.ts';
import { readKept } from '../disk/kept-file.ts';

/**
 * The HTML, blocks and mentions of an article that has just been read; `digest` is the entry's.
 * @throws Error with a sentence if the cache could not keep it, or if it has been altered since
 */
export function readBody(digest: string): RenderedBody {
  const bytes = readKept(join(renderCacheDir(), `${digest}.json`));
  if (bytes !== undefined) return JSON.parse(bytes.toString()) as RenderedBody;
  throw new Error(
    `The cache in ${cacheDir()} could not keep a rendered article, or it was changed meanwhile. See that its disk has room and may be written, or set CACHE_DIR to another folder, and run the command again.`,
  );
}

/** Joins what the store holds of articles with the mentions that stayed on disk. */
export function readMentions(stored: readonly (StoredArticle & { id: string })[]): ArticleEntry[] {
  return stored.map(({ id, fields, rendered }) => {
    const { mentions, unplaced } = readBody(rendered.digest);
    return { id, fields, rendered: { ...rendered, mentions, ...(unplaced && { unplaced }) } };
  });
}
