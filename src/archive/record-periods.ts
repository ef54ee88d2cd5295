// The years of a record whose articles are too many for one page, and their months and days where these are too many.
import type { Archive, Article, AuthorityRecord } from './build.ts';
import { articlesOfRecord } from './record-articles.ts';

export interface RecordPeriod {
  record: AuthorityRecord;
  /** `2021`, `2021-05` or `2021-05-03`. */
  date: string;
  /** Newest first. */
  articles: readonly Article[];
  /** What it is parted into, newest first; empty where its page shows all its articles. */
  parts: RecordPeriod[];
  /** The periods beside it in time; at an end of its year or month, the ones beside that. */
  earlier: string | undefined;
  later: string | undefined;
}

/** A page with more articles than `most` is divided; `dateLength` is the number of characters in the dates of its parts. */
interface Level {
  most: number;
  dateLength: number;
}

/** Articles on the page of a record that has years, newest first, shared by its lists. */
export const mostNewest = 30;
/** A year or a month may list most of its articles by their headlines alone: one page is easier to search than twelve. */
export const mostInPeriod = 80;

/** A record is parted into years, a year into months, a month into days; a day never. */
export const periodLevels: readonly Level[] = [
  { most: mostNewest, dateLength: 4 },
  { most: mostInPeriod, dateLength: 7 },
  { most: mostInPeriod, dateLength: 10 },
];

/** Articles of each part on the page of a period that is divided. */
export const mostOfPart = 3;

const periods = new WeakMap<AuthorityRecord, RecordPeriod[]>();

/** The years of a record, newest first; empty for a record whose page shows all its articles. */
export function periodsOf(record: AuthorityRecord, archive: Archive): RecordPeriod[] {
  let years = periods.get(record);
  if (years === undefined)
    periods.set(record, (years = partByTime(record, articlesOfRecord(archive, record), periodLevels)));
  return years;
}

/** Every page of the archive that lists the articles of a record in a year, a month or a day. */
export const allPeriods = (archive: Archive): RecordPeriod[] =>
  [...archive.recordByKey.values()].flatMap((record) => withParts(periodsOf(record, archive)));

const withParts = (years: readonly RecordPeriod[]): RecordPeriod[] =>
  years.flatMap((period) => [period, ...withParts(period.parts)]);

/** @param articles newest first */
export function partByTime(
  record: AuthorityRecord,
  articles: readonly Article[],
  [level, ...smaller]: readonly Level[],
  around: Partial<Pick<RecordPeriod, 'earlier' | 'later'>> = {},
): RecordPeriod[] {
  if (level === undefined || articles.length <= level.most) return [];
  const groups = [...Map.groupBy(articles, ({ published }) => published.slice(0, level.dateLength))];
  return groups.map(([date, part], index) => {
    const earlier = groups[index + 1]?.[0] ?? around.earlier;
    const later = groups[index - 1]?.[0] ?? around.later;
    const parts = partByTime(record, part, smaller, { earlier, later });
    return { record, date, articles: part, parts, earlier, later };
  });
}
