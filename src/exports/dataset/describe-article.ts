// From an article of the archive to what the dataset says of it: plain values, the same in every format.
import { recordKey, type Archive, type Article } from '../../archive/build.ts';
import type { Block } from '../../markdown/article-file.ts';
import type { NamedCollection } from '../../schema/collection-names.ts';
import { absoluteUrl, articleUrl, type RecordCollection } from '../../urls.ts';

export interface NamedRecord {
  id: string;
  name: string;
}

export interface MentionData {
  collection: NamedCollection;
  /** The record's. */
  id: string;
  name: string;
  /** As printed. */
  spelling: string;
  /** The anchor of the paragraph: `p12`. */
  paragraph: string;
}

export interface ArticleData {
  /** `2020/01/03/slug`. */
  id: string;
  url: string;
  title: string;
  description: string;
  /** `YYYY-MM-DD`. */
  published: string;
  authors: NamedRecord[];
  publication: NamedRecord;
  topics: NamedRecord[];
  dateline: NamedRecord | null;
  /** BCP 47. */
  language: string;
  copy: 'full' | 'summary';
  words: number;
  source: { url: string | null; retrieved: string; format: string; archived: string | null };
  rights: { statement: string; holder: string | null; note: string | null };
  /** SHA-256 of the body of a full copy. */
  fixity: string | null;
  corrections: { date: string; note: string }[];
  mentions: MentionData[];
  /** Of a full copy, with a blank line between paragraphs. */
  text: string | null;
}

export function describeArticle(article: Article, archive: Archive, blocks: readonly Block[]): ArticleData {
  const { id, title, description, published, language, copy, words, source, rights } = article;
  const nameOf = (collection: RecordCollection, record: string): string =>
    archive.recordByKey.get(recordKey(collection, record))?.name ?? record;
  const named = (collection: RecordCollection, record: string): NamedRecord => ({
    id: record,
    name: nameOf(collection, record),
  });
  return {
    id,
    url: absoluteUrl(articleUrl(id)),
    title,
    description,
    published,
    authors: article.authors.map((author) => named('people', author)),
    publication: named('publications', article.publication),
    topics: article.topics.map((topic) => named('topics', topic)),
    dateline: article.dateline === undefined ? null : named('places', article.dateline),
    language,
    copy,
    words,
    source: {
      url: source.url ?? null,
      retrieved: source.retrieved,
      format: source.format,
      archived: source.archived ?? null,
    },
    rights: { statement: rights.statement, holder: rights.holder ?? null, note: rights.note ?? null },
    fixity: article.fixity ?? null,
    corrections: article.corrections,
    mentions: article.mentions.map(({ collection, id: record, spelling, anchor }) => ({
      collection,
      id: record,
      name: nameOf(collection, record),
      spelling,
      paragraph: anchor,
    })),
    text: copy === 'full' ? blocks.map(({ text }) => text).join('\n\n') : null,
  };
}

/** All that an article's data are made from; the digest stands for the text and for what is named where. */
export function sourceOfArticle(article: Article, { recordByKey }: Archive): unknown {
  const { mentions, ...fields } = article;
  const keys = new Set([
    ...article.authors.map((id) => recordKey('people', id)),
    recordKey('publications', article.publication),
    ...article.topics.map((id) => recordKey('topics', id)),
    ...(article.dateline === undefined ? [] : [recordKey('places', article.dateline)]),
    ...mentions.map(({ collection, id }) => recordKey(collection, id)),
  ]);
  return [fields, [...keys].map((key) => recordByKey.get(key)?.name)];
}
