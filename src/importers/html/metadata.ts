// Reads what a page says of itself: JSON-LD, Open Graph, citation and other meta elements, <time>, and marked bylines.
import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { isoDate, languageTag, webAddress } from '../../schema/field.ts';
import type { Facts } from '../draft.ts';
import { readLinkedData } from './linked-data.ts';

export interface Metadata {
  /** Headlines, the most trustworthy first. */
  titles: string[];
  /** Names as they are given. */
  authors: string[];
  /** `YYYY-MM-DD`, by the publisher's own clock. */
  published?: string;
  /** Whether everybody can read the article, as far as the page says. */
  isFree: boolean;
  facts: Facts;
}

const titleNames = [
  'citation_title',
  'og:title',
  'dc.title',
  'dcterms.title',
  'twitter:title',
  'parsely-title',
];
const authorNames = [
  'citation_author',
  'author',
  'article:author',
  'dc.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
];
const dateNames = [
  'article:published_time', 'citation_publication_date', 'citation_date', 'datepublished', 'dc.date.issued', 'dc.date',
  'dcterms.date', 'pubdate', 'publishdate', 'publish-date', 'parsely-pub-date', 'sailthru.date', 'date', 'og:article:published_time',
]; // prettier-ignore

/** Reads a page before anything is taken out of it. */
export function readMetadata(tree: Root): Metadata {
  const metas = new Map<string, string[]>();
  let page = '';
  let canonical: string | undefined;
  let language: string | undefined;
  const marked: { authors: string[]; days: string[]; headlines: string[] } = {
    authors: [],
    days: [],
    headlines: [],
  };
  let saved: string | undefined;
  visit(tree, (node) => {
    if (node.type === 'comment') saved ??= /saved from url=\(\d+\)(\S+)/.exec(node.value)?.[1];
    if (node.type !== 'element') return;
    const { tagName, properties } = node;
    const property = (name: string): string => String(properties[name] ?? '').trim();
    if (tagName === 'html') language = property('lang') || undefined;
    if (tagName === 'title' && page === '') page = squash(textOf(node));
    if (tagName === 'link' && [properties['rel']].flat().includes('canonical'))
      canonical ??= property('href');
    if (tagName === 'meta') {
      const content = squash(property('content'));
      for (const name of [property('property'), property('name'), property('itemProp')]
        .join(' ')
        .toLowerCase()
        .split(/\s+/))
        if (name !== '' && content !== '') metas.set(name, [...(metas.get(name) ?? []), content]);
    }
    readMarked(node, marked);
  });
  const linked = readLinkedData(tree);
  const all = (names: readonly string[]): string[] => names.flatMap((name) => metas.get(name) ?? []);
  const siteName = linked.publisher ?? all(['og:site_name', 'citation_journal_title', 'application-name'])[0];
  const titles = [linked.headline, ...all(titleNames), ...marked.headlines, page]
    .filter((title) => title !== undefined && title !== '')
    .map((title) => cutSiteName(title as string, siteName));
  const authors = [linked.authors, ...authorNames.map((name) => metas.get(name) ?? []), marked.authors]
    .map((names) => names.map(cleanAuthor).filter((name) => name !== ''))
    .find((names) => names.length > 0);
  const published = [linked.published, ...all(dateNames), ...marked.days]
    .map(readDay)
    .find((day) => day !== undefined);
  const url = [
    canonical,
    ...all(['og:url', 'citation_public_url', 'citation_fulltext_html_url']),
    linked.url,
    saved,
  ].find((address) => webAddress.safeParse(address).success);
  const tag = (all(['og:locale', 'content-language'])[0] ?? '').replace('_', '-');
  const spoken = [language, linked.language, tag]
    .map((one) => readLanguage(one))
    .find((one) => one !== undefined);
  const site = siteName ?? readSiteName(page, titles);
  return {
    titles: [...new Set(titles)],
    authors: [...new Set(authors ?? [])],
    ...(published !== undefined && { published }),
    isFree: linked.isFree,
    facts: {
      ...splitArchived(url),
      ...(site !== undefined && { siteName: site }),
      ...(spoken !== undefined && { language: spoken }),
    },
  };
}

export const squash = (text: string): string => text.replace(/\s+/g, ' ').trim();

function readMarked(node: Element, marked: { authors: string[]; days: string[]; headlines: string[] }): void {
  const { properties, tagName } = node;
  const kinds = [properties['itemProp'], properties['rel']].flat().map(String);
  const text = (): string => squash(textOf(node)).slice(0, 300);
  if (kinds.includes('author') && tagName !== 'link' && tagName !== 'meta') {
    let name: string | undefined;
    visit(node, 'element', (inner) => {
      if ([inner.properties['itemProp']].flat().includes('name')) name ??= squash(textOf(inner));
    });
    marked.authors.push(name ?? text());
  }
  if (kinds.includes('headline')) marked.headlines.push(text());
  if (kinds.includes('datePublished'))
    marked.days.push(String(properties['dateTime'] ?? properties['content'] ?? text()));
  if (tagName === 'time' && 'pubDate' in properties) marked.days.push(String(properties['dateTime'] ?? ''));
}

/** The day of a date as the publisher's clock shows it: a time zone is not converted, it is the place of publication. */
export function readDay(value: string | undefined): string | undefined {
  const match =
    /^\s*(\d{4})[-/](\d{2})[-/](\d{2})(?!\d)/.exec(value ?? '') ??
    /^\s*(\d{4})(\d{2})(\d{2})(?:T|\s|$)/.exec(value ?? '');
  const day = match?.slice(1, 4).join('-');
  return isoDate.safeParse(day).success ? day : undefined;
}

/** A name as metadata gives it; nothing for an address or a number. */
const cleanAuthor = (name: string): string =>
  /^https?:|^\d+$|@/.test(name) || name.length > 120 ? '' : name.replace(/^by\s+/i, '').trim();

/** A headline without the name of the site behind or before it. */
function cutSiteName(title: string, siteName: string | undefined): string {
  if (siteName === undefined || siteName === '') return title;
  const escaped = siteName.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return title
    .replace(new RegExp(`\\s+[|–—·:»-]+\\s+(?:the\\s+)?${escaped}$`, 'i'), '')
    .replace(new RegExp(`^(?:the\\s+)?${escaped}\\s*[|–—·:»-]+\\s+`, 'i'), '');
}

/** The name of the site where only the page's title has it, behind the headline. */
function readSiteName(page: string, titles: readonly string[]): string | undefined {
  const headline = titles.find((title) => title !== page && page.startsWith(title));
  const name =
    headline === undefined
      ? undefined
      : /^\s+[|–—·:»-]+\s+(?<name>\S.*)$/.exec(page.slice(headline.length))?.groups?.['name'];
  return name !== undefined && name.length <= 60 ? name : undefined;
}

function readLanguage(tag: string | undefined): string | undefined {
  try {
    const canonical = Intl.getCanonicalLocales(tag ?? '')[0];
    return languageTag.safeParse(canonical).success ? canonical : undefined;
  } catch {
    return undefined;
  }
}

/** The address of a snapshot says where the page was. */
function splitArchived(url: string | undefined): Pick<Facts, 'url' | 'archived'> {
  if (url === undefined) return {};
  const original = /^https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\/(https?:\/\/\S+)$/.exec(url)?.[1];
  return original === undefined ? { url } : { url: original, archived: url };
}
