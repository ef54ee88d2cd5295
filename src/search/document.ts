// From an article to the small HTML document that Pagefind indexes: an element with its anchor for every block; pure.
import type { Archive, Article } from '../archive/build.ts';
import type { Block } from '../markdown/article-file.ts';
import { nameOf } from '../views/item.ts';
import { articleFilters } from './filters.ts';
import { indexSpelling, joinedPrefix, joinedWords } from './spelling.ts';
import { filterNames, type FilterName } from './state.ts';

export interface SearchDocument {
  /** The article's id between slashes; the client makes the true address of it. */
  url: string;
  content: string;
}

/** What the index is told of an article beside its text, as plain data. */
export interface IndexedArticle {
  id: string;
  /** Names its rendered body. */
  digest: string;
  title: string;
  description: string;
  /** BCP 47. */
  language: string;
  /** `YYYY-MM-DD`. */
  published: string;
  /** Names. */
  publication: string;
  authors: string[];
  filters: Record<FilterName, string[]>;
}

export function describeForIndex(article: Article, archive: Archive): IndexedArticle {
  const { id, digest, title, description, language, published } = article;
  return {
    ...{ id, digest, title, description, language, published },
    publication: nameOf('publications', article.publication, archive),
    authors: article.authors.map((author) => nameOf('people', author, archive)),
    filters: articleFilters(article, archive),
  };
}

/**
 * Renders an article for the index. The day is not among the metadata, because Pagefind searches those too and "2020"
 * would find every article of the year: the id, which begins with the day, tells it.
 */
export function renderSearchDocument(article: IndexedArticle, blocks: readonly Block[]): SearchDocument {
  const { title, publication, authors, filters } = article;
  const metadata = { title, publication, byline: authors.join(', ') };
  const texts = blocks.map(({ anchor, text }) => ({ anchor, text: indexSpelling(text) }));
  const lines = [
    '<!doctype html>',
    '<html>',
    '<head>',
    ...Object.entries(metadata).map(([name, value]) => renderValue('meta', name, value)),
    ...filterNames.flatMap((name) => filters[name].map((value) => renderValue('filter', name, value))),
    // Not offered as a filter: it tells the page in which language to show a result.
    renderValue('filter', 'language', article.language),
    // Nor is this one: with the month it makes a day, for ranges of dates.
    renderValue('filter', 'day', article.published.slice(8)),
    renderValue('sort', 'date', article.published),
    '</head>',
    '<body>',
    `<h1>${escapeHtml(indexSpelling(title))}</h1>`,
    `<p data-pagefind-weight="3">${escapeHtml(indexSpelling(article.description))}</p>`,
    ...texts
      .filter(({ text }) => text !== '')
      .map(({ anchor, text }) => `<p id="${escapeHtml(anchor)}">${escapeHtml(text)}</p>`),
    ...texts.flatMap(({ anchor, text }) => {
      const joined = new Set(joinedWords(text.split(' ')).map((word) => word.joined));
      if (joined.size === 0) return [];
      const words = escapeHtml([...joined].join(' '));
      return [`<p id="${joinedPrefix}${escapeHtml(anchor)}" data-pagefind-weight="0.5">${words}</p>`];
    }),
    '</body>',
    '</html>',
  ];
  return { url: `/${article.id}/`, content: lines.join('\n') };
}

/** An attribute of its own for the value: inside the directive a colon or comma would end it. */
function renderValue(kind: 'meta' | 'filter' | 'sort', name: string, value: string): string {
  return `<meta data-pagefind-${kind}="${name}[content]" content="${escapeHtml(value)}">`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
