// The hosts that the archive can write files for: what is written for each, and where it belongs; pure.
import { renderApache } from './apache.ts';
import { renderCaddy } from './caddy.ts';
import type { FinishedSite } from './finished-site.ts';
import { renderNginx } from './nginx.ts';
import { mostRedirects, renderHeaders, renderRedirects } from './pages-services.ts';
import { renderS3 } from './s3.ts';

export interface ServerOptions {
  /** The server's folder for the top of the host; a site below a path has a folder of that path in it. */
  root: string;
  /** Address and port to listen on without HTTPS, behind a proxy or for a trial; without it the site's own host name. */
  listen?: string | undefined;
  /** Whether nginx has the module that sends `.br` files. */
  brotli?: boolean | undefined;
}

export interface Host {
  /** What people call it. */
  name: string;
  /** Where its files belong: in the site's own folder, on the server, or on the machine that uploads it. */
  place: 'in the site' | 'on the server' | 'with the maintainer';
  /** The host's files by name. */
  renderFiles: (site: FinishedSite, options: ServerOptions) => Readonly<Record<string, string>>;
  /** What the host cannot do for this site, as a sentence; `undefined` if it can do everything. */
  explainLimits?: (site: FinishedSite) => string | undefined;
}

/** How each generated file begins, after the comment sign; only such a file is overwritten. */
export const generatedMark = 'Written by "npm run export -- hosting';

const mark = (host: string): string => `# ${generatedMark} ${host}". Write it anew after each build.\n`;

const explainWithdrawn = (host: string, pages: number): string | undefined =>
  pages === 0
    ? undefined
    : `${host} cannot answer 410: a withdrawn page says so to readers, and answers 200.`;

export const hosts: Readonly<Record<string, Host>> = {
  nginx: {
    name: 'nginx',
    place: 'on the server',
    renderFiles: (site, options) => ({ 'nginx.conf': mark('nginx') + renderNginx(site, options) }),
  },
  caddy: {
    name: 'Caddy',
    place: 'on the server',
    renderFiles: (site, options) => ({ Caddyfile: mark('caddy') + renderCaddy(site, options) }),
  },
  apache: {
    name: 'Apache',
    place: 'in the site',
    renderFiles: (site) => ({ '.htaccess': mark('apache') + renderApache(site) }),
  },
  netlify: {
    name: 'Netlify',
    place: 'in the site',
    renderFiles: (site) => ({
      _headers: mark('netlify') + renderHeaders('netlify', site.base),
      _redirects: mark('netlify') + renderRedirects('netlify', site),
    }),
  },
  cloudflare: {
    name: 'Cloudflare Pages',
    place: 'in the site',
    renderFiles: (site) => ({
      _headers: mark('cloudflare') + renderHeaders('cloudflare', site.base),
      _redirects: mark('cloudflare') + renderRedirects('cloudflare', site),
    }),
    explainLimits: ({ moved, withdrawn }) =>
      moved.size > mostRedirects
        ? `Cloudflare Pages reads ${mostRedirects} of the ${moved.size} redirects; the pages of the others lead on by themselves.`
        : explainWithdrawn('Cloudflare Pages', withdrawn.size),
  },
  github: {
    name: 'GitHub Pages',
    place: 'in the site',
    // Without it, folders whose names begin with "_" are left out when a branch is published.
    renderFiles: () => ({ '.nojekyll': mark('github') }),
    explainLimits: ({ withdrawn }) => explainWithdrawn('GitHub Pages', withdrawn.size),
  },
  s3: {
    name: 'Amazon S3',
    place: 'with the maintainer',
    renderFiles: (site) => {
      const [first = '', ...rest] = renderS3(site).split('\n');
      return { 's3.sh': `${first}\n${mark('s3')}${rest.join('\n')}` };
    },
    explainLimits: ({ withdrawn }) => explainWithdrawn('Amazon S3', withdrawn.size),
  },
};
