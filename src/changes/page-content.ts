// What a reader sees on each page of the archive, as one checksum a page: two archives are compared by it.
import { createHash } from 'node:crypto';
import { recordKey, type Archive, type Article, type AuthorityRecord } from '../archive/build.ts';
import { companionsOf } from '../archive/occurs-with.ts';
import { mentionReader, mentionsOf, placesAround } from '../archive/place-path.ts';
import { countArticles } from '../archive/record-articles.ts';
import { listsOfRecord } from '../archive/record-lists.ts';
import { allPeriods, mostOfPart, periodsOf } from '../archive/record-periods.ts';
import type { Block, Mention } from '../markdown/article-file.ts';
import { collections } from '../schema/collections.ts';
import { articleUrl, dateUrl, permalinkPath, recordPeriodUrl, recordUrl } from '../urls.ts';

export interface Page {
  /** Below the site's base, as the ledger has it. */
  path: string;
  /** `article`, `day`, `month`, `year`, `person`, ... */
  kind: string;
  title: string;
}

export interface PageContent extends Page {
  checksum: string;
}

/** The blocks of an article's body by its digest; only of those that differ between the archives that are compared. */
export type Texts = ReadonlyMap<string, readonly Block[]>;

/**
 * Articles, dates and records by path. Left out are the pages that change with everything, such as the lists and the
 * home page, and the links at the foot of a page to what came before and after it.
 */
export function describePages(archive: Archive, texts: Texts): Map<string, PageContent> {
  const pages = new Map<string, PageContent>();
  const add = (url: string, kind: string, title: string, content: unknown): void => {
    const path = permalinkPath(url);
    const checksum = createHash('sha256').update(JSON.stringify(content)).digest('hex');
    pages.set(path, { path, kind, title, checksum });
  };
  const items = new Map(archive.articles.map((article) => [article, describeItem(article, archive)]));
  const list = (articles: readonly Article[]): unknown => articles.map((article) => items.get(article));

  for (const article of archive.articles)
    add(articleUrl(article.id), 'article', article.title, describeArticle(article, archive));
  for (const [day, articles] of archive.articlesByDay) add(dateUrl(day), 'day', day, list(articles));
  for (const [month, articles] of archive.articlesByMonth)
    add(dateUrl(month), 'month', month, list(articles));
  for (const [year, articles] of archive.articlesByYear) {
    // A year shows its days and how many articles each has, not which.
    const days = articles.map(({ published }) => published);
    add(dateUrl(year), 'year', year, days);
  }
  for (const record of archive.recordByKey.values()) {
    const { collection, id, name } = record;
    const described = [describeRecord(record, archive), describeArticles(record, archive, items, texts)];
    add(recordUrl(collection, id), collections[collection].noun, name, described);
  }
  for (const { record, date, articles, parts } of allPeriods(archive)) {
    const { collection, id, name } = record;
    const mentionsIn = mentionReader(record, archive);
    const described =
      parts.length > 0
        ? parts.map((part) => [part.date, part.articles.length, list(part.articles.slice(0, mostOfPart))])
        : articles.map((article) => [
            items.get(article),
            describePassages(article, mentionsIn(article), archive, texts),
          ]);
    add(recordPeriodUrl(collection, id, date), 'list', `${name}, ${date}`, described);
  }
  return pages;
}

const nameOf = (archive: Archive, collection: AuthorityRecord['collection'], id: string): string =>
  archive.recordByKey.get(recordKey(collection, id))?.name ?? id;

/** An article as a list shows it. */
function describeItem(article: Article, archive: Archive): string {
  const { id, title, description, language, copy, authors, publication } = article;
  const names = authors.map((author) => nameOf(archive, 'people', author));
  return JSON.stringify([
    id,
    title,
    description,
    language,
    copy,
    names,
    nameOf(archive, 'publications', publication),
  ]);
}

/** The article's own fields, its text, and the names it shows of others. */
function describeArticle(article: Article, archive: Archive): unknown {
  const { mentions, ...fields } = article;
  const named = new Map(
    mentions.map(({ collection, id }) => [recordKey(collection, id), archive.recordByKey]),
  );
  return [
    fields,
    [...named].map(([key, records]) => records.get(key)?.name),
    article.authors.map((id) => nameOf(archive, 'people', id)),
    article.topics.map((id) => nameOf(archive, 'topics', id)),
    nameOf(archive, 'publications', article.publication),
  ];
}

/** Who or what a record is, and the names around it. */
function describeRecord(record: AuthorityRecord, archive: Archive): unknown {
  const { collection, id } = record;
  const others = record.differentFrom.map((other) => archive.recordByKey.get(recordKey(collection, other)));
  const around = collection === 'places' ? placesAround(id, archive) : [];
  const parts =
    collection === 'places' ? archive.placesByParent.get(id) : archive.organizationsByWhole.get(id);
  const shown = collection === 'places' || collection === 'organizations' ? (parts ?? []) : [];
  return [
    record,
    collection === 'organizations' && record.partOf && nameOf(archive, collection, record.partOf),
    others.map((other) => [other?.name, other?.description]),
    around.map(({ name }) => name),
    shown.map((part) => [part.id, part.name, countArticles(archive, part)]),
    companionsOf(record, archive, 12).map(({ record: other, articles }) => [other.id, other.name, articles]),
  ];
}

/** The articles on a record's page, with every sentence that names it; of many the newest, and how many each year has. */
function describeArticles(
  record: AuthorityRecord,
  archive: Archive,
  items: ReadonlyMap<Article, string>,
  texts: Texts,
): unknown {
  const years = periodsOf(record, archive);
  return [
    listsOfRecord(record, archive).map(({ part, total, items: shown }) => [
      part,
      total,
      shown.map(({ article, mentions = [] }) => [
        items.get(article),
        describePassages(article, mentions, archive, texts),
      ]),
    ]),
    years.map(({ date, articles }) => [date, articles.length]),
    // The page counts its mentions and draws them by month.
    years.length > 0 &&
      mentionsOf(record, archive).map(({ article, mentions }) => [
        article.published.slice(0, 7),
        mentions.length,
      ]),
  ];
}

function describePassages(
  { digest }: Article,
  mentions: readonly Mention[],
  archive: Archive,
  texts: Texts,
): unknown {
  const blocks = texts.get(digest);
  const named = mentions.map((mention) => [mention, nameOf(archive, mention.collection, mention.id)]);
  if (blocks === undefined) return [digest, named];
  const anchors = new Set(mentions.map(({ anchor }) => anchor));
  return [
    blocks.filter(({ anchor }) => anchors.has(anchor)).map(({ anchor, text }) => [anchor, text]),
    named,
  ];
}
