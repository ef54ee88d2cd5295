// Builds a new content file from what a maintainer gives: a record of any kind, or an article in the archive's own words.
import { renderBody } from '../markdown/pipeline.ts';
import { buildNameTrie } from '../names/recognition/recognize.ts';
import { collections } from '../schema/collections.ts';
import type { Finding } from '../schema/finding.ts';
import { nearest } from '../schema/sentence.ts';
import type { RecordCollection } from '../urls.ts';
import { checkContentFile, renderContentFile, type Fields } from './content-file.ts';
import { notEvaluated } from './article-fields.ts';
import { authorDescription } from './authors.ts';
import { findByName, placeOf, type KnownArchive } from './known.ts';
import type { PlannedFile } from './save.ts';
import { buildSlug, isId } from './slug.ts';

export type EntryKind = 'person' | 'author' | 'place' | 'organization' | 'topic' | 'publication' | 'article';

/** What was given, by the name of its flag; `name` is the record's name or the article's title. */
export interface EntryValues {
  name: string;
  id?: string | undefined;
  description?: string | undefined;
  alias?: string[] | undefined;
  born?: string | undefined;
  died?: string | undefined;
  kind?: string | undefined;
  within?: string | undefined;
  'part-of'?: string | undefined;
  website?: string | undefined;
  language?: string | undefined;
  published?: string | undefined;
  publication?: string | undefined;
  author?: string[] | undefined;
  topic?: string[] | undefined;
  dateline?: string | undefined;
  url?: string | undefined;
  text?: string | undefined;
}

/** Where the records of each kind lie; an author is a person. */
export const collectionOf = {
  person: 'people',
  author: 'people',
  place: 'places',
  organization: 'organizations',
  topic: 'topics',
  publication: 'publications',
} as const;

/** The file to write, or sentences that say why there is none. Whether it exists already is not looked at. */
export function buildEntry(
  kind: EntryKind,
  values: EntryValues,
  archive: KnownArchive,
  today: string,
): PlannedFile | { refusals: string[] } {
  return kind === 'article' ? buildArticle(values, archive, today) : buildRecord(kind, values, archive);
}

function buildRecord(
  kind: Exclude<EntryKind, 'article'>,
  values: EntryValues,
  archive: KnownArchive,
): PlannedFile | { refusals: string[] } {
  const collection = collectionOf[kind];
  const id = values.id ?? buildSlug(values.name);
  const [same] = findByName(archive.records[collection], values.name);
  const within = findId(archive, 'places', values.within);
  const partOf = findId(archive, 'organizations', values['part-of']);
  const refusals = [
    ...checkId(id, values),
    ...(same !== undefined && values.id === undefined
      ? [
          `${placeOf(archive, collection, same.id).file} has the name "${values.name}" already; if this is another, give it an id of its own with --id.`,
        ]
      : []),
    ...checkReferences(archive, [
      ['within', 'places', within],
      ['part-of', 'organizations', partOf],
    ]),
  ];
  const fields: Fields = {
    name: values.name,
    aliases: values.alias,
    description: values.description ?? (kind === 'author' ? authorDescription : undefined),
    born: values.born,
    died: values.died,
    kind: values.kind,
    within,
    partOf,
    website: values.website,
    language: values.language,
  };
  const place = placeOf(archive, collection, id);
  const text = renderContentFile(fields);
  refusals.push(...checkContentFile(text, collections[collection].schema, place.file));
  return refusals.length > 0 ? { refusals } : { ...place, text };
}

function buildArticle(
  values: EntryValues,
  archive: KnownArchive,
  today: string,
): PlannedFile | { refusals: string[] } {
  const slug = values.id ?? buildSlug(values.name);
  const authors = (values.author ?? []).map((name) => findId(archive, 'people', name));
  const topics = (values.topic ?? []).map((name) => findId(archive, 'topics', name));
  const publicationId = findId(archive, 'publications', values.publication);
  const dateline = findId(archive, 'places', values.dateline);
  const publication = archive.publications.find(({ id }) => id === publicationId);
  const refusals = [
    ...checkId(slug, values),
    ...checkReferences(archive, [
      ['publication', 'publications', publicationId],
      ['dateline', 'places', dateline],
      ...authors.map((author): Reference => ['author', 'people', author]),
      ...topics.map((topic): Reference => ['topic', 'topics', topic]),
    ]),
  ];
  const published = values.published ?? '';
  const id = `${published.replaceAll('-', '/')}/${slug}`;
  const place = placeOf(archive, 'articles', id);
  const body = (values.text ?? '').replace(/\r\n?/g, '\n').trim();
  const text = renderContentFile(
    {
      title: values.name,
      description: values.description,
      published,
      authors,
      publication: publicationId,
      topics,
      dateline,
      language: values.language,
      source: { url: values.url, retrieved: today, format: 'text' },
      rights: { statement: notEvaluated, holder: publication?.fields.name },
      copy: 'summary',
    },
    body,
  );
  const problems = checkContentFile(text, collections.articles.schema, place.file);
  if (body === '') problems.push('There is no text; give it with --text or on standard input.');
  else problems.push(...checkBody(body, id, place.file, archive));
  refusals.push(...problems);
  return refusals.length > 0 ? { refusals } : { ...place, text };
}

function checkBody(body: string, id: string, file: string, archive: KnownArchive): string[] {
  const findings: Finding[] = [];
  try {
    renderBody(body, {
      id,
      file,
      images: new Set(),
      names: buildNameTrie(archive.spellings),
      overrides: undefined,
      findings,
    });
  } catch (error) {
    return [
      `The text cannot be read as Markdown: ${error instanceof Error ? error.message : String(error)}.`,
    ];
  }
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ line, message, fix }) => `Line ${line} of the text: ${message}. ${fix}.`);
}

function checkId(id: string, { name, id: given }: EntryValues): string[] {
  if (isId(id)) return [];
  return given === undefined
    ? [`No id can be made from "${name}"; give one with --id.`]
    : [`--id takes lower-case letters a-z, digits and single hyphens, not "${given}".`];
}

/** The id of the record that is meant by an id or by a name that is one record's alone; else what was given. */
function findId<T extends string | undefined>(
  archive: KnownArchive,
  collection: RecordCollection,
  given: T,
): T | string {
  const records = archive.records[collection];
  if (given === undefined || records.some(({ id }) => id === given)) return given;
  const [found, other] = findByName(records, given);
  return found !== undefined && other === undefined ? found.id : given;
}

type Reference = [flag: string, collection: RecordCollection, id: string | undefined];

/** A sentence for each flag that names no record. */
function checkReferences(archive: KnownArchive, references: readonly Reference[]): string[] {
  return references.flatMap(([flag, collection, id]) => {
    const ids = archive.records[collection].map((record) => record.id);
    if (id === undefined || ids.includes(id)) return [];
    const near = nearest(id, ids);
    const { noun } = collections[collection];
    const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
    return [
      `--${flag}: there is no ${noun} "${id}".${hint} A new one is made with: npm run new -- ${noun} "Name"`,
    ];
  });
}
