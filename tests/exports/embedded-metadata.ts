// Reads the head of a page by the rules of Zotero's translator "Embedded Metadata", as far as an article comes by them.
import type { HeadTag } from '../../src/views/metadata/head-tags.ts';

export interface ZoteroItem {
  itemType: string;
  creators: { firstName: string; lastName: string }[];
  [field: string]: unknown;
}

type Tags = readonly { name: string; content: string }[];

export const tagsOfHead = (tags: readonly HeadTag[]): Tags =>
  tags.flatMap((tag) => {
    if (tag.tag === 'link') return [];
    return [{ name: 'name' in tag ? tag.name : tag.property, content: tag.content }];
  });

export const tagsOfHtml = (html: string): Tags =>
  [...html.matchAll(/<meta (?:name|property)="([^"]*)" content="([^"]*)"/g)].map(
    ([, name = '', content = '']) => ({ name, content: unescapeHtml(content) }),
  );

export const unescapeHtml = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Highwire's names, in the order in which a later one takes the place of an earlier. */
const highwire: readonly [name: string, field: string][] = [
  ['citation_title', 'title'],
  ['citation_publication_date', 'date'],
  ['citation_date', 'date'],
  ['citation_journal_title', 'publicationTitle'],
  ['citation_abstract', 'abstractNote'],
  ['citation_public_url', 'url'],
  ['citation_language', 'language'],
];

/** Names of RDF by field, the first that is there counts; they yield to Highwire's. */
const rdf: readonly [field: string, names: string[]][] = [
  ['title', ['dcterms.title', 'og:title']],
  ['publicationTitle', ['prism.publicationName', 'dcterms.source', 'og:site_name']],
  ['rights', ['prism.copyright', 'dcterms.rights']],
  ['section', ['article:section']],
  ['date', ['prism.publicationDate', 'og:published_time', 'article:published_time', 'dcterms.date']],
  ['url', ['og:url']],
  ['abstractNote', ['prism.teaser', 'og:description', 'dcterms.abstract']],
  ['language', ['dcterms.language']],
];

export function readEmbeddedMetadata(tags: Tags): ZoteroItem {
  const first = (name: string): string | undefined => tags.find((tag) => tag.name === name)?.content;
  const item: ZoteroItem = { itemType: readType(tags, first), creators: [] };
  for (const [field, names] of rdf) {
    const value = names.map(first).find((found) => found !== undefined);
    if (value !== undefined) item[field] = value;
  }
  for (const { name, content } of tags) {
    const [, property] = /^z\.(?!itemType$)(.+)$/.exec(name) ?? [];
    if (property !== undefined) item[property] = content;
  }
  for (const [name, field] of highwire) {
    const value = first(name);
    if (value !== undefined && value.trim() !== '') item[field] = value.replace(/\s+/g, ' ').trim();
  }
  item.creators = readCreators(
    tags.filter(({ name }) => name === 'citation_author').map(({ content }) => content),
  );
  return item;
}

function readType(tags: Tags, first: (name: string) => string | undefined): string {
  if (tags.some(({ name }) => name.endsWith('citation_journal_title'))) return 'journalArticle';
  const own = first('z.itemType');
  if (own !== undefined) return own;
  return first('og:type') === 'website' ? 'webpage' : 'journalArticle';
}

/** A single author's name is cut at a comma with several words on both sides of it. */
function readCreators(contents: readonly string[]): ZoteroItem['creators'] {
  const names = contents.flatMap((content) => {
    const parts = content.split(/\s*;\s*/);
    const commas = parts[0]?.split(/\s*,\s*/) ?? [];
    const isTwo =
      parts.length === 1 &&
      contents.length === 1 &&
      commas.length > 1 &&
      commas.slice(0, 2).every((part) => part.includes(' '));
    return (isTwo ? commas : parts).filter((part) => /[^\s,\-.;]/.test(part));
  });
  return names.map((text) => {
    const name = text.replace(/[\s.,/[\]:]+$/, '');
    const [lastName = '', firstName = ''] = name.split(/[,،] ?/);
    if (text.includes(',')) return { firstName, lastName };
    const space = name.lastIndexOf(' ');
    return { firstName: name.slice(0, Math.max(space, 0)), lastName: name.slice(space + 1) };
  });
}
