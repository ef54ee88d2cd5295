// What only the whole of a built site can tell: links that land on other pages, lists that are complete, sitemap and index.
import { gunzipSync } from 'node:zlib';
import { articlesOfRecord } from '../../src/archive/record-articles.ts';
import { namedCollections, recordCollections } from '../../src/schema/collection-names.ts';
import {
  absoluteUrl,
  articleUrl,
  dateUrl,
  listUrl,
  permalinkPath,
  permalinkUrl,
  placesMapUrl,
  recordUrl,
  searchRecordUrl,
  sitemapUrl,
} from '../../src/urls.ts';
import { examinePage, type PageFindings } from './examine-page.ts';
import { exists, listLinks, pathOf, type PageLink } from './examine-links.ts';
import { attributeOf, findAll, parsePage, type Page } from './html-tree.ts';
import { fileOfPage, pagePaths, type KnownSite } from './known-site.ts';
import { childrenOf, readXml, textsOf } from './read-xml.ts';

/** What is kept of a page when the next is read. */
export interface PageFacts {
  ids: ReadonlySet<string>;
  links: readonly PageLink[];
}

export type SiteFacts = ReadonlyMap<string, PageFacts>;

export const readFacts = (page: Page): PageFacts => ({
  ids: new Set(page.byId.keys()),
  links: listLinks(page),
});

export interface ExaminedPages extends PageFindings {
  tried: number;
  /** How many nodes of JSON-LD they have. */
  nodes: number;
  facts: SiteFacts;
}

/** Examines every page on its own. */
export async function examinePages(known: KnownSite): Promise<ExaminedPages> {
  const facts = new Map<string, PageFacts>();
  const all: PageFindings = { own: [], linkedData: [] };
  let nodes = 0;
  for (const path of pagePaths(known)) {
    const page = parsePage(path, (await known.read(fileOfPage(path))).toString());
    const { own, linkedData } = examinePage(page, known);
    all.own.push(...own);
    all.linkedData.push(...linkedData);
    nodes += findAll(page, 'script').filter(
      (one) => attributeOf(one, 'type') === 'application/ld+json',
    ).length;
    facts.set(path, readFacts(page));
  }
  return { ...all, tried: facts.size, nodes, facts };
}

/** Every link lands, every page is reached from the front page, and every list has what belongs into it. */
export function examineWhole(known: KnownSite, facts: SiteFacts): string[] {
  return [...examineLinks(known, facts), ...examineReach(known, facts), ...examineLists(known, facts)];
}

function examineLinks(known: KnownSite, facts: SiteFacts): string[] {
  return [...facts].flatMap(([path, { links }]) =>
    links.flatMap(({ path: to, anchor, told }) => {
      if (!exists(known, to)) return [`${path}: ${told} leads to ${to}, which does not exist`];
      const target = facts.get(to);
      // "#top" is the top of every page.
      return target === undefined || anchor === '' || anchor === 'top' || target.ids.has(anchor)
        ? []
        : [`${path}: ${told} leads to #${anchor}, which is not on ${to}`];
    }),
  );
}

function examineReach({ subjectOf }: KnownSite, facts: SiteFacts): string[] {
  const reached = new Set(['/']);
  const queue = ['/'];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    for (const link of facts.get(path)?.links ?? []) {
      if (!link.isRead || reached.has(link.path)) continue;
      reached.add(link.path);
      queue.push(link.path);
    }
  }
  return [...facts.keys()].flatMap((path) => {
    const { kind } = subjectOf(path);
    return reached.has(path) || kind === 'missing' || kind === 'moved'
      ? []
      : [`${path}: no link leads to it`];
  });
}

/** A record has its articles, a day has its articles, a collection has its records, on one page or several. */
function examineLists({ archive, subjectOf }: KnownSite, facts: SiteFacts): string[] {
  const wrong: string[] = [];
  const linksBelow = new Map<string, Set<string>>();
  for (const [path, { links }] of facts) {
    const parts = path.split('/').slice(1, -1);
    const folders = parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}/`);
    // The page of a record has its own list and is no part of the list of its collection; nor is the map of places.
    const isBelow =
      subjectOf(path).kind === 'record' || parts.length > 2 || path === permalinkPath(placesMapUrl());
    if (isBelow && recordCollections.some((collection) => collection === parts[0])) folders.shift();
    const targets = links.filter(({ isRead }) => isRead).map((link) => link.path);
    for (const folder of folders) {
      const below = linksBelow.get(folder) ?? new Set();
      for (const target of targets) below.add(target);
      linksBelow.set(folder, below);
    }
  }
  const expect = (list: string, urls: readonly string[]): void => {
    const path = permalinkPath(list);
    for (const url of urls)
      if (!linksBelow.get(path)?.has(permalinkPath(url)))
        wrong.push(`${path}: ${url} is missing in this list`);
  };
  for (const collection of recordCollections) {
    expect(
      listUrl(collection),
      archive[collection].map(({ id }) => recordUrl(collection, id)),
    );
    for (const record of archive[collection])
      expect(
        recordUrl(collection, record.id),
        articlesOfRecord(archive, record).map(({ id }) => articleUrl(id)),
      );
  }
  for (const [day, articles] of archive.articlesByDay)
    expect(
      dateUrl(day),
      articles.map(({ id }) => articleUrl(id)),
    );
  const pages = [
    ...archive.articles.map(({ id }) => articleUrl(id)),
    ...recordCollections.flatMap((collection) =>
      archive[collection].map(({ id }) => recordUrl(collection, id)),
    ),
  ];
  for (const url of pages)
    if (!facts.has(permalinkPath(url))) wrong.push(`${permalinkPath(url)}: this page is missing`);
  return wrong;
}

/** Every page that may be found is in the sitemap once, and nothing else is. */
export async function examineSitemap(known: KnownSite): Promise<string[]> {
  const wrong: string[] = [];
  const listed = new Map<string, number>();
  const read = async (url: string, root: string, item: string): Promise<string[]> => {
    const path = pathOf(url, '/')?.path ?? url;
    if (!known.files.has(path)) {
      wrong.push(`${path}: this part of the sitemap does not exist`);
      return [];
    }
    try {
      const xml = readXml((await known.read(path)).toString());
      if (xml.name !== root || xml.namespace !== 'http://www.sitemaps.org/schemas/sitemap/0.9')
        wrong.push(`${path}: it is no <${root}>`);
      const items = childrenOf(xml, item);
      for (const date of items.flatMap((one) => textsOf(one, 'lastmod')))
        if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(Date.parse(date)))
          wrong.push(`${path}: "${date}" is no date`);
      if (items.length === 0 || items.length > 50_000 || items.length !== xml.children.length)
        wrong.push(`${path}: it has ${items.length} entries`);
      return items.flatMap((one) => textsOf(one, 'loc'));
    } catch (error) {
      wrong.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  };
  for (const part of await read(absoluteUrl(sitemapUrl()), 'sitemapindex', 'sitemap'))
    for (const url of await read(part, 'urlset', 'url')) listed.set(url, (listed.get(url) ?? 0) + 1);
  for (const [url, count] of listed) if (count > 1) wrong.push(`sitemap: ${url} stands in it ${count} times`);
  for (const path of pagePaths(known)) {
    const { kind } = known.subjectOf(path);
    const url = absoluteUrl(permalinkUrl(path));
    if (kind !== 'missing' && kind !== 'moved' && !listed.delete(url))
      wrong.push(`sitemap: ${url} is missing`);
  }
  for (const url of listed.keys()) wrong.push(`sitemap: ${url} is no page to be found`);
  const robots = known.files.has('/robots.txt') ? (await known.read('/robots.txt')).toString() : '';
  if (!robots.includes(`Sitemap: ${absoluteUrl(sitemapUrl())}`))
    wrong.push('/robots.txt: it names no sitemap');
  if (/^Disallow: *\S/m.test(robots)) wrong.push('/robots.txt: it keeps programs out');
  return wrong;
}

/** Every article is in the full-text index once, and the search has what it shows of every record that it can find. */
export async function examineIndex(known: KnownSite): Promise<string[]> {
  const { archive, files } = known;
  const wrong: string[] = [];
  const found = new Map<string, string>();
  for (const file of files) {
    if (!/^\/pagefind\/.*\.pf_fragment$/.test(file)) continue;
    try {
      const text = gunzipSync(await known.read(file)).toString();
      const fragment = JSON.parse(text.slice(text.indexOf('{'))) as {
        url?: string;
        meta?: { title?: string };
      };
      if (fragment.url === undefined || found.has(fragment.url))
        wrong.push(`${file}: an article is in the index twice`);
      found.set(fragment.url ?? file, fragment.meta?.title ?? '');
    } catch {
      wrong.push(`${file}: this part of the index cannot be read`);
    }
  }
  for (const { id, title } of archive.articles) {
    const shown = found.get(`/${id}/`);
    found.delete(`/${id}/`);
    if (shown === undefined) wrong.push(`index: ${id} is missing`);
    else if (shown.replace(/\s+/g, ' ') !== title.replace(/\s+/g, ' '))
      wrong.push(`index: ${id} has the title "${shown}"`);
  }
  for (const url of found.keys()) wrong.push(`index: ${url} is no article`);
  for (const collection of namedCollections) {
    for (const record of archive[collection]) {
      const path = permalinkPath(searchRecordUrl(collection, record.id));
      const articles = articlesOfRecord(archive, record).length;
      if (!files.has(path)) {
        wrong.push(`${path}: this file is missing`);
        continue;
      }
      const shown = JSON.parse((await known.read(path)).toString()) as { name?: string; articles?: number };
      if (shown.name !== record.name || shown.articles !== articles)
        wrong.push(`${path}: it tells "${shown.name}" with ${shown.articles} articles, not ${articles}`);
    }
  }
  return wrong;
}
