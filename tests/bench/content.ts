// The content that a bench works on: a folder of one's own, real posts reshuffled, or made-up prose.
import { cp } from 'node:fs/promises';
import { writeMadeUpArchive } from './made-up-archive.ts';
import { hasPosts, writeRealArchive } from './real-archive.ts';

export interface BenchContent {
  articles: number;
  /** A content folder to take in place of one that is made up. */
  content?: string | undefined;
}

/** Resolves to what the content is. */
export async function writeContent(folder: string, { articles, content }: BenchContent): Promise<string> {
  if (content !== undefined) {
    await cp(content, folder, { recursive: true });
    return content;
  }
  const number = articles.toLocaleString('en');
  if (hasPosts()) {
    await writeRealArchive(folder, articles);
    return `${number} articles of real posts, reshuffled`;
  }
  await writeMadeUpArchive(folder, { articles });
  return `${number} articles of made-up prose, which takes a fifth of the time of real prose`;
}
