// When what the archive has of an article last changed: the one clock of feeds and sitemaps, and it is in the content.
import type { Article } from './build.ts';

/** The latest of publication, copy and corrections, `YYYY-MM-DD`. */
export function lastRevised({ published, source, corrections }: Article): string {
  return [published, source.retrieved, ...corrections.map(({ date }) => date)].reduce((a, b) =>
    a > b ? a : b,
  );
}

/** A second of a day in UTC, midnight if none is given, as RFC 3339 and W3C's datetime have it. */
export function renderInstant(day: string, second = 0): string {
  const parts = [second / 3600, (second / 60) % 60, second % 60].map((part) => String(Math.floor(part)));
  return `${day}T${parts.map((part) => part.padStart(2, '0')).join(':')}Z`;
}
