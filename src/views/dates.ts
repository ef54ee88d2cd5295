// The pages of dates: all years, one year as a calendar, and the articles of one month or one day.
import type { Archive } from '../archive/build.ts';
import { calendarOf, type Month, type Period, type Year } from '../archive/calendar.ts';
import type { Neighbours } from '../archive/neighbours.ts';
import { mostInPeriod } from '../archive/record-periods.ts';
import { viewDatedArticles, type DatedArticlesView } from './dated-articles.ts';
import { pageBudget } from './fit-articles.ts';
import { viewFittedItems, type FittedItemView } from './fitted-items.ts';
import { viewListMetadata, type ListMetadataView } from './list-metadata.ts';
import type { DateInTime } from './page-kinds.ts';

export type { Month, Period, Year };

export interface DatesView {
  /** How many articles there are. */
  count: number;
  /** Newest first; the months of each from January to December. */
  years: YearWithMonths[];
}

export interface YearWithMonths extends Period {
  months: Period[];
}

/** The dates of the periods before and after one, where these exist. */
interface DatesBeside {
  earlier?: string;
  later?: string;
}

/** A year, and all its months and days that hold articles. */
export type YearView = Year & DatesBeside;

export interface MonthView extends Period, DatesBeside {
  /** Day by day. */
  articles: DatedArticlesView;
  /** Named by the date; the page puts it in words. */
  metadata: ListMetadataView;
}

export interface DayView extends Period, DatesBeside {
  items: FittedItemView[];
  /** Named by the date; the page puts it in words. */
  metadata: ListMetadataView;
}

export const viewDates = (archive: Archive): DatesView => ({
  count: archive.articles.length,
  years: calendarOf(archive).map((year) => ({ ...viewPeriod(year), months: year.months.map(viewPeriod) })),
});

/** Every year that holds articles, newest first. */
export const viewYears = (archive: Archive): Period[] => calendarOf(archive).map(viewPeriod);

export const viewYear = ({ period, ...neighbours }: DateInTime<Year>): YearView => ({
  ...period,
  ...viewBeside(neighbours),
});

export function viewMonth({ period, ...neighbours }: DateInTime<Month>, archive: Archive): MonthView {
  const articles = archive.articlesByMonth.get(period.date) ?? [];
  const items = articles.map((article) => ({ article }));
  return {
    ...viewPeriod(period),
    ...viewBeside(neighbours),
    articles: viewDatedArticles(items, 'day', articles.length > mostInPeriod, archive),
    metadata: viewListMetadata(period.date, articles, archive),
  };
}

export function viewDay({ period, ...neighbours }: DateInTime<Period>, archive: Archive): DayView {
  const articles = archive.articlesByDay.get(period.date) ?? [];
  const items = articles.map((article) => ({ article }));
  return {
    ...viewPeriod(period),
    ...viewBeside(neighbours),
    items: viewFittedItems(items, pageBudget, archive),
    metadata: viewListMetadata(period.date, articles, archive),
  };
}

/** Without the months and days in it. */
const viewPeriod = ({ date, count }: Period): Period => ({ date, count });

const viewBeside = ({ earlier, later }: Neighbours<Period>): DatesBeside => ({
  ...(earlier !== undefined && { earlier: earlier.date }),
  ...(later !== undefined && { later: later.date }),
});
