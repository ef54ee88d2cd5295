// One article as every list shows it, with the names in the place of ids.
import { recordKey, type Archive, type Article } from '../archive/build.ts';

export interface ItemView {
  /** `2020/01/03/slug`. */
  id: string;
  title: string;
  description: string;
  /** BCP 47. */
  language: string;
  /** `YYYY-MM-DD`. */
  published: string;
  /** Whether it is the archive's own account of the article. */
  isSummary: boolean;
  /** Names, in the order of the byline. */
  authors: string[];
  publication: string;
}

const items = new WeakMap<Article, ItemView>();

/** The same object each time, because an article is in many lists. */
export function viewItem(article: Article, archive: Archive): ItemView {
  let item = items.get(article);
  if (item === undefined) {
    const { id, title, description, language, published, copy, authors, publication } = article;
    item = {
      id,
      title,
      description,
      language,
      published,
      isSummary: copy === 'summary',
      authors: authors.map((author) => nameOf('people', author, archive)),
      publication: nameOf('publications', publication, archive),
    };
    items.set(article, item);
  }
  return item;
}

/** The name of a record; its id if there is no such record. */
export const nameOf = (
  collection: Parameters<typeof recordKey>[0],
  id: string,
  { recordByKey }: Archive,
): string => recordByKey.get(recordKey(collection, id))?.name ?? id;
