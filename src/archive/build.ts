// From entries to the archive: every grouping a page, check or export needs, computed once; pure.
import type { Mention } from '../markdown/article-file.ts';
import { foldName } from '../names/normalize.ts';
import type { ArticleFields } from '../schema/article.ts';
import { compareText } from '../schema/finding.ts';
import type { Organization } from '../schema/organization.ts';
import type { Person } from '../schema/person.ts';
import type { Place } from '../schema/place.ts';
import type { Publication } from '../schema/publication.ts';
import type { Topic } from '../schema/topic.ts';
import { recordCollections } from '../schema/collection-names.ts';
import type { RecordCollection } from '../urls.ts';
import type { ArticleEntry, RecordEntry, Rendered } from '../reading/entry.ts';

export interface Article extends Omit<ArticleFields, 'mentions'>, Rendered {
  /** `2020/01/03/slug`. */
  id: string;
  /** BCP 47; the publication's where the article gives none. */
  language: string;
}

export type PersonRecord = Person & { collection: 'people'; id: string };
export type PlaceRecord = Place & { collection: 'places'; id: string };
export type OrganizationRecord = Organization & { collection: 'organizations'; id: string };
export type TopicRecord = Topic & { collection: 'topics'; id: string };
export type PublicationRecord = Publication & { collection: 'publications'; id: string };
export type AuthorityRecord =
  PersonRecord | PlaceRecord | OrganizationRecord | TopicRecord | PublicationRecord;

/** An article and all that it says of one record. */
export interface ArticleMentions {
  article: Article;
  mentions: Mention[];
}

export interface Archive {
  /** Newest first; those of one day by id. */
  articles: Article[];
  /** Records by name, in the order of an A-Z list. */
  people: PersonRecord[];
  places: PlaceRecord[];
  organizations: OrganizationRecord[];
  topics: TopicRecord[];
  publications: PublicationRecord[];
  articleById: Map<string, Article>;
  /** By `people/qasem-soleimani`. */
  recordByKey: Map<string, AuthorityRecord>;
  /** By `2020`, `2020-01` and `2020-01-03`; every list newest first. */
  articlesByYear: Map<string, Article[]>;
  articlesByMonth: Map<string, Article[]>;
  articlesByDay: Map<string, Article[]>;
  articlesByAuthor: Map<string, Article[]>;
  articlesByPublication: Map<string, Article[]>;
  articlesByTopic: Map<string, Article[]>;
  /** By the dateline's place. */
  articlesByDateline: Map<string, Article[]>;
  /** By record key: the articles that name it, newest first. */
  mentionsByRecord: Map<string, ArticleMentions[]>;
  /** By place: the places directly within it. */
  placesByParent: Map<string, PlaceRecord[]>;
  /** By organization: its direct parts. */
  organizationsByWhole: Map<string, OrganizationRecord[]>;
}

/** What `buildArchive` takes: both doors of the archive deliver it. */
export interface ArchiveEntries {
  articles: ArticleEntry[];
  people: RecordEntry<Person>[];
  places: RecordEntry<Place>[];
  organizations: RecordEntry<Organization>[];
  topics: RecordEntry<Topic>[];
  publications: RecordEntry<Publication>[];
}

/** Builds the archive; the order of the entries does not matter. */
export function buildArchive(entries: ArchiveEntries): Archive {
  const records = {
    people: buildRecords('people', entries.people),
    places: buildRecords('places', entries.places),
    organizations: buildRecords('organizations', entries.organizations),
    topics: buildRecords('topics', entries.topics),
    publications: buildRecords('publications', entries.publications),
  };
  const languages = new Map(records.publications.map(({ id, language }) => [id, language]));
  const articles = entries.articles
    .map(({ id, fields: { mentions: help, ...fields }, rendered }): Article => {
      const language = fields.language ?? languages.get(fields.publication) ?? 'und';
      return { ...fields, ...rendered, id, language };
    })
    .sort((a, b) => compareText(b.published, a.published) || compareText(a.id, b.id));
  return {
    articles,
    ...records,
    articleById: new Map(articles.map((article) => [article.id, article])),
    recordByKey: new Map(
      recordCollections.flatMap((collection) =>
        records[collection].map((record): [string, AuthorityRecord] => [
          recordKey(collection, record.id),
          record,
        ]),
      ),
    ),
    articlesByYear: group(articles, ({ published }) => [published.slice(0, 4)]),
    articlesByMonth: group(articles, ({ published }) => [published.slice(0, 7)]),
    articlesByDay: group(articles, ({ published }) => [published]),
    articlesByAuthor: group(articles, ({ authors }) => authors),
    articlesByPublication: group(articles, ({ publication }) => [publication]),
    articlesByTopic: group(articles, ({ topics }) => topics),
    articlesByDateline: group(articles, ({ dateline }) => (dateline === undefined ? [] : [dateline])),
    mentionsByRecord: groupMentions(articles),
    placesByParent: group(records.places, ({ within }) => (within === undefined ? [] : [within])),
    organizationsByWhole: group(records.organizations, ({ partOf }) =>
      partOf === undefined ? [] : [partOf],
    ),
  };
}

/** The key of a record in `recordByKey` and `mentionsByRecord`. */
export const recordKey = (collection: RecordCollection, id: string): string => `${collection}/${id}`;

function buildRecords<T extends { name: string }, C extends RecordCollection>(
  collection: C,
  entries: readonly RecordEntry<T>[],
): (T & { collection: C; id: string })[] {
  return entries
    .map(({ id, fields }) => ({ ...fields, collection, id }))
    .sort((a, b) => compareText(foldName(a.name), foldName(b.name)) || compareText(a.id, b.id));
}

function group<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const list = groups.get(key);
      if (list === undefined) groups.set(key, [item]);
      else list.push(item);
    }
  }
  return groups;
}

function groupMentions(articles: readonly Article[]): Map<string, ArticleMentions[]> {
  const groups = new Map<string, ArticleMentions[]>();
  for (const article of articles) {
    for (const [key, mentions] of Map.groupBy(article.mentions, ({ collection, id }) =>
      recordKey(collection, id),
    )) {
      const list = groups.get(key) ?? [];
      list.push({ article, mentions });
      groups.set(key, list);
    }
  }
  return groups;
}
