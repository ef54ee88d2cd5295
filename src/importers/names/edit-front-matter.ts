// Changes single fields of a content file and leaves everything else as it was written, including comments.
import { isMap, parseDocument, type Document } from 'yaml';
import { readFrontMatter } from '../../schema/front-matter.ts';

const fences = /^(?<open>---[ \t]*\n)(?<yaml>(?:[^\n]*\n)*?)(?<close>---[ \t]*(?:\n|$))/;

/**
 * The text of a content file with its front matter changed.
 * @param edit changes the document; all its values are text
 * @throws Error if the result could not be read again
 */
export function editFrontMatter(source: string, edit: (document: Document) => void): string {
  const [mark = ''] = /^\ufeff/.exec(source) ?? [];
  const text = source.slice(mark.length).replaceAll('\r\n', '\n');
  const groups = fences.exec(text)?.groups;
  if (groups === undefined) throw new Error('The file has no front matter.');
  const { open = '', yaml = '', close = '' } = groups;
  const document = parseDocument(yaml, { schema: 'failsafe' });
  edit(document);
  const written = document.toString({ lineWidth: 0, indentSeq: true, flowCollectionPadding: false });
  const result = `${open}${written}${close}${text.slice(open.length + yaml.length + close.length)}`;
  const [finding] = readFrontMatter(result, '').findings;
  if (finding !== undefined) throw new Error(`The front matter could not be changed: ${finding.message}.`);
  return mark + (source.includes('\r\n') ? result.replaceAll('\n', '\r\n') : result);
}

/** Adds values to a list of texts, and creates the list if there is none. */
export function addToList(document: Document, field: string, values: readonly string[]): void {
  if (values.length === 0) return;
  if (document.has(field)) for (const value of values) document.addIn([field], value);
  else insertField(document, field, [...values]);
}

/**
 * Sets a field, or the field `inner` within a group, which is created if there is none.
 * @param value as it should appear in the file
 */
export function setField(document: Document, field: string, value: string, inner?: string): void {
  if (inner === undefined) insertField(document, field, value);
  else if (document.has(field)) document.setIn([field, inner], document.createNode(value));
  else insertField(document, field, { [inner]: value });
}

/** The order of fields in a record; any others go at the end. */
export const fieldOrder = [
  'name',
  'aliases',
  'description',
  'wikidata',
  'differentFrom',
  'born',
  'died',
  'kind',
  'within',
  'partOf',
  'location',
];

function insertField(document: Document, field: string, value: unknown): void {
  const { contents } = document;
  if (!isMap(contents)) {
    document.set(field, value);
    return;
  }
  const place = fieldOrder.indexOf(field);
  const before = contents.items.findLastIndex(({ key }) => {
    const at = fieldOrder.indexOf(String(key));
    return place !== -1 && at !== -1 && at < place;
  });
  const pair = document.createPair(field, value);
  if (before === -1) contents.items.push(pair);
  else contents.items.splice(before + 1, 0, pair);
}
