// Divides a large archive into periods, each with an index of its own: a new article leaves those of other years as they are.
import type { Article } from './build.ts';

/** Years whose articles share an index of the full text; four digits each. */
export interface SearchPeriod {
  from: string;
  to: string;
}

export interface PeriodLimits {
  /** An archive with no more articles has one index. */
  mostInOne: number;
  /** A period ends with the year in which it has so many articles. */
  leastInPeriod: number;
  /** Each search asks every index. If there would be more of them, periods are made twice as large. */
  mostPeriods: number;
}

const usual: PeriodLimits = { mostInOne: 5000, leastInPeriod: 2000, mostPeriods: 12 };

/** The periods, newest first; none if the archive has one index. */
export function planSearchPeriods(
  articles: readonly Pick<Article, 'published'>[],
  { mostInOne, leastInPeriod, mostPeriods } = usual,
): SearchPeriod[] {
  if (articles.length <= mostInOne) return [];
  let least = leastInPeriod;
  while (articles.length > least * mostPeriods) least *= 2;
  const byYear = Map.groupBy(articles, ({ published }) => published.slice(0, 4));
  const periods: SearchPeriod[] = [];
  let open: (SearchPeriod & { count: number }) | undefined;
  for (const year of [...byYear.keys()].sort()) {
    const count = (open?.count ?? 0) + (byYear.get(year)?.length ?? 0);
    open = { from: open?.from ?? year, to: year, count };
    if (count < least) continue;
    periods.unshift({ from: open.from, to: year });
    open = undefined;
  }
  if (open !== undefined) periods.unshift({ from: open.from, to: open.to });
  return periods;
}

/** `2014`, or `2010-2013`. */
export const periodName = ({ from, to }: SearchPeriod): string => (from === to ? from : `${from}-${to}`);

export const isInPeriod = ({ from, to }: SearchPeriod, { published }: Pick<Article, 'published'>): boolean =>
  from <= published.slice(0, 4) && published.slice(0, 4) <= to;
