// Looks at the address of a link: it leads to a page of the archive or to a whole, public address, and nowhere else.
import type { Definition, Link } from 'mdast';
import { forbiddenCharacters } from '../schema/characters.ts';
import { findLookAlikes } from '../schema/look-alikes.ts';
import { absoluteUrl, homeUrl, sitePath } from '../urls.ts';
import type { ArticleFile } from './article-file.ts';
import { report, shorten } from './report.ts';

/** How the whole address of a page of this archive begins. */
const home = absoluteUrl(homeUrl());

const safeProtocols = new Set(['http:', 'https:', 'mailto:']);
const noAddress = { protocol: '', username: '', password: '', hostname: '' };

/** Whether everybody may reach it: a name with a dot, and no number of a machine. */
const isPublicHost = (host: string): boolean =>
  /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.(?=[^.]*\p{L})[\p{L}\p{N}-]+\.?$/u.test(host);

/** What a browser drops from an address, reads as another character or cannot send: it would mislead. */
const unclear = /^\s|\s$|[\\\u0000-\u001f\u007f-\u009f\ufffd]/;

/** Reports a bad address; notes a link to a page of the archive, whose target only the whole archive knows. */
export function checkLink(article: ArticleFile, node: Link | Definition): void {
  // "HTTPS:" is "https:" to every browser, but not to every program that reads the page.
  node.url = node.url.replace(/^[a-z][a-z\d+.-]*:/i, (scheme) => scheme.toLowerCase());
  const { url } = node;
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  const [alike] = findLookAlikes(url);
  if (alike !== undefined) {
    report(
      article,
      node,
      `"${alike.word}" in this address mixes letters of two alphabets that look alike`,
      'Write the true address',
    );
  }
  if (unclear.test(url) || url.search(forbiddenCharacters) !== -1) {
    report(
      article,
      node,
      `there is a sign in this address that no address has: "${shorten(url)}"`,
      'Remove backslashes, invisible signs, and spaces at either end; write a space within as %20',
    );
    return;
  }
  if (/^(?:\/(?!\/)|#|\.{1,2}\/)/.test(url)) {
    article.links.push({ url, line, column });
    // The archive may live under a path of its own.
    if (url.startsWith('/')) node.url = sitePath(url.slice(1));
    return;
  }
  const { protocol, username, password, hostname } = URL.canParse(url) ? new URL(url) : noAddress;
  if (!safeProtocols.has(protocol)) {
    report(
      article,
      node,
      `this link does not lead to a web address: "${shorten(url)}"`,
      'Begin it with https://, http:// or mailto:, or with / for a page of this archive',
    );
    return;
  }
  const isMail = protocol === 'mailto:';
  const isWhole = isMail
    ? /^mailto:[^\s@]+@[^\s@.]+\.[^\s@]+$/.test(url)
    : /^https?:\/\/[^/]/.test(url) && isPublicHost(hostname) && username + password === '';
  if (!isWhole) {
    report(
      article,
      node,
      `this is not a whole ${isMail ? 'mail' : 'web'} address: "${shorten(url)}"`,
      `Write it as in ${isMail ? 'mailto:name@example.org' : 'https://example.org/page'}`,
    );
    return;
  }
  const own = ownPath(url);
  if (own !== undefined) article.links.push({ url: own, line, column });
}

/** The path below the site's base of a whole address that leads to this archive. */
function ownPath(url: string): string | undefined {
  const { href } = new URL(url);
  return href.startsWith(home) ? `/${href.slice(home.length)}` : undefined;
}
