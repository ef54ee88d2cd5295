// A reference as CSL-JSON, which citation processors read (Citation Style Language 1.0.2); pure.
import type { Archive } from '../../archive/build.ts';
import type { PersonName } from '../../names/person-name.ts';
import { buildReference, summaryNote, type Reference } from '../../views/reference.ts';

interface CslName {
  family?: string;
  given?: string;
  suffix?: string;
  literal?: string;
}

export interface CslItem {
  id: string;
  type: 'article-newspaper';
  title: string;
  author?: CslName[];
  'container-title': string;
  issued: { 'date-parts': number[][]; raw: string };
  language: string;
  URL: string;
  abstract: string;
  archive: string;
  archive_location: string;
  source: string;
  'publisher-place'?: string;
  section?: string;
  keyword?: string;
  note?: string;
}

/** The keys in a fixed order; an unsigned report has no `author`. */
export function buildCslItem(reference: Reference): CslItem {
  const { authors, place, section, topics } = reference;
  return {
    id: reference.key,
    type: 'article-newspaper',
    title: reference.title,
    ...(authors.length > 0 && { author: authors.map(buildCslName) }),
    'container-title': reference.publication,
    // Zotero keeps the day as it is written in `raw`, and would write out the parts in English.
    issued: { 'date-parts': [reference.published.split('-').map(Number)], raw: reference.published },
    language: reference.language,
    URL: reference.url,
    abstract: reference.abstract,
    archive: reference.archive,
    archive_location: reference.archiveLocation,
    source: reference.catalogue,
    ...(place !== undefined && { 'publisher-place': place }),
    ...(section !== undefined && { section }),
    ...(topics.length > 0 && { keyword: topics.join(', ') }),
    ...(reference.isSummary && { note: summaryNote(reference) }),
  };
}

function buildCslName(name: PersonName): CslName {
  if ('literal' in name) return name;
  const { family, given, suffix } = name;
  return { family, given, ...(suffix !== undefined && { suffix }) };
}

/** Every article as one list, newest first, an item a line; never more than one of them in memory. */
export function* renderCslLibrary(archive: Archive): Generator<string> {
  for (const [index, article] of archive.articles.entries())
    yield `${index === 0 ? '[' : ','}\n${JSON.stringify(buildCslItem(buildReference(article, archive)))}`;
  yield archive.articles.length === 0 ? '[]\n' : '\n]\n';
}

/** A list of one item, as readers of CSL-JSON expect. */
export const renderCsl = (reference: Reference): string =>
  `${JSON.stringify([buildCslItem(reference)], null, 2)}\n`;
