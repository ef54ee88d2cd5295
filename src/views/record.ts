// The page of one authority record, whatever its collection: who or what it is, and the articles it has a part in.
import { recordKey, type Archive, type AuthorityRecord, type PersonRecord } from '../archive/build.ts';
import { mentionsOf, placesAround } from '../archive/place-path.ts';
import { articlesOfRecord } from '../archive/record-articles.ts';
import { listsOfRecord, type RecordList } from '../archive/record-lists.ts';
import { periodsOf } from '../archive/record-periods.ts';
import type { Place } from '../schema/place.ts';
import type { RecordCollection } from '../urls.ts';
import { fitArticles, recordBudget } from './fit-articles.ts';
import { viewFittedItem, type FittedItemView } from './fitted-items.ts';
import { viewListMetadata, type ListMetadataView } from './list-metadata.ts';
import type { JsonLd } from './metadata/json-ld.ts';
import { buildThing } from './metadata/things.ts';
import { viewRecordMargin, type RecordMarginView } from './record-margin.ts';
import { buildTimeline, type Timeline } from './timeline.ts';

/** What names a record and leads to its page. */
export interface RecordReference {
  collection: RecordCollection;
  id: string;
  name: string;
}

export interface RecordView extends RecordReference {
  description: string;
  /** Of a place. */
  kind?: Place['kind'];
  /** Of a person: a year, a month or a day. */
  born?: string;
  died?: string;
  /** The places in which a place lies, from the whole to the part: Middle East, Iraq, Baghdad. */
  around: { id: string; name: string }[];
  /** The first of those that it is easily confused with, and how many there are. */
  others: { id: string; name: string; description: string }[];
  othersTotal: number;
  /** How many articles it has, of a place with those of all places within it. */
  articles: number;
  /** The years of the oldest and of the newest of them. */
  years?: { first: string; last: string };
  /** How often they name it, or a place within it. */
  mentions: number;
  /** How many articles name it itself, and not only places within it. */
  namedItself: number;
  /** Mentions by time; of what is never mentioned the articles. Absent without articles. */
  timeline?: Timeline;
  /** Its years, newest first, if they have pages of their own. */
  periods: { date: string; articles: number }[];
  lists: RecordListView[];
  margin: RecordMarginView;
  linkedData: JsonLd;
  metadata: ListMetadataView;
}

export interface RecordListView {
  /** Also the id to jump to. */
  part: RecordList['part'];
  /** Those that the page shows, newest first. */
  items: FittedItemView[];
  /** How many there are. */
  total: number;
}

/** More than these are a matter for the record's data. */
const mostOthers = 12;

export function viewRecord(record: AuthorityRecord, archive: Archive): RecordView {
  const { collection, id, name, description } = record;
  const articles = articlesOfRecord(archive, record);
  const mentioned = mentionsOf(record, archive);
  const mentions = mentioned.reduce((sum, item) => sum + item.mentions.length, 0);
  const others = record.differentFrom.flatMap(
    (other) => archive.recordByKey.get(recordKey(collection, other)) ?? [],
  );
  const around = collection === 'places' ? placesAround(id, archive).reverse() : [];
  const last = articles[0]?.published.slice(0, 4);
  const first = articles.at(-1)?.published.slice(0, 4);
  const timeline = buildTimeline(
    mentions > 0
      ? mentioned.map(({ article, mentions }) => ({ published: article.published, count: mentions.length }))
      : articles.map(({ published }) => ({ published, count: 1 })),
  );
  return {
    collection,
    id,
    name,
    description,
    ...(collection === 'places' && { kind: record.kind }),
    ...(collection === 'people' && viewLife(record)),
    around: around.map(({ id, name }) => ({ id, name })),
    others: others.slice(0, mostOthers).map(({ id, name, description }) => ({ id, name, description })),
    othersTotal: others.length,
    articles: articles.length,
    ...(first !== undefined && last !== undefined && { years: { first, last } }),
    mentions,
    namedItself: mentioned.filter(({ mentions }) => mentions.some((mention) => mention.id === id)).length,
    ...(timeline && { timeline }),
    periods: periodsOf(record, archive).map(({ date, articles: { length } }) => ({ date, articles: length })),
    lists: viewLists(record, archive),
    margin: viewRecordMargin(record, archive),
    linkedData: buildThing(record, archive),
    metadata: viewListMetadata(name, articles, archive),
  };
}

const viewLife = ({ born, died }: PersonRecord): Pick<RecordView, 'born' | 'died'> => ({
  ...(born !== undefined && { born }),
  ...(died !== undefined && { died }),
});

/** The lists share the room of the page. */
function viewLists(record: AuthorityRecord, archive: Archive): RecordListView[] {
  const lists = listsOfRecord(record, archive);
  const fitted = fitArticles(
    lists.flatMap(({ part, items }) => items.map((item) => ({ ...item, part }))),
    recordBudget,
  );
  return lists.map(({ part, total }) => ({
    part,
    items: fitted.filter((item) => item.part === part).map((item) => viewFittedItem(item, archive, record)),
    total,
  }));
}
