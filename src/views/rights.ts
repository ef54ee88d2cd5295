// Which rights the articles of each publication have: the numbers for the page of rights.
import type { Archive, Article } from '../archive/build.ts';
import { renderRightsStatement } from '../schema/rights.ts';
import { compareText } from '../schema/finding.ts';

export interface RightsView {
  /** By name; a publication without articles has nothing to state. */
  publications: PublicationRights[];
}

export interface PublicationRights {
  id: string;
  name: string;
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

export const viewRights = ({ publications, articlesByPublication }: Archive): RightsView => ({
  publications: publications.flatMap(({ id, name }) => {
    const articles = articlesByPublication.get(id) ?? [];
    const byStatement = [...Map.groupBy(articles, ({ rights }) => rights.statement)];
    return articles.length === 0 ? [] : [{ id, name, statements: byStatement.map(tell).sort(byArticles) }];
  }),
});

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
