// The one table of headers that servers send besides the content type; all hosts' files are written from it.
import { site } from '../../site.ts';
import { citationEndings } from '../citations/formats.ts';
import { matchesPattern, type AddressPattern } from './address-pattern.ts';

export interface HeaderRule {
  name: string;
  /** The value for every address, errors included; absent if only some addresses have the header. */
  always?: string;
  /** Values that are sent instead; no two of a rule match the same address. */
  except?: readonly { on: readonly AddressPattern[]; value: string }[];
  /** Whether it may be sent over HTTPS only. */
  secure?: boolean;
}

/** A year, which is forever to a cache. */
export const immutable = 'public, max-age=31536000, immutable';
/** Caches keep it, but ask each time whether it has changed; if it has not, the answer has no body. */
export const revalidated = 'no-cache';

/** Their names change with their content: a hash of it is part of the name. */
const hashed: readonly AddressPattern[] = [
  '_astro/**',
  'pagefind/filter/*',
  'pagefind/fragment/*',
  'pagefind/index/*',
  'pagefind/**.pf_meta',
  // The same of an index with a period of its own.
  'pagefind/*/filter/*',
  'pagefind/*/fragment/*',
  'pagefind/*/index/*',
  // The root, search/names/root, names the folder, so it must be revalidated.
  'search/names/*/*',
];

/** What programs on other sites may read: it is public, and the archive does not know its visitors. */
const open: readonly AddressPattern[] = [
  '.well-known/*',
  ...citationEndings.map((ending) => `**/citation.${ending}`),
  '**/feed.json',
  '**/feed.xml',
  'dataset/**',
  'opensearch.xml',
];

const frames = "frame-ancestors 'none'";

export const headerRules: readonly HeaderRule[] = [
  { name: 'Cache-Control', always: revalidated, except: [{ on: hashed, value: immutable }] },
  {
    // A page names its own policy; a policy in a page cannot say who may frame it.
    name: 'Content-Security-Policy',
    always: frames,
    // A drawing that is opened by itself is a document, and may hold scripts.
    except: [
      { on: ['**/*.svg'], value: `default-src 'none'; style-src 'unsafe-inline'; ${frames}; sandbox` },
    ],
  },
  { name: 'Cross-Origin-Opener-Policy', always: 'same-origin' },
  { name: 'Permissions-Policy', always: 'camera=(), geolocation=(), microphone=()' },
  // Other sites do not learn what somebody reads here.
  { name: 'Referrer-Policy', always: 'same-origin' },
  { name: 'X-Content-Type-Options', always: 'nosniff' },
  { name: 'Access-Control-Allow-Origin', except: [{ on: open, value: '*' }] },
  {
    // So that a program can read a part of a large file, and come back for the next.
    name: 'Access-Control-Expose-Headers',
    except: [{ on: open, value: 'Accept-Ranges, Content-Range, ETag' }],
  },
  // Without includeSubDomains and preload: this promises nothing for other names or for the browsers' lists.
  ...(site.origin.startsWith('https:')
    ? [{ name: 'Strict-Transport-Security', always: 'max-age=31536000', secure: true }]
    : []),
];

/**
 * The headers of an address.
 * @param path of the file below the base: `people/index.html`
 * @param isSecure whether it is asked for over HTTPS
 */
export function headersFor(path: string, isSecure: boolean): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { name, always, except = [], secure = false } of headerRules) {
    const exception = except.find(({ on }) => on.some((pattern) => matchesPattern(path, pattern)));
    const value = exception?.value ?? always;
    if (value !== undefined && (isSecure || !secure)) headers[name] = value;
  }
  return headers;
}
