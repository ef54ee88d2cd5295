// The days on which the archive has articles, as a table small enough to be loaded while a reader types a date.

/** By year: for each month the days with articles, as bits in base 36, parted by commas; bit 0 is the first. */
export type DayTable = Record<string, string>;

/** @param days `YYYY-MM-DD`, in any order */
export function buildDayTable(days: Iterable<string>): DayTable {
  const years = new Map<string, number[]>();
  for (const day of days) {
    const year = day.slice(0, 4);
    const months = years.get(year) ?? new Array<number>(12).fill(0);
    const month = Number(day.slice(5, 7)) - 1;
    months[month] = (months[month] ?? 0) | (1 << (Number(day.slice(8)) - 1));
    years.set(year, months);
  }
  const sorted = [...years].sort(([a], [b]) => Number(a) - Number(b));
  return Object.fromEntries(
    sorted.map(([year, months]) => [
      year,
      months.map((bits) => (bits === 0 ? '' : bits.toString(36))).join(','),
    ]),
  );
}

/** Every day of a table, the earliest first. */
export const readDays = (table: DayTable): string[] =>
  Object.keys(table)
    .sort()
    .flatMap((year) =>
      (table[year] ?? '').split(',').flatMap((bits, month) =>
        Array.from({ length: 31 }, (_, day) => day)
          .filter((day) => bits !== '' && (parseInt(bits, 36) & (1 << day)) !== 0)
          .map((day) => `${year}-${twoDigits(month + 1)}-${twoDigits(day + 1)}`),
      ),
    );

const twoDigits = (number: number): string => String(number).padStart(2, '0');

export interface NearDays {
  /** Whether there is an article in the year or month, or on the day. */
  isThere: boolean;
  /** The nearest days with articles before and after it. */
  earlier: string | undefined;
  later: string | undefined;
}

/** @param date a year, a month or a day */
export function findNearDays(table: DayTable, date: string): NearDays {
  const days = readDays(table);
  return {
    isThere: days.some((day) => day.startsWith(date)),
    earlier: days.findLast((day) => day < date),
    later: days.find((day) => day > date && !day.startsWith(date)),
  };
}

/** Years from the nearest article beyond which four digits are no year: 4000 is a number of troops. */
const farthest = 50;

export const isFarYear = (date: string, { isThere, earlier, later }: NearDays): boolean =>
  date.length === 4 &&
  !isThere &&
  [earlier, later].every(
    (day) => day === undefined || Math.abs(Number(day.slice(0, 4)) - Number(date)) > farthest,
  );
