// The address of a mention: its paragraph, and where it is certain a text fragment that lands on the words.
import type { Mention } from '../markdown/article-file.ts';
import { renderTextDirective } from '../search/text-directive.ts';
import { paragraphUrl } from '../urls.ts';

/**
 * @param id of the article
 * @param text of the block the mention stands in
 * @param page the text of all blocks
 */
export function mentionUrl(id: string, text: string, page: string, { anchor, start, end }: Mention): string {
  // A fragment matches whole words only, and a possessive ending belongs to the word.
  const stop = end + (/^['’]\p{L}+/u.exec(text.slice(end))?.[0].length ?? 0);
  // The cells of a table row are parted by line ends, and no fragment reaches over two cells.
  const gap = text.startsWith('\n') ? '[^\\S\\n]+' : '\\s+';
  const before = new RegExp(`(?:(?<!\\S)\\S+${gap}){0,3}\\S*$`, 'u').exec(text.slice(0, start))?.[0] ?? '';
  const after = new RegExp(`^\\S*(?:${gap}\\S+){0,3}`, 'u').exec(text.slice(stop))?.[0] ?? '';
  const directive = renderTextDirective(before, text.slice(start, stop), after, page);
  return `${paragraphUrl(id, anchor)}${directive === undefined ? '' : `:~:${directive}`}`;
}
