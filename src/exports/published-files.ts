// Lists the files of a site besides its pages, from the same lists that write them; a site needs all of them.
import type { Archive } from '../archive/build.ts';
import { countArticles } from '../archive/record-articles.ts';
import {
  archiveCardUrl,
  articleCardUrl,
  articleDataUrl,
  atomUrl,
  citationUrl,
  datasetFileUrl,
  jsonFeedUrl,
  openSearchUrl,
  recordDataUrl,
  sitemapPartUrl,
} from '../urls.ts';
import { listIndexUrls } from '../views/search.ts';
import { articlesWithCard } from '../views/cards.ts';
import { citationEndings } from './citations/formats.ts';
import { listDatasetFiles } from '../views/dataset-files.ts';
import { buildSitemap } from './feeds/sitemap.ts';

/** URLs as urls.ts makes them. */
export function listFilesBesidePages(archive: Archive): string[] {
  const records = [...archive.recordByKey.values()];
  return [
    ...archive.articles.flatMap(({ id }) => [
      articleDataUrl(id),
      ...citationEndings.map((ending) => citationUrl(id, ending)),
    ]),
    ...records.map(({ collection, id }) => recordDataUrl(collection, id)),
    ...[undefined, ...records.filter((record) => countArticles(archive, record) > 0)].flatMap((subject) => [
      atomUrl(subject),
      jsonFeedUrl(subject),
    ]),
    ...[archiveCardUrl(), ...articlesWithCard(archive).map(({ id }) => articleCardUrl(id))],
    ...listDatasetFiles('', archive)
      // Some have no rows if the archive has no articles.
      .filter(() => archive.articles.length > 0)
      .map(({ name }) => datasetFileUrl(name)),
    openSearchUrl(),
    ...listIndexUrls(archive).flatMap((url) => [`${url}pagefind.js`, `${url}pagefind-entry.json`]),
    ...buildSitemap(archive).map(({ name }) => sitemapPartUrl(name)),
  ];
}
