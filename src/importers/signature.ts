// Chooses among the first lines of a copy the one that signs it.
import { lowerCapitals } from './byline.ts';
import { quoteStart, type Hints } from './draft.ts';
import type { Head } from './head.ts';
import { isProse, type HeadLine } from './head-lines.ts';
import type { Headline } from './headline.ts';

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
    head.doubts.push(
      `Of the byline, ${quoteStart(byline.besides, 200)} has no field: not kept.${/\s(?:and|with|und|et|y|e|&)\s/i.test(byline.besides) ? ' If it names an author, give every author with --author.' : ''}`,
    );
  if (byline.partedAt.length > 0)
    head.doubts.push(
      `The byline ${line} was read as several authors, ${head.authors.join(' and ')}, parted at "${byline.partedAt.join('" and "')}"; if that is one name, give it with --author.`,
    );
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
