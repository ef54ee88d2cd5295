// Every address at which the archive publishes something for readers: its pages and the pictures beside them.
import { recordCollections } from '../schema/collections.ts';
import {
  aboutUrl,
  articleUrl,
  datasetUrl,
  datesUrl,
  dateUrl,
  homeUrl,
  imageUrl,
  listUrl,
  permalinkPath,
  placesMapUrl,
  recordUrl,
  rightsUrl,
  searchUrl,
} from '../urls.ts';
import type { Archive } from './build.ts';

/** Paths below the site's base, as the ledger has them. */
export function publishedPaths(archive: Archive): Set<string> {
  const { articles, articlesByYear, articlesByMonth, articlesByDay } = archive;
  const urls = [
    ...[homeUrl(), datesUrl(), searchUrl(), aboutUrl(), datasetUrl(), rightsUrl(), placesMapUrl()],
    ...[articlesByYear, articlesByMonth, articlesByDay].flatMap((dates) => [...dates.keys()].map(dateUrl)),
    ...articles.flatMap(({ id, images }) => [articleUrl(id), ...images.map((name) => imageUrl(id, name))]),
    ...recordCollections.flatMap((collection) => [
      listUrl(collection),
      ...archive[collection].map(({ id }) => recordUrl(collection, id)),
    ]),
  ];
  return new Set(urls.map(permalinkPath));
}
