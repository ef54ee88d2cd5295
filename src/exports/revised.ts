// When what the archive has of an article last changed: the one clock of feeds and sitemaps, and it is in the content.
import type { Article } from '../archive/build.ts';

/** The latest of publication, copy and corrections, `YYYY-MM-DD`. */
export function lastRevised({ published, source, corrections }: Article): string {
  return [published, source.retrieved, ...corrections.map(({ date }) => date)].reduce((a, b) =>
    a > b ? a : b,
  );
}

/** Midnight of a day in UTC as RFC 3339 and W3C's datetime have it. */
export const renderInstant = (day: string): string => `${day}T00:00:00Z`;
