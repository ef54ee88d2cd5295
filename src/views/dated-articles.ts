// The articles of a period under its months or days, newest first; of what has pages of its own, the first few.
import type { Archive, AuthorityRecord } from '../archive/build.ts';
import type { ListedArticle } from '../archive/record-lists.ts';
import { mostOfPart } from '../archive/record-periods.ts';
import { fitArticles, pageBudget } from './fit-articles.ts';
import { viewFittedItem, type FittedItemView } from './fitted-items.ts';

export interface DatedPartView {
  /** `2020-01` or `2020-01-03`. */
  date: string;
  /** How many articles there are. */
  total: number;
  /** Those that the page shows, newest first. */
  items: FittedItemView[];
}

export interface DatedArticlesView {
  /** What the parts are. */
  unit: 'month' | 'day';
  /** Whether each part has a page of its own that lists all its articles. */
  isParted: boolean;
  /** Newest first. */
  parts: DatedPartView[];
}

/**
 * @param items newest first
 * @param record whose mentions the articles have
 */
export function viewDatedArticles(
  items: readonly ListedArticle[],
  unit: 'month' | 'day',
  isParted: boolean,
  archive: Archive,
  record?: AuthorityRecord,
): DatedArticlesView {
  const fitted = isParted
    ? items.map((item) => ({ ...item, isFull: false }))
    : fitArticles(items, pageBudget);
  const length = unit === 'month' ? 7 : 10;
  const groups = Map.groupBy(fitted, ({ article }) => article.published.slice(0, length));
  const parts = [...groups].map(([date, all]) => ({
    date,
    total: all.length,
    items: (isParted ? all.slice(0, mostOfPart) : all).map((item) => viewFittedItem(item, archive, record)),
  }));
  return { unit, isParted, parts };
}
