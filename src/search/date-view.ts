// Answers a typed date with the page of its articles, or with the nearest days that have some.
import { dateUrl } from '../urls.ts';
import { findNearDays, isFarYear, type DayTable, type NearDays } from './day-table.ts';
import { element } from './element.ts';
import { readJson } from './read-json.ts';
import type { Wording } from './result-view.ts';
import { readDateHabits, readTypedDate } from './typed-date.ts';

export interface DateAnswer extends NearDays {
  /** `2021`, `2021-03` or `2021-03-04`. */
  date: string;
}

/** Nothing for a query that is no date. */
export type FindDate = (query: string) => Promise<DateAnswer | undefined>;

/** @param url of the table of days, which is read when the first date is typed */
export function openDates(url: string, { formatDate }: Wording): FindDate {
  const habits = readDateHabits(formatDate);
  let table: Promise<DayTable> | undefined;
  return async (query) => {
    const date = readTypedDate(query, habits);
    if (date === undefined) return undefined;
    table ??= readJson<DayTable>(url);
    try {
      const near = findNearDays(await table, date);
      return isFarYear(date, near) ? undefined : { date, ...near };
    } catch (error) {
      table = undefined;
      throw error;
    }
  };
}

/** For the panel above the results. */
export function renderDate(
  { date, isThere, earlier, later }: DateAnswer,
  { formatDate }: Wording,
): HTMLElement[] {
  const link = (to: string): HTMLElement => element('a', { href: dateUrl(to) }, formatDate(to));
  if (isThere) return [element('p', { class: 'label' }, 'Date'), element('h2', {}, link(date))];
  const near = [earlier, later].flatMap((day) => (day === undefined ? [] : [link(day)]));
  const between = near.flatMap((each, at) => (at === 0 ? [each] : [' and ', each]));
  const nearest = near.length === 0 ? [] : [' The nearest days with articles: ', ...between, '.'];
  const when = date.length === 10 ? 'on' : 'in';
  return [element('p', {}, `The archive has no article published ${when} ${formatDate(date)}.`, ...nearest)];
}
