// Copies with a hostile value in every place that the importers read: one copy per value and kind.

import { forbiddenCharacters, needlessCharacters } from '../../src/schema/characters.ts';

/** A copy with the value in several fields, or in one of them. */
export interface HostileCopy {
  /** The value, for the sentence that names a failure. */
  value: string;
  kind: CopyKind;
  /** Where the value stands. */
  fields: readonly string[];
  /** Which of the kind's shapes it has, such as the fence of a front matter. */
  shape: number;
  /** Makes headline, day and text unique. */
  number: number;
}

export const copyKinds = ['HTML', 'Markdown', 'text', 'PDF'] as const;
export type CopyKind = (typeof copyKinds)[number];

/** How many shapes a kind has. */
export const shapes: Readonly<Record<CopyKind, number>> = { HTML: 2, Markdown: 3, text: 1, PDF: 1 };

/** The fields of each shape. */
export function fieldsOf(kind: CopyKind, shape: number): readonly string[] {
  if (kind === 'HTML') return [...(shape === 0 ? shown : told), ...pageBody];
  if (kind === 'Markdown') return [...matterFields, ...markdownBody];
  return kind === 'text' ? ['headline', 'byline', 'body', 'paragraph'] : ['headline', 'body', 'metadata'];
}

const shown = ['h1', 'title', 'byline', 'datetime', 'description', 'lang'];
const told = [
  'JSON-LD headline',
  'JSON-LD author',
  'og:title',
  'og:site_name',
  'author',
  'canonical',
  'time',
];
const pageBody = ['text', 'href', 'link title', 'alt', 'picture title', 'class', 'abbr title', 'cell', 'raw'];
const matterFields = ['title', 'description', 'author', 'tags', 'canonical_url', 'lang', 'unknown'];
const markdownBody = [
  'text',
  'href',
  'link title',
  'alt',
  'picture title',
  'definition',
  'raw block',
  'raw line',
];

/** A word that tells whether a text was lost, for the fields whose words must not be. */
export const markOf = (field: string, number: number): string =>
  `mark${field.replaceAll(/[^a-z]/gi, '').toLowerCase()}${number}`;

/** Fields of the body whose every word must be in the draft or in the report. */
const marked = new Set(['text', 'link title', 'alt', 'picture title', 'abbr title', 'cell', 'body', 'paragraph', 'definition']); // prettier-ignore

/** Fields whose words readers see, and those that become a field of the draft. */
const spoken = new Set([
  'h1',
  'JSON-LD headline',
  'headline',
  'title',
  'description',
  'tags',
  'unknown',
  ...marked,
]);

/** Every word of a value that is text, and the marks of its fields. */
export function listDueWords({ fields, number, kind, value }: HostileCopy): string[] {
  if (kind === 'PDF' && !isLatin(value)) return [];
  const isSpoken = fields.some((field) => spoken.has(field) && !(kind === 'HTML' && field === 'description'));
  const words = isSpoken
    ? (value
        .replace(unseen, ' ')
        .replace(needlessCharacters, '')
        .match(/[\p{L}\p{N}]+/gu) ?? [])
    : [];
  return [...words, ...fields.filter((field) => marked.has(field)).map((field) => markOf(field, number))];
}

const unseen = new RegExp(`${forbiddenCharacters.source}|[\\u2028\\u2029]`, 'gu');

/** Renders a copy; a PDF as Latin-1 text. */
export function renderCopy(copy: HostileCopy): string {
  const { kind } = copy;
  return kind === 'HTML'
    ? renderPage(copy)
    : kind === 'Markdown'
      ? renderMarkdown(copy)
      : kind === 'text'
        ? renderText(copy)
        : renderPdf(copy);
}

export const endings: Readonly<Record<CopyKind, string>> = {
  HTML: 'html',
  Markdown: 'md',
  text: 'txt',
  PDF: 'pdf',
};

/** Each copy has a day of its own, so that no two have the same address. */
const dayOf = (number: number): string =>
  new Date(Date.UTC(1950, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);

const months = 'January February March April May June July August September October November December'.split(' '); // prettier-ignore

function renderDay(number: number): string {
  const [year = '', month = '', day = ''] = dayOf(number).split('-');
  return `${Number(day)} ${months[Number(month) - 1] ?? ''} ${year}`;
}

/** Enough prose for an article, of words that no other copy has. */
const prose = (number: number, part: string): string =>
  `${Array.from({ length: 24 }, (_, index) => `${part}${number}w${index}`).join(' ')}, and that was all of it.`;

const pick = (copy: HostileCopy, field: string, honest: string): string =>
  copy.fields.includes(field) ? copy.value : honest;

/** The value with its mark, or an honest text. */
const say = (copy: HostileCopy, field: string): string =>
  copy.fields.includes(field) ? `${copy.value} ${markOf(field, copy.number)}` : 'honest words';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const json = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

function renderPage(copy: HostileCopy): string {
  const { number, shape, fields } = copy;
  const honest = `Headline of number ${number}`;
  const html = (field: string, other = ''): string => escape(pick(copy, field, other));
  const linked = json({
    '@type': 'NewsArticle',
    headline: pick(copy, 'JSON-LD headline', honest),
    author: { name: pick(copy, 'JSON-LD author', 'Jane Doe') },
    datePublished: dayOf(number),
  });
  const head =
    shape === 0
      ? `<title>${html('title', honest)}</title><meta name="description" content="${html('description')}">`
      : `<title>${escape(honest)}</title><meta property="og:title" content="${html('og:title', honest)}">
<meta name="author" content="${html('author', 'Jane Doe')}"><link rel="canonical" href="${html('canonical')}">
<script type="application/ld+json">${linked}</script>`;
  const top =
    shape === 0
      ? `<h1>${html('h1', honest)}</h1><p class="byline">By ${html('byline', 'Jane Doe')}</p>
<time datetime="${html('datetime', dayOf(number))}">${renderDay(number)}</time>`
      : `<time datetime="${dayOf(number)}">${html('time', renderDay(number))}</time>`;
  const text = (field: string): string => escape(say(copy, field));
  return `<!doctype html><html lang="${html('lang', 'en')}"><head><meta charset="utf-8">
<meta property="og:site_name" content="${html('og:site_name', 'Example Times')}">${head}</head>
<body><article>${top}
<p class="${html('class', 'first')}">${prose(number, 'first')}</p>
<p>Some words, ${text('text')}, and a <a href="${html('href', 'https://example.org/x')}" title="${text('link title')}">link</a>
with a <abbr title="${text('abbr title')}">short form</abbr> and <a href="https://example.org/y" title="${text('link title')}">another</a>.</p>
<p>${prose(number, 'middle')} <img src="${html('href', '/x.jpg')}" alt="${text('alt')}" title="${text('picture title')}"></p>
<table><tr><th>One</th><th>Two</th></tr><tr><td>${text('cell')}</td><td>words</td></tr></table>
<p>${prose(number, 'last')}</p>
<div>${fields.includes('raw') ? copy.value : ''}</div></article></body></html>`;
}

/** Escapes what Markdown would read as markup. */
const escapeMarkdown = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');

function renderMarkdown(copy: HostileCopy): string {
  const { number, shape, fields, value } = copy;
  const matter = {
    title: pick(copy, 'title', `Headline of number ${number}`),
    description: pick(copy, 'description', 'What it reports.'),
    author: pick(copy, 'author', 'Jane Doe'),
    date: dayOf(number),
    tags: [pick(copy, 'tags', 'ships'), 'sea'],
    canonical_url: pick(copy, 'canonical_url', `https://example.org/${number}`),
    lang: pick(copy, 'lang', 'en'),
    layout: pick(copy, 'unknown', 'post'),
  };
  const line = ([name, field]: [string, unknown], sign: string): string =>
    `${name}${sign} ${escapeControls(JSON.stringify(field))}`;
  const entries = Object.entries(matter);
  const fence =
    shape === 0
      ? `---\n${entries.map((entry) => line(entry, ':')).join('\n')}\n---`
      : shape === 1
        ? `+++\n${entries.map((entry) => line(entry, ' =')).join('\n')}\n+++`
        : `---json\n${JSON.stringify(matter, null, 1)}\n---`;
  const text = (field: string): string => escapeMarkdown(say(copy, field));
  const href = fields.includes('href')
    ? value.replaceAll(/\s+/g, '').replaceAll(/[<>\\]/g, '\\$&')
    : 'https://example.org/x';
  return `${fence}

${prose(number, 'first')}

Some words, ${text('text')}, and a [link](<${href}> "${text('link title')}") and
[another](https://example.org/y "${text('link title')}"), ![${text('alt')}](/x.jpg "${text('picture title')}").

By [name][one] too.

[one]: https://example.org/z "${text('definition')}"

${fields.includes('raw line') ? `In a line ${value}` : 'A line.'}

${prose(number, 'last')}

${fields.includes('raw block') ? value : ''}
`;
}

/** DEL and C1 controls, which JSON allows as they are and YAML and TOML do not. */
const escapeControls = (text: string): string =>
  text.replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

function renderText(copy: HostileCopy): string {
  const { number, fields, value } = copy;
  return `${pick(copy, 'headline', `Headline of number ${number}`)}
By ${pick(copy, 'byline', 'Jane Doe')}
Example Times
${renderDay(number)}

${prose(number, 'first')}

Some words, ${say(copy, 'body')}, and more.

${fields.includes('paragraph') ? `${value}\n${markOf('paragraph', number)} ends it.` : 'A line.'}

${prose(number, 'last')}
`;
}

const isLatin = (text: string): boolean => /^[\u0020-\u007e]*$/.test(text);

/** A page of lines in one of the fonts that every reader has; the value also as title, author and subject. */
function renderPdf(copy: HostileCopy): string {
  const { number, value } = copy;
  const lines: [size: number, text: string][] = [
    [20, pick(copy, 'headline', `Headline of number ${number}`)],
    [11, 'By Jane Doe'],
    [11, 'Example Times'],
    [11, renderDay(number)],
    [11, prose(number, 'a').slice(0, 90)],
    [11, `${say(copy, 'body')}.`],
    [11, prose(number, 'b').slice(0, 90)],
  ];
  const string = (text: string): string =>
    `(${text.replaceAll(/[^\u0020-\u007e]/g, ' ').replaceAll(/[\\()]/g, '\\$&')})`;
  const content = `BT ${lines.map(([size, text], index) => `/F1 ${size} Tf 1 0 0 1 50 ${740 - 40 * index} Tm ${string(text)} Tj`).join('\n')} ET`;
  const hex = `<feff${[...value].map((sign) => (sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0').slice(-4)).join('')}>`;
  return joinPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 2000 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Title ${hex} /Author ${hex} /Subject ${hex} /Keywords ${hex} >>`,
  ]);
}

/** A PDF of these objects; the sixth holds its metadata. */
export function joinPdf(objects: readonly string[], trailer = '/Info 6 0 R'): string {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  return `${text}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`;
}
