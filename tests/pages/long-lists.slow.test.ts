// A built archive with long lists: no list page is longer than 20 KB, none has a script, and every article can be reached.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { writeMadeUpArchive } from '../bench/made-up-archive.ts';
import { runDateline } from '../run-dateline.ts';

test('lists stay short and lead to everything, without a script', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-lists-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const content = join(folder, 'content');
  const site = join(folder, 'site');
  const { articles } = await writeMadeUpArchive(content, { articles: 150, extraRecords: 1000 });
  const built = await runDateline(['build'], { CONTENT_DIR: content, OUT_DIR: site });
  assert.equal(built.code, 0, built.output);

  const files = (await readdir(site, { recursive: true })).filter((name) => name.endsWith('index.html'));
  const pages = new Map<string, { html: string; links: string[] }>();
  for (const name of files) {
    const html = await readFile(join(site, name), 'utf8');
    const links = [...html.matchAll(/ href="(\/[^"#?]*\/)(?:[#?][^"]*)?"/g)].map(([, path = '']) => path);
    pages.set(`/${name.replace(/index\.html$/, '')}`, { html, links });
  }
  for (const [path, { html, links }] of pages) {
    for (const link of links) assert.ok(pages.has(link), `${path} leads to ${link}`);
    if (/^\/\d{4}\/\d\d\/\d\d\/./.test(path) || path === '/search/') continue;
    const size = gzipSync(html, { level: 9 }).length;
    assert.ok(size < 20 * 1024, `${path} has ${size} bytes`);
    assert.doesNotMatch(html, /<script(?! type="(?:speculationrules|application\/ld\+json)")/, path);
  }

  const reachable = (start: string): Set<string> => {
    const reached = new Set([start]);
    for (const path of reached)
      for (const link of pages.get(path)?.links ?? []) if (link.startsWith(start)) reached.add(link);
    return new Set([...reached].flatMap((path) => pages.get(path)?.links ?? []));
  };
  const paper = reachable('/publications/the-lamplighter/');
  const own = articles.filter(({ id }) => pages.get(`/${id}/`)?.html.includes('>The Lamplighter</a>'));
  assert.ok(
    own.length > 30 && pages.get('/publications/the-lamplighter/')?.html.includes('All of them by year'),
  );
  for (const { id } of own) assert.ok(paper.has(`/${id}/`), id);

  assert.ok(pages.has('/people/a-/'), 'the list of people has letters');
  const people = reachable('/people/');
  for (const path of pages.keys()) if (/^\/people\/[^/]+\/$/.test(path)) assert.ok(people.has(path), path);
});
