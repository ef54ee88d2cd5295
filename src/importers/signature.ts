// Chooses among the first lines of a copy the one that dates it and the one that signs it.
import { lowerCapitals } from './byline.ts';
import { quoteStart, type Hints } from './draft.ts';
import type { Head } from './head.ts';
import { isDateLine, isProse, type HeadLine } from './head-lines.ts';
import type { Headline } from './headline.ts';

/** The index of the line that dates the article; -1 without one. */
export function chooseDate(read: readonly HeadLine[], headline: Headline, head: Head): number {
  const dated = read.flatMap((entry, index) =>
    entry.date !== undefined && isDateLine(entry) && (index < headline.first || index > headline.last)
      ? [{ index, date: entry.date, text: entry.line.text }]
      : [],
  );
  const published = dated.filter(({ date }) => !date.updated);
  const chosen = published.find(({ date }) => date.labelled) ?? published[0] ?? dated[0];
  if (chosen === undefined) {
    head.missing.published = 'no date was found';
    const mentioned = read.map(({ date }) => date).find((date) => date?.day !== undefined)?.day;
    if (mentioned !== undefined)
      head.missing.published += ` in the head (a sentence of the text names ${mentioned})`;
    return -1;
  }
  const { date, index } = chosen;
  const written = quoteStart(read[index]?.line.text.slice(date.start, date.end).trim() ?? '');
  const others = published.filter((other) => other.date.day !== date.day && !other.date.labelled);
  if (date.day === undefined) {
    head.missing.published = `the date ${written} ${date.problem ?? 'is not certain'}`;
  } else if (!date.labelled && others.length > 0) {
    const days = [date.day, ...others.map((other) => other.date.day ?? quoteStart(other.text))];
    head.missing.published = `the head gives several dates, ${days.join(' and ')}`;
  } else {
    head.published = date.day;
    if (date.problem !== undefined) head.doubts.push(`The date ${written} ${date.problem}.`);
    if (date.updated)
      head.doubts.push(`The only date, ${written}, is that of a change; --published gives another.`);
  }
  for (const { date: other, text } of dated) {
    if (other !== date && other.updated && !date.updated)
      head.doubts.push(`${quoteStart(text)} is the date of a later change: not kept.`);
  }
  return index;
}

/** The index of the byline; -1 for an unsigned article. */
export function chooseByline(
  read: readonly HeadLine[],
  headline: Headline,
  dated: number,
  hints: Hints,
  head: Head,
): number {
  const prose = read.findIndex(({ line }, index) => index > headline.last + 1 && isProse(line.text));
  const open = read.flatMap(({ byline }, index) => {
    const inHead = prose === -1 || index < prose;
    return byline !== undefined && (index < headline.first || index > headline.last)
      ? [{ byline, index, inHead }]
      : [];
  });
  const known = ({ byline }: (typeof open)[number]): boolean => byline.names.every(hints.isPerson);
  // Beside the date, or beside a headline that stands between the two.
  const isBeside = (index: number, step: 1 | -1): boolean => {
    let at = dated + step;
    if (at >= headline.first && at <= headline.last) at = step === 1 ? headline.last + 1 : headline.first - 1;
    return dated !== -1 && index === at;
  };
  const beside = (step: 1 | -1) => open.find(({ index }) => isBeside(index, step));
  const chosen =
    open.find(({ byline }) => byline.certain) ??
    open.find(({ index }) => index === dated) ??
    [beside(-1), beside(1), ...open.filter(({ inHead }) => inHead)].find(
      (entry) => entry !== undefined && known(entry),
    ) ??
    beside(-1) ??
    beside(1);
  if (chosen === undefined) {
    head.doubts.push('No byline was found: the article is kept as unsigned; --author names its author.');
    const [candidate] = open.filter(({ inHead }) => inHead);
    if (candidate !== undefined)
      head.doubts.push(`${quoteStart(candidate.byline.names.join(', '))} may be a byline.`);
    return -1;
  }
  const { byline, index } = chosen;
  head.authors = byline.names.map((name) => (hints.isPerson(name) ? name : lowerCapitals(name)));
  const line = quoteStart(read[index]?.line.text ?? '');
  if (byline.names.length === 0) head.doubts.push(`The byline ${line} names no person: kept as unsigned.`);
  else if (byline.besides !== '')
    head.doubts.push(`Of the byline, ${quoteStart(byline.besides)} has no field: not kept.`);
  for (const [at, name] of head.authors.entries()) {
    if (name !== byline.names[at])
      head.doubts.push(`The name ${byline.names[at]}, in capitals, was read as ${name}.`);
  }
  if (!byline.certain && !known(chosen) && index !== dated)
    head.doubts.push(
      `${line} was taken for the byline because it stands beside the date; --author gives another.`,
    );
  return index;
}
