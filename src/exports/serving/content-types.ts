// The content type of every file of the site, for servers: most are known by the ending, some by the address.
import { citationFormats } from '../citations/formats.ts';
import { feedFormats } from '../feeds/formats.ts';
import { matchesPattern, type AddressPattern } from './address-pattern.ts';

/** For a file that nothing is known about: a browser saves it and does not guess. */
export const unknownType = 'application/octet-stream';

/** By ending, in lower case. Text is UTF-8; JSON always is, and need not say so. */
export const typesByEnding: Readonly<Record<string, string>> = {
  atom: 'application/atom+xml; charset=utf-8',
  avif: 'image/avif',
  bib: 'application/x-bibtex; charset=utf-8',
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json',
  gif: 'image/gif',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  jsonld: 'application/ld+json',
  md: 'text/markdown; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  ndjson: 'application/x-ndjson',
  // Pagefind packs its files itself, WebAssembly among them, and unpacks them in its own code.
  pagefind: unknownType,
  parquet: 'application/vnd.apache.parquet',
  pdf: 'application/pdf',
  pf_filter: unknownType,
  pf_fragment: unknownType,
  pf_index: unknownType,
  pf_meta: unknownType,
  png: 'image/png',
  ris: 'application/x-research-info-systems; charset=utf-8',
  sqlite: 'application/vnd.sqlite3',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  vtt: 'text/vtt; charset=utf-8',
  wasm: 'application/wasm',
  webm: 'video/webm',
  webmanifest: 'application/manifest+json',
  webp: 'image/webp',
  woff: 'font/woff',
  woff2: 'font/woff2',
  xml: 'application/xml; charset=utf-8',
  zip: 'application/zip',
};

/** Files whose ending says too little; no two patterns match the same address. */
export const typesByAddress: readonly { on: AddressPattern; type: string }[] = [
  { on: '**/feed.xml', type: `${feedFormats.xml.mediaType}; charset=utf-8` },
  { on: '**/feed.json', type: feedFormats.json.mediaType },
  { on: '**/citation.json', type: citationFormats.json.mediaType },
  { on: 'dataset/library.json', type: citationFormats.json.mediaType },
  // Packed, and read by the search page alone.
  { on: 'search/names/**', type: unknownType },
  { on: 'opensearch.xml', type: 'application/opensearchdescription+xml; charset=utf-8' },
];

/** @param path of the file below the base: `people/index.html` */
export function contentTypeOf(path: string): string {
  const special = typesByAddress.find(({ on }) => matchesPattern(path, on));
  if (special !== undefined) return special.type;
  const ending = endingOf(path);
  return Object.hasOwn(typesByEnding, ending) ? (typesByEnding[ending] ?? unknownType) : unknownType;
}

/** In lower case, without the dot; empty if the name has none. */
export const endingOf = (path: string): string => /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

/**
 * Whether the file gets smaller, and is not read in pieces: programs ask for the length of a database or
 * table, then for ranges of bytes, and both mean something else in a compressed file.
 */
export const isCompressible = (path: string): boolean =>
  /^text\/|[/+](?:json|xml|javascript|manifest\+json|x-ndjson|x-bibtex|x-research-info-systems)\b/.test(
    contentTypeOf(path),
  );
