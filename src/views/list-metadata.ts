// What a list of articles says to machines: what it lists, and a line for each by which Zotero imports many at once.
import type { Archive, Article } from '../archive/build.ts';
import { articleUrl } from '../urls.ts';
import { renderCoins } from './metadata/coins.ts';
import type { JsonLd } from './metadata/json-ld.ts';
import { buildItemList } from './metadata/lists.ts';
import { buildReference } from './reference.ts';

export interface ListMetadataView {
  /** Absent for an empty list. */
  linkedData?: JsonLd;
  /** COinS, as `renderCoins` writes them. */
  coins: string[];
}

/** More than these nobody picks from a window of checkboxes, and they take as much room as the list itself. */
const mostAtOnce = 30;

/** @param name the heading of the list; the page may put it in other words */
export function viewListMetadata(
  name: string,
  articles: readonly Article[],
  archive: Archive,
): ListMetadataView {
  const items = articles.map(({ id, title }) => ({ href: articleUrl(id), text: title }));
  return {
    ...(items.length > 0 && { linkedData: buildItemList(name, items) }),
    coins: articles.slice(0, mostAtOnce).map((article) => renderCoins(buildReference(article, archive))),
  };
}
