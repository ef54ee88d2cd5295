// Which articles and topics belong together: articles share names, and the rarer a name, the more it says; topics share articles.
import { compareText } from '../schema/finding.ts';
import { recordKey, type Archive, type Article, type AuthorityRecord } from './build.ts';

export interface RelatedArticle {
  article: Article;
  /** Keys of the records that both name, the rarest first. */
  shared: string[];
}

/** A name in more articles than this tells too little to go through them all. */
const mostArticles = 2000;

/**
 * The articles nearest to one, nearest first. A shared name weighs the logarithm of how many articles there are to each
 * that names it, as in the inverse document frequency of text retrieval (Spärck Jones, 1972); of equals the one nearer
 * in time comes first. What every article names weighs nothing, and nothing is related by that alone.
 */
export function findRelated(article: Article, archive: Archive, most: number): RelatedArticle[] {
  const { articles, mentionsByRecord } = archive;
  const names = [...new Set(article.mentions.map(({ collection, id }) => recordKey(collection, id)))]
    .map((key) => ({ key, named: mentionsByRecord.get(key) ?? [] }))
    .filter(({ named }) => named.length > 1 && named.length < articles.length)
    .sort((a, b) => a.named.length - b.named.length || compareText(a.key, b.key));
  const found = new Map<Article, Weighed>();
  for (const { key, named } of names) {
    if (named.length > mostArticles) break;
    const weight = Math.log(articles.length / named.length);
    for (const { article: other } of named) {
      if (other === article) continue;
      const related = found.get(other) ?? { article: other, shared: [], weight: 0 };
      related.shared.push(key);
      related.weight += weight;
      found.set(other, related);
    }
  }
  const own = dayOf(article);
  const apart = (other: Article): number => Math.abs(dayOf(other) - own);
  const isNearer = (a: Weighed, b: Weighed): number =>
    // Sums of the same logarithms in another order may differ in their last digits.
    Math.round((b.weight - a.weight) * 1e6) ||
    apart(a.article) - apart(b.article) ||
    compareText(a.article.id, b.article.id);
  // Hundreds share a name, and few are wanted: those are kept in order, the rest is not sorted.
  const nearest: Weighed[] = [];
  for (const one of found.values()) {
    if (nearest.length === most && isNearer(one, nearest[most - 1] as Weighed) >= 0) continue;
    const at = nearest.findIndex((other) => isNearer(one, other) < 0);
    nearest.splice(at === -1 ? nearest.length : at, 0, one);
    if (nearest.length > most) nearest.pop();
  }
  return nearest.map(({ article: other, shared }) => ({ article: other, shared }));
}

type Weighed = RelatedArticle & { weight: number };

const days = new WeakMap<Article, number>();

/** The day an article appeared, in milliseconds. */
function dayOf(article: Article): number {
  let day = days.get(article);
  if (day === undefined) days.set(article, (day = Date.parse(article.published)));
  return day;
}

/** The topics most often on the same articles as one, with the number of these articles. */
export function findRelatedTopics(
  id: string,
  { articlesByTopic, recordByKey }: Archive,
  most: number,
): { record: AuthorityRecord; articles: number }[] {
  const shared = new Map<string, number>();
  for (const { topics } of articlesByTopic.get(id) ?? [])
    for (const topic of topics) if (topic !== id) shared.set(topic, (shared.get(topic) ?? 0) + 1);
  return [...shared]
    .flatMap(([topic, articles]) => {
      const record = recordByKey.get(recordKey('topics', topic));
      return record === undefined ? [] : [{ record, articles }];
    })
    .sort((a, b) => b.articles - a.articles || compareText(a.record.name, b.record.name))
    .slice(0, most);
}
