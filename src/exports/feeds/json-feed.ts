// A feed as JSON Feed 1.1; pure.
import { site } from '../../site.ts';
import { absoluteUrl, homeUrl, jsonFeedUrl } from '../../urls.ts';
import type { Feed } from './feed.ts';

export function renderJsonFeed(feed: Feed): string {
  const value = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: absoluteUrl(jsonFeedUrl(feed.subject)),
    description: feed.description,
    authors: [{ name: site.name, url: absoluteUrl(homeUrl()) }],
    language: site.language,
    items: feed.entries.map(({ reference, authors, published, updated, source, html }) => ({
      id: reference.url,
      url: reference.url,
      external_url: source,
      title: reference.title,
      content_html: html,
      summary: reference.abstract,
      date_published: published,
      date_modified: updated,
      authors,
      tags: reference.topics.length > 0 ? reference.topics : undefined,
      language: reference.language,
    })),
  };
  return `${JSON.stringify(value, null, 1)}\n`;
}
