// Faults in a finished site beside its pages: a file that is gone, a feed, a sitemap or an index with a gap.
import { gunzipSync, gzipSync } from 'node:zlib';
import { pick } from './page-kinds.ts';
import type { KnownSite } from './known-site.ts';

export interface FileFault {
  name: string;
  /** The files it can be put into. */
  where: RegExp;
  /** The file with the fault; `null` if it is gone, `undefined` if it has no place there. */
  spoil(text: Buffer, random: () => number): string | Buffer | null | undefined;
}

const inText =
  (change: (text: string, random: () => number) => string): FileFault['spoil'] =>
  (bytes, random) => {
    const text = bytes.toString();
    const changed = change(text, random);
    return changed === text ? undefined : changed;
  };

/** Takes one of the parts that match out of a text. */
const dropOne =
  (pattern: RegExp): ((text: string, random: () => number) => string) =>
  (text, random) => {
    const parts = [...text.matchAll(pattern)].map(([part]) => part);
    return parts.length === 0 ? text : text.replace(pick(parts, random), () => '');
  };

const gone = (): null => null;

const pageFiles = /^\/(?:\d{4}|people|places|organizations|topics|publications)\/.*index\.html$/;

export const faultsInFiles: readonly FileFault[] = [
  { name: 'a page that is gone', where: pageFiles, spoil: gone },
  { name: 'an empty page', where: pageFiles, spoil: () => '' },
  { name: 'half a page', where: pageFiles, spoil: (bytes) => bytes.subarray(0, bytes.length * 0.6) },
  { name: 'a picture to share that is gone', where: /^\/cards\/.*\.png$/, spoil: gone },
  { name: 'a face that is gone', where: /\.woff2$/, spoil: gone },
  { name: 'an icon that is gone', where: /^\/(?:favicon\.svg|icon-180\.png)$/, spoil: gone },
  { name: 'a citation that is gone', where: /citation\.(?:ris|bib|json)$/, spoil: gone },
  { name: 'a feed that is gone', where: /\/feed\.(?:xml|json)$/, spoil: gone },
  {
    name: 'a feed without one of its entries',
    where: /\/feed\.xml$/,
    spoil: inText(dropOne(/<entry.*?<\/entry>\n/gs)),
  },
  {
    name: 'a feed that is not well-formed',
    where: /\/feed\.xml$/,
    spoil: inText((text) => text.replace('</title>', '')),
  },
  {
    name: 'a feed without its date',
    where: /\/feed\.xml$/,
    spoil: inText((text) => text.replace(/<updated>.*?<\/updated>\n?/, '')),
  },
  {
    name: 'a feed with a date that is none',
    where: /\/feed\.xml$/,
    spoil: inText((text) => text.replace(/<updated>.*?<\/updated>/, '<updated>3 January 2020</updated>')),
  },
  {
    name: 'an entry of a feed without its id',
    where: /\/feed\.xml$/,
    spoil: inText((text) => text.replace(/(<entry[^>]*>\n)<id>.*?<\/id>/, '$1')),
  },
  {
    name: 'an entry of a feed with other words',
    where: /\/feed\.xml$/,
    spoil: inText((text) => text.replace(/ the /, ' some ')),
  },
  {
    name: 'a feed in JSON without one of its entries',
    where: /\/feed\.json$/,
    spoil: inText((text) => {
      const feed = JSON.parse(text) as { items: unknown[] };
      feed.items.pop();
      return JSON.stringify(feed);
    }),
  },
  {
    name: 'a sitemap without one of its pages',
    where: /^\/sitemaps\/.*\.xml$/,
    spoil: inText(dropOne(/<url>.*?<\/url>\n/gs)),
  },
  {
    name: 'a sitemap with a page that does not exist',
    where: /^\/sitemaps\/.*\.xml$/,
    spoil: inText((text) => text.replace(/<loc>(.*?)<\/loc>/, '<loc>$1more/</loc>')),
  },
  { name: 'a part of the sitemap that is gone', where: /^\/sitemaps\/.*\.xml$/, spoil: gone },
  {
    name: 'an index of sitemaps without one of its parts',
    where: /^\/sitemap\.xml$/,
    spoil: inText(dropOne(/<sitemap>.*?<\/sitemap>\n/gs)),
  },
  {
    name: 'robots that are kept out',
    where: /^\/robots\.txt$/,
    spoil: inText((text) => text.replace('Allow', 'Disallow')),
  },
  { name: 'an index without one of its articles', where: /\.pf_fragment$/, spoil: gone },
  {
    name: 'an index with the headline of another article',
    where: /\.pf_fragment$/,
    spoil: (bytes) =>
      gzipSync(
        gunzipSync(bytes)
          .toString()
          .replace(/"title":"[^"]*"/, '"title":"Another headline"'),
      ),
  },
  { name: 'a record that the search knows nothing of', where: /^\/search\/records\/.*\.json$/, spoil: gone },
  {
    name: 'a record with a wrong number in the search',
    where: /^\/search\/records\/.*\.json$/,
    spoil: inText((text) => text.replace(/"articles":\d+/, '"articles":97')),
  },
  {
    name: 'a file of the dataset that is gone',
    where: /^\/dataset\/[^/]+\.(?:csv|json|ndjson|sqlite|parquet|jsonld|geojson)$/,
    spoil: gone,
  },
];

/** The site with another file in the place of its own, or without it. */
export function withFile(known: KnownSite, file: string, content: string | Buffer | null): KnownSite {
  const files = new Set(known.files);
  if (content === null) files.delete(file);
  else files.add(file);
  return {
    ...known,
    files,
    read: (path) =>
      path === file && content !== null ? Promise.resolve(Buffer.from(content)) : known.read(path),
  };
}
