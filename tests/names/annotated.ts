// Annotated prose: which names with a record a text has and which without, and what recognition finds of them.
import { readFileSync } from 'node:fs';
import { readNames } from '../../src/names/recognition/decide.ts';
import { buildNameTrie, type NameSpelling } from '../../src/names/recognition/recognize.ts';
import { findUnplacedNames } from '../../src/names/recognition/unplaced.ts';
import type { NamedCollection } from '../../src/schema/collection-names.ts';

export interface AnnotatedText {
  /** What the text tries. */
  kind: string;
  records: NameSpelling[];
  /** The paragraphs or lines. */
  texts: string[];
  /** By text: the names with a record, as `start end record`. */
  known: Set<string>[];
  /** The names without a record. */
  unknown: Set<string>;
}

export interface Recognized {
  kind: string;
  /** Links, those of them that are right, and names with a record that should have one. */
  links: number;
  right: number;
  expected: number;
  /** Names listed, those of them that are names, names that should be listed, and those that are. */
  listed: number;
  listedRight: number;
  unknown: number;
  found: number;
  /** What is wrong, a line each. */
  faults: string[];
}

/**
 * Sections begin with "# kind" and "> collection: Name; Name; collection: Name". In the lines below, `[Name]` or
 * `[as printed=Name]` has a record, and `{Name}` has none.
 */
export function readAnnotated(): AnnotatedText[] {
  const source = readFileSync(new URL('fixtures/annotated.txt', import.meta.url), 'utf8');
  return source
    .split(/^# /m)
    .slice(1)
    .map((section) => {
      const [kind = '', records = '', ...lines] = section.trim().split('\n');
      const read = lines.map(readLine);
      return {
        kind,
        records: readRecords(records.slice(2)),
        texts: read.map(({ text }) => text),
        known: read.map(({ known }) => known),
        unknown: new Set(read.flatMap(({ unknown }) => unknown)),
      };
    });
}

function readRecords(line: string): NameSpelling[] {
  let collection: NamedCollection = 'people';
  return line.split(';').map((part) => {
    const [, own, name = ''] = /^\s*(?:(people|places|organizations):)?\s*(.*)$/.exec(part) ?? [];
    if (own !== undefined) collection = own as NamedCollection;
    return { spelling: name, targets: [{ collection, id: name }] };
  });
}

function readLine(line: string): { text: string; known: Set<string>; unknown: string[] } {
  const known = new Set<string>();
  const unknown: string[] = [];
  let text = '';
  let at = 0;
  for (const { index, 0: whole } of line.matchAll(/\[[^\]]+\]|\{[^}]+\}/g)) {
    text += line.slice(at, index);
    at = index + whole.length;
    const [printed = '', record = printed] = whole.slice(1, -1).split('=');
    if (whole.startsWith('{')) unknown.push(printed);
    else known.add(`${text.length} ${text.length + printed.length} ${record}`);
    text += printed;
  }
  return { text: text + line.slice(at), known, unknown };
}

/** What recognition makes of a text. */
export function recognize({ kind, records, texts, known, unknown }: AnnotatedText): Recognized {
  const faults: string[] = [];
  const { names, open, closed } = readNames('', texts, buildNameTrie(records), undefined);
  const keyOf = (one: (typeof names)[number]): string => `${one.start} ${one.end} ${one.target.id}`;
  const right = names.filter((one) => known[one.at]?.has(keyOf(one)));
  for (const one of names)
    if (!right.includes(one)) faults.push(`"${one.spelling}" is linked in "${texts[one.at]}"`);
  for (const [at, keys] of known.entries()) {
    const found = new Set(names.filter((one) => one.at === at).map(keyOf));
    for (const key of keys) if (!found.has(key)) faults.push(`${key} is not linked in "${texts[at]}"`);
  }
  const decided = [...names, ...open, ...closed];
  const listed = findUnplacedNames(
    texts.map((text, at) => ({ text, known: decided.filter((one) => one.at === at) })),
  ).map(({ name }) => name);
  const listedRight = listed.filter((name) => unknown.has(name));
  for (const name of listed) if (!unknown.has(name)) faults.push(`"${name}" is listed and no name`);
  // A surname is counted with the full name.
  const wanted = [...unknown].filter(
    (name) => ![...unknown].some((other) => other.split(' ').includes(name) && other !== name),
  );
  for (const name of wanted) if (!listed.includes(name)) faults.push(`"${name}" is not listed`);
  return {
    kind,
    links: names.length,
    right: right.length,
    expected: known.reduce((sum, { size }) => sum + size, 0),
    listed: listed.length,
    listedRight: listedRight.length,
    unknown: wanted.length,
    found: wanted.filter((name) => listed.includes(name)).length,
    faults,
  };
}
