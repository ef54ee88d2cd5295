// The tags of an article that Google Scholar and Zotero read, in the order and with the values that give a full record.
import { renderNameForPages, type PersonName } from '../../names/person-name.ts';
import type { Reference } from '../reference.ts';
import { meta, type HeadTag } from './head-tags.ts';

/**
 * Zotero's translator for embedded metadata takes the kind of work from `z.itemType` and the name of the newspaper from
 * `prism.publicationName`; `citation_journal_title` would turn the article into one of a journal. Google Scholar wants
 * dates with slashes; Zotero keeps the date as it is written and lets `citation_date` go before.
 */
export function buildScholarTags(reference: Reference): HeadTag[] {
  const { authors, published, place, section } = reference;
  return [
    meta('citation_title', reference.title),
    ...authors.map((name) => meta('citation_author', renderScholarName(name, authors.length))),
    meta('citation_publication_date', published.replaceAll('-', '/')),
    meta('citation_date', published),
    meta('citation_public_url', reference.url),
    meta('citation_language', reference.language),
    meta('z.itemType', 'newspaperArticle'),
    meta('prism.publicationName', reference.publication),
    ...(section === undefined ? [] : [meta('z.section', section)]),
    ...(place === undefined ? [] : [meta('z.place', place)]),
    meta('z.archive', reference.archive),
    meta('z.archiveLocation', reference.archiveLocation),
    meta('dcterms.rights', reference.rights),
    meta('dcterms.abstract', reference.abstract),
  ];
}

/** Zotero takes the comma of a single author for one between two if there are several words on both sides of it. */
function renderScholarName(name: PersonName, among: number): string {
  const text = renderNameForPages(name);
  const isTakenForTwo = among === 1 && /\s.*, .*\s/.test(text);
  return isTakenForTwo ? `${text};` : text;
}
