// A month as it stands on a calendar: weeks of seven days, Monday first, with the number of articles of each day.
import type { Month } from '../views/dates.ts';

export interface GridDay {
  /** `2020-01-03`. */
  date: string;
  day: number;
  count: number;
}

/** The weeks of a month; days of the months beside it are left out. */
export function buildMonthGrid({ date, days }: Pick<Month, 'date' | 'days'>): (GridDay | undefined)[][] {
  const counts = new Map(days.map((day) => [day.date, day.count]));
  const [year = 0, month = 0] = date.split('-').map(Number);
  const first = new Date(0);
  // `Date.UTC` takes the years before 100 for others.
  first.setUTCFullYear(year, month - 1, 1);
  const before = (first.getUTCDay() + 6) % 7;
  const last = new Date(first);
  last.setUTCMonth(month, 0);
  const length = last.getUTCDate();
  const weeks = Math.ceil((before + length) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const day = week * 7 + weekday - before + 1;
      if (day < 1 || day > length) return undefined;
      const name = `${date}-${String(day).padStart(2, '0')}`;
      return { date: name, day, count: counts.get(name) ?? 0 };
    }),
  );
}

/** How full a day is among those of its year: 1 to 4, in equal steps of the logarithm; 0 for none. */
export function densityOf(count: number, most: number): number {
  if (count === 0) return 0;
  return most <= 1 ? 4 : 1 + Math.round((3 * Math.log(count)) / Math.log(most));
}
