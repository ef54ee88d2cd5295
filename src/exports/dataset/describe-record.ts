// From an authority record to what the dataset says of it: plain values, the same in every format.
import { recordKey, type Archive, type AuthorityRecord } from '../../archive/build.ts';
import { articlesOfRecord, countArticles } from '../../archive/record-articles.ts';
import { absoluteUrl, articleUrl, recordUrl, type RecordCollection } from '../../urls.ts';

export interface RecordData {
  collection: RecordCollection;
  id: string;
  url: string;
  name: string;
  aliases: string[];
  description: string;
  /** `Q796`. */
  wikidata: string | null;
  /** Ids of the same collection. */
  differentFrom: string[];
  /** What its kind adds. */
  born?: string | null;
  died?: string | null;
  kind?: string;
  within?: string | null;
  location?: { lat: number; lon: number } | null;
  partOf?: string | null;
  website?: string | null;
  language?: string;
  /** As many as its page shows. */
  articles: number;
  /** How often it is named itself. */
  mentions: number;
}

export interface RecordArticle {
  id: string;
  url: string;
  title: string;
  published: string;
  mentions: number;
}

export function describeRecord(record: AuthorityRecord, archive: Archive): RecordData {
  const { collection, id, name, aliases, description, wikidata, differentFrom } = record;
  return {
    collection,
    id,
    url: absoluteUrl(recordUrl(collection, id)),
    name,
    aliases,
    description,
    wikidata: wikidata ?? null,
    differentFrom,
    ...describeKind(record),
    articles: countArticles(archive, record),
    mentions: mentionsIn(record, archive).reduce((sum, { mentions }) => sum + mentions.length, 0),
  };
}

/** The articles of a record, newest first, with how often each names it. */
export function listRecordArticles(record: AuthorityRecord, archive: Archive): RecordArticle[] {
  const counts = new Map(
    mentionsIn(record, archive).map(({ article, mentions }) => [article.id, mentions.length]),
  );
  return articlesOfRecord(archive, record).map(({ id, title, published }) => ({
    id,
    url: absoluteUrl(articleUrl(id)),
    title,
    published,
    mentions: counts.get(id) ?? 0,
  }));
}

const mentionsIn = ({ collection, id }: AuthorityRecord, { mentionsByRecord }: Archive) =>
  mentionsByRecord.get(recordKey(collection, id)) ?? [];

function describeKind(record: AuthorityRecord): Partial<RecordData> {
  switch (record.collection) {
    case 'people':
      return { born: record.born ?? null, died: record.died ?? null };
    case 'places':
      return { kind: record.kind, within: record.within ?? null, location: record.location ?? null };
    case 'organizations':
      return { partOf: record.partOf ?? null };
    case 'publications':
      return { website: record.website ?? null, language: record.language };
    case 'topics':
      return {};
  }
}
