// Every page of the archive for search engines (sitemaps.org 0.9): an index, and parts that stay small and keep still.
import type { Archive } from '../../archive/build.ts';
import { publishedPaths } from '../../views/published.ts';
import { articlesOfRecord } from '../../archive/record-articles.ts';
import { recordCollections } from '../../schema/collection-names.ts';
import { compareText } from '../../schema/finding.ts';
import {
  absoluteUrl,
  articleUrl,
  permalinkPath,
  permalinkUrl,
  recordUrl,
  sitemapPartUrl,
} from '../../urls.ts';
import { lastRevised } from '../../archive/revised.ts';
import { element, xmlDeclaration } from './xml.ts';

export interface SitemapPart {
  /** `articles-2020`, `people`, `people-2` */
  name: string;
  /** In the order of their addresses; made by urls.ts. */
  pages: { path: string; revised: string | undefined }[];
}

/** The standard allows 50,000 in a file; of fewer, less has to be fetched again when one changes. */
const mostPages = 10_000;

/** Articles by year, records by collection, and the rest; a new article changes the parts that it is in and no other. */
export function buildSitemap(archive: Archive, most = mostPages): SitemapPart[] {
  const revisions = new Map<string, string | undefined>();
  const groups = new Map<string, string[]>();
  const add = (group: string, path: string, revised: string | undefined): void => {
    revisions.set(path, revised);
    const paths = groups.get(group);
    if (paths === undefined) groups.set(group, [path]);
    else paths.push(path);
  };
  for (const article of archive.articles)
    add(`articles-${article.published.slice(0, 4)}`, articleUrl(article.id), lastRevised(article));
  for (const collection of recordCollections) {
    for (const record of archive[collection]) {
      const revised = articlesOfRecord(archive, record)
        .map(lastRevised)
        .reduce<string | undefined>((a, b) => (a !== undefined && a > b ? a : b), undefined);
      add(collection, recordUrl(collection, record.id), revised);
    }
  }
  for (const path of publishedPaths(archive)) {
    const url = permalinkUrl(path);
    if (path.endsWith('/') && !revisions.has(url)) add('lists', url, undefined);
  }
  return [...groups].flatMap(([group, paths]) => {
    const pages = paths
      .sort((a, b) => compareText(permalinkPath(a), permalinkPath(b)))
      .map((path) => ({ path, revised: revisions.get(path) }));
    return Array.from({ length: Math.ceil(pages.length / most) }, (_, index) => ({
      name: index === 0 ? group : `${group}-${index + 1}`,
      pages: pages.slice(index * most, (index + 1) * most),
    }));
  });
}

const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

export const renderSitemapIndex = (parts: readonly SitemapPart[]): string =>
  `${xmlDeclaration}<sitemapindex ${namespace}>\n` +
  parts
    .map(({ name, pages }) => {
      const revised = pages.map((page) => page.revised ?? '').reduce((a, b) => (a > b ? a : b), '');
      return `<sitemap>\n${element('loc', absoluteUrl(sitemapPartUrl(name)))}${element('lastmod', revised || undefined)}</sitemap>\n`;
    })
    .join('') +
  '</sitemapindex>\n';

export const renderSitemapPart = ({ pages }: SitemapPart): string =>
  `${xmlDeclaration}<urlset ${namespace}>\n` +
  pages
    .map(
      ({ path, revised }) =>
        `<url>\n${element('loc', absoluteUrl(path))}${element('lastmod', revised)}</url>\n`,
    )
    .join('') +
  '</urlset>\n';
