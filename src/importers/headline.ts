// Finds the headline among the first lines of a copy.
import { countWords, quoteStart, type Hints } from './draft.ts';
import type { Head } from './head.ts';
import { isDateLine, isProse, type HeadLine } from './head-lines.ts';
import { endsSentence, startsInLowerCase } from './paragraphs.ts';

/** The lines it stands in, -1 for none; `replaced` if the maintainer gave another. */
export interface Headline {
  first: number;
  last: number;
  replaced: boolean;
}

/** Finds the headline; sets the head's title and adds to its doubts. */
export function findHeadline(read: readonly HeadLine[], hints: Hints, head: Head): Headline {
  const none = { first: -1, last: -1, replaced: false };
  const taken = (entry: HeadLine): boolean =>
    entry.publication || isDateLine(entry) || (entry.byline?.certain ?? false);
  const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
  if (hints.title !== undefined) {
    head.title = hints.title;
    const given = squeeze(hints.title);
    const same = read.findIndex(({ line }) => squeeze(line.text).toLowerCase() === given.toLowerCase());
    if (same !== -1) return { first: same, last: same, replaced: false };
  }
  const first = read.findIndex((entry) => !taken(entry));
  const text = read[first]?.line.text ?? '';
  const afterHead = read.slice(0, first).some(taken);
  const fullStop = /[^.]\.$/.test(text);
  const prose = countWords(text) > 40 || text.length > 300 || isProse(text) || (fullStop && afterHead);
  if (first === -1 || prose) {
    if (hints.title === undefined)
      head.missing.title = 'no headline was found: the copy begins with running text';
    else head.doubts.push('The headline of --title does not stand in the copy.');
    return none;
  }
  let last = first;
  const next = read[first + 1];
  if (
    next !== undefined &&
    !taken(next) &&
    !next.line.afterBlank &&
    !endsSentence(text) &&
    startsInLowerCase(next.line.text) &&
    countWords(next.line.text) <= 15
  ) {
    last += 1;
    head.doubts.push(`The headline was read from two lines, the second ${quoteStart(next.line.text)}.`);
  }
  if (hints.title !== undefined) return { first, last, replaced: true };
  if (fullStop)
    head.doubts.push(
      `The headline ${quoteStart(text)} ends with a full stop; is it one? If not, give --title.`,
    );
  head.title = squeeze(
    read
      .slice(first, last + 1)
      .map(({ line }) => line.text)
      .join(' ')
      .replace(/^(?:title|headline)\s*:\s*/i, ''),
  );
  return { first, last, replaced: false };
}
