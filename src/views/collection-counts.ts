// How many records each collection has, for the front page and "About".
import type { Archive } from '../archive/build.ts';
import { recordCollections } from '../schema/collection-names.ts';
import type { RecordCollection } from '../urls.ts';

export interface CollectionCount {
  collection: RecordCollection;
  /** How many records; at least one. */
  count: number;
}

/** In the order in which pages list the collections; those without records are left out. */
export const viewCollectionCounts = (archive: Archive): CollectionCount[] =>
  recordCollections
    .map((collection) => ({ collection, count: archive[collection].length }))
    .filter(({ count }) => count > 0);
