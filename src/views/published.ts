// Every address at which the archive publishes something that must stay: its pages and the pictures beside them.
import type { Archive } from '../archive/build.ts';
import { imageUrl, permalinkPath } from '../urls.ts';
import { listPages } from './page-kinds.ts';

/** Paths below the site's base, as the ledger has them. */
export function publishedPaths(archive: Archive): Set<string> {
  const pages = listPages({ archive, redirects: [] }).filter(({ lasts }) => lasts);
  const pictures = archive.articles.flatMap(({ id, images }) => images.map((name) => imageUrl(id, name)));
  return new Set([...pages.map(({ url }) => url), ...pictures].map(permalinkPath));
}
