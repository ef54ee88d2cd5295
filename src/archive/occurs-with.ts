// Which names occur together: built once for an archive, then answered for one record at a time without a matrix.
import { namedCollections } from '../schema/collection-names.ts';
import { compareText } from '../schema/finding.ts';
import { recordKey, type Archive, type Article, type AuthorityRecord } from './build.ts';
import { mentionsOf, placesWithin } from './place-path.ts';

export interface Companion {
  record: AuthorityRecord;
  /** In how many articles both are named. */
  articles: number;
  /** In how many paragraphs both are named. */
  paragraphs: number;
}

/** The records named together with one record: those that share most articles with it first, then most paragraphs. */
export type OccursWith = (record: AuthorityRecord, most: number) => Companion[];

/**
 * Every article is kept as pairs of numbers, a record and a paragraph, so that a record costs no more than a walk over
 * its articles. Equals are in the order of their names.
 */
export function buildOccursWith(archive: Archive): OccursWith {
  const records = namedCollections.flatMap((collection): AuthorityRecord[] => archive[collection]);
  const numbers = new Map(records.map(({ collection, id }, index) => [recordKey(collection, id), index]));
  const pairs = new Map(archive.articles.map((article) => [article, readPairs(article, numbers)]));
  const articles = new Uint32Array(records.length);
  const paragraphs = new Uint32Array(records.length);
  const lastArticle = new Uint32Array(records.length);

  return (record, most) => {
    const within = record.collection === 'places' ? placesWithin(record.id, archive) : [];
    const own = new Set(
      [record, ...within].map(({ collection, id }) => numbers.get(recordKey(collection, id))),
    );
    const met = new Set<number>();
    lastArticle.fill(0);
    for (const [index, { article }] of mentionsOf(record, archive).entries()) {
      const named = pairs.get(article) ?? [];
      const ownParagraphs = new Set<number>();
      for (let at = 0; at < named.length; at += 2)
        if (own.has(named[at])) ownParagraphs.add(named[at + 1] as number);
      for (let at = 0; at < named.length; at += 2) {
        const other = named[at] as number;
        if (own.has(other)) continue;
        if (!met.has(other)) {
          met.add(other);
          articles[other] = paragraphs[other] = 0;
        }
        if (lastArticle[other] !== index + 1) {
          lastArticle[other] = index + 1;
          articles[other] = (articles[other] as number) + 1;
        }
        if (ownParagraphs.has(named[at + 1] as number)) paragraphs[other] = (paragraphs[other] as number) + 1;
      }
    }
    return [...met]
      .map((number): Companion => ({
        record: records[number] as AuthorityRecord,
        articles: articles[number] as number,
        paragraphs: paragraphs[number] as number,
      }))
      .sort(
        (a, b) =>
          b.articles - a.articles ||
          b.paragraphs - a.paragraphs ||
          compareText(a.record.name, b.record.name) ||
          compareText(a.record.id, b.record.id),
      )
      .slice(0, most);
  };
}

const answers = new WeakMap<Archive, OccursWith>();

/** The records named together with one record, from pairs that are read once for an archive. */
export function companionsOf(record: AuthorityRecord, archive: Archive, most: number): Companion[] {
  let answer = answers.get(archive);
  if (answer === undefined) answers.set(archive, (answer = buildOccursWith(archive)));
  return answer(record, most);
}

/** Record and paragraph of every mention, each pair once. */
function readPairs({ mentions }: Article, numbers: ReadonlyMap<string, number>): Uint32Array {
  const paragraphs = new Map<string, number>();
  const pairs = new Map<number, [record: number, paragraph: number]>();
  for (const { collection, id, anchor } of mentions) {
    const record = numbers.get(recordKey(collection, id));
    const paragraph = paragraphs.get(anchor) ?? paragraphs.size;
    paragraphs.set(anchor, paragraph);
    if (record !== undefined) pairs.set(paragraph * numbers.size + record, [record, paragraph]);
  }
  return Uint32Array.from([...pairs.values()].flat());
}
