// Finds the date in a line of an article's head; a date that can be read in two ways is reported, never decided.

export interface DateReading {
  /** Offsets in the line, in UTF-16 code units; label, weekday and time of day included. */
  start: number;
  end: number;
  /** `YYYY-MM-DD`; missing where the line leaves the day open. */
  day?: string;
  /** Why there is no day, or what does not fit: the end of a sentence that began with the date. */
  problem?: string;
  /** Whether the line says that this is the day of a change, not of publication. */
  updated: boolean;
  /** Whether the line says that this is the day of publication. */
  labelled: boolean;
}

/** Languages whose names of months and weekdays are read. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'pl', 'ru', 'uk', 'ar', 'ar-SY'];

const months = buildNames('month', 12, (index) => new Date(Date.UTC(2023, index, 15)));
months.set('sept', 8);
// 1 January 2023 was a Sunday.
const weekdays = buildNames('weekday', 7, (index) => new Date(Date.UTC(2023, 0, 1 + index)));
for (const [name, index] of [['tues', 2], ['thur', 4], ['thurs', 4]] as const) weekdays.set(name, index); // prettier-ignore

function buildNames(
  part: 'month' | 'weekday',
  count: number,
  dayOf: (index: number) => Date,
): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of languages) {
    for (const width of ['long', 'short'] as const) {
      // With a day beside it, a month has the form it takes in a date (Polish "stycznia").
      const format = new Intl.DateTimeFormat(language, {
        [part]: width,
        ...(part === 'month' && { day: 'numeric' }),
        timeZone: 'UTC',
      });
      for (let index = 0; index < count; index += 1) {
        const parts = format.formatToParts(dayOf(index));
        const name =
          parts
            .find(({ type }) => type === part)
            ?.value.replace(/\.$/, '')
            .toLowerCase() ?? '';
        if (/^\p{L}{2,}/u.test(name) && !names.has(name)) names.set(name, index);
      }
    }
  }
  return names;
}

const oneOf = (names: ReadonlyMap<string, number>): string =>
  [...names.keys()].sort((a, b) => b.length - a.length).join('|');
const month = `(?<month>${oneOf(months)})\\.?(?![\\p{L}\\p{N}])`;
const ordinal = '(?:st|nd|rd|th|er|[.º°])?';

/** From the most to the least complete; the first that matches is the date. */
const forms = [
  /(?<year>\d{4})(?<sign>[-/.])(?<monthNumber>\d{1,2})\k<sign>(?<day>\d{1,2})(?!\d)/,
  /(?<year>\d{4})年\s?(?<monthNumber>\d{1,2})月\s?(?<day>\d{1,2})日/,
  `(?<day>\\d{1,2})${ordinal}(?:\\s+(?:of|de))?[\\s-]*${month},?(?:\\s+del?)?[\\s-]+(?<year>\\d{4})(?!\\d)`,
  `${month}\\s*(?<day>\\d{1,2})${ordinal}\\s*,?\\s+(?<year>\\d{4})(?!\\d)`,
  `(?<year>\\d{4})\\s+${month}\\s*(?<day>\\d{1,2})(?!\\d)`,
  /(?<first>\d{1,2})\s?(?<sign>[-/.])\s?(?<second>\d{1,2})\s?\k<sign>\s?(?<year>\d{4}|\d{2})(?!\d)/,
  `(?<day>\\d{1,2})${ordinal}(?:\\s+(?:of|de))?\\s*${month}`,
  `${month}\\s*(?<day>\\d{1,2})${ordinal}(?![\\d\\p{L}])`,
  `${month},?\\s+(?<year>\\d{4})(?!\\d)`,
].map((form) => new RegExp(`(?<![\\p{L}\\p{N}])${typeof form === 'string' ? form : form.source}`, 'iu'));

const zone = '(?:\\s*\\(?(?:[A-Z]{1,5}|[+-]\\d{2}:?\\d{2})\\)?(?![\\p{L}\\p{N}]))?';
const clock = `\\d{1,2}(?:[:.h]\\d{2}(?::\\d{2}(?:\\.\\d+)?)?\\s*(?:[ap]\\.?m\\.?)?|\\s*[ap]\\.?m\\.?)${zone}`;
const timeBefore = new RegExp(`(?:${clock})[\\s,|·•–—-]*(?:on\\s+)?$`, 'iu');
const timeAfter = new RegExp(`^(?:T|[\\s,|·•–—-]*(?:at\\s+)?)${clock}`, 'iu');
const weekdayBefore = new RegExp(
  `(?<![\\p{L}\\p{N}])(?<name>${oneOf(weekdays)})\\.?,?\\s+(?:le\\s+|den\\s+)?$`,
  'iu',
);
/** "le 14 mars 2019", "am 14. März 2019" at the beginning of a line. */
const articleBefore = /^(?:le|el|il|am|den)\s+$/iu;
const labelBefore =
  /(?<![\p{L}\p{N}])(?:(?<updated>(?:last\s+)?(?:updated|modified|revised|edited|corrected))|(?<published>(?:first\s+|originally\s+)?(?:published|posted|issued|released|filed|publication\s+date|date)))(?:\s+(?:on|at))?\s*:?\s*$/iu;

/** The first date in a line, or `undefined`. */
export function findDate(line: string): DateReading | undefined {
  for (const form of forms) {
    const match = form.exec(line);
    if (match === null) continue;
    const { day, problem } = readDay(match.groups ?? {});
    let { index: start } = match;
    let end = start + match[0].length;
    const take = (pattern: RegExp): RegExpExecArray | null => {
      const found = pattern.exec(line.slice(0, start));
      if (found !== null) start = found.index;
      return found;
    };
    const weekday = weekdays.get(take(weekdayBefore)?.groups?.['name']?.toLowerCase() ?? '');
    take(timeBefore);
    take(articleBefore);
    const label = take(labelBefore)?.groups;
    end += timeAfter.exec(line.slice(end))?.[0].length ?? 0;
    const wrongWeekday = day !== undefined && weekday !== undefined && new Date(day).getUTCDay() !== weekday;
    const doubt =
      problem ?? (wrongWeekday ? 'does not fall on the weekday that stands before it' : undefined);
    return {
      start,
      end,
      ...(day !== undefined && { day }),
      ...(doubt !== undefined && { problem: doubt }),
      updated: label?.['updated'] !== undefined,
      labelled: label?.['published'] !== undefined,
    };
  }
  return undefined;
}

function readDay(parts: Record<string, string | undefined>): { day?: string; problem?: string } {
  const { year, first, second } = parts;
  if (year === undefined) return { problem: 'has no year' };
  if (year.length === 2) return { problem: 'has a year of two digits' };
  if (first !== undefined && second !== undefined) {
    const days = [
      ...new Set(
        [buildDay(year, second, first), buildDay(year, first, second)].filter((day) => day !== undefined),
      ),
    ];
    if (days.length === 2) return { problem: `may be ${days.join(' or ')}` };
    return days[0] === undefined ? { problem: 'is not a day that exists' } : { day: days[0] };
  }
  if (parts['day'] === undefined) return { problem: 'has no day' };
  const number = parts['monthNumber'] ?? String((months.get(parts['month']?.toLowerCase() ?? '') ?? -1) + 1);
  const day = buildDay(year, number, parts['day']);
  return day === undefined ? { problem: 'is not a day that exists' } : { day };
}

function buildDay(year: string, monthNumber: string, dayNumber: string): string | undefined {
  const day = `${year}-${monthNumber.padStart(2, '0')}-${dayNumber.padStart(2, '0')}`;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined;
}

/** A day as it is read: `2020-01-03` is `3 January 2020`. */
export function renderDay(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}
