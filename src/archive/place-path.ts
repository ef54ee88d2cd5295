// The ways up and down from a place: its page leads along them, and Iraq has its part in what is said of Baghdad.
import {
  recordKey,
  type Archive,
  type Article,
  type ArticleMentions,
  type AuthorityRecord,
  type PlaceRecord,
} from './build.ts';
import type { Mention } from '../markdown/article-file.ts';
import { compareText } from '../schema/finding.ts';

/** The places a place lies in, nearest first. */
export function placesAround(id: string, archive: Archive): PlaceRecord[] {
  const around: PlaceRecord[] = [];
  let at = parentOf(id, archive);
  while (at !== undefined && !around.includes(at)) {
    around.push(at);
    at = parentOf(at.id, archive);
  }
  return around;
}

function parentOf(id: string, { recordByKey }: Archive): PlaceRecord | undefined {
  const place = recordByKey.get(recordKey('places', id));
  if (place?.collection !== 'places' || place.within === undefined) return undefined;
  const parent = recordByKey.get(recordKey('places', place.within));
  return parent?.collection === 'places' ? parent : undefined;
}

/** All places within a place, however deep; the nearest first. */
export function placesWithin(id: string, { placesByParent }: Archive): PlaceRecord[] {
  const within = new Set(placesByParent.get(id));
  // A set goes on to what is added while it is walked.
  for (const place of within) for (const part of placesByParent.get(place.id) ?? []) within.add(part);
  return [...within].filter((place) => place.id !== id);
}

/** What an article says of a record, in reading order; of a place with all within it. */
export function mentionReader(record: AuthorityRecord, archive: Archive): (article: Article) => Mention[] {
  const within = record.collection === 'places' ? placesWithin(record.id, archive) : [];
  const ids = new Set([record.id, ...within.map(({ id }) => id)]);
  return ({ mentions }) =>
    mentions.filter(({ collection, id }) => collection === record.collection && ids.has(id));
}

/** The articles that name a record, newest first, each with its mentions in reading order; a place with all within it. */
export function mentionsOf(record: AuthorityRecord, archive: Archive): readonly ArticleMentions[] {
  const { mentionsByRecord } = archive;
  const own = mentionsByRecord.get(recordKey(record.collection, record.id)) ?? [];
  const within = record.collection === 'places' ? placesWithin(record.id, archive) : [];
  if (within.length === 0) return own;
  const articles = new Set(
    [record, ...within].flatMap(({ id }) =>
      (mentionsByRecord.get(recordKey('places', id)) ?? []).map(({ article }) => article),
    ),
  );
  const mentionsIn = mentionReader(record, archive);
  return [...articles]
    .sort((a, b) => compareText(b.published, a.published) || compareText(a.id, b.id))
    .map((article) => ({ article, mentions: mentionsIn(article) }));
}
