// What the head of every page says to machines: Open Graph, the feeds to follow, the search, the reservation of rights.
import { site } from '../site.ts';
import { absoluteUrl, atomUrl, jsonFeedUrl, openSearchUrl, type FeedSubject } from '../urls.ts';
import { buildMiningTags } from '../exports/policy/mining.ts';
import { graph, link, type HeadTag } from '../views/metadata/head-tags.ts';

export interface PageHead {
  title: string;
  description?: string | undefined;
  /** Made by urls.ts. */
  path: string;
  isArticle: boolean;
}

export function buildPageTags({ title, description, path, isArticle }: PageHead): HeadTag[] {
  return [
    graph('og:type', isArticle ? 'article' : 'website'),
    graph('og:title', title),
    ...(description === undefined ? [] : [graph('og:description', description)]),
    graph('og:url', absoluteUrl(path)),
    graph('og:site_name', site.name),
    ...buildMiningTags(),
    ...buildFeedLinks(site.name),
    link('search', openSearchUrl(), { type: 'application/opensearchdescription+xml', title: site.name }),
  ];
}

/** @param subject what the feeds follow: a record, or without it the archive */
export const buildFeedLinks = (title: string, subject?: FeedSubject): HeadTag[] => [
  link('alternate', atomUrl(subject), { type: 'application/atom+xml', title }),
  link('alternate', jsonFeedUrl(subject), { type: 'application/feed+json', title: `${title} (JSON Feed)` }),
];
