// The lists of articles on a record's page, by the part that it has in them; of a record that has years the newest of each.
import type { Mention } from '../markdown/article-file.ts';
import type { Archive, Article, AuthorityRecord } from './build.ts';
import { mentionsOf } from './place-path.ts';
import { articlesFrom, articlesOfRecord } from './record-articles.ts';
import { mostNewest, periodsOf } from './record-periods.ts';

export interface ListedArticle {
  article: Article;
  /** Of the record whose page it is; an article that has them shows passages in place of its description. */
  mentions?: readonly Mention[];
}

export interface RecordList {
  /** Also the id to jump to. */
  part: 'written' | 'reported' | 'mentioned' | 'articles';
  /** Those that the page shows, newest first. */
  items: readonly ListedArticle[];
  /** How many there are. */
  total: number;
}

/** Those that are not empty, in the order in which the page shows them. */
export function listsOfRecord(record: AuthorityRecord, archive: Archive): RecordList[] {
  const { collection, id } = record;
  const asItems = (articles: readonly Article[] = []): ListedArticle[] =>
    articles.map((article) => ({ article }));
  const isFiled = collection === 'topics' || collection === 'publications';
  const lists: Omit<RecordList, 'total'>[] = [
    { part: 'written', items: asItems(collection === 'people' ? archive.articlesByAuthor.get(id) : []) },
    { part: 'reported', items: asItems(collection === 'places' ? articlesFrom(archive, id) : []) },
    { part: 'mentioned', items: mentionsOf(record, archive) },
    { part: 'articles', items: asItems(isFiled ? articlesOfRecord(archive, record) : []) },
  ];
  const filled = lists.filter(({ items }) => items.length > 0);
  const most = periodsOf(record, archive).length > 0 ? Math.floor(mostNewest / filled.length) : Infinity;
  return filled.map(({ part, items }) => ({ part, items: items.slice(0, most), total: items.length }));
}
