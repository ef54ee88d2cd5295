// The files _headers and _redirects, which Netlify and Cloudflare Pages read in the site's own folder, each in its own way.
import { matchesPattern, type AddressPattern } from './address-pattern.ts';
import { typesByAddress, typesByEnding } from './content-types.ts';
import { fileOf, type FinishedSite } from './finished-site.ts';
import { headerRules, revalidated } from './headers.ts';

export type PagesService = 'netlify' | 'cloudflare';

/**
 * All rules that match an address apply, and values of one header are joined by commas. So no address gets a
 * header twice, except for policies, which browsers enforce one by one. Both services revalidate all files.
 * https://docs.netlify.com/manage/routing/headers/ https://developers.cloudflare.com/pages/configuration/headers/
 */
export function renderHeaders(service: PagesService, base: string): string {
  const rules = new Map<AddressPattern, Map<string, string>>();
  const add = (pattern: AddressPattern, name: string, value: string): void => {
    rules.set(pattern, (rules.get(pattern) ?? new Map<string, string>()).set(name, value));
  };
  for (const { name, always, except = [] } of headerRules) {
    if (always !== undefined && always !== revalidated) add('**', name, always);
    for (const { on, value } of except) for (const pattern of on) add(pattern, name, value);
  }
  for (const { on, type } of typesByAddress) add(on, 'Content-Type', type);
  for (const [ending, type] of Object.entries(typesByEnding)) {
    // Some addresses with this ending have another type; the services know the type of the rest.
    const isDivided = typesByAddress.some(({ on }) => matchesPattern(on, `**/*.${ending}`));
    if (!isDivided) add(`**/*.${ending}`, 'Content-Type', type);
  }
  return [...rules]
    .flatMap(([pattern, headers]) => {
      const lines = [...headers].map(([name, value]) => `  ${name}: ${value}\n`).join('');
      return renderPattern(service, pattern).map((path) => `${base}${path}\n${lines}`);
    })
    .join('\n');
}

/**
 * A star stands for any characters, slashes included, one star per line; a name after a colon, for one part.
 * At Netlify a star between two slashes may also stand for nothing.
 */
function renderPattern(service: PagesService, pattern: AddressPattern): string[] {
  const [, name] = /^\*\*\/([^*]+)$/.exec(pattern) ?? [];
  if (name !== undefined) return service === 'netlify' ? [`*/${name}`] : [name, `*/${name}`];
  if (pattern.startsWith('**/')) return [pattern.slice('**/'.length)];
  const parts = pattern.replace('**', '*').split('/');
  const hasOne = parts.filter((part) => part.includes('*')).length < 2;
  return [parts.map((part, index) => (part === '*' && !hasOne ? `:part${index}` : part)).join('/')];
}

/**
 * Netlify sends a file that is there unless the rule ends in "!"; Cloudflare obeys every rule, does not know that sign,
 * and cannot say that a page was withdrawn.
 */
export function renderRedirects(service: PagesService, { base, moved, withdrawn }: FinishedSite): string {
  const lines = [...moved].map(
    ([path, to]) => `${base}${path.slice(1)} ${base}${to.slice(1)} 301${service === 'netlify' ? '!' : ''}`,
  );
  if (service === 'netlify') {
    for (const path of withdrawn)
      lines.push(`${base}${path.slice(1)} /${path.endsWith('/') ? fileOf(path) : '404.html'} 410!`);
  }
  // The folder that is published holds the site itself, not the folders of its path.
  if (base !== '/') lines.push(`${base}* /:splat 200`);
  return lines.map((line) => `${line}\n`).join('');
}

/** How much Cloudflare reads of a _redirects file. https://developers.cloudflare.com/pages/configuration/redirects/ */
export const mostRedirects = 2000;
