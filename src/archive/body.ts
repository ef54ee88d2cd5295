// Reads the rendered body of an article when its page is made, so that no build holds all bodies in memory.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RenderedBody } from '../markdown/pipeline.ts';
import { renderCacheDir } from './folders.ts';

/** The HTML, blocks and mentions of an article that has just been read; `digest` is the entry's. */
export async function readBody(digest: string): Promise<RenderedBody> {
  return JSON.parse(await readFile(join(renderCacheDir(), `${digest}.json`), 'utf8')) as RenderedBody;
}
