// Which articles a record's page shows and a list counts: those that name it, are by it, from it or filed under it.
import { recordKey, type Archive, type Article, type AuthorityRecord } from './build.ts';
import { mentionsOf, placesWithin } from './place-path.ts';
import { compareText } from '../schema/finding.ts';

/** Every article of a record once, newest first; those of a place with those of all places within it. */
export function articlesOfRecord(archive: Archive, record: AuthorityRecord): readonly Article[] {
  const { collection, id } = record;
  if (collection === 'topics') return archive.articlesByTopic.get(id) ?? [];
  if (collection === 'publications') return archive.articlesByPublication.get(id) ?? [];
  const named = mentionsOf(record, archive).map(({ article }) => article);
  if (collection === 'organizations') return named;
  const others = collection === 'people' ? archive.articlesByAuthor.get(id) : articlesFrom(archive, id);
  return others === undefined || others.length === 0 ? named : newestFirst([...named, ...others]);
}

/** The articles reported from a place or from within it, newest first. */
export function articlesFrom(archive: Archive, id: string): readonly Article[] {
  const { articlesByDateline } = archive;
  const within = placesWithin(id, archive).flatMap((place) => articlesByDateline.get(place.id) ?? []);
  const here = articlesByDateline.get(id) ?? [];
  return within.length === 0 ? here : newestFirst([...here, ...within]);
}

const newestFirst = (articles: readonly Article[]): Article[] =>
  [...new Set(articles)].sort((a, b) => compareText(b.published, a.published) || compareText(a.id, b.id));

const counts = new WeakMap<AuthorityRecord, number>();

/** How many articles a record has; counted once. */
export function countArticles(archive: Archive, record: AuthorityRecord): number {
  let count = counts.get(record);
  if (count === undefined) counts.set(record, (count = articlesOfRecord(archive, record).length));
  return count;
}

/** How many articles name a record; for a topic or publication, how many articles it has. */
export const countNaming = (archive: Archive, record: AuthorityRecord): number =>
  record.collection === 'people' ? mentionsOf(record, archive).length : countArticles(archive, record);

/** The records that the most articles name, and among equals those with the most mentions. */
export function mostNamed(
  archive: Archive,
  records: readonly AuthorityRecord[],
  most: number,
): AuthorityRecord[] {
  return records
    .map((record) => ({
      record,
      articles: countNaming(archive, record),
      mentions: (archive.mentionsByRecord.get(recordKey(record.collection, record.id)) ?? []).reduce(
        (sum, { mentions }) => sum + mentions.length,
        0,
      ),
    }))
    .filter(({ articles }) => articles > 0)
    .sort((a, b) => b.articles - a.articles || b.mentions - a.mentions)
    .slice(0, most)
    .map(({ record }) => record);
}

/** The records that most of these articles name, with the number of articles; among equals those named more often. */
export function mostNamedIn(
  articles: readonly Article[],
  { recordByKey }: Archive,
  most: number,
): { record: AuthorityRecord; articles: number }[] {
  const counts = new Map<string, { articles: number; mentions: number }>();
  for (const { mentions } of articles) {
    for (const [key, own] of Map.groupBy(mentions, ({ collection, id }) => recordKey(collection, id))) {
      const count = counts.get(key) ?? { articles: 0, mentions: 0 };
      counts.set(key, { articles: count.articles + 1, mentions: count.mentions + own.length });
    }
  }
  return [...counts]
    .flatMap(([key, count]) => {
      const record = recordByKey.get(key);
      return record === undefined ? [] : [{ record, ...count }];
    })
    .sort(
      (a, b) =>
        b.articles - a.articles || b.mentions - a.mentions || compareText(a.record.name, b.record.name),
    )
    .slice(0, most);
}
