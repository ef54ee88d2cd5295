// The schemas for editors: everything the archive has is valid by them, mistakes are not, ids and descriptions are there.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test, type TestContext } from 'node:test';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { writeEditorFiles } from '../../src/exports/editors/write-editor-files.ts';
import { recordCollections } from '../../src/schema/collection-names.ts';

const content = resolve('content');

async function write(context: TestContext, from = content): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-editor-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  await writeEditorFiles(from, folder);
  return folder;
}

type Schema = Record<string, unknown> & { properties: Record<string, Record<string, unknown>> };
const readSchema = async (folder: string, name: string): Promise<Schema> =>
  JSON.parse(await readFile(join(folder, `${name}-file.schema.json`), 'utf8')) as Schema;

/** As an editor reads it: numbers and booleans are what YAML says. */
async function readMatter(file: string): Promise<unknown> {
  const [, yaml = ''] = (await readFile(file, 'utf8')).split(/^---$/m);
  return parse(yaml) as unknown;
}

test('every file of the archive is valid, and belongs to its schema', async (context) => {
  const folder = await write(context);
  const { entries } = JSON.parse(await readFile(join(folder, 'collections.json'), 'utf8')) as {
    entries: Record<string, string>;
  };
  let files = 0;
  for (const name of ['articles', ...recordCollections]) {
    const validate = addFormats(new Ajv({ strict: false })).compile(await readSchema(folder, name));
    const paths = (await readdir(join(content, name), { recursive: true })).filter((path) =>
      path.endsWith('.md'),
    );
    for (const path of paths) {
      const file = join(content, name, path);
      assert.ok(validate(await readMatter(file)), `${file}: ${JSON.stringify(validate.errors)}`);
      assert.equal(entries[decodeURIComponent(pathToFileURL(file).href).toLowerCase()], `${name}-file`);
      files += 1;
    }
  }
  assert.equal(files, Object.keys(entries).length);
});

test('a mistake is seen, and a number or false is none', async (context) => {
  const folder = await write(context);
  const ajv = addFormats(new Ajv({ strict: false }));
  const isPerson = ajv.compile(await readSchema(folder, 'people'));
  const person = { name: 'A', description: 'B' };
  assert.ok(isPerson({ ...person, born: 1957, died: '2020-01-03' }));
  for (const wrong of [
    { name: 'A' },
    { ...person, nmae: 'x' },
    { ...person, aliases: 'A' },
    { ...person, wikidata: '796' },
  ])
    assert.ok(!isPerson(wrong), JSON.stringify(wrong));
  const isPlace = ajv.compile(await readSchema(folder, 'places'));
  assert.ok(isPlace({ ...person, kind: 'city', location: { lat: 33.3, lon: 44 } }));
  assert.ok(!isPlace({ ...person, kind: 'town' }));
  const article = (await readMatter(
    join(content, 'articles/2020/01/03/us-assassinates-top-iranian-general.md'),
  )) as object;
  const isArticle = ajv.compile(await readSchema(folder, 'articles'));
  assert.ok(isArticle({ ...article, mentions: { Washington: false, Mahdi: 'adel-abdul-mahdi' } }));
  assert.ok(!isArticle({ ...article, copy: 'part' }));
});

test('known ids are offered with every field that names a record, and each field is described', async (context) => {
  const root = await mkdtemp(join(tmpdir(), 'dateline-editor-'));
  context.after(() => rm(root, { recursive: true, force: true }));
  await cp(resolve('tests/fixtures/base'), root, { recursive: true });
  const folder = await write(context, root);
  const article = await readSchema(folder, 'articles');
  const { properties } = article;
  assert.match(JSON.stringify(properties['authors']), /"enum":\["ada-norling","yusuf-al-karim"\]/);
  assert.match(JSON.stringify(properties['publication']), /"harbour-herald"/);
  assert.match(JSON.stringify(properties['topics']), /"shipping"/);
  assert.match(JSON.stringify(properties['dateline']), /"port-anselm"/);
  assert.match(JSON.stringify(properties['mentions']), /"people\/yusuf-al-karim"/);
  assert.match(JSON.stringify(properties['rights']), /rightsstatements\.org\/vocab\/InC/);
  for (const name of ['articles', ...recordCollections]) {
    for (const [field, schema] of Object.entries((await readSchema(folder, name)).properties)) {
      if (!('properties' in schema))
        assert.equal(typeof schema['description'], 'string', `${name}: ${field}`);
    }
  }
});
