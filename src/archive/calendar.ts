// The years, months and days that hold articles, with their numbers: what the date pages and the home page list.
import type { Archive } from './build.ts';
import { compareText } from '../schema/finding.ts';

export interface Period {
  /** `2020`, `2020-01` or `2020-01-03`. */
  date: string;
  /** How many articles. */
  count: number;
}
export interface Month extends Period {
  /** First to last. */
  days: Period[];
}
export interface Year extends Period {
  /** January to December, those that hold articles. */
  months: Month[];
}

const calendars = new WeakMap<Archive, Year[]>();

/** Years, newest first; built once for an archive. */
export function calendarOf(archive: Archive): Year[] {
  let calendar = calendars.get(archive);
  if (calendar === undefined) calendars.set(archive, (calendar = buildCalendar(archive)));
  return calendar;
}

function buildCalendar(archive: Archive): Year[] {
  const days = Map.groupBy(periods(archive.articlesByDay), ({ date }) => date.slice(0, 7));
  const months = Map.groupBy(
    periods(archive.articlesByMonth).map((month): Month => ({ ...month, days: days.get(month.date) ?? [] })),
    ({ date }) => date.slice(0, 4),
  );
  return periods(archive.articlesByYear)
    .map((year): Year => ({ ...year, months: months.get(year.date) ?? [] }))
    .reverse();
}

const periods = (articles: Map<string, unknown[]>): Period[] =>
  [...articles]
    .map(([date, { length }]): Period => ({ date, count: length }))
    .sort((a, b) => compareText(a.date, b.date));
