// The formats of a feed, by the ending of its file; pure.
import { renderAtom } from './atom.ts';
import { renderJsonFeed } from './json-feed.ts';

export const feedFormats = {
  xml: { mediaType: 'application/atom+xml', render: renderAtom },
  json: { mediaType: 'application/feed+json', render: renderJsonFeed },
} as const;

export const feedEndings = Object.keys(feedFormats) as (keyof typeof feedFormats)[];
