// Compares all files of the dataset that carry articles with the sources.
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { parse as parseCsv } from 'csv-parse';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import * as z from 'zod';
import type { Ledger } from './fidelity-ledger.ts';

const row = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  copy: z.string().optional(),
  text: z.string().nullable(),
});
const mentions = z.object({ id: z.string(), mentions: z.array(z.unknown()) });

export const datasetPlaces = [
  'articles.ndjson',
  'articles/*.json',
  'articles.parquet',
  'archive.sqlite, articles',
  'archive.sqlite, search',
  'library.json',
  'citations',
];

export async function compareDataset(ledger: Ledger): Promise<void> {
  const folder = join(ledger.site.site, 'dataset');
  const compare = async (place: string, value: unknown): Promise<void> => {
    const { id, title, description, text } = row.parse(value);
    ledger.see(place, id);
    ledger.compareField(place, id, 'title', title);
    ledger.compareField(place, id, 'description', description);
    // The words of a summary are the archive's, and not in the dataset.
    const isFull = ledger.expected.get(id)?.fields.copy === 'full';
    if (isFull !== (text !== null)) ledger.fail('copies', `${place}, ${id}: has text where it should not`);
    if (isFull && text !== null) await ledger.compare('copies', place, id, text);
  };

  const counts = new Map<string, number>();
  for await (const line of createInterface({ input: createReadStream(join(folder, 'articles.ndjson')) })) {
    const value: unknown = JSON.parse(line);
    await compare('articles.ndjson', value);
    const { id, mentions: named } = mentions.parse(value);
    if (named.length > 0) counts.set(id, named.length);
  }
  const { site } = ledger.site;
  for (const id of ledger.expected.keys()) {
    const file = join(folder, 'articles', `${id}.json`);
    if (existsSync(file)) await compare('articles/*.json', JSON.parse(await readFile(file, 'utf8')));
    const isCited = ['ris', 'bib', 'json'].every((kind) => existsSync(join(site, id, `citation.${kind}`)));
    if (isCited) ledger.see('citations', id);
  }
  await readParquet(join(folder, 'articles.parquet'), (value) => compare('articles.parquet', value));

  const database = new DatabaseSync(join(folder, 'archive.sqlite'), { readOnly: true });
  for (const { id } of database.prepare('SELECT id FROM articles').iterate())
    ledger.see('archive.sqlite, articles', String(id));
  const texts = database.prepare('SELECT article AS id, title, description, text FROM search');
  for (const value of texts.iterate()) await compare('archive.sqlite, search', value);
  database.close();

  const library = z.array(z.object({ archive_location: z.string() }));
  for (const { archive_location: id } of library.parse(
    JSON.parse(await readFile(join(folder, 'library.json'), 'utf8')),
  ))
    ledger.see('library.json', id);
  await countMentions(ledger, join(folder, 'mentions.csv'), counts);
}

/** A group of rows at a time. */
async function readParquet(path: string, take: (row: unknown) => Promise<void>): Promise<void> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  let start = 0;
  for (const { num_rows: rows } of metadata.row_groups) {
    const end = start + Number(rows);
    for (const value of await parquetReadObjects({ file, metadata, rowStart: start, rowEnd: end }))
      await take(value);
    start = end;
  }
}

/** An article must have as many rows as its line of NDJSON has mentions. */
async function countMentions(ledger: Ledger, file: string, counts: Map<string, number>): Promise<void> {
  const left = new Map(counts);
  const rows = createReadStream(file).pipe(parseCsv({ columns: true }));
  for await (const value of rows) {
    const { article } = z.object({ article: z.string() }).parse(value);
    left.set(article, (left.get(article) ?? 0) - 1);
  }
  for (const [id, missing] of left) {
    const failure = `${ledger.name}, mentions.csv: ${Math.abs(missing)} mentions of ${id} ${missing > 0 ? 'are missing' : 'too many'}`;
    ledger.tally.count('counts', 1, missing === 0 ? 0 : 1, failure);
  }
}
