// From the lines of a text to a draft: head, body and trailer told apart, and every word of the source accounted for.
import { buildLineAccount } from './account.ts';
import { buildPlainBody } from './body.ts';
import { quoteStart, type Draft, type Hints } from './draft.ts';
import { readHead } from './head.ts';
import { buildBlocks, joinParagraphs, splitLines, type SourceLine } from './paragraphs.ts';
import { markRunningLines } from './running-lines.ts';
import { splitTrailer } from './trailer.ts';

/**
 * Reads a plain text. Pure; what it cannot decide is in `doubts` and `missing`.
 * @param text line ends as LF, no byte order mark
 */
export function buildTextDraft(text: string, hints: Hints): Draft {
  const draft = buildLineDraft('text', text, markRunningLines(splitLines(text)), hints);
  const pageBreaks = text.split('\f').length - 1;
  if (pageBreaks > 0)
    draft.doubts.push(
      `Form feeds (${pageBreaks}) were read as page breaks: a paragraph goes on across one only where it is listed as joined.`,
    );
  const lineBreaks = text.split('\v').length - 1;
  if (lineBreaks > 0) draft.doubts.push(`Vertical tabs (${lineBreaks}) were read as line breaks.`);
  return draft;
}

/**
 * Makes a draft of lines, whatever they were taken from.
 * @param source the text whose words are accounted for
 * @param lines all of it, those that are not the article's with a reason
 * @param mended words cut between lines of the source that are whole in `lines`
 */
export function buildLineDraft(
  format: Draft['format'],
  source: string,
  lines: readonly SourceLine[],
  hints: Hints,
  mended = 0,
): Draft {
  const running = lines.filter(({ leftOut }) => leftOut !== undefined);
  const article = lines.flatMap((line, index) =>
    line.leftOut === undefined
      ? [{ ...line, afterBlank: line.afterBlank || lines[index - 1]?.leftOut !== undefined }]
      : [],
  );
  const head = readHead(article, hints);
  const blocks = buildBlocks(head.rest, source);
  const { body, trailer, doubts: trailerDoubts } = splitTrailer(blocks.paragraphs);
  const joined = joinParagraphs(body, source);
  const doubts = [...head.doubts, ...blocks.doubts, ...joined.doubts, ...trailerDoubts];
  if (blocks.unwrapped > 0) {
    doubts.push(
      `The copy's lines are wrapped: ${blocks.unwrapped} line breaks inside paragraphs became spaces.`,
    );
  }
  if (blocks.mendedWords.length > 0) doubts.push(describeMended(blocks.mendedWords));
  const pages = joined.paragraphs.filter((paragraph) =>
    /^(?:page\s+)?[-–\s]*\d{1,3}[-–\s]*(?:(?:of|\/)\s*\d{1,3})?$/i.test(paragraph),
  );
  for (const page of pages) doubts.push(`${quoteStart(page)} may be the number of a page: kept.`);
  const indented = head.rest.filter(({ indent }) => indent > 0).length;
  if (indented > 0)
    doubts.push(`White space at the beginning of lines (${indented}) is layout and was not kept.`);
  return {
    format,
    ...(head.title !== undefined && { title: head.title }),
    authors: head.authors,
    ...(head.published !== undefined && { published: head.published }),
    tree: buildPlainBody(joined.paragraphs),
    paragraphs: joined.paragraphs,
    facts: {},
    doubts,
    missing: head.missing,
    leftOut: [
      ...head.leftOut,
      ...running.map(({ text, leftOut = '' }) => ({ text, why: leftOut })),
      ...trailer,
    ],
    joins: joined.joins,
    signature: head.signature,
    head: head.lines,
    account: buildLineAccount({
      source,
      lines,
      head,
      below: article.slice(head.end),
      body,
      trailer,
      paragraphs: joined.paragraphs,
      mended: mended + blocks.mended + joined.mended,
    }),
  };
}

/** That words were cut at line ends, and which. */
export const describeMended = (words: readonly string[]): string =>
  `Words cut at a hyphen are whole again (${words.length}): ${words.join(', ')}.`;
