// Reads the head of a page's article: headline, byline and date as a reader sees them, beside what the metadata say.
import { foldName } from '../../names/normalize.ts';
import { lowerCapitals, readByline } from '../byline.ts';
import { quoteStart, type Hints } from '../draft.ts';
import { isDateLine, isProse, readHeadLines, type HeadLine } from '../head-lines.ts';
import type { Metadata } from './metadata.ts';
import type { Run } from './runs.ts';

/** What a run of the head has become. */
export type Role = 'headline' | 'byline' | 'date';

export interface PageHead {
  title?: string;
  authors: string[];
  published?: string;
  missing: { title?: string; published?: string };
  doubts: string[];
  runs: Map<Run, Role>;
}

/** How many runs above the article's first paragraph may belong to its head. */
const reach = 30;

interface Entry extends HeadLine {
  run: Run;
}

export function readPageHead(runs: readonly Run[], metadata: Metadata, hints: Hints): PageHead {
  const head: PageHead = { authors: [], missing: {}, doubts: [], runs: new Map() };
  const isText = ({ kept, text }: Run): boolean => kept && isProse(text);
  const prose = runs.findIndex(isText);
  const above = runs.slice(0, prose === -1 ? runs.findIndex(({ kept }) => kept) + 1 : prose);
  const headline = findHeadline(above, metadata, hints, head);
  // What stands far above the headline is the head of the page, not of the article.
  const start =
    headline === undefined
      ? above.length - reach
      : Math.max(above.indexOf(headline) - 3, above.length - reach);
  // Below a standfirst only what the page marks as byline or date is one.
  const second = runs.findIndex((run, index) => index > prose && isText(run));
  const below = prose === -1 ? [] : runs.slice(prose + 1, Math.max(second, 0)).filter(isMarked);
  const entries = [...above.slice(Math.max(0, start)), ...below].flatMap((run): Entry[] => {
    const line = { text: run.lines, indent: 0, afterBlank: true, page: 0 };
    const [read] = run === headline ? [] : readHeadLines([line], hints);
    return read === undefined ? [] : [{ ...read, run }];
  });
  chooseDate(entries, metadata, hints, head);
  chooseAuthors(entries, metadata, hints, head);
  return head;
}

/** Whether the page says that a text is about the article. */
const isMarked = ({ path }: Run): boolean =>
  path.some(
    ({ tagName, properties }) =>
      tagName === 'time' ||
      /byline|author/i.test(
        [properties['className'], properties['rel'], properties['itemProp']].flat().map(String).join(' '),
      ),
  );

function findHeadline(
  above: readonly Run[],
  { titles }: Metadata,
  hints: Hints,
  head: PageHead,
): Run | undefined {
  const given = hints.title;
  const wanted = (given === undefined ? titles : [given]).map(foldName);
  const isIn = (run: Run, tag: string): boolean => run.path.some(({ tagName }) => tagName === tag);
  const same = above.filter(({ text }) => wanted.includes(foldName(text)));
  const h1 = above.filter((run) => isIn(run, 'h1') && !isIn(run, 'nav'));
  const found = same.findLast((one) => isIn(one, 'h1')) ?? same.at(-1);
  // The title of an old page may be the site's name, which stands above the headline in large letters.
  const large =
    found === undefined || titles.length > 1
      ? undefined
      : above.slice(above.indexOf(found) + 1).find((one) => isLarge(one) && !isProse(one.text));
  // A title may say more than the headline: the chapter, the section, the site.
  const begun = above.filter(
    (one) =>
      one.path.some(({ tagName }) => /^h[1-4]$/.test(tagName)) &&
      one.words > 2 &&
      wanted.some((title) => title.startsWith(foldName(one.text))),
  );
  const run = given === undefined ? (large ?? found ?? begun.at(-1) ?? h1.at(-1)) : found;
  const [first] = titles;
  const title = given ?? run?.text ?? first;
  if (title === undefined || title === '') head.missing.title = 'no headline was found';
  else head.title = title;
  if (run !== undefined) {
    head.runs.set(run, 'headline');
    if (given === undefined && first !== undefined && !wanted.includes(foldName(run.text)))
      head.doubts.push(
        `The page's data give another headline, ${quoteStart(first, 200)}; the one on the page was taken.`,
      );
  } else if (title !== undefined) {
    head.doubts.push(
      `The headline ${quoteStart(title, 200)} was not found above the text; it was taken from ${given === undefined ? "the page's data" : '--title'}.`,
    );
  }
  return run;
}

const isLarge = ({ path }: Run): boolean =>
  path.some(
    ({ tagName, properties }) =>
      tagName === 'font' && /^(?:\+|[4-7]$)/.test(String(properties['size'] ?? '')),
  );

function chooseDate(entries: readonly Entry[], metadata: Metadata, hints: Hints, head: PageHead): void {
  const dated = entries.filter((entry) => isDateLine(entry) && entry.date?.updated === false);
  const wanted = hints.published ?? metadata.published;
  const withDay = dated.filter(({ date }) => date?.day !== undefined);
  const chosen =
    withDay.find(({ date }) => date?.day === wanted) ??
    withDay.find(({ date }) => date?.labelled) ??
    withDay[0];
  const days = [...new Set(withDay.map(({ date }) => date?.day))];
  const day = chosen?.date?.day;
  if (chosen !== undefined) head.runs.set(chosen.run, chosen.byline === undefined ? 'date' : 'byline');
  if (day !== undefined && (days.length === 1 || day === wanted || chosen?.date?.labelled === true)) {
    head.published = day;
    if (metadata.published !== undefined && metadata.published !== day)
      head.doubts.push(
        `The page shows the date ${day}, its data say ${metadata.published}: the one on the page was taken.`,
      );
  } else if (metadata.published !== undefined) {
    head.published = metadata.published;
  } else {
    const [open] = dated;
    head.missing.published =
      days.length > 1
        ? `the page gives several dates, ${days.join(' and ')}`
        : open === undefined
          ? 'no date was found'
          : `the date ${quoteStart(open.run.text)} ${open.date?.problem ?? 'is not certain'}`;
  }
}

function chooseAuthors(entries: readonly Entry[], metadata: Metadata, hints: Hints, head: PageHead): void {
  const told = metadata.authors
    .filter((name) => foldName(name) !== foldName(metadata.facts.siteName ?? ''))
    .flatMap((name) => readByline(`By ${name}`)?.names ?? []);
  const isTold = (name: string): boolean => told.some((one) => foldName(one) === foldName(name));
  const signed = entries.flatMap(({ byline, run }) => {
    if (byline === undefined || head.runs.get(run) === 'headline') return [];
    const known =
      byline.names.length > 0 && byline.names.every((name) => isTold(name) || hints.isPerson(name));
    return byline.certain || known || (isMarked(run) && byline.names.length > 0)
      ? [{ byline, run, known }]
      : [];
  });
  const chosen =
    signed.find(({ known }) => known) ?? signed.find(({ byline }) => byline.names.length > 0) ?? signed[0];
  for (const { byline, run } of signed)
    if (chosen !== undefined && byline.names.join() === chosen.byline.names.join() && !head.runs.has(run))
      head.runs.set(run, 'byline');
  const names = chosen !== undefined && chosen.byline.names.length > 0 ? chosen.byline.names : told;
  head.authors = [...new Set(names.map((name) => (hints.isPerson(name) ? name : lowerCapitals(name))))];
  if (head.authors.length === 0) {
    head.doubts.push('No byline was found: the article is kept as unsigned; --author names its author.');
  } else if (
    told.length > 0 &&
    told.map(foldName).sort().join() !== head.authors.map(foldName).sort().join()
  ) {
    head.doubts.push(
      `The page is signed ${head.authors.join(' and ')}, its data name ${told.join(' and ')}: the page was believed.`,
    );
  }
  const besides = chosen?.byline.besides ?? '';
  if (besides !== '') head.doubts.push(`Of the byline, ${quoteStart(besides, 200)} has no field: not kept.`);
}
