// Finds the content file that a piece of a page came from, when a page must not be published because of it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentPath } from '../disk/folders.ts';

/** `content/people/x.md:4:11`, the first place below `root` that has these words, or nothing. */
export function findOrigin(root: string, words: string): string | undefined {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort();
  for (const name of names) {
    const text = readFileSync(join(root, name), 'utf8');
    const at = text.indexOf(words);
    if (at === -1) continue;
    const before = text.slice(0, at).split('\n');
    return `${contentPath(join(root, name))}:${before.length}:${(before.at(-1) ?? '').length + 1}`;
  }
  return undefined;
}
