// The A-Z lists of the archive: of every collection, and of what lies in a place or belongs to an organization.
import { namedCollections } from '../schema/collection-names.ts';
import type { RecordCollection } from '../urls.ts';
import type { Archive, AuthorityRecord } from './build.ts';
import { buildLetterList, type LetterPage } from './letters.ts';

const lists = new WeakMap<readonly AuthorityRecord[], LetterPage>();

const listOf = (records: readonly AuthorityRecord[], spellings: boolean): LetterPage => {
  let list = lists.get(records);
  if (list === undefined) lists.set(records, (list = buildLetterList(records, spellings)));
  return list;
};

/** Whether the records of a collection are looked for by every spelling of their names. */
export const isNamed = (collection: RecordCollection): boolean =>
  namedCollections.some((named) => named === collection);

/** The A-Z list of a collection; built once for an archive. */
export const collectionList = (archive: Archive, collection: RecordCollection): LetterPage =>
  listOf(archive[collection], isNamed(collection));

/** What lies directly in a place or belongs to an organization, in the order of an A-Z list. */
export const partsOf = ({ collection, id }: AuthorityRecord, archive: Archive): readonly AuthorityRecord[] =>
  (collection === 'places'
    ? archive.placesByParent.get(id)
    : collection === 'organizations'
      ? archive.organizationsByWhole.get(id)
      : undefined) ?? [];

/** Parts shown on the page of a record. Of more, it shows those that most articles name, and links a list of all. */
export const mostParts = 20;

/** The records with more parts than their page shows, each with the list of them. */
export const partLists = (archive: Archive): { record: AuthorityRecord; list: LetterPage }[] =>
  [...archive.places, ...archive.organizations].flatMap((record) => {
    const parts = partsOf(record, archive);
    return parts.length > mostParts ? [{ record, list: listOf(parts, false) }] : [];
  });
