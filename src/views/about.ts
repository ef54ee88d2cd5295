// What "About" says in numbers, and the copy by which it shows how to verify one.
import type { Archive } from '../archive/build.ts';
import { viewCollectionCounts, type CollectionCount } from './collection-counts.ts';

export interface AboutView {
  /** How many articles there are. */
  count: number;
  /** How many of them are summaries. */
  summaries: number;
  collections: CollectionCount[];
  /** The id of the newest full copy, `2020/01/03/slug`; absent if there is none. */
  fullCopy?: string;
}

export function viewAbout(archive: Archive): AboutView {
  const { articles } = archive;
  const fullCopy = articles.find(({ copy }) => copy === 'full');
  return {
    count: articles.length,
    summaries: articles.filter(({ copy }) => copy === 'summary').length,
    collections: viewCollectionCounts(archive),
    ...(fullCopy && { fullCopy: fullCopy.id }),
  };
}
