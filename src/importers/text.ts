// From the text of a copy to a draft: head, body and trailer told apart, and every word of the source accounted for.
import { buildAccount } from './account.ts';
import { quoteStart, type Draft, type Hints } from './draft.ts';
import { readHead } from './head.ts';
import { buildBlocks, joinParagraphs, splitLines } from './paragraphs.ts';
import { splitTrailer } from './trailer.ts';

/**
 * Reads a plain text. Pure; what it cannot decide is in `doubts` and `missing`.
 * @param text line ends as LF, no byte order mark
 */
export function buildTextDraft(text: string, hints: Hints): Draft {
  const lines = splitLines(text);
  const head = readHead(lines, hints);
  const blocks = buildBlocks(head.rest, text);
  const { body, trailer, doubts: trailerDoubts } = splitTrailer(blocks.paragraphs);
  const joined = joinParagraphs(body, text);
  const doubts = [...head.doubts, ...blocks.doubts, ...joined.doubts, ...trailerDoubts];
  if (blocks.unwrapped > 0) {
    doubts.push(
      `The copy's lines are wrapped: ${blocks.unwrapped} line breaks inside paragraphs became spaces.`,
    );
  }
  const pages = joined.paragraphs.filter((paragraph) =>
    /^(?:page\s+)?[-–\s]*\d{1,3}[-–\s]*(?:(?:of|\/)\s*\d{1,3})?$/i.test(paragraph),
  );
  for (const page of pages) doubts.push(`${quoteStart(page)} may be the number of a page: kept.`);
  const pageBreaks = text.split('\f').length - 1;
  if (pageBreaks > 0)
    doubts.push(
      `Form feeds (${pageBreaks}) were read as page breaks: a paragraph goes on across one only where it is listed as joined.`,
    );
  const lineBreaks = text.split('\v').length - 1;
  if (lineBreaks > 0) doubts.push(`Vertical tabs (${lineBreaks}) were read as line breaks.`);
  const indented = head.rest.filter(({ indent }) => indent > 0).length;
  if (indented > 0)
    doubts.push(`White space at the beginning of lines (${indented}) is layout and was not kept.`);
  return {
    format: 'text',
    ...(head.title !== undefined && { title: head.title }),
    authors: head.authors,
    ...(head.published !== undefined && { published: head.published }),
    paragraphs: joined.paragraphs,
    doubts,
    missing: head.missing,
    leftOut: [...head.leftOut, ...trailer],
    joins: joined.joins,
    signature: head.signature,
    head: head.lines,
    account: buildAccount({
      source: text,
      head,
      below: lines.slice(head.end),
      body,
      trailer,
      paragraphs: joined.paragraphs,
      mended: blocks.mended + joined.mended,
    }),
  };
}
