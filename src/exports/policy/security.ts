// security.txt (RFC 9116): to whom a weakness is told, and until when that is true.
import { site } from '../../site.ts';
import { absoluteUrl, securityUrl } from '../../urls.ts';
import { renderInstant } from '../revised.ts';

export const renderSecurity = (): string =>
  [
    `Contact: ${site.security.contact ?? site.contact}`,
    `Expires: ${renderInstant(site.security.expires)}`,
    `Preferred-Languages: ${site.language}`,
    `Canonical: ${absoluteUrl(securityUrl())}`,
  ]
    .map((line) => `${line}\n`)
    .join('');
