// Chooses among the first lines of a copy the one that dates it, or says why none can be chosen.
import type { DateReading } from './dates.ts';
import { quoteStart, type Hints } from './draft.ts';
import type { Head } from './head.ts';
import { isBareDate, isDateLine, isInText, type HeadLine } from './head-lines.ts';
import type { Headline } from './headline.ts';

interface Dated {
  index: number;
  date: DateReading;
  entry: HeadLine;
  /** Whether the body has begun before it. */
  inText: boolean;
}

/** The index of the line that dates the article; -1 without one. */
export function chooseDate(read: readonly HeadLine[], headline: Headline, hints: Hints, head: Head): number {
  const dated = read.flatMap((entry, index): Dated[] =>
    entry.date !== undefined && isDateLine(entry) && (index < headline.first || index > headline.last)
      ? [{ index, date: entry.date, entry, inText: isInText(read, headline, index) }]
      : [],
  );
  const given = hints.published;
  const open = dated.filter(({ inText, entry }) => !inText || !isBareDate(entry));
  const all = open.length > 0 || given !== undefined ? open : dated;
  const published = all.filter(({ date }) => !date.updated);
  const fits = ({ date }: Dated): boolean =>
    given !== undefined && (date.day === given || date.problem?.includes(given) === true);
  const chosen =
    published.find(fits) ??
    [published.find(({ date }) => date.labelled), published[0], all[0]].find(
      (one) => one !== undefined && (given === undefined || !isSubheading(one, read, dated)),
    );
  if (chosen === undefined) {
    head.missing.published = 'no date was found';
    const mentioned = read.map(({ date }) => date).find((date) => date?.day !== undefined)?.day;
    if (mentioned !== undefined)
      head.missing.published += ` in the head (a sentence of the text names ${mentioned})`;
    return -1;
  }
  const { date, index } = chosen;
  const written = quoteStart(chosen.entry.line.text.slice(date.start, date.end).trim());
  const others = dated.filter((other) => isRival(other, chosen, read));
  if (date.day === undefined) {
    head.missing.published = `the date ${written} ${date.problem ?? 'is not certain'}`;
  } else if (!date.labelled && !fits(chosen) && others.length > 0) {
    const days = [date.day, ...others.map((other) => other.date.day ?? quoteStart(other.entry.line.text))];
    head.missing.published = `the head gives several dates, ${days.join(' and ')}`;
  } else {
    head.published = date.day;
    if (date.problem !== undefined) head.doubts.push(`The date ${written} ${date.problem}.`);
    if (date.updated)
      head.doubts.push(`The only date, ${written}, is that of a change; --published gives another.`);
  }
  for (const { date: other, entry } of dated) {
    if (other !== date && other.updated && !date.updated)
      head.doubts.push(`${quoteStart(entry.line.text)} is the date of a later change: not kept.`);
  }
  return index;
}

/** Whether a date that is not the one given heads a part of the text: without a year, set apart, or the first of several. */
function isSubheading(
  { index, entry, date }: Dated,
  read: readonly HeadLine[],
  dated: readonly Dated[],
): boolean {
  if (!isBareDate(entry) || !entry.line.afterBlank || index === 0) return false;
  const apart = read.slice(1, index).some(({ line }) => !line.afterBlank);
  const several = dated.some((other) => other.inText && other.index > index && isBareDate(other.entry));
  return apart || several || date.problem === 'has no year';
}

/** Whether another date may be that of publication just as well as the one chosen. */
function isRival(other: Dated, chosen: Dated, read: readonly HeadLine[]): boolean {
  const { date, entry, index, inText } = other;
  if (date.updated || date.labelled || date.day === chosen.date.day) return false;
  if (!isBareDate(entry)) return !inText;
  if (!inText && !entry.line.afterBlank) return true;
  if (date.day === undefined || index === chosen.index + 1) return false;
  // Where blank lines part everything, they do not tell the head from the text.
  if (!inText) return read[index - 1]?.line.afterBlank === true;
  const next = read[chosen.index + 1];
  const attached = !chosen.entry.line.afterBlank || next?.line.afterBlank === false;
  // Below the head's date, the text may begin with a subheading.
  const heads = next !== undefined && isBareDate(next);
  return !attached && !heads && isBareDate(chosen.entry);
}
