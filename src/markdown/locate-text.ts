// Where a piece of a block's text stands in the Markdown it was rendered from: line and column, found word by word.
import { splitWords } from '../names/normalize.ts';
import type { Position } from '../schema/front-matter.ts';
import type { Block } from './article-file.ts';

/**
 * The place of an offset in a block's text. Between a text and its Markdown stand only signs, so the words up to the
 * offset are found in the source one after the other.
 * @param source Markdown, its first line the first of the file
 */
export function locateInSource(source: string, block: Block | undefined, offset: number): Position {
  if (block === undefined) return { line: 1, column: 1 };
  let from = 0;
  for (let line = 1; line < block.line; line += 1) from = source.indexOf('\n', from) + 1;
  // Addresses of links are no text; they are blanked so that their words are not taken for it.
  const written = source
    .slice(from, from + 4 * block.text.length + 2000)
    .replace(/\]\([^()\n]*\)/g, (address) => `]${' '.repeat(address.length - 1)}`);
  let at = 0;
  for (const { text, start } of splitWords(block.text)) {
    if (start > offset) break;
    const found = written.indexOf(text, at);
    if (found === -1) continue;
    at = found;
    if (start === offset) break;
    at += text.length;
  }
  const before = written.slice(0, at).split('\n');
  return { line: block.line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}
