// security.txt (RFC 9116): where to report a weakness, until when the file is valid, and what happens then.
import { site } from '../../site.ts';
import { absoluteUrl, securityUrl } from '../../urls.ts';
import { renderInstant } from '../../archive/revised.ts';

export const renderSecurity = (): string =>
  [
    `Contact: ${site.security.contact ?? site.contact}`,
    `Expires: ${renderInstant(site.security.expires)}`,
    `Preferred-Languages: ${site.language}`,
    `Canonical: ${absoluteUrl(securityUrl())}`,
    // GitHub shows .github/SECURITY.md there.
    ...(site.repository === undefined ? [] : [`Policy: ${site.repository.address}/security/policy`]),
  ]
    .map((line) => `${line}\n`)
    .join('');
