// Dates as a reader sees them, the same on every machine: `2020-01-03` is 3 January 2020 in UTC.
import { site } from '../site.ts';

/** Plain English means the day before the month, as in the rest of the archive's own words. */
const locale = site.language === 'en' ? 'en-GB' : site.language;
/** Made when it is first needed: loading what a formatter knows of a language takes a phone a tenth of a second. */
function format(options: Intl.DateTimeFormatOptions): (date: string) => string {
  let made: Intl.DateTimeFormat | undefined;
  return (date) => {
    made ??= new Intl.DateTimeFormat(locale, { timeZone: 'UTC', calendar: 'gregory', ...options });
    return made.format(new Date(`${date.length === 7 ? `${date}-01` : date}T00:00:00Z`));
  };
}

const wholeDay = format({ day: 'numeric', month: 'long', year: 'numeric' });
const wholeMonth = format({ month: 'long', year: 'numeric' });
const weekdayInitial = format({ weekday: 'narrow' });
const weekdayName = format({ weekday: 'long' });

/** A year, a month or a day, as precise as it is given: `1957`, `1957-03`, `1957-03-11`. */
export function formatDate(date: string): string {
  if (date.length === 4) return date;
  return (date.length === 7 ? wholeMonth : wholeDay)(date);
}

/** `January` for `2020-01`. */
export const formatMonth = format({ month: 'long' });

/** `3 January` for `2020-01-03`. */
export const formatDay = format({ day: 'numeric', month: 'long' });

/** Monday to Sunday; the first days of 2024 are such a week. */
export const listWeekdays = (): { short: string; long: string }[] =>
  Array.from({ length: 7 }, (_, index) => {
    const day = `2024-01-0${1 + index}`;
    return { short: weekdayInitial(day), long: weekdayName(day) };
  });
