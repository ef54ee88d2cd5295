// Decides which articles of a list show in full, and which by their headline, so that the page stays small.
import type { ListedArticle } from '../archive/record-lists.ts';

export type FittedArticle<T extends ListedArticle = ListedArticle> = T & { isFull: boolean };

/** Sentences that an article shows of one record. */
export const mostPassages = 40;

/**
 * Bytes of text on a page that compresses to less than 20 KB: text takes less than half its size, and the
 * frame of every page, its styles and what it says to machines take up to 8 KB.
 */
export const pageBudget = 28_000;
/** The page of a record has a timeline, a map and a margin besides. */
export const recordBudget = 19_000;

/** Headline, address and names, in the list and in what the list says to machines. */
const briefSize = ({ article }: ListedArticle): number => 2 * Buffer.byteLength(article.title) + 100;

/** What it takes besides to show the description, or the passages with their links. */
const fullSize = ({ article, mentions = [] }: ListedArticle): number =>
  mentions.length === 0
    ? Buffer.byteLength(article.description)
    : Math.min(mentions.length, mostPassages) * 260;

/** The first articles in full, as many as leave room for the headlines of all others. */
export function fitArticles<T extends ListedArticle>(
  items: readonly T[],
  budget: number,
): FittedArticle<T>[] {
  let room = budget - items.reduce((sum, item) => sum + briefSize(item), 0);
  return items.map((item) => {
    room -= fullSize(item);
    return { ...item, isFull: room >= 0 };
  });
}
