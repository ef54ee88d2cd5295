// A date as readers type it: a year, a month or a day in figures or words, in the order of the site's language.
import { foldName } from '../names/normalize.ts';
import { isPartialDate } from './date-range.ts';

/** How the site's language writes dates. */
export interface DateHabits {
  /** The names of the months, January first. */
  months: readonly string[];
  /** Whether 4/3/2021 is in March. */
  isDayFirst: boolean;
}

/** @param formatDate writes `2021-03` and `2021-03-04` as readers of the site see them */
export function readDateHabits(formatDate: (date: string) => string): DateHabits {
  const months = Array.from({ length: 12 }, (_, at) =>
    foldName(formatDate(`2001-${String(at + 1).padStart(2, '0')}`))
      .replace(/\d+/g, '')
      .trim(),
  );
  const words = foldName(formatDate('2001-05-22')).split(' ');
  const isMonth = (word: string): boolean => word === months[4] || word === '05' || word === '5';
  return { months, isDayFirst: words.indexOf('22') < words.findIndex(isMonth) };
}

/** `2021`, `2021-03` or `2021-03-04`; nothing for what is no date, or none that exists. */
export function readTypedDate(query: string, habits: DateHabits): string | undefined {
  const date = readFigures(query.trim(), habits) ?? readWords(query, habits);
  return date !== undefined && isPartialDate(date) ? date : undefined;
}

const join = (year: string, ...parts: string[]): string =>
  [year, ...parts.map((part) => part.padStart(2, '0'))].join('-');

function readFigures(query: string, { isDayFirst }: DateHabits): string | undefined {
  const [, year, ...later] = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?$/.exec(query) ?? [];
  if (year !== undefined) return join(year, ...later.filter((part) => part !== undefined));
  const [, first = '', second, last] = /^(\d{1,2})[-/.](?:(\d{1,2})[-/.])?(\d{4})$/.exec(query) ?? [];
  if (last === undefined) return undefined;
  if (second === undefined) return join(last, first);
  // A number over 12 is a day, wherever it stands.
  const isDay = Number(second) > 12 ? false : isDayFirst || Number(first) > 12;
  return isDay ? join(last, second, first) : join(last, first, second);
}

/** Letters of a month that are enough to tell it: "Sept". */
const leastLetters = 3;

function readWords(query: string, { months }: DateHabits): string | undefined {
  const words = foldName(query)
    .split(' ')
    .filter((word) => word !== 'of' && word !== 'the');
  const numbers = words.flatMap((word) => /^(\d{1,2}|\d{4})(?:st|nd|rd|th|er)?$/.exec(word)?.[1] ?? []);
  const names = words.filter((word) => !/^\d/.test(word));
  const [name, another] = names;
  if (name === undefined || another !== undefined || numbers.length + 1 !== words.length) return undefined;
  const month = months.findIndex(
    (full) => full === name || (name.length >= leastLetters && full.startsWith(name)),
  );
  const year = numbers.find((number) => number.length === 4);
  const days = numbers.filter((number) => number.length < 4);
  if (month === -1 || year === undefined || days.length > 1) return undefined;
  return join(year, String(month + 1), ...days);
}
