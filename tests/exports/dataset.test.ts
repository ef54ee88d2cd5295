// The dataset, read back by libraries that did not write it: every format says what the archive says.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { DatabaseSync } from 'node:sqlite';
import { parse } from 'csv-parse/sync';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { describeDataset } from '../../src/views/describe-dataset.ts';
import { renderJsonLd } from '../../src/views/metadata/json-ld.ts';
import { buildMention } from '../../src/views/metadata/things.ts';
import type { ArticleData } from '../../src/exports/dataset/describe-article.ts';
import { listDatasetFiles } from '../../src/views/dataset-files.ts';
import { writeDataset } from '../../src/exports/dataset/write-dataset.ts';
import { recordCollections } from '../../src/schema/collection-names.ts';
import { makeFolder, openContent } from './built-archive.ts';

const readText = (...path: string[]): Promise<string> => readFile(join(...path), 'utf8');

test('every format has every article, record and mention', async (context) => {
  const archive = await openContent(context);
  const folder = await makeFolder(context);
  await writeDataset(archive, folder);
  const articles = archive.articles.map(({ id }) => id);
  const mentions = archive.articles.flatMap(({ id, mentions }) =>
    mentions.map(({ collection, id: record, spelling, anchor }) =>
      [id, collection, record, spelling, anchor].join(' '),
    ),
  );
  assert.ok(articles.length === 2 && mentions.length >= 4);

  const lines = (await readText(folder, 'articles.ndjson')).trimEnd().split('\n');
  const data = lines.map((line) => JSON.parse(line) as ArticleData);
  assert.deepEqual(
    data.map(({ id }) => id),
    articles,
  );
  assert.deepEqual(
    data.flatMap(({ id, mentions }) =>
      mentions.map(({ collection, id: record, spelling, paragraph }) =>
        [id, collection, record, spelling, paragraph].join(' '),
      ),
    ),
    mentions,
  );
  assert.match(data[0]?.text ?? '', /^The ferry Osk left[^]*\n\nالقبطان wrote: 1 < 2 & "3"\.\n\n/);
  assert.equal(data[1]?.text, null, 'a summary has no text to give');
  for (const [index, id] of articles.entries())
    assert.equal(await readText(folder, `articles/${id}.json`), `${lines[index]}\n`);

  const rows: Record<string, string>[] = parse(await readText(folder, 'mentions.csv'), { columns: true });
  assert.deepEqual(
    rows.map((row) =>
      [row['article'], row['collection'], row['record'], row['spelling'], row['paragraph']].join(' '),
    ),
    mentions,
  );

  for (const collection of recordCollections) {
    const names = archive[collection].map(({ name }) => name);
    const list = JSON.parse(await readText(folder, `${collection}.json`)) as { name: string }[];
    const table: Record<string, string>[] = parse(await readText(folder, `${collection}.csv`), {
      columns: true,
    });
    assert.deepEqual(
      list.map(({ name }) => name),
      names,
    );
    assert.deepEqual(
      table.map((row) => row['name']),
      names,
    );
    assert.equal((await readdir(join(folder, collection))).length, names.length);
  }

  const parquet = await parquetReadObjects({
    file: await asyncBufferFromFile(join(folder, 'articles.parquet')),
  });
  assert.deepEqual(
    parquet.map((row) => [
      row['id'],
      row['title'],
      row['words'],
      row['text'],
      JSON.parse(String(row['people'])),
    ]),
    data.map(({ id, title, words, text, mentions }) => [
      id,
      title,
      words,
      text,
      [...new Set(mentions.filter(({ collection }) => collection === 'people').map(({ id }) => id))],
    ]),
  );

  const database = new DatabaseSync(join(folder, 'archive.sqlite'), { readOnly: true });
  context.after(() => database.close());
  const ask = (sql: string): unknown[] =>
    database
      .prepare(sql)
      .all()
      .map((row) => Object.values(row));
  assert.deepEqual(ask('SELECT id FROM articles ORDER BY published DESC, id').flat(), articles);
  assert.deepEqual(ask('SELECT count(*) FROM records').flat(), [archive.recordByKey.size]);
  assert.deepEqual(
    ask(
      'SELECT article, collection, record, spelling, paragraph FROM mentions JOIN articles a ON a.id = article ORDER BY a.published DESC, a.id, position',
    ).map((row) => (row as string[]).join(' ')),
    mentions,
  );
  assert.deepEqual(ask(`SELECT article FROM search WHERE search MATCH 'nobody'`).flat(), [articles[0]]);
  assert.deepEqual(ask('PRAGMA integrity_check').flat(), ['ok']);
});

test('maps, authority lists and BEACON hold what they must', async (context) => {
  const archive = await openContent(context);
  const folder = await makeFolder(context);
  await writeDataset(archive, folder);
  const map = JSON.parse(await readText(folder, 'places.geojson')) as {
    type: string;
    features: { id: string; geometry: { coordinates: number[] } | null }[];
  };
  assert.equal(map.type, 'FeatureCollection');
  for (const { id, geometry } of map.features) {
    const location = archive.places.find((place) => place.id === id)?.location;
    assert.deepEqual(geometry?.coordinates, location && [location.lon, location.lat]);
  }
  const authorities = JSON.parse(await readText(folder, 'authorities.jsonld')) as {
    '@graph': {
      '@id': string;
      '@type': string;
      inScheme?: string;
      prefLabel: string;
      altLabel: string[];
      broader?: string;
    }[];
  };
  const port = authorities['@graph'].find(({ prefLabel }) => prefLabel === 'Port Anselm');
  assert.equal(port?.broader, new URL('../kestrel-bay/', port?.['@id']).href);
  const [scheme, ...concepts] = authorities['@graph'];
  assert.equal(scheme?.['@type'], 'skos:ConceptScheme');
  assert.deepEqual([...new Set(concepts.map(({ inScheme }) => inScheme))], [scheme['@id']]);
  const beacon = (await readText(folder, 'beacon.txt')).trimEnd().split('\n');
  const known = [...archive.recordByKey.values()].filter(({ wikidata }) => wikidata !== undefined);
  assert.equal(beacon[0], '#FORMAT: BEACON');
  assert.equal(beacon.filter((line) => !line.startsWith('#')).length, known.length);
});

test('the commands of its page ask for names that this archive has', async (context) => {
  const archive = await openContent(context);
  const folder = await makeFolder(context);
  await writeDataset(archive, folder);
  const commands = new Map(
    listDatasetFiles('https://dateline.example/dataset/', archive).map(({ name, example }) => [
      name,
      example?.command ?? '',
    ]),
  );
  const [, query = ''] = /"([^"]+)"$/.exec(commands.get('archive.sqlite') ?? '') ?? [];
  const database = new DatabaseSync(join(folder, 'archive.sqlite'), { readOnly: true });
  context.after(() => {
    database.close();
  });
  assert.ok(database.prepare(query).all().length > 0, query);
  for (const name of ['articles.ndjson', 'people.json']) {
    const [, id = ''] = /select\(\.id == "([^"]+)"\)/.exec(commands.get(name) ?? '') ?? [];
    assert.ok((await readText(folder, name)).includes(`"id":"${id}"`), id);
  }
});

test('a spreadsheet runs nothing of it', async (context) => {
  const archive = await openContent(context);
  const folder = await makeFolder(context);
  const [person] = archive.people;
  assert.ok(person !== undefined);
  person.description = '=HYPERLINK("https://elsewhere.example")';
  await writeDataset(archive, folder);
  assert.match(await readText(folder, 'people.csv'), /,"'=HYPERLINK\(""https:/);
});

test('two datasets of the same archive are equal byte for byte', async (context) => {
  const archive = await openContent(context);
  const [one, two] = [await makeFolder(context), await makeFolder(context)];
  await writeDataset(archive, one);
  await writeDataset(archive, two);
  const names = (await readdir(one, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(one.length));
  assert.ok(names.length > 20);
  for (const name of names)
    assert.ok((await readFile(join(one, name))).equals(await readFile(join(two, name))), name);
});

test('every file of the list is written, and every file written is in the list', async (context) => {
  const folder = await makeFolder(context);
  const archive = await openContent(context);
  await writeDataset(archive, folder);
  const written = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile());
  const listed = listDatasetFiles('https://dateline.example/dataset/', archive).map(({ name }) => name);
  assert.deepEqual(listed.toSorted(), written.map(({ name }) => name).sort());
  const [place] = archive.places;
  assert.ok(place !== undefined);
  assert.ok(!('spatialCoverage' in describeDataset(archive)));
  place.kind = 'country';
  assert.deepEqual(describeDataset(archive)['spatialCoverage'], [buildMention(place)]);
  assert.equal(describeDataset(archive)['license'], 'https://dateline.example/rights/');
  const text = renderJsonLd({ ...describeDataset(archive), name: '</script>' });
  assert.ok(!text.includes('</script>'));
  assert.equal((JSON.parse(text) as { distribution: unknown[] }).distribution.length, listed.length);
});
