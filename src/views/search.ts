// The search page: its script finds all that it shows, so it need only know whether there is anything to find, and where.
import type { Archive } from '../archive/build.ts';
import { periodName, planSearchPeriods } from '../archive/search-periods.ts';
import { searchIndexUrl } from '../urls.ts';

export interface SearchView {
  hasArticles: boolean;
  /** The names of the periods that have an index each, newest first; none if there is one index. */
  periods: string[];
  /** How many articles there are to be found by an address. */
  articles: number;
}

export const viewSearch = ({ articles }: Archive): SearchView => ({
  hasArticles: articles.length > 0,
  periods: planSearchPeriods(articles).map(periodName),
  articles: articles.length,
});

/** The folders of the indexes of the full text. */
export function listIndexUrls({ articles }: Archive): string[] {
  const periods = planSearchPeriods(articles);
  return periods.length === 0
    ? [searchIndexUrl()]
    : periods.map((period) => searchIndexUrl(periodName(period)));
}
