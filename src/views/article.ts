// The page of one article: the copy by its digest, where it comes from, who and what is in it, what is beside it.
import { recordKey, type Archive, type Article } from '../archive/build.ts';
import type { Neighbours } from '../archive/neighbours.ts';
import { countArticles } from '../archive/record-articles.ts';
import { findRelated } from '../archive/related.ts';
import { foldName } from '../names/normalize.ts';
import { namedCollections } from '../schema/collection-names.ts';
import { compareText } from '../schema/finding.ts';
import { articleCardUrl, type RecordCollection } from '../urls.ts';
import { hasCard } from './cards.ts';
import { nameOf } from './item.ts';
import { buildArticleTags } from './metadata/article-tags.ts';
import type { HeadTag } from './metadata/head-tags.ts';
import type { JsonLd } from './metadata/json-ld.ts';
import { buildNewsArticle } from './metadata/news-article.ts';
import { buildReference, type Reference } from './reference.ts';

export type ArticleInTime = Neighbours<Article> & { article: Article };

/** A record by its id, with the name it goes by. */
export interface NamedRecord {
  id: string;
  name: string;
}

export interface ArticleView {
  /** The article's own fields, without what this view says in another way. */
  article: Omit<Article, 'mentions' | 'unplaced' | 'authors' | 'topics' | 'publication' | 'dateline'>;
  authors: NamedRecord[];
  publication: NamedRecord;
  topics: NamedRecord[];
  /** Where it was filed from; the spellings of the place tell whether the copy says so itself. */
  dateline?: NamedRecord & { spellings: string[] };
  /** By collection, those named most often first. */
  named: { collection: RecordCollection; records: (NamedRecord & { count: number })[] }[];
  /** One for each record that the text links, in the order of their first mention. */
  cards: CardView[];
  related: RelatedView[];
  earlier?: NeighbourView;
  later?: NeighbourView;
  /** The picture that it is shared with; made by urls.ts. */
  picture?: string;
  reference: Reference;
  tags: HeadTag[];
  linkedData: JsonLd;
}

export interface CardView {
  name: string;
  collection: RecordCollection;
  /** `city`; of a place only. */
  kind?: string;
  description: string;
  articles: RoughCount;
}

/** A number of articles; of many only about how many, so that a new article does not change the pages of all others. */
export interface RoughCount {
  count: number;
  /** Whether there are more. */
  isLeast: boolean;
}

export interface RelatedView {
  id: string;
  title: string;
  language: string;
  published: string;
  /** The names that both articles share, the rarest first. */
  shared: string[];
}

export type NeighbourView = Pick<Article, 'id' | 'title' | 'language'>;

/** Related articles on the page, and names that each shows of those it shares. */
const mostRelated = 4;
const mostShared = 3;

export function viewArticle({ article, earlier, later }: ArticleInTime, archive: Archive): ArticleView {
  const { mentions, unplaced: _unplaced, authors, topics, publication, dateline, ...fields } = article;
  const named = (collection: RecordCollection, id: string): NamedRecord => ({
    id,
    name: nameOf(collection, id, archive),
  });
  const place = dateline === undefined ? undefined : archive.recordByKey.get(recordKey('places', dateline));
  const picture = hasCard(article, archive) ? articleCardUrl(article.id) : undefined;
  return {
    article: fields,
    authors: authors.map((id) => named('people', id)),
    publication: named('publications', publication),
    topics: topics.map((id) => named('topics', id)),
    ...(place !== undefined && {
      dateline: { id: place.id, name: place.name, spellings: [place.name, ...place.aliases] },
    }),
    named: viewNamed(article, archive),
    cards: viewCards(article, archive),
    related: findRelated(article, archive, mostRelated).map(({ article: other, shared }) => ({
      id: other.id,
      title: other.title,
      language: other.language,
      published: other.published,
      shared: shared.slice(0, mostShared).map((key) => archive.recordByKey.get(key)?.name ?? key),
    })),
    ...(earlier !== undefined && { earlier: viewNeighbour(earlier) }),
    ...(later !== undefined && { later: viewNeighbour(later) }),
    ...(picture !== undefined && { picture }),
    reference: buildReference(article, archive),
    tags: buildArticleTags(article, archive),
    linkedData: buildNewsArticle(article, archive, picture),
  };
}

const viewNeighbour = ({ id, title, language }: Article): NeighbourView => ({ id, title, language });

function viewNamed({ mentions }: Article, archive: Archive): ArticleView['named'] {
  return namedCollections.flatMap((collection) => {
    const own = mentions.filter((mention) => mention.collection === collection);
    if (own.length === 0) return [];
    const records = [...Map.groupBy(own, ({ id }) => id)]
      .map(([id, { length }]) => ({ id, name: nameOf(collection, id, archive), count: length }))
      .sort((a, b) => b.count - a.count || compareText(foldName(a.name), foldName(b.name)));
    return [{ collection, records }];
  });
}

function viewCards({ mentions }: Article, archive: Archive): CardView[] {
  const keys = new Set(mentions.map(({ collection, id }) => recordKey(collection, id)));
  return [...keys].flatMap((key) => {
    const record = archive.recordByKey.get(key);
    if (record === undefined) return [];
    const { name, collection, description } = record;
    const articles = roughly(countArticles(archive, record));
    const kind = collection === 'places' ? record.kind : undefined;
    return [{ name, collection, ...(kind !== undefined && { kind }), description, articles }];
  });
}

/** Up to this many articles are counted one by one. */
const mostExact = 20;

/** Above it two digits are kept: 1,234 is more than 1,200. */
function roughly(count: number): RoughCount {
  if (count <= mostExact) return { count, isLeast: false };
  const step = 10 ** (String(count).length - 2);
  const least = Math.floor(count / step) * step;
  return { count: least, isLeast: least < count };
}
