// All that the head of an article says to machines beside its JSON-LD: the record, and where it is from.
import type { Archive, Article } from '../../archive/build.ts';
import { absoluteUrl, recordUrl } from '../../urls.ts';
import { buildReference } from '../reference.ts';
import { renderInstant } from '../../archive/revised.ts';
import { graph, link, type HeadTag } from './head-tags.ts';
import { buildScholarTags } from './scholar-tags.ts';

export function buildArticleTags(article: Article, archive: Archive): HeadTag[] {
  const reference = buildReference(article, archive);
  const { source, corrections } = article;
  const corrected = corrections.map(({ date }) => date).reduce((a, b) => (a > b ? a : b), '');
  return [
    ...buildScholarTags(reference),
    graph('article:published_time', renderInstant(article.published)),
    ...(corrected === '' ? [] : [graph('article:modified_time', renderInstant(corrected))]),
    ...article.authors.map((id) => graph('article:author', absoluteUrl(recordUrl('people', id)))),
    ...(reference.section === undefined ? [] : [graph('article:section', reference.section)]),
    // RFC 7089 names what a copy was made from, and what else was kept of it.
    ...(source.url === undefined ? [] : [link('original', source.url)]),
    ...(source.archived === undefined ? [] : [link('memento', source.archived)]),
    link('cite-as', reference.url),
  ];
}
