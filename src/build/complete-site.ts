// Compares a finished site with the table of addresses, so that a site with a missing page is not published.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { permalinkPath, searchDaysUrl, searchLabelsUrl, sitemapUrl, sitePath } from '../urls.ts';
import type { Archive } from '../archive/build.ts';
import { publishedPaths } from '../views/published.ts';

/**
 * The files, by their path in the site, that are missing or empty.
 * @param others URLs of files that lie beside the pages
 */
export function findMissing(archive: Archive, folder: string, others: readonly string[] = []): string[] {
  const paths = [
    ...publishedPaths(archive),
    ...[sitePath('404.html'), searchLabelsUrl(), searchDaysUrl(), sitemapUrl(), ...others].map(permalinkPath),
  ];
  return paths.map(fileOf).filter((file) => {
    const stats = statSync(join(folder, file), { throwIfNoEntry: false });
    return stats === undefined || !stats.isFile() || stats.size === 0;
  });
}

/** Where the file of an address lies in a site, by the address as the ledger has it. */
export const fileOf = (path: string): string =>
  decodeURIComponent(path.slice(1)) + (path.endsWith('/') ? 'index.html' : '');

/** One sentence, which names the first few. */
export function describeMissing(files: readonly string[]): string {
  const named = files.slice(0, 3).join(', ');
  const more = files.length > 3 ? ` and ${files.length - 3} more` : '';
  return `The site lacks ${named}${more}, so it was not put in place. Build it again; if the same is missing, report it as a bug.`;
}
