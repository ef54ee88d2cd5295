// An article in the words of schema.org: complete by Google's guidance for articles, and open to other archives; pure.
import { recordKey, type Archive, type Article } from '../../archive/build.ts';
import { namedCollections } from '../../schema/collection-names.ts';
import type { RecordCollection } from '../../urls.ts';
import { absoluteUrl, archiveCardUrl, articleUrl, imageUrl, recordUrl } from '../../urls.ts';
import { renderInstant } from '../../archive/revised.ts';
import type { JsonLd } from './json-ld.ts';
import { buildMention } from './things.ts';

/** @param card the picture the page is shared with, for an article that has none of its own; made by urls.ts */
export function buildNewsArticle(article: Article, archive: Archive, card = archiveCardUrl()): JsonLd {
  const { source, rights, corrections, published } = article;
  const url = absoluteUrl(articleUrl(article.id));
  const mention = (collection: RecordCollection, id: string): JsonLd[] => {
    const record = archive.recordByKey.get(recordKey(collection, id));
    return record === undefined ? [] : [buildMention(record)];
  };
  const authors = article.authors.flatMap((id) =>
    mention('people', id).map((person) => ({ ...person, url: absoluteUrl(recordUrl('people', id)) })),
  );
  const [publisher] = mention('publications', article.publication).map((publication) => ({
    ...publication,
    url: absoluteUrl(recordUrl('publications', article.publication)),
  }));
  const named = namedCollections.flatMap((collection) =>
    [...new Set(article.mentions.flatMap((one) => (one.collection === collection ? [one.id] : [])))].flatMap(
      (id) => mention(collection, id),
    ),
  );
  const topics = article.topics.flatMap((id) => mention('topics', id));
  const [place] = article.dateline === undefined ? [] : mention('places', article.dateline);
  const pictures = article.images.map((name) => absoluteUrl(imageUrl(article.id, name)));
  const corrected = corrections.map(({ date }) => date).reduce((a, b) => (a > b ? a : b), published);
  return {
    '@type': 'NewsArticle',
    '@id': url,
    url,
    mainEntityOfPage: url,
    headline: article.title,
    description: article.description,
    image: pictures.length > 0 ? pictures : absoluteUrl(card),
    datePublished: renderInstant(published),
    dateModified: renderInstant(corrected),
    // A report without a byline is the newspaper's own.
    author: authors.length > 0 ? authors : publisher,
    publisher,
    inLanguage: article.language,
    dateline: place && (place['name'] as string),
    locationCreated: place,
    about: topics.length > 0 ? topics : undefined,
    mentions: named.length > 0 ? named : undefined,
    isBasedOn: source.url,
    archivedAt: source.archived,
    genre: article.copy === 'summary' ? 'summary' : undefined,
    wordCount: article.words,
    license: rights.statement,
    copyrightHolder:
      rights.holder === undefined ? undefined : { '@type': 'Organization', name: rights.holder },
    correction:
      corrections.length > 0
        ? corrections.map(({ date, note }) => ({
            '@type': 'CorrectionComment',
            datePublished: date,
            text: note,
            url: `${url}#corrections`,
          }))
        : undefined,
  };
}
