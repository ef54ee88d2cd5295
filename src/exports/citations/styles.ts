// A reference as a line to copy, in the three styles that schools and journals ask for most; pure.
import { renderName, renderNameInverted, type PersonName } from '../../names/person-name.ts';
import { summaryNote, type Reference } from '../../views/reference.ts';

/** A line in pieces, so that a page can show which language a title is in and which words are a work's name. */
export type CitationPart = string | { title: string } | { work: string };

export interface CitationStyle {
  name: string;
  build: (reference: Reference) => CitationPart[];
}

/**
 * Chicago Manual of Style, 18th edition, bibliography; American Psychological Association, 7th edition; Modern Language
 * Association, 9th edition: an article of a newspaper, read online. Titles keep the capitals of the headline, since no
 * rule can tell a name from a word; a quotation in one becomes single within the style's own marks; a summary says so
 * where a reprint would say where it is from.
 */
export const citationStyles: readonly CitationStyle[] = [
  { name: 'Chicago', build: buildChicago },
  { name: 'APA', build: buildApa },
  { name: 'MLA', build: buildMla },
];

/** The line as plain text. */
export const renderCitation = (parts: readonly CitationPart[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : 'title' in part ? part.title : part.work)).join('');

/** `Van Auken, Bill, and Ann Lee. “Title.” World Socialist Web Site, January 3, 2020. https://…` */
function buildChicago(reference: Reference): CitationPart[] {
  const { authors, title, publication, published, url } = reference;
  const date = `${months[monthOf(published)]} ${dayOf(published)}, ${yearOf(published)}`;
  const opening: CitationPart[] =
    authors.length > 0 ? [`${endSentence(listChicago(authors))} “`] : [{ work: publication }, '. “'];
  return [
    ...opening,
    { title: endSentence(quoteWithin(title)) },
    '” ',
    ...(authors.length > 0 ? [{ work: publication }, ', '] : []),
    `${date}. `,
    ...noteOf(reference),
    `${url}.`,
  ];
}

/** Six names at most; of more the first three. */
function listChicago([first, ...others]: readonly PersonName[]): string {
  if (first === undefined) return '';
  const names = [renderNameInverted(first), ...others.map(renderName)];
  if (names.length > 6) return `${names.slice(0, 3).join(', ')}, et al.`;
  return joinNames(names, 'and');
}

/** `Van Auken, B. (2020, January 3). Title. World Socialist Web Site. https://…` */
function buildApa(reference: Reference): CitationPart[] {
  const { authors, title, publication, published, url, isSummary } = reference;
  const date = `(${yearOf(published)}, ${months[monthOf(published)]} ${dayOf(published)})`;
  const described = isSummary ? ` [${summaryNote(reference)}]` : '';
  const heading: CitationPart[] = isSummary ? [{ title }, `${described}.`] : [{ title: endSentence(title) }];
  return [
    ...(authors.length > 0
      ? [`${endSentence(listApa(authors))} ${date}. `, ...heading]
      : [...heading, ` ${date}.`]),
    ' ',
    { work: publication },
    `. ${url}`,
  ];
}

/** Twenty names at most; of more the first nineteen and the last. */
function listApa(authors: readonly PersonName[]): string {
  const names = authors.map((name) => {
    if ('literal' in name) return name.literal;
    // A name in the signs of its own language has neither initials nor a comma.
    if (name.familyFirst && !/^\p{Lu}/u.test(name.given)) return renderName(name);
    return [name.family, renderInitials(name.given), ...(name.suffix ? [name.suffix] : [])].join(', ');
  });
  if (names.length > 20) return `${names.slice(0, 19).join(', ')}, . . . ${names.at(-1)}`;
  return joinNames(names, '&');
}

/** `Jean-Paul Marie` is `J.-P. M.`; a script without capitals has no initials. */
const renderInitials = (given: string): string =>
  given
    .split(' ')
    .map((word) =>
      word
        .split('-')
        .map((piece) => (/^\p{Lu}/u.test(piece) ? `${[...piece][0] ?? ''}.` : piece))
        .join('-'),
    )
    .join(' ');

/** `Van Auken, Bill. “Title.” World Socialist Web Site, 3 Jan. 2020. Dateline, https://…` */
function buildMla(reference: Reference): CitationPart[] {
  const { authors, title, publication, published, archive, url } = reference;
  const month = months[monthOf(published)] ?? '';
  const short = month.length > 4 ? `${month === 'September' ? 'Sept' : month.slice(0, 3)}.` : month;
  return [
    ...(authors.length > 0 ? [`${endSentence(listMla(authors))} `] : []),
    '“',
    { title: endSentence(quoteWithin(title)) },
    '” ',
    { work: publication },
    `, ${dayOf(published)} ${short} ${yearOf(published)}. `,
    ...noteOf(reference),
    { work: archive },
    `, ${url}.`,
  ];
}

/** Two names at most; of more the first. */
function listMla([first, ...others]: readonly PersonName[]): string {
  if (first === undefined) return '';
  if (others.length > 1) return `${renderNameInverted(first)}, et al.`;
  return joinNames([renderNameInverted(first), ...others.map(renderName)], 'and');
}

const noteOf = (reference: Reference): string[] =>
  reference.isSummary ? [`${summaryNote(reference)}. `] : [];

/** A comma stands before the last, even of two where the first of them holds one itself. */
function joinNames(names: readonly string[], word: 'and' | '&'): string {
  const [first = '', last = ''] = [names[0], names.at(-1)];
  if (names.length < 2) return last;
  const comma = names.length > 2 || first.includes(',') ? ',' : '';
  return `${names.slice(0, -1).join(', ')}${comma} ${word} ${last}`;
}

/** With a full stop, unless it ends in a mark of its own; it stands before marks of quotation that English closes with. */
const endSentence = (text: string): string =>
  /[.?!…。？！؟।۔](?:["”’)]|\s?»)?$/u.test(text)
    ? text
    : text.replace(/(?<=“[^“”]*)”$|(?<=‘[^‘’]*)’$|(?<=(?<!\p{L})"[^"]*)"$|$/u, (mark) => `.${mark}`);

/** Not the marks of other languages, and not the straight one within a word, as Hebrew has it in `צה"ל`. */
const quoteWithin = (title: string): string =>
  title.replace(
    /“([^“”]*)”|(?<![\p{L}\p{N}])"([^"]*)"(?!\p{L})/gu,
    (_, curly?: string, straight = '') => `‘${curly ?? straight}’`,
  );

const months = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore
const yearOf = (date: string): string => date.slice(0, 4);
const monthOf = (date: string): number => Number(date.slice(5, 7)) - 1;
const dayOf = (date: string): number => Number(date.slice(8));
