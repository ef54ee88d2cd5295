// Dates as a reader sees them, the same on every machine: `2020-01-03` is 3 January 2020 in UTC.
import { site } from '../site.ts';

/** Plain English means the day before the month, as in the rest of the archive's own words. */
const locale = site.language === 'en' ? 'en-GB' : site.language;
const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', calendar: 'gregory', ...options });

const wholeDay = format({ day: 'numeric', month: 'long', year: 'numeric' });
const wholeMonth = format({ month: 'long', year: 'numeric' });
const monthAlone = format({ month: 'long' });
const weekdayInitial = format({ weekday: 'narrow' });
const weekdayName = format({ weekday: 'long' });
const dayAlone = format({ day: 'numeric', month: 'long' });

/** A year, a month or a day, as precise as it is given: `1957`, `1957-03`, `1957-03-11`. */
export function formatDate(date: string): string {
  if (date.length === 4) return date;
  return (date.length === 7 ? wholeMonth : wholeDay).format(asDate(date));
}

/** `January` for `2020-01`. */
export const formatMonth = (date: string): string => monthAlone.format(asDate(date));

/** `3 January` for `2020-01-03`. */
export const formatDay = (date: string): string => dayAlone.format(asDate(date));

/** Monday to Sunday; the first days of 2024 are such a week. */
export const weekdays = Array.from({ length: 7 }, (_, index) => {
  const day = new Date(Date.UTC(2024, 0, 1 + index));
  return { short: weekdayInitial.format(day), long: weekdayName.format(day) };
});

const asDate = (date: string): Date => new Date(`${date.length === 7 ? `${date}-01` : date}T00:00:00Z`);
