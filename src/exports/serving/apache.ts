// The site as Apache serves it: a file in the site's own folder, which needs no more than "AllowOverride FileInfo".
import { renderExpression, type AddressPattern } from './address-pattern.ts';
import { encodings } from './compress.ts';
import { typesByAddress, typesByEnding } from './content-types.ts';
import { fileOf, isCompressed, type FinishedSite } from './finished-site.ts';
import { headerRules } from './headers.ts';

/** For Apache 2.4.13 or newer with mod_headers and mod_rewrite. */
export function renderApache(site: FinishedSite): string {
  const { base, moved, withdrawn } = site;
  return `AddDefaultCharset Off
${Object.entries(typesByEnding)
  .map(([ending, type]) => `AddType ${quote(type)} .${ending}\n`)
  .join('')}${typesByAddress
    .map(({ on, type }) => `<If ${isOne(base, [on])}>\n    ForceType ${quote(type)}\n</If>\n`)
    .join('')}
ErrorDocument 404 ${base}404.html
ErrorDocument 410 "${base}%{reqenv:WITHDRAWN}"
FileETag MTime Size

<IfModule mod_headers.c>
${headerRules
  .map(({ name, always, except = [], secure }) => {
    const lines = [
      ...(always === undefined
        ? []
        : [`Header always set ${name} ${quote(always)}${secure ? ' "expr=%{HTTPS} == \'on\'"' : ''}`]),
      ...except.map(
        ({ on, value }) => `Header always set ${name} ${quote(value)} ${isOne(base, on, 'expr=')}`,
      ),
    ];
    return lines.map((line) => `    ${line}\n`).join('');
  })
  .join('')}</IfModule>

<IfModule mod_rewrite.c>
    RewriteEngine On
    # The page that says what became of a withdrawn one.
    RewriteCond %{ENV:REDIRECT_STATUS} =410
    RewriteRule ^ - [L]
    # Files for servers, not for readers.
    RewriteRule (?:^|/)\\.(?!well-known/) - [R=404,L]
${[...withdrawn].map((path) => `    RewriteRule ${renderName(path)} - [E=WITHDRAWN:${path.endsWith('/') ? fileOf(path) : '404.html'},G]\n`).join('')}${[
    ...moved,
  ]
    .map(([path, to]) => `    RewriteRule ${renderName(path)} ${base}${to.slice(1)} [R=301,L]\n`)
    .join('')}</IfModule>
${isCompressed(site) ? renderCompressed() : ''}`;
}

const quote = (value: string): string => `"${value}"`;

/** Also for a compressed file, to which the server has rewritten the plain one's address. */
const isOne = (base: string, patterns: readonly AddressPattern[], before = ''): string =>
  quote(
    `${before}%{REQUEST_URI} =~ m#${patterns
      .map((pattern) => renderExpression(base, pattern).replace(/\$$/, '(?:\\.(?:br|gz))?$'))
      .join('|')}#`,
  );

/** A rule sees the path below its own folder. */
const renderName = (path: string): string => {
  const name = path.slice(1).replaceAll('.', '\\.');
  return `^${name}${fileOf(path) === path.slice(1) ? '' : '(?:index\\.html)?'}$`;
};

const renderCompressed = (): string => `
<IfModule mod_rewrite.c>
${encodings
  .flatMap(({ ending, name }) =>
    [
      ['(.+[^/])', '$1'],
      ['(.*/)?', '$1index.html'],
    ].map(
      ([
        from = '',
        to = '',
      ]) => `    RewriteCond %{HTTP:Accept-Encoding} (?:^|,)\\s*${name}\\s*(?:,|;(?!\\s*q=0(?:\\.0*)?\\s*(?:,|$))|$)
    RewriteCond %{DOCUMENT_ROOT}%{REQUEST_URI}${to.slice(2)}${ending} -f
    RewriteRule ^${from}$ ${to}${ending} [L]
`,
    ),
  )
  .join('')}</IfModule>
${encodings
  .map(
    ({ ending, name }) => `<FilesMatch "\\.\\w+\\${ending}$">
    AddEncoding ${name} ${ending}
    <IfModule mod_headers.c>
        Header append Vary Accept-Encoding
    </IfModule>
</FilesMatch>
`,
  )
  .join('')}`;
