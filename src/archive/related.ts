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
  const { numbers, days, namedBy, weights } = workingTable(archive);
  const names = [...new Set(article.mentions.map(({ collection, id }) => recordKey(collection, id)))]
    .map((key) => ({ key, count: mentionsByRecord.get(key)?.length ?? 0 }))
    .filter(({ count }) => count > 1 && count < articles.length && count <= mostArticles)
    .sort((a, b) => a.count - b.count || compareText(a.key, b.key))
    .map(({ key }) => ({ key, named: namedBy(key) }));
  const own = numbers.get(article) ?? 0;
  const found: number[] = [];
  for (const { named } of names) {
    const weight = Math.log(articles.length / named.length);
    for (const other of named) {
      if (weights[other] === 0 && other !== own) found.push(other);
      weights[other] = (weights[other] ?? 0) + weight;
    }
  }
  const weightOf = (other: number): number => weights[other] ?? 0;
  const apart = (other: number): number => Math.abs((days[other] ?? 0) - (days[own] ?? 0));
  const isNearer = (a: number, b: number): number =>
    // Sums of the same logarithms in another order may differ in their last digits.
    Math.round((weightOf(b) - weightOf(a)) * 1e6) ||
    apart(a) - apart(b) ||
    compareText(articles[a]?.id ?? '', articles[b]?.id ?? '');
  // Hundreds share a name, and few are wanted: those are kept in order, the rest is not sorted.
  const nearest: number[] = [];
  for (const one of found) {
    if (nearest.length === most && isNearer(one, nearest[most - 1] ?? 0) >= 0) continue;
    const at = nearest.findIndex((other) => isNearer(one, other) < 0);
    nearest.splice(at === -1 ? nearest.length : at, 0, one);
    if (nearest.length > most) nearest.pop();
  }
  for (const other of [own, ...found]) weights[other] = 0;
  return nearest.flatMap((number) => {
    const other = articles[number];
    if (other === undefined) return [];
    const shared = names.filter(({ named }) => named.includes(number)).map(({ key }) => key);
    return [{ article: other, shared }];
  });
}

/** Articles by number, because this is asked for each article of a large archive, and each shares names with hundreds. */
interface WorkingTable {
  /** The place of each article in the archive's list. */
  numbers: ReadonlyMap<Article, number>;
  /** By number: the day it appeared, in milliseconds. */
  days: Float64Array;
  /** The numbers of the articles that name a record. */
  namedBy: (key: string) => Uint32Array;
  /** By number: what an article shares with the one that is looked at; all 0 in between. */
  weights: Float64Array;
}

const tables = new WeakMap<Archive, WorkingTable>();

function workingTable(archive: Archive): WorkingTable {
  const known = tables.get(archive);
  if (known !== undefined) return known;
  const { articles, mentionsByRecord } = archive;
  const numbers = new Map(articles.map((article, number) => [article, number]));
  const lists = new Map<string, Uint32Array>();
  const namedBy = (key: string): Uint32Array => {
    let list = lists.get(key);
    if (list === undefined) {
      const named = mentionsByRecord.get(key) ?? [];
      lists.set(key, (list = Uint32Array.from(named, ({ article }) => numbers.get(article) ?? 0)));
    }
    return list;
  };
  const table: WorkingTable = {
    numbers,
    days: Float64Array.from(articles, ({ published }) => Date.parse(published)),
    namedBy,
    weights: new Float64Array(articles.length),
  };
  tables.set(archive, table);
  return table;
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
