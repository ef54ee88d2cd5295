// The site as Caddy serves it: one block of a Caddyfile. Caddy gets and renews the certificate by itself.
import { renderExpression } from './address-pattern.ts';
import { typesByAddress, typesByEnding, unknownType } from './content-types.ts';
import { fileOf, hostFiles, type FinishedSite } from './finished-site.ts';
import { headerRules } from './headers.ts';
import type { ServerOptions } from './hosts.ts';

/** Needs Caddy 2.6. Inside a `route` the order of lines matters, and later headers replace earlier ones. */
export function renderCaddy(site: FinishedSite, { root, listen }: ServerOptions): string {
  const { base, moved, withdrawn } = site;
  const always = headerRules.filter(({ always: value, secure }) => value !== undefined && !secure);
  const secure = headerRules.filter((rule) => rule.secure);
  const exceptions = headerRules.flatMap(({ name, except = [] }) =>
    except.map((rule) => ({ name, ...rule })),
  );
  const openOnly = headerRules.filter(({ always: value }) => value === undefined).map(({ name }) => name);
  return `${listen === undefined ? site.origin : `http://${listen}`} {
	root * ${quote(root)}
	map {path} {dateline_type} {
${typesByAddress.map(({ on, type }) => `		~${renderExpression(base, on)} ${quote(type)}\n`).join('')}${Object.entries(
    typesByEnding,
  )
    .map(([ending, type]) => `		~(?i)\\.${ending}$ ${quote(type)}\n`)
    .join('')}		~/$ ${quote(typesByEnding['html'] ?? unknownType)}
		default ${unknownType}
	}
	route {
		header {
${always.map(({ name, always: value = '' }) => `			${name} ${quote(value)}\n`).join('')}		}
${secure
  .map(
    ({ name, always: value = '' }) => `		@secure protocol https
		header @secure ${name} ${quote(value)}
`,
  )
  .join('')}		@write not method GET HEAD
		header @write Allow "GET, HEAD"
		respond @write "Only GET and HEAD are answered here." 405
		# Files for servers, not for readers.
		@hidden {
			path */.*
			not path ${[...new Set(['/', base])].map((top) => `${top}.well-known/*`).join(' ')}
		}
		error @hidden 404
${base === '/' ? '' : renderTop(base)}${[...withdrawn]
    .flatMap((path) => namesOf(path).map((name) => `		error ${base}${name} 410\n`))
    .join('')}${[...moved]
    .flatMap(([path, to]) => namesOf(path).map((name) => `		redir ${base}${name} ${base}${to.slice(1)} 301\n`))
    .join('')}		header Content-Type {dateline_type}
${exceptions
  .map(
    (
      { name, on, value },
      index,
    ) => `		@exception${index} path_regexp ${on.map((pattern) => renderExpression(base, pattern)).join('|')}
		header @exception${index} ${name} ${quote(value)}
`,
  )
  .join('')}		file_server {
			precompressed br gzip
		}
	}
	handle_errors {
		header {
			Content-Type "text/html; charset=utf-8"
${always.map(({ name, always: value = '' }) => `			${name} ${quote(value)}\n`).join('')}${openOnly.map((name) => `			-${name}\n`).join('')}		}
		@page {
			expression {err.status_code} == 410
			file {path}index.html {path}
		}
		handle @page {
			rewrite * {file_match.relative}
			file_server
		}
		handle {
			rewrite * ${base}404.html
			file_server
		}
	}
}
`;
}

const quote = (value: string): string => `"${value}"`;

const namesOf = (path: string): string[] => [...new Set([path.slice(1), fileOf(path)])];

/** What is asked for at the top of the host; leave out what another site there has. */
const renderTop = (base: string): string => `		redir / ${base} 302
${hostFiles.map((name) => `		rewrite /${name} ${base}${name}\n`).join('')}`;
