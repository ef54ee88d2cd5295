// What every citation of an article is made from, whatever its style or format; pure.
import { recordKey, type Archive, type Article } from '../archive/build.ts';
import { renderRightsStatement } from '../schema/rights.ts';
import { site } from '../site.ts';
import { absoluteUrl, articleUrl } from '../urls.ts';
import { splitPersonName, type PersonName } from '../names/person-name.ts';

export interface Reference {
  /** `2020-01-03-slug`: plain letters, one of a kind. */
  key: string;
  title: string;
  /** In the order of the byline; empty for an unsigned report. */
  authors: PersonName[];
  /** Where it first appeared. */
  publication: string;
  /** `YYYY-MM-DD`. */
  published: string;
  /** BCP 47. */
  language: string;
  /** The permalink in this archive. */
  url: string;
  abstract: string;
  /** The rights statement in words, its holder, its URI. */
  rights: string;
  /** The name of this archive. */
  archive: string;
  /** Where it is in this archive: `2020/01/03/slug`. */
  archiveLocation: string;
  /** The host of this archive, as catalogues name an electronic library. */
  catalogue: string;
  /** The place it was filed from. */
  place?: string;
  /** The first topic it is filed under. */
  section?: string;
  topics: string[];
  /** Whether the page has the archive's own account and not the text. */
  isSummary: boolean;
}

export function buildReference(article: Article, { recordByKey }: Archive): Reference {
  const recordOf = (collection: Parameters<typeof recordKey>[0], id: string) =>
    recordByKey.get(recordKey(collection, id));
  const topics = article.topics.map((id) => recordOf('topics', id)?.name ?? id);
  const place =
    article.dateline === undefined
      ? undefined
      : (recordOf('places', article.dateline)?.name ?? article.dateline);
  const { statement, holder } = article.rights;
  const words = [renderRightsStatement(statement), holder].filter((part) => part !== undefined).join(', ');
  return {
    key: article.id.replaceAll('/', '-'),
    title: article.title,
    authors: article.authors.map((id) => {
      const record = recordOf('people', id);
      return splitPersonName(record?.name ?? id, record?.aliases);
    }),
    publication: recordOf('publications', article.publication)?.name ?? article.publication,
    published: article.published,
    language: article.language,
    url: absoluteUrl(articleUrl(article.id)),
    abstract: article.description,
    rights: `${words} (${statement})`,
    archive: site.name,
    archiveLocation: article.id,
    catalogue: new URL(site.origin).host,
    ...(place !== undefined && { place }),
    ...(topics[0] !== undefined && { section: topics[0] }),
    topics,
    isSummary: article.copy === 'summary',
  };
}

/** What a citation of a summary has to own up to. */
export const summaryNote = ({ archive }: Reference): string => `Summary by ${archive}`;
