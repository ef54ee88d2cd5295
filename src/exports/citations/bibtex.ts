// A reference as BibTeX in the data model of biblatex 3: letters of every script stay as they are, for biber reads UTF-8.
import type { PersonName } from '../../names/person-name.ts';
import { summaryNote, type Reference } from '../../views/reference.ts';

/** What TeX would take for a command. */
const commands: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '\\{',
  '}': '\\}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
};

/** The names that babel gives to languages, by BCP 47 subtag; another language goes without. */
const babelNames: Readonly<Record<string, string>> = {
  ar: 'arabic', bg: 'bulgarian', ca: 'catalan', cs: 'czech', da: 'danish', de: 'ngerman', el: 'greek', en: 'english',
  es: 'spanish', et: 'estonian', fa: 'persian', fi: 'finnish', fr: 'french', he: 'hebrew', hr: 'croatian',
  hu: 'hungarian', id: 'indonesian', it: 'italian', ja: 'japanese', ko: 'korean', lt: 'lithuanian', lv: 'latvian',
  nb: 'norsk', nl: 'dutch', nn: 'nynorsk', pl: 'polish', pt: 'portuguese', ro: 'romanian', ru: 'russian', sk: 'slovak',
  sl: 'slovene', sr: 'serbian', sv: 'swedish', tr: 'turkish', uk: 'ukrainian', vi: 'vietnamese', zh: 'chinese',
}; // prettier-ignore

/** One `@article` of the subtype newspaper; braces within braces keep the capitals of titles. */
export function renderBibtex(reference: Reference): string {
  const fields: [field: string, value: string | undefined][] = [
    ['author', reference.authors.length > 0 ? reference.authors.map(renderAuthor).join(' and ') : undefined],
    ['title', `{${escapeTex(reference.title)}}`],
    ['journaltitle', `{${escapeTex(reference.publication)}}`],
    ['entrysubtype', 'newspaper'],
    ['date', reference.published],
    ['location', reference.place && escapeTex(reference.place)],
    ['url', escapeUrl(reference.url)],
    ['langid', babelNames[new Intl.Locale(reference.language).language]],
    ['language', reference.language],
    ['abstract', escapeTex(reference.abstract)],
    ['keywords', reference.topics.length > 0 ? reference.topics.map(escapeTex).join(', ') : undefined],
    ['addendum', reference.isSummary ? escapeTex(summaryNote(reference)) : undefined],
    ['library', escapeTex(reference.archive)],
  ];
  const lines = fields.flatMap(([field, value]) =>
    value === undefined ? [] : [`  ${field} = {${value}},\n`],
  );
  return `@article{${reference.key},\n${lines.join('')}}\n`;
}

function renderAuthor(name: PersonName): string {
  if ('literal' in name) return `{${escapeTex(name.literal)}}`;
  const { family, given, suffix } = name;
  return [family, ...(suffix ? [suffix] : []), given].map(escapeName).join(', ');
}

/** Within braces, "and" and commas do not separate names, and "=" does not name a part of one. */
const escapeName = (text: string): string =>
  /[,=]|\band\b/i.test(text) ? `{${escapeTex(text)}}` : escapeTex(text);

/** A value is one line: some readers, unlike biber, end it at a line break. */
const squash = (text: string): string => text.replace(/[\s\u0085]+/gu, ' ').trim();

/**
 * A text as TeX prints it. BibTeX and biber count braces whatever stands before them, so that `\\}` alone would end the
 * entry: a brace without its other half is written by its name, which older readers do not know.
 */
function escapeTex(text: string): string {
  const plain = squash(text);
  const single = findSingleBraces(plain);
  return plain.replace(/[\\{}~^#$%&_]/g, (sign, at: number) =>
    single.has(at) ? (braceNames[sign] ?? sign) : (commands[sign] ?? sign),
  );
}

const braceNames: Readonly<Record<string, string>> = { '{': '{\\textbraceleft}', '}': '{\\textbraceright}' };

/** The positions of braces that have no partner. */
function findSingleBraces(text: string): Set<number> {
  const single = new Set<number>();
  const open: number[] = [];
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '{') open.push(index);
    else if (open.pop() === undefined) single.add(index);
  }
  return new Set([...single, ...open]);
}

/** The field is read letter by letter; only braces would end it. */
const escapeUrl = (url: string): string => url.replace(/[{}\\\s]/gu, (sign) => encodeURIComponent(sign));
