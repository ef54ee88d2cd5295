// The one table of page kinds: for each what its pages are, where they are, and what one shows.
import type { Archive, AuthorityRecord } from '../archive/build.ts';
import { calendarOf, type Month, type Period, type Year } from '../archive/calendar.ts';
import { withParts, type LetterPage } from '../archive/letters.ts';
import { collectionList, partLists } from '../archive/name-lists.ts';
import { buildNeighbours, type Neighbours } from '../archive/neighbours.ts';
import { allPeriods, type RecordPeriod } from '../archive/record-periods.ts';
import { recordCollections } from '../schema/collection-names.ts';
import { collections } from '../schema/collections.ts';
import { compareText } from '../schema/finding.ts';
import {
  aboutUrl,
  articleUrl,
  datasetUrl,
  datesUrl,
  dateUrl,
  homeUrl,
  letterUrl,
  partsUrl,
  permalinkUrl,
  placesMapUrl,
  recordPeriodUrl,
  recordUrl,
  rightsUrl,
  searchUrl,
  sitePath,
  type RecordCollection,
} from '../urls.ts';
import { viewAbout } from './about.ts';
import { viewArticle, type ArticleInTime } from './article.ts';
import { viewDataset } from './dataset.ts';
import { viewDates, viewDay, viewMonth, viewYear } from './dates.ts';
import { viewHome } from './home.ts';
import { viewMoved, type Redirect } from './moved.ts';
import { viewNameList, viewParts } from './name-list.ts';
import { viewPlacesMap } from './places-map.ts';
import { viewRecord } from './record.ts';
import { viewRecordPeriod } from './record-period.ts';
import { viewRights } from './rights.ts';
import { viewSearch } from './search.ts';

/** What a site is made from. */
export interface SiteContent {
  archive: Archive;
  /** Addresses that were published once, with where each leads now. */
  redirects: readonly Redirect[];
}

export interface PageKind<Item, View> {
  /** One item a page. */
  list: (content: SiteContent) => readonly Item[];
  /** Made by urls.ts. */
  url: (item: Item) => string;
  /** All that the page shows, as plain data: a page with the same view looks the same. */
  view: (item: Item, archive: Archive) => View;
  /** Whether an address once published must stay, and search engines are told of it. */
  lasts: boolean;
  /** What a report of changes calls the page; absent for pages that change with every article. */
  told?: (item: Item) => PageTitle;
}

export interface PageTitle {
  /** `article`, `day`, `person`, ... */
  noun: string;
  title: string;
}

/** Infers the types of an entry from its parts. */
const kind = <Item, View>(entry: PageKind<Item, View>): PageKind<Item, View> => entry;

/** A page of which there is one. */
const single = <View>(
  url: () => string,
  view: (archive: Archive) => View,
  lasts = true,
): PageKind<undefined, View> =>
  kind({ list: () => [undefined], url, view: (_item, archive) => view(archive), lasts });

export type DateInTime<T extends Period> = Neighbours<T> & { period: T };

const inTime = <T extends Period>(periods: readonly T[]): DateInTime<T>[] =>
  [...buildNeighbours(periods)].map(([period, neighbours]) => ({ period, ...neighbours }));

/** The order decides nothing but the order in which pages are made. */
export const pageKinds = {
  home: single(homeUrl, viewHome),
  dates: single(datesUrl, viewDates),
  search: single(searchUrl, viewSearch),
  about: single(aboutUrl, viewAbout),
  dataset: single(datasetUrl, viewDataset),
  rights: single(rightsUrl, viewRights),
  placesMap: single(placesMapUrl, viewPlacesMap),
  notFound: single(
    () => sitePath('404.html'),
    () => ({}),
    false,
  ),
  year: kind<DateInTime<Year>, ReturnType<typeof viewYear>>({
    list: ({ archive }) => inTime(calendarOf(archive)),
    url: ({ period }) => dateUrl(period.date),
    view: viewYear,
    lasts: true,
    told: ({ period }) => ({ noun: 'year', title: period.date }),
  }),
  month: kind<DateInTime<Month>, ReturnType<typeof viewMonth>>({
    list: ({ archive }) => inTime(calendarOf(archive).flatMap(({ months }) => months.toReversed())),
    url: ({ period }) => dateUrl(period.date),
    view: viewMonth,
    lasts: true,
    told: ({ period }) => ({ noun: 'month', title: period.date }),
  }),
  day: kind<DateInTime<Period>, ReturnType<typeof viewDay>>({
    list: ({ archive }) =>
      inTime(
        calendarOf(archive).flatMap(({ months }) =>
          months.toReversed().flatMap(({ days }) => days.toReversed()),
        ),
      ),
    url: ({ period }) => dateUrl(period.date),
    view: viewDay,
    lasts: true,
    told: ({ period }) => ({ noun: 'day', title: period.date }),
  }),
  article: kind<ArticleInTime, ReturnType<typeof viewArticle>>({
    list: ({ archive }) =>
      [...buildNeighbours(archive.articles)].map(([article, neighbours]) => ({ article, ...neighbours })),
    url: ({ article }) => articleUrl(article.id),
    view: viewArticle,
    lasts: true,
    told: ({ article }) => ({ noun: 'article', title: article.title }),
  }),
  nameList: kind<{ collection: RecordCollection; page: LetterPage }, ReturnType<typeof viewNameList>>({
    list: ({ archive }) =>
      recordCollections.flatMap((collection) =>
        withParts(collectionList(archive, collection)).map((page) => ({ collection, page })),
      ),
    url: ({ collection, page }) => letterUrl(collection, page.key),
    view: viewNameList,
    lasts: true,
  }),
  record: kind<AuthorityRecord, ReturnType<typeof viewRecord>>({
    list: ({ archive }) => [...archive.recordByKey.values()],
    url: ({ collection, id }) => recordUrl(collection, id),
    view: viewRecord,
    lasts: true,
    told: ({ collection, name }) => ({ noun: collections[collection].noun, title: name }),
  }),
  recordPeriod: kind<RecordPeriod, ReturnType<typeof viewRecordPeriod>>({
    // Pages of one time show the same articles, whose texts then are read once.
    list: ({ archive }) => allPeriods(archive).sort((a, b) => compareText(a.date, b.date)),
    url: ({ record, date }) => recordPeriodUrl(record.collection, record.id, date),
    view: viewRecordPeriod,
    lasts: true,
    told: ({ record, date }) => ({ noun: 'list', title: `${record.name}, ${date}` }),
  }),
  parts: kind<{ record: AuthorityRecord; page: LetterPage }, ReturnType<typeof viewParts>>({
    list: ({ archive }) =>
      partLists(archive).flatMap(({ record, list }) => withParts(list).map((page) => ({ record, page }))),
    url: ({ record, page }) => partsUrl(record.collection, record.id, page.key),
    view: viewParts,
    lasts: true,
  }),
  moved: kind<Redirect, ReturnType<typeof viewMoved>>({
    list: ({ redirects }) => redirects.filter(({ path }) => path.endsWith('/')),
    url: ({ path }) => permalinkUrl(path),
    view: viewMoved,
    lasts: false,
  }),
} satisfies Record<string, unknown>;

export type KindName = keyof typeof pageKinds;

/** What the pages of a kind show. */
export type ViewOf<Name extends KindName> = (typeof pageKinds)[Name] extends {
  view: (...args: never[]) => infer View;
}
  ? View
  : never;

/** Every page of a site: its kind, its address, and its view when it is asked for. */
export interface SitePage {
  kind: KindName;
  /** Made by urls.ts. */
  url: string;
  lasts: boolean;
  told: PageTitle | undefined;
  view: () => unknown;
}

export const listPages = (content: SiteContent): SitePage[] =>
  (Object.keys(pageKinds) as KindName[]).flatMap((name) =>
    pagesOf(name, pageKinds[name] as PageKind<unknown, unknown>, content),
  );

const pagesOf = (
  name: KindName,
  { list, url, view, lasts, told }: PageKind<unknown, unknown>,
  content: SiteContent,
): SitePage[] =>
  list(content).map((item) => ({
    kind: name,
    url: url(item),
    lasts,
    told: told?.(item),
    view: () => view(item, content.archive),
  }));
