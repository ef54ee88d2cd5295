// What an import needs to know of the archive it adds to; kept up to date while several copies are imported.
import { join } from 'node:path';
import { stat } from 'node:fs/promises';
import { contentPath } from '../disk/folders.ts';
import { listSpellings, readArchive, type Reading } from '../reading/read.ts';
import { foldName } from '../names/normalize.ts';
import type { NameSpelling } from '../names/recognition/recognize.ts';
import type { ArticleFields } from '../schema/article.ts';
import type { Collection } from '../schema/collections.ts';
import type { Finding } from '../schema/finding.ts';
import type { Person } from '../schema/person.ts';
import type { Publication } from '../schema/publication.ts';
import type { RecordCollection } from '../urls.ts';

/** What every record has. */
export interface NamedFields {
  name: string;
  aliases: string[];
  wikidata?: string | undefined;
}

export interface KnownArchive {
  /** The content folder, absolute. */
  root: string;
  articles: { id: string; fields: ArticleFields }[];
  people: { id: string; fields: Person }[];
  publications: { id: string; fields: Publication }[];
  /** Every record of the archive as it was read, to look up ids and names. */
  records: Record<RecordCollection, { id: string; fields: NamedFields }[]>;
  spellings: NameSpelling[];
  /** By article, what shows whether two texts are the same; see reading/sketch.ts. */
  sketches: ReadonlyMap<string, string>;
  /** What is wrong with the archive already. */
  findings: Finding[];
}

/** Reads the archive in a folder; a folder that does not exist yet is an empty archive. */
export async function readKnownArchive(root: string): Promise<KnownArchive> {
  const none = { articles: [], people: [], places: [], organizations: [], topics: [], publications: [] };
  const exists = (await stat(root).catch(() => undefined)) !== undefined;
  return buildKnownArchive(
    root,
    exists ? await readArchive(root) : { entries: none, findings: [], evidence: new Map() },
  );
}

/** The same of an archive that has been read. */
export function buildKnownArchive(
  root: string,
  reading: Pick<Reading, 'entries' | 'findings' | 'evidence'>,
): KnownArchive {
  const { entries, findings, evidence } = reading;
  const { articles, ...records } = entries;
  const { people, publications } = records;
  const spellings = listSpellings(entries);
  const sketches = new Map([...evidence].map(([id, { sketch }]) => [id, sketch]));
  return { root, articles, people, publications, records, spellings, sketches, findings };
}

/** Where an entry lies: on disk, and as the maintainer knows it. */
export function placeOf(
  { root }: Pick<KnownArchive, 'root'>,
  collection: Collection,
  id: string,
): { path: string; file: string } {
  const path = join(root, collection, `${id}.md`);
  return { path, file: contentPath(path) };
}

/** The records that have a name or alias equal to a text, however it is spelled. */
export function findByName<T extends { fields: { name: string; aliases: string[] } }>(
  records: readonly T[],
  name: string,
): T[] {
  const folded = foldName(name);
  if (folded === '') return [];
  return records.filter(({ fields }) =>
    [fields.name, ...fields.aliases].some((one) => foldName(one) === folded),
  );
}
