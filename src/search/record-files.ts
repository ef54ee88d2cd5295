// From the archive to a small file for each person, place and organization, which answers a search for its name.
import { readBody } from '../reading/body.ts';
import { recordKey, type Archive, type Article, type AuthorityRecord } from '../archive/build.ts';
import { placesAround } from '../archive/place-path.ts';
import type { Block, Mention } from '../markdown/article-file.ts';
import { namedCollections, type NamedCollection } from '../schema/collection-names.ts';
import type { SearchFiles } from './files.ts';
import { articleFilters } from './filters.ts';
import { buildMentionExcerpt, readText, type ArticleText } from './mention-excerpt.ts';
import { mostArticles, type RecordArticle, type RecordFile } from './record-file.ts';

/** An article, and the records whose newest articles it is among, each with its mentions there. */
interface Reading {
  article: Article;
  records: { file: RecordFile; mentions: Mention[] }[];
}

/**
 * Builds the files by their path below `searchRecordsUrl`: `people/qasem-soleimani.json`. The articles of a record are
 * those that the search's filter gives for it: of a place also those of the places within it, of a person also those
 * that he or she wrote.
 */
export function buildRecordFiles(
  archive: Archive,
  readBlocks: (article: Article) => readonly Block[] = ({ digest }) => readBody(digest).blocks,
): SearchFiles {
  const files = new Map<string, RecordFile>();
  for (const collection of namedCollections) {
    for (const record of archive[collection]) {
      files.set(recordKey(collection, record.id), beginFile(record, collection, archive));
    }
  }
  const readings = archive.articles.map((article) => countIn(article, files, archive));
  for (const { article, records } of readings) {
    if (records.length === 0) continue;
    const text = readText(readBlocks(article));
    for (const { file, mentions } of records)
      file.newest.push(describeArticle(article, mentions, text, archive));
  }
  const encoder = new TextEncoder();
  return new Map([...files].map(([key, file]) => [`${key}.json`, encoder.encode(JSON.stringify(file))]));
}

function beginFile(
  { id, name, aliases, description, ...record }: AuthorityRecord,
  collection: NamedCollection,
  archive: Archive,
): RecordFile {
  const kind = record.collection === 'places' ? describePlace(id, record.kind, archive) : nouns[collection];
  return {
    collection,
    id,
    name,
    aliases,
    description,
    kind,
    articles: 0,
    mentions: 0,
    wider: false,
    newest: [],
  };
}

const nouns = { people: 'person', places: 'place', organizations: 'organization' } as const;

/** `district in Baghdad, Iraq`, `city in Iraq`, `country`: the place around it and the country, but no region. */
function describePlace(id: string, kind: string, archive: Archive): string {
  const around = placesAround(id, archive).filter((place) => place.kind !== 'region');
  const country = around.find((place) => place.kind === 'country');
  const names = new Set([around[0], country].flatMap((place) => place?.name ?? []));
  return names.size === 0 ? kind : `${kind} in ${[...names].join(', ')}`;
}

/** Counts an article for each of its records; those whose lists are full already do not need its text. */
function countIn(article: Article, files: ReadonlyMap<string, RecordFile>, archive: Archive): Reading {
  const mentionsByKey = Map.groupBy(article.mentions, ({ collection, id }) => recordKey(collection, id));
  const own = new Set(mentionsByKey.keys());
  for (const id of article.authors) own.add(recordKey('people', id));
  if (article.dateline !== undefined) own.add(recordKey('places', article.dateline));
  const inside = Map.groupBy(
    article.mentions
      .filter(({ collection }) => collection === 'places')
      .flatMap((mention) => placesAround(mention.id, archive).map(({ id }) => ({ id, mention }))),
    ({ id }) => recordKey('places', id),
  );
  const filters = articleFilters(article, archive);
  const keys = new Set([
    ...[...filters.person, ...filters.author].map((id) => recordKey('people', id)),
    ...filters.place.map((id) => recordKey('places', id)),
    ...filters.organization.map((id) => recordKey('organizations', id)),
  ]);

  const records: Reading['records'] = [];
  for (const key of keys) {
    const file = files.get(key);
    if (file === undefined) continue;
    // A place's own name is better to show than that of a place within it, wherever it stands.
    const mentions = [
      ...(mentionsByKey.get(key) ?? []),
      ...(inside.get(key) ?? []).map(({ mention }) => mention),
    ];
    if (file.articles < mostArticles) records.push({ file, mentions });
    file.articles += 1;
    file.mentions += mentions.length;
    file.wider ||= !own.has(key);
  }
  return { article, records };
}

function describeArticle(
  { id, title, language, publication, description }: Article,
  mentions: readonly Mention[],
  text: ArticleText,
  { recordByKey }: Archive,
): RecordArticle {
  return {
    id,
    title,
    language,
    publication: recordByKey.get(recordKey('publications', publication))?.name ?? publication,
    mentions: mentions.length,
    excerpt: buildMentionExcerpt(text, mentions) ?? {
      anchor: '',
      pieces: [{ text: description, hit: false }],
    },
  };
}
