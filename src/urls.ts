// Every URL of the archive is made here and nowhere else: paths from the site's base, absolute ones from its origin.
import { site } from './site.ts';

/** A collection of authority records; also the first part of their URLs. */
export type RecordCollection = 'people' | 'places' | 'organizations' | 'topics' | 'publications';

/** A path inside the archive, with the site's base in front: `sitePath('search/')` is `/search/`. */
export function sitePath(path: string): string {
  return `${site.base.replace(/\/$/, '')}/${path}`;
}

/** The whole address of a path made here, for canonical links and citations. */
export function absoluteUrl(path: string): string {
  return new URL(path, site.origin).href;
}

export const homeUrl = (): string => sitePath('');
export const datesUrl = (): string => sitePath('dates/');
export const searchUrl = (): string => sitePath('search/');
export const aboutUrl = (): string => sitePath('about/');

/** The permalink of an article; `id` is `2020/01/03/slug`. */
export const articleUrl = (id: string): string => sitePath(`${id}/`);

/** A paragraph of an article; `anchor` is `p12`. */
export const paragraphUrl = (id: string, anchor: string): string => `${articleUrl(id)}#${anchor}`;

/** The id of a record's card on the page of an article that names it. */
export const cardAnchor = (collection: RecordCollection, id: string): string => `${collection}-${id}`;

/** A picture that belongs to an article: `name` is the file's name. */
export const imageUrl = (id: string, name: string): string => `${articleUrl(id)}${encodeURIComponent(name)}`;

/** The picture that an article is shared with. */
export const articleCardUrl = (id: string): string => sitePath(`cards/${id}.png`);

/** The picture that every other page is shared with. */
export const archiveCardUrl = (): string => sitePath('cards/archive.png');

/** The archive's sign as a PNG with sides of so many pixels. */
export const iconUrl = (size: 180 | 192 | 512): string => sitePath(`icon-${size}.png`);

/** A year, month or day page; `date` is `2020`, `2020-01` or `2020-01-03`. */
export const dateUrl = (date: string): string => sitePath(`${date.replaceAll('-', '/')}/`);

/** The A-Z list of a collection. */
export const listUrl = (collection: RecordCollection): string => sitePath(`${collection}/`);

/** The page of one authority record. */
export const recordUrl = (collection: RecordCollection, id: string): string =>
  sitePath(`${collection}/${id}/`);

/** The map of all places; no place may have the id `map`. */
export const placesMapUrl = (): string => sitePath('places/map/');

/** The labels of all filter values, which the search page shows instead of ids. */
export const searchLabelsUrl = (): string => sitePath('search/labels.json');

/** Where the full-text index is published. */
export const searchIndexUrl = (): string => sitePath('pagefind/');

/** The folder of the name index, which finds a record by any spelling. */
export const searchNamesUrl = (): string => sitePath('search/names/');

/** The folder of what the search page shows of each record. */
export const searchRecordsUrl = (): string => sitePath('search/records/');

/** What the search page shows of one record. */
export const searchRecordUrl = (collection: RecordCollection, id: string): string =>
  `${searchRecordsUrl()}${collection}/${id}.json`;
