// One table says what pages there are: the ledger, the sitemap and the files of a site with every kind of page agree with it.
import assert from 'node:assert/strict';
import { glob, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildArchive } from '../../src/archive/build.ts';
import { fileOf } from '../../src/build/complete-site.ts';
import { readLedger } from '../../src/reading/permalinks.ts';
import { readArchive } from '../../src/reading/read.ts';
import { absoluteUrl, permalinkPath } from '../../src/urls.ts';
import { listPages, pageKinds } from '../../src/views/page-kinds.ts';
import { publishedPaths } from '../../src/views/published.ts';
import { writeMadeUpArchive } from '../bench/made-up-archive.ts';
import { runDateline } from '../run-dateline.ts';
import { hashSite } from './hash-site.ts';

test('table, ledger, sitemap and files agree, however many pages are rendered at a time', async (context) => {
  const home = await mkdtemp(join(tmpdir(), 'dateline-kinds-'));
  context.after(() => rm(home, { recursive: true, force: true }));
  const content = join(home, 'content');
  // Enough names for lists with letters, enough articles for records with years, a place with more parts than it shows.
  const { files } = await writeMadeUpArchive(content, { articles: 150, extraRecords: 1200 });
  const places = [...files.keys()].filter((path) => /^places\/.*\d\.md$/.test(path)).slice(0, 30);
  const [whole = '', ...parts] = places;
  const id = whole.replace(/^places\/|\.md$/g, '');
  for (const path of parts) {
    const text = await readFile(join(content, path), 'utf8');
    await writeFile(join(content, path), text.replace('kind: city', `kind: city\nwithin: ${id}`));
  }
  await writeFile(
    join(content, 'permalinks.txt'),
    '/people/somebody-else/ -> /people/\n/people/nobody/ -> gone: he asked for it\n',
  );

  const env = { CONTENT_DIR: content, OUT_DIR: join(home, 'site'), CACHE_DIR: join(home, 'cache') };
  const { code, output } = await runDateline(['build'], env);
  assert.equal(code, 0, output);

  const { entries } = await readArchive(content);
  const archive = buildArchive(entries);
  const redirects = [...readLedger(content).permalinks.values()].flatMap(({ path, to }) =>
    to === undefined ? [] : [{ path, to }],
  );
  const pages = listPages({ archive, redirects });
  const kinds = Map.groupBy(pages, ({ kind }) => kind);
  for (const kind of Object.keys(pageKinds))
    assert.ok(kinds.has(kind as keyof typeof pageKinds), `the archive has no page of the kind "${kind}"`);

  const expected = pages.map(({ url }) => fileOf(permalinkPath(url))).sort();
  assert.deepEqual(expected, [...new Set(expected)], 'no two pages have one address');
  const found: string[] = [];
  for await (const name of glob('**/*.html', { cwd: env.OUT_DIR })) found.push(name.replaceAll('\\', '/'));
  assert.deepEqual(found.sort(), expected);

  const lasting = pages.filter(({ lasts }) => lasts).map(({ url }) => permalinkPath(url));
  const published = [...publishedPaths(archive)].filter((path) => path.endsWith('/'));
  assert.deepEqual(published.sort(), lasting.toSorted());
  const listed: string[] = [];
  for await (const name of glob('sitemaps/*.xml', { cwd: env.OUT_DIR }))
    for (const [, address = ''] of (await readFile(join(env.OUT_DIR, name), 'utf8')).matchAll(
      /<loc>([^<]*)</g,
    ))
      listed.push(address);
  assert.deepEqual(listed.sort(), lasting.map((path) => absoluteUrl(path)).sort());

  for (const page of pages) {
    const view = page.view();
    // What JSON does not keep would be missing from the page.
    assert.deepEqual(JSON.parse(JSON.stringify(view)), JSON.parse(JSON.stringify(structuredClone(view))));
  }

  const first = await hashSite(env.OUT_DIR);
  for (const jobs of ['1', '4']) {
    const other = { ...env, OUT_DIR: join(home, `site-${jobs}`) };
    const built = await runDateline(['build', '--jobs', jobs], other);
    assert.equal(built.code, 0, built.output);
    assert.deepEqual(await hashSite(other.OUT_DIR), first);
  }
});
