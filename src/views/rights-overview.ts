// Which rights the articles of each publication have: the numbers for the page of rights; pure.
import type { Archive, Article, PublicationRecord } from '../archive/build.ts';
import { renderRightsStatement } from '../schema/rights.ts';
import { compareText } from '../schema/finding.ts';

export interface PublicationRights {
  publication: PublicationRecord;
  /** Those with the most articles first. */
  statements: {
    uri: string;
    /** `In copyright` */
    words: string;
    /** Everybody who is named as holder, by name. */
    holders: string[];
    full: number;
    summaries: number;
  }[];
}

/** By name; a publication without articles has nothing to state. */
export function buildRightsOverview({ publications, articlesByPublication }: Archive): PublicationRights[] {
  return publications.flatMap((publication) => {
    const articles = articlesByPublication.get(publication.id) ?? [];
    const byStatement = [...Map.groupBy(articles, ({ rights }) => rights.statement)];
    return articles.length === 0 ? [] : [{ publication, statements: byStatement.map(tell).sort(byArticles) }];
  });
}

type Statement = PublicationRights['statements'][number];

const tell = ([uri, articles]: [string, Article[]]): Statement => {
  const full = articles.filter(({ copy }) => copy === 'full').length;
  return {
    uri,
    words: renderRightsStatement(uri) ?? uri,
    holders: [...new Set(articles.flatMap(({ rights }) => rights.holder ?? []))].sort(compareText),
    full,
    summaries: articles.length - full,
  };
};

const byArticles = (a: Statement, b: Statement): number =>
  b.full + b.summaries - (a.full + a.summaries) || compareText(a.uri, b.uri);
