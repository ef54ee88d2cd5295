// Every URL of the archive is made here and nowhere else: paths from the site's base, absolute ones from its origin.
import { site } from './site.ts';

/** A collection of authority records; also the first part of their URLs. */
export type RecordCollection = 'people' | 'places' | 'organizations' | 'topics' | 'publications';

/** A path inside the archive, with the site's base in front: `sitePath('search/')` is `/search/`. */
export function sitePath(path: string): string {
  return `${site.base.replace(/\/$/, '')}/${path}`;
}

/** A path made here as the ledger has it, without the site's base: `/2020/01/03/slug/`. */
export const permalinkPath = (url: string): string => `/${url.slice(sitePath('').length)}`;

/** The address of what the ledger calls `path`. */
export const permalinkUrl = (path: string): string => sitePath(path.slice(1));

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

/** The id of a card on the page of an article: that of the `number`th record it names, from 1. */
export const cardAnchor = (number: number): string => `n${number}`;

/** A picture that belongs to an article: `name` is the file's name. */
export const imageUrl = (id: string, name: string): string => `${articleUrl(id)}${encodeURIComponent(name)}`;

/** The picture that an article is shared with. */
export const articleCardUrl = (id: string): string => sitePath(`cards/${id}.png`);

/** The picture that every other page is shared with. */
export const archiveCardUrl = (): string => sitePath('cards/archive.png');

/** The archive's icon as a square PNG; `size` is the length of a side in pixels. */
export const iconUrl = (size: 180 | 192 | 512): string => sitePath(`icon-${size}.png`);

/** A year, month or day page; `date` is `2020`, `2020-01` or `2020-01-03`. */
export const dateUrl = (date: string): string => sitePath(`${date.replaceAll('-', '/')}/`);

/** The A-Z list of a collection. */
export const listUrl = (collection: RecordCollection): string => sitePath(`${collection}/`);

/** The part of an A-Z list under a letter, `a-`; no id ends in a hyphen or has a `_`, so none is in the way. */
export const letterUrl = (collection: RecordCollection, key: string): string =>
  `${listUrl(collection)}${key === '' ? '' : `${key}/`}`;

/** The page of one authority record. */
export const recordUrl = (collection: RecordCollection, id: string): string =>
  sitePath(`${collection}/${id}/`);

/** The articles of a record in a year, a month or a day; `date` is `2020`, `2020-01` or `2020-01-03`. */
export const recordPeriodUrl = (collection: RecordCollection, id: string, date: string): string =>
  `${recordUrl(collection, id)}${date.replaceAll('-', '/')}/`;

/** The list of what lies in a place or belongs to an organization, or the part of it under a letter. */
export const partsUrl = (collection: RecordCollection, id: string, key: string): string =>
  `${recordUrl(collection, id)}within/${key === '' ? '' : `${key}/`}`;

/** The map of all places; no place may have the id `map`. */
export const placesMapUrl = (): string => sitePath('places/map/');

/** The labels of all filter values, which the search page shows instead of ids. */
export const searchLabelsUrl = (): string => sitePath('search/labels.json');

/** The folder of the tables of articles by the addresses of their originals. */
export const searchAddressesUrl = (): string => sitePath('search/addresses/');

/** The days that have articles. */
export const searchDaysUrl = (): string => sitePath('search/days.json');

/** Where the full-text index is published. */
export const searchIndexUrl = (period?: string): string =>
  sitePath(period === undefined ? 'pagefind/' : `pagefind/${period}/`);

/** The folder of the name index, which finds a record by any spelling. */
export const searchNamesUrl = (): string => sitePath('search/names/');

/** The folder of what the search page shows of each record. */
export const searchRecordsUrl = (): string => sitePath('search/records/');

/** What the search page shows of one record. */
export const searchRecordUrl = (collection: RecordCollection, id: string): string =>
  `${searchRecordsUrl()}${collection}/${id}.json`;

/** Where a reader writes a new file, in GitHub's editor; without a repository, to whom to write instead. */
export function suggestionUrl(file: { path: string; text: string }): string {
  if (site.repository === undefined) return site.contact;
  const query = new URLSearchParams({ filename: file.path, value: file.text });
  return `${site.repository.address}/new/${site.repository.branch}?${query.toString()}`;
}

/** The form in which an article is proposed without writing a file. */
export const proposalUrl = (): string =>
  site.repository === undefined
    ? site.contact
    : `${site.repository.address}/issues/new?template=propose-an-article.yml`;

/** Where a reader corrects the file of an article or a record; `id` is `2020/01/03/slug` or `baghdad`. */
export const correctionUrl = (collection: RecordCollection | 'articles', id: string): string =>
  site.repository === undefined
    ? site.contact
    : `${site.repository.address}/edit/${site.repository.branch}/content/${collection}/${id}.md`;

/** Every version of an article's file, with what each changed; `undefined` without a repository. */
export const historyUrl = (id: string): string | undefined =>
  site.repository && `${site.repository.address}/commits/${site.repository.branch}/content/articles/${id}.md`;

/** The citation of an article as a file; `ending` is `ris`, `bib` or `json`. */
export const citationUrl = (id: string, ending: string): string => `${articleUrl(id)}citation.${ending}`;

/** What a feed follows: one record, or without it the archive. */
export type FeedSubject = { collection: RecordCollection; id: string } | undefined;

export const atomUrl = (subject?: FeedSubject): string => `${feedFolder(subject)}feed.xml`;
export const jsonFeedUrl = (subject?: FeedSubject): string => `${feedFolder(subject)}feed.json`;

const feedFolder = (subject: FeedSubject): string =>
  subject === undefined ? homeUrl() : recordUrl(subject.collection, subject.id);

/** What a browser reads to search the archive from its address bar. */
export const openSearchUrl = (): string => sitePath('opensearch.xml');

/** The index of the sitemaps, and one of them: `name` is `articles-2020`. */
export const sitemapUrl = (): string => sitePath('sitemap.xml');
export const sitemapPartUrl = (name: string): string => sitePath(`sitemaps/${name}.xml`);

/** What may be done with the articles, by publication. */
export const rightsUrl = (): string => sitePath('rights/');

/** The licences of other people's work that the site passes on. */
export const licencesUrl = (): string => sitePath('licences.txt');

/** To whom a weakness of the site is told. */
export const securityUrl = (): string => sitePath('.well-known/security.txt');

/** The page about the archive as data, and the folder of its files. */
export const datasetUrl = (): string => sitePath('dataset/');

/** A file of the dataset: `articles.ndjson`. */
export const datasetFileUrl = (name: string): string => `${datasetUrl()}${name}`;

/** What the dataset says of one article. */
export const articleDataUrl = (id: string): string => datasetFileUrl(`articles/${id}.json`);

/** What the dataset says of one record. */
export const recordDataUrl = (collection: RecordCollection, id: string): string =>
  datasetFileUrl(`${collection}/${id}.json`);
