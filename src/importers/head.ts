// Reads the head of a copy: headline, byline and date in whatever order they stand, and where the body begins.
import type { DateReading } from './dates.ts';
import { countWords, quoteStart, type Hints, type LeftOut } from './draft.ts';
import { isBareDate, isDateLine, isInText, readHeadLines, type HeadLine } from './head-lines.ts';
import { findHeadline } from './headline.ts';
import type { SourceLine } from './paragraphs.ts';
import { chooseDate } from './publication-date.ts';
import { chooseByline } from './signature.ts';

/** What a piece of the source has become. */
export interface Piece {
  part: 'headline' | 'byline' | 'date' | 'left out' | 'body';
  text: string;
  words: number;
}

export interface Head {
  title?: string;
  authors: string[];
  published?: string;
  missing: { title?: string; published?: string };
  doubts: string[];
  /** The pieces of the head's lines, in the order of the source. */
  pieces: Piece[];
  /** Lines left out because they only name the publication or because another headline was given. */
  leftOut: LeftOut[];
  /** The lines read as byline or date. */
  signature: string[];
  /** The lines of the head but the headline. */
  lines: string[];
  /** All lines of the body; in front those of the head's region that are none of these. */
  rest: SourceLine[];
  /** How many of the lines stand in the head's region. */
  end: number;
}

/** @param lines those of the source that are not blank */
export function readHead(lines: readonly SourceLine[], hints: Hints): Head {
  const head: Head = {
    authors: [],
    missing: {},
    doubts: [],
    pieces: [],
    leftOut: [],
    signature: [],
    lines: [],
    rest: [],
    end: 0,
  };
  const read = readHeadLines(lines, hints);
  const headline = findHeadline(read, hints, head);
  const dated = chooseDate(read, headline, hints, head);
  const signed = chooseByline(read, headline, dated, hints, head);

  // Below the head's date a line that is only a date is a subheading of the text.
  let end = Math.max(headline.last, dated, signed) + 1;
  const goesOn = (entry: HeadLine): boolean => entry.publication || (isDateLine(entry) && !isBareDate(entry));
  while (read[end] !== undefined && goesOn(read[end] as HeadLine)) end += 1;
  head.end = end;
  const next = read[end];
  if (next !== undefined && isBareDate(next))
    head.doubts.push(
      `${quoteStart(next.line.text)}, a date below the head, is kept in the text as a subheading; if it is the date of publication, give it with --published.`,
    );
  for (const [index, entry] of read.slice(0, head.end).entries()) {
    const { line, date, publication } = entry;
    const { text } = line;
    const words = countWords(text);
    if (index >= headline.first && index <= headline.last) {
      head.pieces.push({ part: headline.replaced ? 'left out' : 'headline', text, words });
      if (headline.replaced)
        head.leftOut.push({ text, why: 'the headline of the copy; --title gives another' });
    } else if (index !== dated && index !== signed && isBareDate(entry) && !isInText(read, headline, index)) {
      head.lines.push(text);
      head.leftOut.push({ text, why: 'it is another date than the one that was taken' });
      head.pieces.push({ part: 'left out', text, words });
    } else if (index === signed || (isDateLine(entry) && (index === dated || !isBareDate(entry)))) {
      head.lines.push(text);
      head.signature.push(text);
      head.pieces.push(...splitLine(text, isDateLine(entry) ? date : undefined));
    } else if (publication) {
      head.lines.push(text);
      head.leftOut.push({ text, why: 'it names the publication' });
      head.pieces.push({ part: 'left out', text, words });
    } else {
      head.rest.push(line);
      head.pieces.push({ part: 'body', text, words });
    }
  }
  const [first] = head.rest;
  if (first !== undefined) {
    const many = head.rest.length;
    const what = many === 1 ? 'a line that is' : `${many} lines that are`;
    head.doubts.push(
      `The head has ${what} neither headline nor byline nor date: ${quoteStart(first.text)}, kept in the text. If it is the headline, give it with --title.`,
    );
  }
  head.rest = [...head.rest, ...lines.slice(head.end)];
  return head;
}

/** A line with a byline, a date or both as the pieces it consists of. */
function splitLine(text: string, date: DateReading | undefined): Piece[] {
  const words = countWords(text);
  if (date === undefined) return [{ part: 'byline', text, words }];
  const dateText = text.slice(date.start, date.end);
  const dateWords = Math.min(words, countWords(dateText));
  return [
    // In "Jane Doe|3 January 2020" the two share a word, which counts once.
    { part: 'byline', text: text.slice(0, date.start), words: words - dateWords },
    { part: 'date', text: dateText, words: dateWords },
    { part: 'byline', text: text.slice(date.end), words: 0 },
  ];
}
