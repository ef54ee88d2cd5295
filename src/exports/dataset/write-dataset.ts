// Writes the dataset into a folder: the articles in one pass over their bodies, then the records.
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Archive } from '../../archive/build.ts';
import { namedCollections, recordCollections } from '../../schema/collection-names.ts';
import { renderCslLibrary } from '../citations/csl.ts';
import { writeEach, writeLines } from './article-writers.ts';
import { describeArticles } from './describe-article.ts';
import { describeRecord, listRecordArticles } from './describe-record.ts';
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

/** Files of single records written at once. */
const batch = 64;

/** The folder is made if it is missing. */
export async function writeDataset(archive: Archive, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = (name: string): string => join(folder, name);
  const records = recordCollections.map((collection) => ({
    collection,
    list: listRecords(archive, collection),
  }));
  const all = records.flatMap(({ list }) => list);

  const writers = [
    writeLines(file('articles.ndjson')),
    writeEach(file('articles')),
    writeParquet(file('articles.parquet')),
    writeSqlite(file('archive.sqlite'), all),
  ];
  for await (const article of describeArticles(archive))
    for (const writer of writers) await writer.add(article);
  for (const writer of writers) await writer.end();
  await pipeline(Readable.from(mentionRows(archive)), createWriteStream(file('mentions.csv')));
  await pipeline(Readable.from(renderCslLibrary(archive)), createWriteStream(file('library.json')));

  for (const { collection, list } of records) {
    await writeFile(file(`${collection}.json`), renderRecordsJson(list));
    await writeFile(file(`${collection}.csv`), renderRecordsCsv(list, collection));
    await mkdir(file(collection), { recursive: true });
    for (let at = 0; at < archive[collection].length; at += batch) {
      await Promise.all(
        archive[collection].slice(at, at + batch).map((record) => {
          const text = JSON.stringify({
            ...describeRecord(record, archive),
            articleList: listRecordArticles(record, archive),
          });
          return writeFile(file(`${collection}/${record.id}.json`), `${text}\n`);
        }),
      );
    }
  }
  const places = records.find(({ collection }) => collection === 'places')?.list ?? [];
  const named = records.filter(({ collection }) => namedCollections.some((name) => name === collection));
  await writeFile(file('places.geojson'), renderGeoJson(places));
  await writeFile(file('authorities.jsonld'), renderAuthorities(named.flatMap(({ list }) => list)));
  await writeFile(file('beacon.txt'), renderBeacon(all));
}
