// A feed as Atom (RFC 4287); pure.
import { site } from '../../site.ts';
import { absoluteUrl, atomUrl, homeUrl, jsonFeedUrl } from '../../urls.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { element, escapeXml, xmlDeclaration } from './xml.ts';

export function renderAtom(feed: Feed): string {
  const self = absoluteUrl(atomUrl(feed.subject));
  return (
    xmlDeclaration +
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}">\n` +
    element('id', self) +
    element('title', feed.title) +
    element('subtitle', feed.description) +
    renderLink('self', self, 'application/atom+xml') +
    renderLink('alternate', feed.page, 'text/html') +
    renderLink('alternate', absoluteUrl(jsonFeedUrl(feed.subject)), 'application/feed+json') +
    element('updated', feed.updated) +
    renderPerson({ name: site.name, url: absoluteUrl(homeUrl()) }) +
    feed.entries.map(renderEntry).join('') +
    '</feed>\n'
  );
}

function renderEntry({ reference, authors, published, updated, source, html }: FeedEntry): string {
  return (
    `<entry xml:lang="${reference.language}">\n` +
    element('id', reference.url) +
    element('title', reference.title) +
    renderLink('alternate', reference.url, 'text/html') +
    (source === undefined ? '' : renderLink('via', source)) +
    element('published', published) +
    element('updated', updated) +
    authors.map(renderPerson).join('') +
    reference.topics.map((topic) => `<category term="${escapeXml(topic)}"/>\n`).join('') +
    element('rights', reference.rights) +
    // The description is the archive's, whatever the language of the article.
    element('summary', reference.abstract, ` xml:lang="${site.language}"`) +
    element('content', html, ` type="html" xml:base="${escapeXml(reference.url)}"`) +
    '</entry>\n'
  );
}

const renderPerson = ({ name, url }: { name: string; url: string }): string =>
  `<author>\n${element('name', name)}${element('uri', url)}</author>\n`;

const renderLink = (rel: string, href: string, type?: string): string =>
  `<link rel="${rel}" href="${escapeXml(href)}"${type === undefined ? '' : ` type="${type}"`}/>\n`;
