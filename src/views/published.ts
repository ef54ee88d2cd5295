// Every address at which the archive publishes something for readers: its pages and the pictures beside them.
import { recordCollections } from '../schema/collection-names.ts';
import {
  aboutUrl,
  articleUrl,
  datasetUrl,
  datesUrl,
  dateUrl,
  homeUrl,
  imageUrl,
  letterUrl,
  partsUrl,
  permalinkPath,
  placesMapUrl,
  recordPeriodUrl,
  recordUrl,
  rightsUrl,
  searchUrl,
} from '../urls.ts';
import type { Archive } from '../archive/build.ts';
import { withParts } from '../archive/letters.ts';
import { collectionList, partLists } from '../archive/name-lists.ts';
import { allPeriods } from '../archive/record-periods.ts';

/** Paths below the site's base, as the ledger has them. */
export function publishedPaths(archive: Archive): Set<string> {
  const { articles, articlesByYear, articlesByMonth, articlesByDay } = archive;
  const urls = [
    ...[homeUrl(), datesUrl(), searchUrl(), aboutUrl(), datasetUrl(), rightsUrl(), placesMapUrl()],
    ...[articlesByYear, articlesByMonth, articlesByDay].flatMap((dates) => [...dates.keys()].map(dateUrl)),
    ...articles.flatMap(({ id, images }) => [articleUrl(id), ...images.map((name) => imageUrl(id, name))]),
    ...recordCollections.flatMap((collection) => [
      ...withParts(collectionList(archive, collection)).map(({ key }) => letterUrl(collection, key)),
      ...archive[collection].map(({ id }) => recordUrl(collection, id)),
    ]),
    ...allPeriods(archive).map(({ record, date }) => recordPeriodUrl(record.collection, record.id, date)),
    ...partLists(archive).flatMap(({ record, list }) =>
      withParts(list).map(({ key }) => partsUrl(record.collection, record.id, key)),
    ),
  ];
  return new Set(urls.map(permalinkPath));
}
