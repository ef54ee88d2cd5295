// Reads the JSON-LD of a page: what the publisher tells search engines of the article.
import type { Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

export interface LinkedData {
  headline?: string;
  authors: string[];
  published?: string;
  publisher?: string;
  url?: string;
  language?: string;
  /** Whether everybody can read the article, as far as the data say. */
  isFree: boolean;
}

const articleTypes = /^(?:\w*Article|BlogPosting|Report|AnalysisNewsArticle|LiveBlogPosting)$/;

/** What the first article among the data says; nothing where there is none or it is not JSON. */
export function readLinkedData(tree: Root): LinkedData {
  const found: Record<string, unknown>[] = [];
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'script' || String(node.properties['type']).toLowerCase() !== 'application/ld+json')
      return;
    try {
      collectArticles(JSON.parse(textOf(node)), found, 0);
    } catch {
      // Broken data say nothing; the page is still there.
    }
  });
  const [article] = found;
  if (article === undefined) return { authors: [], isFree: true };
  const text = (name: string): string | undefined => readText(article[name]);
  const entity = article['mainEntityOfPage'];
  const authors = [article['author']].flat().flatMap((author) => {
    if (isRecord(author) && /Organization/.test(String(author['@type']))) return [];
    const name = isRecord(author) ? readText(author['name']) : readText(author);
    return name === undefined ? [] : [name];
  });
  const given = {
    headline: text('headline'),
    published: text('datePublished'),
    publisher: isRecord(article['publisher']) ? readText(article['publisher']['name']) : undefined,
    url: text('url') ?? (isRecord(entity) ? readText(entity['@id']) : readText(entity)),
    language: text('inLanguage'),
  };
  const isFree = !/^false$/i.test(String(article['isAccessibleForFree']));
  return { authors, isFree, ...dropMissing(given) };
}

function collectArticles(value: unknown, found: Record<string, unknown>[], depth: number): void {
  if (depth > 8) return;
  if (Array.isArray(value)) for (const one of value) collectArticles(one, found, depth + 1);
  if (!isRecord(value)) return;
  if ([value['@type']].flat().some((type) => articleTypes.test(String(type)))) found.push(value);
  for (const name of ['@graph', 'mainEntity', 'hasPart']) collectArticles(value[name], found, depth + 1);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text of some sense; data escape their characters as HTML does, and some do it twice. */
function readText(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 2000) return undefined;
  const names: Readonly<Record<string, string>> = {
    amp: '&',
    quot: '"',
    lt: '<',
    gt: '>',
    nbsp: ' ',
    apos: "'",
  };
  const text = value
    .replace(/&(amp|quot|lt|gt|nbsp|apos);/g, (_, name: string) => names[name] ?? '')
    .replace(/&#(x?)([0-9a-f]{1,6});/gi, (whole, hex: string, digits: string) => {
      const code = Number.parseInt(digits, hex === '' ? 10 : 16);
      return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? undefined : text;
}

const dropMissing = <T extends Record<string, string | undefined>>(fields: T): { [K in keyof T]?: string } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string;
  };
