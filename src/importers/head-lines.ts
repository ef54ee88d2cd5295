// Looks at the first lines of a copy one by one: which may be a date, a byline or the name of the publication.
import { readByline, type Byline } from './byline.ts';
import { findDate, type DateReading } from './dates.ts';
import { countWords, type Hints } from './draft.ts';
import type { Headline } from './headline.ts';
import { endsSentence, type SourceLine } from './paragraphs.ts';

export interface HeadLine {
  line: SourceLine;
  date?: DateReading;
  byline?: Byline;
  /** Whether the line only names the publication. */
  publication: boolean;
}

/** No head is longer than this, in lines that are not blank. */
const longestHead = 10;

/** A date further into a line than this, in characters, is the text's own. */
const longestDated = 400;

/** A line that is running text: a head may hold one (a standfirst), not several. */
export const isProse = (text: string): boolean => countWords(text) >= 14 && endsSentence(text);

/** A line that is nothing but a web address. */
export const isAddress = (text: string): boolean =>
  /^(?:https?:\/\/)?(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:\/\S*)?$/u.test(text);

/** The lines that may belong to the head, each with what it can be read as. */
export function readHeadLines(lines: readonly SourceLine[], hints: Hints): HeadLine[] {
  const read: HeadLine[] = [];
  let prose = 0;
  for (const line of lines.slice(0, longestHead)) {
    const { text } = line;
    if (isProse(text) && read.length > 0) prose += 1;
    if (prose > 1 || countWords(text) > 80) break;
    const publication = text.length <= 200 && (hints.isPublication(text) || isAddress(text));
    const date = findDate(text.slice(0, longestDated));
    // What stands on both sides of a date is not one phrase.
    const beside =
      date === undefined
        ? text
        : trimSigns([text.slice(0, date.start), text.slice(date.end)].map(trimSigns).join(' | '));
    const byline = publication || beside === '' || countWords(beside) > 25 ? undefined : readByline(beside);
    read.push({ line, publication, ...(date && { date }), ...(byline && { byline }) });
  }
  return read;
}

const trimSigns = (text: string): string => text.replace(/^[\s|·•,;/–—-]+|(?:\s+on)?[\s|·•,;/–—-]*$/giu, '');

/** Whether a line is a date and nothing else, or a date beside a byline; not a headline or sentence with a day in it. */
export function isDateLine({ date, line, byline }: HeadLine): boolean {
  if (date === undefined) return false;
  const before = line.text.slice(0, date.start);
  const after = line.text.slice(date.end);
  if (trimSigns(before + after) === '' || byline?.certain === true) return true;
  // "14 March 2019 — Updated 15 March 2019"
  const change = findDate(after);
  if (
    change?.updated === true &&
    trimSigns(before + after.slice(0, change.start) + after.slice(change.end)) === ''
  )
    return true;
  const apart = /[|·•,;/–—-]\s*$/.test(before) || /^\s*[|·•,;/–—-]/.test(after) || date.labelled;
  return byline !== undefined && apart && /\d{4}/.test(line.text.slice(date.start, date.end));
}

/** Whether a line is a date alone, without a word that says of what: a subheading may be one. */
export const isBareDate = (entry: HeadLine): boolean =>
  isDateLine(entry) &&
  entry.date?.updated === false &&
  !entry.date.labelled &&
  trimSigns(entry.line.text.slice(0, entry.date.start) + entry.line.text.slice(entry.date.end)) === '';

/** Whether a line of text stands between a line and the byline or date before it, so that the body has begun. */
export function isInText(read: readonly HeadLine[], { first, last }: Headline, index: number): boolean {
  const isSigned = (entry: HeadLine): boolean => isDateLine(entry) || entry.byline?.certain === true;
  const anchor = read.findIndex((entry, at) => isSigned(entry) && (at < first || at > last));
  return (
    anchor !== -1 &&
    read
      .slice(0, index)
      .some(
        (entry, at) =>
          at > anchor && (at < first || at > last) && !isSigned(entry) && !entry.publication && !entry.byline,
      )
  );
}
