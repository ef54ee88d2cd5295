// The site as nginx serves it: a server of its own, to be included where nginx lists its sites.
import { renderExpression } from './address-pattern.ts';
import { typesByAddress, typesByEnding, unknownType } from './content-types.ts';
import { fileOf, hostFiles, type FinishedSite } from './finished-site.ts';
import { headerRules, type HeaderRule } from './headers.ts';
import type { ServerOptions } from './hosts.ts';

/** Needs nginx 1.13.4 with gzip_static, which every packaged nginx has; `brotli` needs its own module. */
export function renderNginx(site: FinishedSite, { root, listen, brotli }: ServerOptions): string {
  const { base } = site;
  return `${allow}${headerRules.map((rule) => renderMap(rule, base)).join('')}server {
${(listen === undefined ? ['80', '[::]:80'] : [listen]).map((address) => `    listen ${address};\n`).join('')}    server_name ${listen === undefined ? new URL(site.origin).hostname : '_'};
    root ${quote(root)};
    index index.html;
    server_tokens off;
    # Certificates, and what else is your own: this file is written anew.
    include dateline.d/*.conf;
    # Redirects keep the scheme and the port that a proxy may have changed.
    absolute_redirect off;
    gzip_static on;
${brotli ? '    brotli_static on;\n' : ''}
    types {
${Object.entries(typesByEnding)
  .map(([ending, type]) => `        ${quote(type)} ${ending};\n`)
  .join('')}    }
    default_type ${unknownType};
    charset off;

${headerRules.map(renderHeader).join('')}    add_header Allow $dateline_allow always;
${site.files.some((name) => name.endsWith('.gz')) ? '    # A compressed file stands for the plain one, and both have the same address.\n    gzip_vary on;\n' : ''}
    if ($dateline_allow) {
        return 405;
    }
    error_page 404 ${base}404.html;
    # A folder without a page.
    error_page 403 =404 ${base}404.html;
    error_page 410 @withdrawn;
    location @withdrawn {
        try_files \${uri}index.html $uri ${base}404.html =410;
    }
    location / {
        try_files $uri $uri/ =404;
    }
    # Files for servers, not for readers.
    location ~ "/\\.(?!well-known/)" {
        return 404;
    }
${typesByAddress
  .map(
    ({ on, type }) => `    location ~ ${quote(renderExpression(base, on))} {
        types { }
        default_type ${quote(type)};
        try_files $uri =404;
    }
`,
  )
  .join('')}${base === '/' ? '' : renderTop(base)}${renderMoved(site)}}
`;
}

/** Values with spaces and semicolons; no value of the tables has a quotation mark, a dollar or a backslash at its end. */
const quote = (value: string): string => `"${value}"`;

const variable = (name: string): string => `$dateline_${name.toLowerCase().replaceAll('-', '_')}`;

/** An empty value sends no header. */
function renderMap({ name, always = '', except = [], secure }: HeaderRule, base: string): string {
  if (secure) return `map $scheme ${variable(name)} {\n    default "";\n    https ${quote(always)};\n}\n`;
  if (except.length === 0) return '';
  const rows = except.flatMap(({ on, value }) =>
    on.map((pattern) => `    ${quote(`~${renderExpression(base, pattern)}`)} ${quote(value)};\n`),
  );
  return `map $uri ${variable(name)} {\n    default ${quote(always)};\n${rows.join('')}}\n`;
}

const allow = `map $request_method $dateline_allow {
    default "GET, HEAD";
    GET "";
    HEAD "";
}
`;

const renderHeader = ({ name, always = '', except = [], secure }: HeaderRule): string =>
  `    add_header ${name} ${except.length > 0 || secure ? variable(name) : quote(always)} always;\n`;

/** What is asked for at the top of the host; leave out what another site there has. */
const renderTop = (base: string): string => `    location = / {
        return 302 ${base};
    }
${hostFiles
  .map(
    (name) => `    location = /${name} {
        try_files ${base}${name} =404;
    }
`,
  )
  .join('')}`;

/** One location each: nginx finds an exact one quickly, however many there are. */
function renderMoved({ base, moved, withdrawn }: FinishedSite): string {
  const addresses = (path: string): string[] =>
    [...new Set([path.slice(1), fileOf(path)])].map((name) => `${base}${name}`);
  return [
    ...[...moved].flatMap(([path, to]) =>
      addresses(path).map(
        (address) => `    location = ${address} {\n        return 301 ${base}${to.slice(1)};\n    }\n`,
      ),
    ),
    ...[...withdrawn].flatMap((path) =>
      addresses(path).map((address) => `    location = ${address} {\n        return 410;\n    }\n`),
    ),
  ].join('');
}
