// robots.txt (RFC 9309): everything may be read, and the sitemap says what there is.
import { absoluteUrl, sitemapUrl } from '../../urls.ts';

/** A robot reads it at the root of the host only. */
export const renderRobots = (): string =>
  `User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrl(sitemapUrl())}\n`;
