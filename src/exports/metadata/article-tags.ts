// All that the head of an article says to machines beside its JSON-LD: the record, where it is from, how to cite it.
import type { Archive, Article } from '../../archive/build.ts';
import { absoluteUrl, citationUrl, recordUrl } from '../../urls.ts';
import { citationEndings, citationFormats } from '../citations/formats.ts';
import { buildReference } from '../citations/reference.ts';
import { renderInstant } from '../revised.ts';
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
    ...reference.topics.map((topic) => graph('article:tag', topic)),
    // RFC 7089 names what a copy was made from, and what else was kept of it.
    ...(source.url === undefined ? [] : [link('original', source.url)]),
    ...(source.archived === undefined ? [] : [link('memento', source.archived)]),
    link('cite-as', reference.url),
    ...citationEndings.map((ending) =>
      link('describedby', absoluteUrl(citationUrl(article.id, ending)), {
        type: citationFormats[ending].mediaType,
        title: citationFormats[ending].name,
      }),
    ),
  ];
}
