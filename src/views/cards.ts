// Which articles have a picture of their own for where they are shared.
import type { Archive, Article } from '../archive/build.ts';

/** To draw one takes a sixth of a second, so older articles are shared with the picture of the archive. */
const mostCards = 200;

/** The articles that have a picture of their own: the newest. */
export const articlesWithCard = (archive: Archive): readonly Article[] =>
  archive.articles.slice(0, mostCards);

const known = new WeakMap<Archive, ReadonlySet<Article>>();

/** Whether an article is among them. */
export function hasCard(article: Article, archive: Archive): boolean {
  let cards = known.get(archive);
  if (cards === undefined) known.set(archive, (cards = new Set(articlesWithCard(archive))));
  return cards.has(article);
}
