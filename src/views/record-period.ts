// The page of a record in one year, month or day: its articles of that time, with every sentence that names it.
import type { Archive } from '../archive/build.ts';
import { mentionReader } from '../archive/place-path.ts';
import type { RecordPeriod } from '../archive/record-periods.ts';
import { viewDatedArticles, type DatedArticlesView } from './dated-articles.ts';
import { pageBudget } from './fit-articles.ts';
import { viewFittedItems, type FittedItemView } from './fitted-items.ts';
import { viewListMetadata, type ListMetadataView } from './list-metadata.ts';
import type { RecordReference } from './record.ts';

export interface RecordPeriodView {
  record: RecordReference;
  /** `2021`, `2021-05` or `2021-05-03`. */
  date: string;
  /** How many articles. */
  count: number;
  /** Those of a day in one list; those of a month by day, and of a year by month. */
  articles: FittedItemView[] | DatedArticlesView;
  /** The dates of the periods before and after it, where these exist. */
  earlier?: string;
  later?: string;
  /** Named by the record; the page puts it in words. */
  metadata: ListMetadataView;
}

export function viewRecordPeriod(
  { record, date, articles, parts, earlier, later }: RecordPeriod,
  archive: Archive,
): RecordPeriodView {
  const { collection, id, name } = record;
  const mentionsIn = mentionReader(record, archive);
  const items = articles.map((article) => ({ article, mentions: mentionsIn(article) }));
  const unit = date.length === 4 ? 'month' : 'day';
  return {
    record: { collection, id, name },
    date,
    count: articles.length,
    articles:
      date.length === 10
        ? viewFittedItems(items, pageBudget, archive, record)
        : viewDatedArticles(items, unit, parts.length > 0, archive, record),
    ...(earlier !== undefined && { earlier }),
    ...(later !== undefined && { later }),
    metadata: viewListMetadata(name, articles, archive),
  };
}
