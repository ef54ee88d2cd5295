// The build as its user runs it: the same bytes twice, the last good site untouched by a failure, one archive through both doors.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test, type TestContext } from 'node:test';
import * as devalue from 'devalue';
import { buildArchive, type ArchiveEntries } from '../../src/archive/build.ts';
import { readMentions } from '../../src/reading/body.ts';
import type { StoredArticle } from '../../src/reading/entry.ts';
import { astroCacheDir } from '../../src/disk/folders.ts';
import { readArchive } from '../../src/reading/read.ts';
import { runDateline } from '../run-dateline.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';

interface Outcome {
  code: number;
  output: string;
}

/** The checksum of every file below a folder, by path. */
async function readTree(folder: string): Promise<Map<string, string>> {
  const tree = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    tree.set(
      path.slice(folder.length + 1),
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    );
  }
  return new Map([...tree].sort());
}

const brokenArticle = '---\ntitle: Broken\npublished: 2021-02-30\n---\n\nText with <b>HTML</b>.\n';

describe('a build', () => {
  let folder: string;
  let content: string;
  let site: string;
  let first: Outcome;
  const cleanups: (() => Promise<void>)[] = [];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dateline-build-'));
    content = await buildTemporaryArchive({
      after: (cleanup: () => Promise<void>) => cleanups.push(cleanup),
    } as unknown as TestContext);
    site = join(folder, 'site');
    first = await runDateline(['build'], { CONTENT_DIR: content, OUT_DIR: site });
  });
  after(async () => {
    await rm(folder, { recursive: true, force: true });
    for (const cleanup of cleanups) await cleanup();
  });

  test('says what it built', () => {
    assert.equal(first.code, 0, first.output);
    assert.match(first.output, /1 article, 7 records, \d+ pages, \d+\.\d seconds\.\n$/);
  });

  test('makes the same bytes again, from another folder to another folder', async (context) => {
    const copy = await buildTemporaryArchive(context);
    const other = join(folder, 'other');
    const second = await runDateline(['build'], {
      CONTENT_DIR: copy,
      OUT_DIR: other,
      // Nothing is taken over from the first build.
      CACHE_DIR: join(process.cwd(), 'node_modules/.cache/dateline-test'),
      TZ: 'Pacific/Auckland',
      LANG: 'de_DE.UTF-8',
    });
    assert.equal(second.code, 0, second.output);
    const [one, two] = [await readTree(site), await readTree(other)];
    assert.ok(one.size > 20 && [...one.keys()].some((name) => name.startsWith('pagefind/')));
    assert.deepEqual(two, one);
  });

  test('that fails names every problem and leaves the last site as it was', async () => {
    const before = await readTree(site);
    await mkdir(join(content, 'articles/2021/02/28'), { recursive: true });
    await writeFile(join(content, 'articles/2021/02/28/broken.md'), brokenArticle);
    const failed = await runDateline(['build'], { CONTENT_DIR: content, OUT_DIR: site });
    assert.equal(failed.code, 1);
    assert.match(failed.output, /broken\.md:3:12 "published" must be a day that exists/);
    assert.match(failed.output, /broken\.md:6:11 raw HTML is not allowed/);
    assert.match(failed.output, /is as it was\.\n$/);
    assert.doesNotMatch(failed.output, /^\s+at /m, 'no stack trace');
    assert.deepEqual(await readTree(site), before);

    const byHand = await runAstro('build', { CONTENT_DIR: content, OUT_DIR: site });
    assert.equal(byHand.code, 1);
    assert.match(byHand.output, /Astro alone makes only a part of this site\. Run "npm run build" instead\./);
    assert.deepEqual(await readTree(site), before);
    await rm(join(content, 'articles/2021/02'), { recursive: true });
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.startsWith('.')),
      [],
    );
  });

  test('refuses to replace a folder that holds something else', async () => {
    const precious = join(folder, 'precious');
    await mkdir(precious);
    await writeFile(join(precious, 'letters.txt'), 'Dear Ada');
    const refused = await runDateline(['build'], { CONTENT_DIR: content, OUT_DIR: precious });
    assert.equal(refused.code, 1);
    assert.match(refused.output, /holds something that is not a site\. Set OUT_DIR to an empty folder/);
    assert.equal(await readFile(join(precious, 'letters.txt'), 'utf8'), 'Dear Ada');
  });

  test('gives the same archive through both doors', async () => {
    const env = { CONTENT_DIR: content, OUT_DIR: site };
    const synced = await runAstro('sync', env);
    assert.equal(synced.code, 0, synced.output);
    Object.assign(process.env, env);
    const text = await readFile(join(astroCacheDir(), 'data-store.json'), 'utf8');
    const store = devalue.parse(text) as Map<string, Map<string, { id: string; data: unknown }>>;
    const list = (name: string): { id: string; data: unknown }[] => [...(store.get(name)?.values() ?? [])];
    const records = (name: string): { id: string; fields: never }[] =>
      list(name).map(({ id, data }) => ({ id, fields: data as never }));
    const throughAstro: ArchiveEntries = {
      articles: readMentions(list('articles').map(({ id, data }) => ({ id, ...(data as StoredArticle) }))),
      people: records('people'),
      places: records('places'),
      organizations: records('organizations'),
      topics: records('topics'),
      publications: records('publications'),
    };
    const { entries, findings } = await readArchive(content);
    assert.deepEqual(findings, []);
    const direct = buildArchive(entries);
    assert.deepEqual(buildArchive(throughAstro), direct);
    assert.equal(direct.articles.length, 1);
    assert.equal(direct.recordByKey.size, 7);
  });
});

/** What development does through Astro. */
const runAstro = (
  command: 'build' | 'sync',
  env: Record<string, string>,
): Promise<{ code: number; output: string }> =>
  new Promise((settle) => {
    execFile(
      process.execPath,
      ['node_modules/astro/bin/astro.mjs', command],
      { env: { ...process.env, ...env } },
      (error, stdout, stderr) => settle({ code: error === null ? 0 : 1, output: stdout + stderr }),
    );
  });

test('an archive that has nothing yet is built, and one with a picture publishes it byte for byte', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-build-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const empty = join(folder, 'empty');
  await mkdir(empty);
  const nothing = await runDateline(['build'], { CONTENT_DIR: empty, OUT_DIR: join(folder, 'none') });
  assert.match(nothing.output, /^Built .*: 0 articles, 0 records, \d+ pages, \d+\.\d seconds\.\n$/);

  const content = await buildTemporaryArchive(context);
  const article = join(content, 'articles/2021/03/04/ferry-returns');
  await mkdir(article);
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  await writeFile(join(article, 'The_boat-1.png'), picture);
  await appendFile(`${article}.md`, '\n![The ferry](ferry-returns/The_boat-1.png)\n');
  const site = join(folder, 'pictured');
  const built = await runDateline(['build'], { CONTENT_DIR: content, OUT_DIR: site });
  assert.equal(built.code, 0, built.output);
  assert.deepEqual(await readFile(join(site, '2021/03/04/ferry-returns/The_boat-1.png')), picture);
  assert.match(
    await readFile(join(site, '2021/03/04/ferry-returns/index.html'), 'utf8'),
    /<img width="1" height="1" src="\/2021\/03\/04\/ferry-returns\/The_boat-1\.png" alt="The ferry">/,
  );
});

test('of two builds of one output, one builds and the other says so; what is altered in the cache is made anew', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-build-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const content = await buildTemporaryArchive(context);
  const site = join(folder, 'site');
  const env = { CONTENT_DIR: content, OUT_DIR: site, CACHE_DIR: join(folder, 'cache') };
  const both = await Promise.all([runDateline(['build'], env), runDateline(['build'], env)]);
  const [good, refused] = both.sort((a, b) => a.code - b.code);
  assert.deepEqual([good?.code, refused?.code], [0, 1]);
  assert.match(
    refused?.output ?? '',
    /^Another build is writing .*site \(process \d+ on .*\)\. Wait until it has ended or stop it;.*\n$/,
  );
  const before = await readTree(site);
  assert.ok(before.has('index.html') && before.has('search/labels.json'));
  assert.deepEqual((await readdir(folder)).sort(), ['cache', 'site']);

  for (const entry of await readdir(env.CACHE_DIR, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    const middle = bytes.length >> 1;
    await writeFile(path, bytes.fill('FORGED', middle, middle + 6));
  }
  const again = await runDateline(['build'], env);
  assert.equal(again.code, 0, again.output);
  assert.deepEqual(await readTree(site), before);
});

test('an unknown command is named, with the one that was meant', async () => {
  const { code, output } = await runDateline(['bulid'], {});
  assert.equal(code, 2);
  assert.match(output, /^There is no command "bulid"; did you mean "build"\?/);
});
