// The dataset: small files, each made from an article, a record or the records of one kind, and those that hold all articles.
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Archive } from '../../archive/build.ts';
import { readBody } from '../../reading/body.ts';
import { namedCollections, recordCollections, type NamedCollection } from '../../schema/collection-names.ts';
import { yielder } from '../../text/yielder.ts';
import { renderCslLibrary } from '../citations/csl.ts';
import { writeLines, type ArticleWriter } from './article-writers.ts';
import { describeArticle, sourceOfArticle } from './describe-article.ts';
import { describeRecord, listRecordArticles, type RecordData } from './describe-record.ts';
import { mentionRows } from './mention-rows.ts';
import { writeParquet } from './parquet.ts';
import {
  listRecords,
  renderAuthorities,
  renderBeacon,
  renderGeoJson,
  renderRecordsCsv,
  renderRecordsJson,
} from './render-records.ts';
import { writeSqlite } from './sqlite.ts';

export interface SmallFile {
  /** Its path in the dataset. */
  name: string;
  /** All that it is made from, as plain data. */
  source: unknown;
  render: () => string;
}

/** Each source is made when it is asked for. */
export function* listSmallFiles(archive: Archive): Generator<SmallFile> {
  for (const article of archive.articles)
    yield {
      name: `articles/${article.id}.json`,
      source: sourceOfArticle(article, archive),
      render: () => `${JSON.stringify(describeArticle(article, archive, readBody(article.digest).blocks))}\n`,
    };
  for (const record of archive.recordByKey.values()) {
    const source = {
      ...describeRecord(record, archive),
      articleList: listRecordArticles(record, archive),
    };
    yield {
      name: `${record.collection}/${record.id}.json`,
      source,
      render: () => `${JSON.stringify(source)}\n`,
    };
  }
  for (const collection of recordCollections) {
    const source = listRecords(archive, collection);
    yield { name: `${collection}.json`, source, render: () => renderRecordsJson(source) };
    yield { name: `${collection}.csv`, source, render: () => renderRecordsCsv(source, collection) };
  }
  const places = listRecords(archive, 'places');
  yield { name: 'places.geojson', source: places, render: () => renderGeoJson(places) };
  const all = listAllRecords(archive);
  const named = all.filter(({ collection }) => namedCollections.includes(collection as NamedCollection));
  yield { name: 'authorities.jsonld', source: named, render: () => renderAuthorities(named) };
  yield { name: 'beacon.txt', source: all, render: () => renderBeacon(all) };
}

/** The files that hold all articles. */
export const largeFiles = [
  'articles.ndjson',
  'articles.parquet',
  'archive.sqlite',
  'mentions.csv',
  'library.json',
] as const;
export type LargeFile = (typeof largeFiles)[number];

/** What a large file is made from, as plain data in pieces. */
export function* piecesOf(name: LargeFile, archive: Archive): Generator<unknown> {
  if (name === 'archive.sqlite') yield listAllRecords(archive);
  for (const article of archive.articles) yield sourceOfArticle(article, archive);
}

/** Writes large files into a folder that is there; the articles in one pass over their texts. */
export async function writeLargeFiles(
  archive: Archive,
  folder: string,
  names: readonly LargeFile[],
): Promise<void> {
  const writers: Readonly<Record<LargeFile, (path: string) => ArticleWriter | Promise<void>>> = {
    'articles.ndjson': writeLines,
    'articles.parquet': writeParquet,
    'archive.sqlite': (path) => writeSqlite(path, listAllRecords(archive)),
    'mentions.csv': (path) => pipeline(Readable.from(mentionRows(archive)), createWriteStream(path)),
    'library.json': (path) => pipeline(Readable.from(renderCslLibrary(archive)), createWriteStream(path)),
  };
  const open: ArticleWriter[] = [];
  for (const name of names) {
    const writer = await writers[name](join(folder, name));
    if (writer !== undefined) open.push(writer);
  }
  if (open.length === 0) return;
  const pause = yielder();
  for (const article of archive.articles) {
    const data = describeArticle(article, archive, readBody(article.digest).blocks);
    for (const writer of open) await writer.add(data);
    await pause();
  }
  for (const writer of open) await writer.end();
}

/** Writes the whole dataset; the folder is made if it is missing. */
export async function writeDataset(archive: Archive, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, render } of listSmallFiles(archive)) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, render());
  }
  await writeLargeFiles(archive, folder, largeFiles);
}

const listAllRecords = (archive: Archive): RecordData[] =>
  recordCollections.flatMap((collection) => listRecords(archive, collection));
