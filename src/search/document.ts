// From an article to the small HTML document that Pagefind indexes: an element with its anchor for every block; pure.
import { recordKey, type Archive, type Article } from '../archive/build.ts';
import type { Block } from '../markdown/article-file.ts';
import type { RecordCollection } from '../urls.ts';
import { articleFilters } from './filters.ts';
import { indexSpelling, joinedPrefix, joinedWords } from './spelling.ts';
import { filterNames } from './state.ts';

export interface SearchDocument {
  /** The article's id between slashes; the client makes the true address of it. */
  url: string;
  content: string;
}

/**
 * Renders an article for the index. The day is not among the metadata, because Pagefind searches those too and "2020"
 * would find every article of the year: the id, which begins with the day, tells it.
 */
export function renderSearchDocument(
  article: Article,
  blocks: readonly Block[],
  archive: Archive,
): SearchDocument {
  const nameOf = (collection: RecordCollection, id: string): string =>
    archive.recordByKey.get(recordKey(collection, id))?.name ?? id;
  const metadata = {
    title: article.title,
    publication: nameOf('publications', article.publication),
    byline: article.authors.map((id) => nameOf('people', id)).join(', '),
  };
  const filters = articleFilters(article, archive);
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
    `<h1>${escapeHtml(indexSpelling(article.title))}</h1>`,
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
