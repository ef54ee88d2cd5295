// The Content-Security-Policy of one page: it names what the project wrote for the page by its hash, and nothing else.
import { createHash } from 'node:crypto';

/** What every page may do, whatever it holds. */
const fixed = [
  "default-src 'none'",
  "img-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
];

export interface Allowed {
  /** The text of the page's one style, or nothing. */
  style: string;
  /** Whether the page has speculation rules. They are not run, and allowing them allows no script. */
  fetchesAhead: boolean;
  /** Whether one of the archive's scripts runs, which loads others and compiles the search index. */
  runs: boolean;
}

/** The policy as it stands in the `content` of its element. */
export function renderPolicy({ style, fetchesAhead, runs }: Allowed): string {
  const sources = [
    ...(runs ? ["'self'", "'wasm-unsafe-eval'"] : []),
    ...(fetchesAhead ? ["'inline-speculation-rules'"] : []),
  ];
  return [
    ...fixed,
    ...(sources.length > 0 ? [`script-src ${sources.join(' ')}`] : []),
    ...(style === '' ? [] : [`style-src ${hash(style)}`]),
  ].join(';');
}

const hashes = new Map<string, string>();

/** Many pages have the same style. */
function hash(text: string): string {
  let known = hashes.get(text);
  if (known === undefined) {
    known = `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    hashes.set(text, known);
  }
  return known;
}
