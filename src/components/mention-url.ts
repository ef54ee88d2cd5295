// The address of a mention: its paragraph, and where it is certain a text fragment that lands on the words.
import type { Mention } from '../markdown/article-file.ts';
import { renderMentionDirective } from '../search/text-directive.ts';
import { paragraphUrl } from '../urls.ts';

/**
 * @param id of the article
 * @param text of the block the mention stands in
 * @param page the text of all blocks
 */
export function mentionUrl(id: string, text: string, page: string, mention: Mention): string {
  const directive = renderMentionDirective(text, mention, page);
  return `${paragraphUrl(id, mention.anchor)}${directive === undefined ? '' : `:~:${directive}`}`;
}
