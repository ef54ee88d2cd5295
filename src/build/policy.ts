// The Content-Security-Policy of one page: it names the page's own styles and scripts by their hashes, and nothing else.
import { createHash } from 'node:crypto';

/** Everything a page may do that does not depend on what it holds. */
const fixed = [
  "default-src 'none'",
  "img-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
];

/**
 * Puts the policy into a finished page, as the first thing after its charset.
 * @param wasm whether the page may compile WebAssembly and load the index, as the search page does
 */
export function addPolicy(html: string, wasm: boolean): string {
  const scripts = [...html.matchAll(/<script\b([^>]*)>(.*?)<\/script>/gs)];
  const sources = new Set<string>();
  if (wasm) sources.add("'self'").add("'wasm-unsafe-eval'");
  for (const [, attributes = '', content = ''] of scripts) {
    // Data is not run, and needs no leave.
    if (/\stype="application\/ld\+json"/.test(attributes)) continue;
    // Rules for what to fetch ahead are not run, and this allows nothing that is.
    if (/\stype="speculationrules"/.test(attributes)) sources.add("'inline-speculation-rules'");
    else sources.add(/\ssrc=/.test(attributes) ? "'self'" : hash(content));
  }
  const styles = [...html.matchAll(styleElements)].map(([, content = '']) => hash(content));
  const policy = [
    ...fixed,
    ...(sources.size > 0 ? [`script-src ${[...sources].join(' ')}`] : []),
    ...(styles.length > 0 ? [`style-src ${[...new Set(styles)].join(' ')}`] : []),
  ].join(';');
  const charset = '<meta charset="utf-8">';
  if (!html.includes(charset)) throw new Error('A page without its charset has no place for its policy.');
  return html.replace(charset, `${charset}<meta http-equiv="content-security-policy" content="${policy}">`);
}

const styleElements = /<style\b[^>]*>(.*?)<\/style>/gs;

const hash = (content: string): string => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
