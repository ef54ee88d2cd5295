// The build as its user runs it: the same bytes twice, the last good site untouched by a failure, one archive through both doors.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test, type TestContext } from 'node:test';
import * as devalue from 'devalue';
import { buildArchive, type ArchiveEntries } from '../../src/archive/build.ts';
import type { articleEntrySchema } from '../../src/archive/entry.ts';
import { astroCacheDir } from '../../src/archive/folders.ts';
import { readArchive } from '../../src/archive/read.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';

interface Outcome {
  code: number;
  output: string;
}

function dateline(args: string[], env: Record<string, string>): Promise<Outcome> {
  return new Promise((settle) => {
    execFile(
      process.execPath,
      ['src/cli/main.ts', ...args],
      { env: { ...process.env, ...env } },
      (error, stdout, stderr) => {
        settle({
          code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1,
          output: stdout + stderr,
        });
      },
    );
  });
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
    first = await dateline(['build'], { CONTENT_DIR: content, OUT_DIR: site });
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
    const second = await dateline(['build'], {
      CONTENT_DIR: copy,
      OUT_DIR: other,
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
    const failed = await dateline(['build'], { CONTENT_DIR: content, OUT_DIR: site });
    assert.equal(failed.code, 1);
    assert.match(failed.output, /broken\.md:3:12 "published" must be a day that exists/);
    assert.match(failed.output, /broken\.md:6:11 raw HTML is not allowed/);
    assert.match(failed.output, /is as it was\.\n$/);
    assert.doesNotMatch(failed.output, /^\s+at /m, 'no stack trace');
    assert.deepEqual(await readTree(site), before);

    const byHand = await new Promise<Outcome>((settle) => {
      execFile(
        process.execPath,
        ['node_modules/astro/bin/astro.mjs', 'build'],
        { env: { ...process.env, CONTENT_DIR: content, OUT_DIR: site } },
        (error, stdout, stderr) => settle({ code: error === null ? 0 : 1, output: stdout + stderr }),
      );
    });
    assert.equal(byHand.code, 1);
    assert.match(byHand.output, /broken\.md:3:12 "published" must be a day that exists/);
    assert.deepEqual(await readTree(site), before);
    await rm(join(content, 'articles/2021/02'), { recursive: true });
    assert.deepEqual(
      (await readdir(folder)).filter(
        (name) => name.endsWith('.next') && existsSync(join(folder, name, 'index.html')),
      ),
      [],
    );
  });

  test('refuses to replace a folder that holds something else', async () => {
    const precious = join(folder, 'precious');
    await mkdir(precious);
    await writeFile(join(precious, 'letters.txt'), 'Dear Ada');
    const refused = await dateline(['build'], { CONTENT_DIR: content, OUT_DIR: precious });
    assert.equal(refused.code, 1);
    assert.match(refused.output, /holds something that is not a site\. Set OUT_DIR to an empty folder/);
    assert.equal(await readFile(join(precious, 'letters.txt'), 'utf8'), 'Dear Ada');
  });

  test('gives the same archive through both doors', async () => {
    const env = { CONTENT_DIR: content, OUT_DIR: site };
    const built = await dateline(['build'], env);
    assert.equal(built.code, 0, built.output);
    Object.assign(process.env, env);
    const store = devalue.unflatten(
      JSON.parse(await readFile(join(astroCacheDir(), 'data-store.json'), 'utf8')) as unknown[],
    ) as Map<string, Map<string, { id: string; data: unknown }>>;
    const list = (name: string): { id: string; data: unknown }[] => [...(store.get(name)?.values() ?? [])];
    const records = (name: string): { id: string; fields: never }[] =>
      list(name).map(({ id, data }) => ({ id, fields: data as never }));
    const throughAstro: ArchiveEntries = {
      // The store holds what Astro's own validation made of it; ours is applied to nothing here.
      articles: list('articles').map(({ id, data }) => ({
        id,
        ...(data as ReturnType<typeof articleEntrySchema.parse>),
      })),
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

test('an unknown command is named, with the one that was meant', async () => {
  const { code, output } = await dateline(['bulid'], {});
  assert.equal(code, 2);
  assert.match(output, /^There is no command "bulid"; did you mean "build"\?/);
});
