// The description of the search (OpenSearch 1.1) by which a browser offers it in its address bar.
import { site } from '../../site.ts';
import { absoluteUrl, openSearchUrl, searchUrl, sitePath } from '../../urls.ts';
import { element, escapeXml, xmlDeclaration } from './xml.ts';

/** The longest that the standard allows, in characters. */
const longestName = 16;
const longestDescription = 1024;

export function renderOpenSearch(): string {
  const template = `${absoluteUrl(searchUrl())}?q={searchTerms}`;
  return (
    xmlDeclaration +
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n' +
    element('ShortName', [...site.name].slice(0, longestName).join('').trim()) +
    element(
      'LongName',
      [...site.name]
        .slice(0, 3 * longestName)
        .join('')
        .trim(),
    ) +
    element('Description', [...site.description].slice(0, longestDescription).join('')) +
    element('Image', absoluteUrl(sitePath('favicon.svg')), ' type="image/svg+xml"') +
    `<Url type="text/html" template="${escapeXml(template)}"/>\n` +
    `<Url type="application/opensearchdescription+xml" rel="self" template="${escapeXml(absoluteUrl(openSearchUrl()))}"/>\n` +
    element('Language', site.language) +
    element('InputEncoding', 'UTF-8') +
    element('OutputEncoding', 'UTF-8') +
    '</OpenSearchDescription>\n'
  );
}
