// The margin of a record's page: its other spellings, what it belongs to, who it occurs with, and where else to read.
import { recordKey, type Archive, type AuthorityRecord, type OrganizationRecord } from '../archive/build.ts';
import { isNamed, mostParts, partsOf } from '../archive/name-lists.ts';
import { companionsOf } from '../archive/occurs-with.ts';
import { articlesOfRecord, countArticles, mostNamedIn } from '../archive/record-articles.ts';
import { findRelatedTopics } from '../archive/related.ts';
import type { RecordCollection } from '../urls.ts';
import { viewLocatorMap, type LocatorMapView } from './locator-map.ts';
import { mostSpellings } from './metadata/things.ts';

/** Another record, with a number of articles: all that it has, or those that it shares with the one whose page it is. */
export interface CountedRecordView {
  collection: RecordCollection;
  id: string;
  name: string;
  articles: number;
}

export interface RecordMarginView {
  /** Of a place that a map can show. */
  locator?: LocatorMapView;
  /** The first of the other spellings, and how many there are. */
  spellings: string[];
  spellingsTotal: number;
  /** The organization of which it is a part. */
  whole?: { id: string; name: string };
  /** What lies in it or belongs to it; of many those that most articles name. */
  parts: CountedRecordView[];
  partsTotal: number;
  /** Of a topic. */
  relatedTopics: CountedRecordView[];
  /** Of what the articles name, the records that they name with it; of others those that most of its articles name. */
  companions: CountedRecordView[];
  /** Of a publication. */
  website?: string;
  /** `Q796`. */
  wikidata?: string;
}

const mostCompanions = 12;
const mostRelatedTopics = 8;

export function viewRecordMargin(record: AuthorityRecord, archive: Archive): RecordMarginView {
  const { collection, id, aliases, wikidata } = record;
  const locator = collection === 'places' ? viewLocatorMap(record, archive) : undefined;
  const whole = collection === 'organizations' ? wholeOf(record, archive) : undefined;
  const website = collection === 'publications' ? record.website : undefined;
  const parts = partsOf(record, archive).map((part) => ({
    record: part,
    articles: countArticles(archive, part),
  }));
  const shownParts =
    parts.length > mostParts ? parts.toSorted((a, b) => b.articles - a.articles).slice(0, mostParts) : parts;
  const companions = isNamed(collection)
    ? companionsOf(record, archive, mostCompanions)
    : mostNamedIn(articlesOfRecord(archive, record), archive, mostCompanions);
  const topics = collection === 'topics' ? findRelatedTopics(id, archive, mostRelatedTopics) : [];
  return {
    ...(locator && { locator }),
    spellings: aliases.slice(0, mostSpellings),
    spellingsTotal: aliases.length,
    ...(whole && { whole: { id: whole.id, name: whole.name } }),
    parts: shownParts.map(viewCounted),
    partsTotal: parts.length,
    relatedTopics: topics.map(viewCounted),
    companions: companions.map(viewCounted),
    ...(website !== undefined && { website }),
    ...(wikidata !== undefined && { wikidata }),
  };
}

const wholeOf = ({ partOf }: OrganizationRecord, { recordByKey }: Archive): AuthorityRecord | undefined =>
  partOf === undefined ? undefined : recordByKey.get(recordKey('organizations', partOf));

const viewCounted = ({
  record: { collection, id, name },
  articles,
}: {
  record: AuthorityRecord;
  articles: number;
}): CountedRecordView => ({ collection, id, name, articles });
