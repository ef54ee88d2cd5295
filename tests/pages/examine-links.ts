// Where a page leads: every file of the site that it names is there, and every fragment lands.
import { site } from '../../src/site.ts';
import { absoluteUrl, permalinkPath, permalinkUrl, sitePath } from '../../src/urls.ts';
import { attributeOf, describeElement, type Page } from './html-tree.ts';
import { listFetched } from './examine-safety.ts';
import type { KnownSite } from './known-site.ts';

/** A link into the site. */
export interface PageLink {
  /** Of the page or file that it leads to. */
  path: string;
  /** The id that it leads to; empty without one. */
  anchor: string;
  told: string;
  /** Whether a reader follows it, and not a program. */
  isRead: boolean;
}

const origin = new URL(site.origin).origin;

/** The path of an address of the site as the ledger has it; `undefined` for the world outside. */
export function pathOf(address: string, page: string): { path: string; anchor: string } | undefined {
  const here = absoluteUrl(permalinkUrl(page));
  if (!URL.canParse(address, here)) return { path: address, anchor: '' };
  const url = new URL(address, here);
  if (url.origin !== origin) return undefined;
  const path = decodeURIComponent(url.pathname);
  return {
    path: path.startsWith(sitePath('')) ? permalinkPath(path) : path,
    anchor: decodeURIComponent(url.hash.slice(1).split(':~:')[0] ?? ''),
  };
}

/** Every link of a page into its site: of elements, and of what its head tells to machines. */
export function listLinks(page: Page): PageLink[] {
  const addresses = page.elements.flatMap((element) => {
    const told = describeElement(element);
    const content = attributeOf(element, 'content') ?? '';
    const isAddress = element.tagName === 'meta' && content.startsWith(`${site.origin}/`);
    return [
      ...['href', 'action', 'cite', 'data-index', 'data-names', 'data-labels'].flatMap((name) => {
        const value = attributeOf(element, name);
        return value === undefined ? [] : [{ url: value, told, isRead: element.tagName === 'a' }];
      }),
      ...(isAddress ? [{ url: content, told, isRead: false }] : []),
    ];
  });
  const fetched = listFetched(page).map((one) => ({ ...one, isRead: false }));
  return [...addresses, ...fetched].flatMap(({ url, told, isRead }) => {
    const target = pathOf(url, page.path);
    return target === undefined ? [] : [{ ...target, told, isRead }];
  });
}

/** Whether the site has this; a folder of files that a script reads counts too. */
export const exists = ({ files }: Pick<KnownSite, 'files'>, path: string): boolean =>
  path.endsWith('/')
    ? files.has(`${path}index.html`) || folders.some((folder) => path === folder)
    : files.has(path);

/** What the search page reads with a script. */
const folders = ['/pagefind/', '/search/names/'];
