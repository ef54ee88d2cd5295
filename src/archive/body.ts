// Reads the rendered body of an article when its page is made, so that no build holds all bodies in memory.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RenderedBody } from '../markdown/pipeline.ts';
import type { ArticleEntry, StoredArticle } from './entry.ts';
import { renderCacheDir } from './folders.ts';

/** The HTML, blocks and mentions of an article that has just been read; `digest` is the entry's. */
export async function readBody(digest: string): Promise<RenderedBody> {
  return JSON.parse(await readFile(join(renderCacheDir(), `${digest}.json`), 'utf8')) as RenderedBody;
}

/** So many files are opened at once. */
const batch = 64;

/** Joins what the store holds of articles with the mentions that stayed on disk. */
export async function readMentions(
  stored: readonly (StoredArticle & { id: string })[],
): Promise<ArticleEntry[]> {
  const entries: ArticleEntry[] = [];
  for (let at = 0; at < stored.length; at += batch) {
    const part = stored.slice(at, at + batch);
    const bodies = await Promise.all(part.map(({ rendered }) => readBody(rendered.digest)));
    for (const [index, { id, fields, rendered }] of part.entries()) {
      const { mentions = [], unplaced } = bodies[index] ?? {};
      entries.push({ id, fields, rendered: { ...rendered, mentions, ...(unplaced && { unplaced }) } });
    }
  }
  return entries;
}
