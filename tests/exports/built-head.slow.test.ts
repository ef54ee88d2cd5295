// The built site as machines meet it: what every head must hold, and that each file it names is there.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test, type TestContext } from 'node:test';
import { runDateline } from '../run-dateline.ts';
import { readEmbeddedMetadata, tagsOfHtml, unescapeHtml } from './embedded-metadata.ts';
import { findUnknown } from './schema-org.ts';
import { buildScholarsContent } from './scholars-archive.ts';

const origin = 'https://dateline.example';

interface Link {
  rel: string;
  href: string;
  type: string | undefined;
}

const linksOf = (html: string): Link[] =>
  [...html.matchAll(/<link ([^>]*)>/g)].map(([, attributes = '']) => {
    const read = (name: string): string | undefined =>
      new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
    return { rel: read('rel') ?? '', href: unescapeHtml(read('href') ?? ''), type: read('type') };
  });

const nodesOf = (html: string): Record<string, unknown>[] =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, json = '']) => JSON.parse(json) as Record<string, unknown>,
  );

describe('a built site', () => {
  let folder: string;
  let site: string;
  let pages: Map<string, string>;
  const cleanups: (() => Promise<void>)[] = [];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dateline-heads-'));
    site = join(folder, 'site');
    const context = { after: (cleanup: () => Promise<void>) => cleanups.push(cleanup) };
    const content = await buildScholarsContent(context as unknown as TestContext);
    const built = await runDateline(['build'], { CONTENT_DIR: content, OUT_DIR: site });
    assert.equal(built.code, 0, built.output);
    const names = (await readdir(site, { recursive: true })).filter((name) => name.endsWith('.html'));
    pages = new Map(
      await Promise.all(
        names.map(async (name): Promise<[string, string]> => [
          `/${name.replace(/index\.html$/, '')}`,
          await readFile(join(site, name), 'utf8'),
        ]),
      ),
    );
  });
  after(async () => {
    await rm(folder, { recursive: true, force: true });
    for (const cleanup of cleanups) await cleanup();
  });

  const pageAt = (path: string): string => pages.get(path) ?? assert.fail(`there is no page ${path}`);
  const fileOf = (path: string): string => join(site, path.replace(/\/$/, '/index.html'));

  test('has a head on every page that leads to files that exist and reserves what is reserved', () => {
    assert.ok(pages.size > 30);
    for (const [path, html] of pages) {
      const links = linksOf(html);
      for (const type of [
        'application/atom+xml',
        'application/feed+json',
        'application/opensearchdescription+xml',
      ])
        assert.ok(
          links.some((link) => link.type === type),
          `${path} leads to no ${type}`,
        );
      for (const { href } of links) {
        const url = new URL(href, origin);
        if (url.origin === origin) assert.ok(existsSync(fileOf(url.pathname)), `${path} leads to ${href}`);
      }
      assert.deepEqual(
        tagsOfHtml(html).flatMap(({ name, content }) => (name === 'tdm-reservation' ? [content] : [])),
        ['1'],
      );
      const canonical = links.filter(({ rel }) => rel === 'canonical').map(({ href }) => href);
      assert.deepEqual(canonical, [`${origin}${path}`]);
      for (const node of nodesOf(html)) assert.deepEqual(findUnknown(node), [], path);
      assert.equal(html.match(/<script type="application\/ld\+json">/g)?.length ?? 0, nodesOf(html).length);
    }
  });

  test('gives Zotero an article with the signs of its title, and no author where there is none', () => {
    const unusual = readEmbeddedMetadata(tagsOfHtml(pageAt('/2023/09/30/an-unusual-headline/')));
    assert.equal(unusual.itemType, 'newspaperArticle');
    assert.equal(unusual['title'], '50 % of “Ships” & {Boats} ]]> #1_a \\ ~ ^ $');
    assert.equal(unusual.creators.length, 3);
    const html = pageAt('/2022/01/02/al-mina-1/');
    const arabic = readEmbeddedMetadata(tagsOfHtml(html));
    assert.equal(arabic['language'], 'ar');
    assert.deepEqual(arabic.creators, []);
    // Without a named author Zotero would take what such elements hold for one.
    for (const page of pages.values())
      assert.doesNotMatch(page, /class="[^"]*(?:byline|vcard)|<meta (?:name|property)="author"/i);
  });

  test('describes each kind of page in its own terms', () => {
    const typesAt = (path: string): unknown[] => nodesOf(pageAt(path)).map((node) => node['@type']);
    assert.deepEqual(typesAt('/2019/11/09/brand-im-hafen/'), ['NewsArticle', 'BreadcrumbList']);
    assert.deepEqual(typesAt('/people/yusuf-al-karim/'), ['Person', 'BreadcrumbList', 'ItemList']);
    assert.deepEqual(typesAt('/places/port-anselm/'), ['Place', 'BreadcrumbList', 'ItemList']);
    assert.deepEqual(typesAt('/organizations/harbour-board/'), [
      'Organization',
      'BreadcrumbList',
      'ItemList',
    ]);
    assert.deepEqual(typesAt('/publications/fluss-bote/'), [
      'NewsMediaOrganization',
      'BreadcrumbList',
      'ItemList',
    ]);
    assert.deepEqual(typesAt('/people/'), ['ItemList']);
    assert.deepEqual(typesAt('/2019/11/09/'), ['BreadcrumbList', 'ItemList']);
    assert.deepEqual(typesAt('/'), ['ItemList']);
    assert.deepEqual(typesAt('/dataset/'), ['Dataset']);
  });

  test('has COinS on lists of articles and on no article', () => {
    const countAt = (path: string): number => pageAt(path).match(/class="Z3988"/g)?.length ?? 0;
    assert.equal(countAt('/'), 4);
    assert.equal(countAt('/people/yusuf-al-karim/'), 4);
    assert.equal(countAt('/2019/11/09/'), 1);
    for (const path of pages.keys())
      if (/^\/\d{4}\/\d\d\/\d\d\/./.test(path)) assert.equal(countAt(path), 0, path);
  });

  test('shows citations to copy and files to import, and publishes what a host looks for', async () => {
    const html = pageAt('/2019/11/09/brand-im-hafen/');
    assert.match(
      html,
      /van der Berg, Jan Pieter\. “<bdi lang="de">Brand im Hafen: „Alles verloren“\.<\/bdi>” <cite>/,
    );
    for (const ending of ['ris', 'bib', 'json'])
      assert.match(html, new RegExp(`href="/2019/11/09/brand-im-hafen/citation\\.${ending}" download>`));
    for (const file of ['robots.txt', '.well-known/security.txt', '.well-known/tdmrep.json', 'sitemap.xml'])
      assert.ok((await readFile(join(site, file), 'utf8')).length > 0);
    const index = await readFile(join(site, 'sitemap.xml'), 'utf8');
    for (const [, path = ''] of index.matchAll(/<loc>https:\/\/dateline\.example([^<]+)<\/loc>/g))
      for (const [, page = ''] of (await readFile(join(site, path), 'utf8')).matchAll(
        /<loc>https:\/\/dateline\.example([^<]+)</g,
      ))
        assert.ok(pages.has(page), page);
    const records = await readdir(join(site, 'people'), { recursive: true });
    assert.ok(records.includes(join('ada-norling', 'feed.xml')));
  });
});
