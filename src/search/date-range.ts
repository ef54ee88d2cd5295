// From a first and a last day to a filter: the index knows no order of dates, but the year, month and day of each article.

/** What an index is asked for: values by filter, and `any`, `all` and `not` of such; as Pagefind takes it. */
export interface FilterTree {
  [name: string]: string | FilterTree | readonly string[] | readonly FilterTree[];
}

/** Whether a text is a year, a month or a day that exists: `1957`, `1957-03`, `1957-03-11`. */
export function isPartialDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (year === undefined) return false;
  if (month !== undefined && !(Number(month) >= 1 && Number(month) <= 12)) return false;
  return day === undefined || (Number(day) >= 1 && day <= lastDay(`${year}-${month ?? ''}`));
}

/**
 * The filter for all days from `from` to `to`, both included: whole years, then whole months of the years at the edges,
 * then the days of the months there, so that it stays short whatever the range.
 * @param from a year, a month or a day; absent for no limit
 * @param years the years in which there are articles
 */
export function buildRangeFilter(
  { from = '', to = '9999' }: { from?: string; to?: string },
  years: readonly string[],
): FilterTree {
  // As text a year or month comes before all its days; one more sign puts it after them.
  const last = to.length < 10 ? `${to}-~` : to;
  const holds = (first: string, end: string): 'all' | 'some' | 'none' => {
    if (from <= first && end <= last) return 'all';
    return end < from || last < first ? 'none' : 'some';
  };
  const whole: { years: string[]; months: string[] } = { years: [], months: [] };
  const parts: FilterTree[] = [];
  for (const year of years) {
    const held = holds(`${year}-01-01`, `${year}-12-31`);
    if (held === 'all') whole.years.push(year);
    if (held !== 'some') continue;
    for (const month of numbers(12).map((number) => `${year}-${number}`)) {
      const days = numbers(Number(lastDay(month)));
      const heldDays = days.filter((day) => holds(`${month}-${day}`, `${month}-${day}`) === 'all');
      if (heldDays.length === days.length) whole.months.push(month);
      else if (heldDays.length > 0) parts.push({ all: [{ month }, { day: { any: heldDays } }] });
    }
  }
  if (whole.years.length > 0) parts.unshift({ year: { any: whole.years } });
  if (whole.months.length > 0) parts.unshift({ month: { any: whole.months } });
  // No article is of this year, and an `any` of nothing would be no filter at all.
  return parts.length === 0 ? { year: 'none' } : { any: parts };
}

/** `01`, `02`, ... up to a number. */
const numbers = (to: number): string[] =>
  Array.from({ length: to }, (_, index) => String(index + 1).padStart(2, '0'));

/** The last day of a month: `29` for `2020-02`. */
function lastDay(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const date = new Date(0);
  // `Date.UTC` would take a year before 100 for one of the twentieth century.
  date.setUTCFullYear(year, number, 0);
  return String(date.getUTCDate());
}
