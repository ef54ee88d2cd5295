// Teaches the parser the three GFM constructs a copy may use: tables, strikethrough and footnotes; no autolinks, no task lists.
import { gfmFootnoteFromMarkdown, gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown, gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown, gfmTableToMarkdown } from 'mdast-util-gfm-table';
import type {} from 'remark-stringify'; // declares `toMarkdownExtensions`
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Processor } from 'unified';

/** Autolinks and task lists would change what a reader sees of plain text, so the whole of remark-gfm is too much. */
export function remarkGfmSubset(this: Processor, { tables = true } = {}): void {
  const data = this.data();
  // "~5%" is an amount, not the start of a deletion: only two tildes strike through.
  (data.micromarkExtensions ??= []).push(gfmFootnote(), gfmStrikethrough({ singleTilde: false }));
  if (tables) data.micromarkExtensions.push(gfmTable());
  (data.fromMarkdownExtensions ??= []).push(
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTableFromMarkdown(),
  );
  (data.toMarkdownExtensions ??= []).push(
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
    gfmTableToMarkdown(),
  );
}

/**
 * Whether a text may hold a table: the row below a table's head has hyphens, with bars or colons, behind the signs of
 * quotations, lists and footnotes. Looking for tables takes a tenth of the time of reading a text, and few have any.
 */
export const mayHoldTable = (text: string): boolean => text.split(/[\r\n]/).some(mayBeDelimiterRow);

function mayBeDelimiterRow(line: string): boolean {
  if (!line.includes('-') || !/[|:]/.test(line)) return false;
  const [from, to] = [line.indexOf('[^'), line.lastIndexOf(']:')];
  const row = from === -1 || to < from ? line : line.slice(0, from) + line.slice(to + 2);
  return /^[\s>*+\d.)|:-]*$/.test(row);
}
