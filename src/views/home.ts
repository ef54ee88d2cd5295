// The front page: the newest articles, the same day in other years, who and where is in the news, and the years.
import type { Archive, Article } from '../archive/build.ts';
import { mostNamed } from '../archive/record-articles.ts';
import { namedCollections, type NamedCollection } from '../schema/collection-names.ts';
import type { RecordCollection } from '../urls.ts';
import { viewCollectionCounts, type CollectionCount } from './collection-counts.ts';
import { viewYears, type Period } from './dates.ts';
import { viewFrontMap } from './front-map.ts';
import { viewItem, type ItemView } from './item.ts';
import { viewListMetadata, type ListMetadataView } from './list-metadata.ts';
import { viewAuthors, viewNamed, type CountedName } from './name-list.ts';

export interface HomeView {
  /** How many articles there are. */
  count: number;
  collections: CollectionCount[];
  /** The newest article; absent in an empty archive. */
  lead?: {
    item: ItemView;
    /** Names the article's body on disk, from which its opening is taken when the page is rendered. */
    digest: string;
  };
  /** The newest after the lead. */
  latest: ItemView[];
  /** One article of each other year in which there are some of the lead's day, newest first. */
  onThisDay: Pick<ItemView, 'id' | 'title' | 'language' | 'published'>[];
  map: ReturnType<typeof viewFrontMap>;
  /** With the most articles. */
  topics: CountedName[];
  named: {
    collection: NamedCollection;
    /** How many records it has. */
    total: number;
    /** Those that the most articles name. */
    names: CountedName[];
  }[];
  /** Who wrote the most. */
  authors: CountedName[];
  /** Newest first. */
  years: Period[];
  /** Named `latest`; the page puts it in words. */
  metadata: ListMetadataView;
}

/** The newest articles, with the lead. */
const mostLatest = 9;
const mostYears = 5;
const mostNames = 8;

export function viewHome(archive: Archive): HomeView {
  const newest = archive.articles.slice(0, mostLatest);
  const [lead, ...others] = newest;
  return {
    count: archive.articles.length,
    collections: viewCollectionCounts(archive),
    ...(lead && { lead: { item: viewItem(lead, archive), digest: lead.digest } }),
    latest: others.map((article) => viewItem(article, archive)),
    onThisDay: lead ? viewOnThisDay(lead, archive) : [],
    map: viewFrontMap(archive),
    topics: viewMostNamed('topics', archive),
    named: namedCollections.map((collection) => ({
      collection,
      total: archive[collection].length,
      names: viewMostNamed(collection, archive),
    })),
    authors: viewAuthors(archive, mostNames),
    years: viewYears(archive),
    metadata: viewListMetadata('latest', newest, archive),
  };
}

/** No page knows what day it is read on: the day is that of the newest article. */
const viewOnThisDay = (lead: Article, { articlesByDay }: Archive): HomeView['onThisDay'] =>
  [...articlesByDay]
    .filter(([day]) => day.endsWith(lead.published.slice(4)) && day !== lead.published)
    .flatMap(([, [article]]) => article ?? [])
    .slice(0, mostYears)
    .map(({ id, title, language, published }) => ({ id, title, language, published }));

const viewMostNamed = (collection: RecordCollection, archive: Archive): CountedName[] =>
  mostNamed(archive, archive[collection], mostNames).map((record) => viewNamed(record, archive));
