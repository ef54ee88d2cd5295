// A reference as BibTeX in the data model of biblatex 3: letters of every script stay as they are, for biber reads UTF-8.
import type { PersonName } from './person-name.ts';
import { summaryNote, type Reference } from './reference.ts';

/** What TeX would take for a command. */
const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
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

/** One `@article` of the subtype newspaper; the title's braces keep its capitals. */
export function renderBibtex(reference: Reference): string {
  const fields: [field: string, value: string | undefined][] = [
    ['author', reference.authors.length > 0 ? reference.authors.map(renderAuthor).join(' and ') : undefined],
    ['title', `{${escapeTex(reference.title)}}`],
    ['journaltitle', escapeTex(reference.publication)],
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

/** Within braces "and" and a comma part no names. */
const escapeName = (text: string): string =>
  /,|\band\b/i.test(text) ? `{${escapeTex(text)}}` : escapeTex(text);

const escapeTex = (text: string): string =>
  text.replace(/\s+/gu, ' ').replace(/[\\{}~^#$%&_]/g, (sign) => commands[sign] ?? sign);

/** The field is read letter by letter; only braces would end it. */
const escapeUrl = (url: string): string =>
  url.replace(/[{}\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
