// Reads a table saved by a spreadsheet, whatever its separator and line ends, or says what is wrong with it.
import { existsSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import { readBytes } from '../../reading/source.ts';
import { nearest } from '../../schema/sentence.ts';

export interface TableRow {
  /** The line in the file, 1-based. */
  line: number;
  /** By column name in lower case; values are trimmed. */
  fields: ReadonlyMap<string, string>;
}

export interface Table {
  columns: string[];
  rows: TableRow[];
}

/** The largest table, in bytes. */
const largest = 64 * 1024 * 1024;

/** @returns the table, or a sentence that says why there is none */
export function readTable(path: string, file: string): Table | { problem: string } {
  if (!existsSync(path)) return { problem: `There is no file ${file}.` };
  const bytes = readBytes(path, largest);
  if ('message' in bytes) return { problem: `${file} cannot be read: ${bytes.message}. ${bytes.fix}.` };
  if (
    bytes.subarray(0, 2).toString('latin1') === 'PK' ||
    bytes.subarray(0, 4).toString('latin1') === '\xd0\xcf\x11\xe0'
  )
    return { problem: `${file} is a spreadsheet. Save it as "CSV UTF-8" and give that file.` };
  const text = decode(bytes);
  if (text === undefined)
    return { problem: `${file} is not UTF-8, so letters would be lost. Save it again as "CSV UTF-8".` };
  return parseTable(text, file);
}

function decode(bytes: Uint8Array): string | undefined {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What the parser gives for each row with `info`; `lines` is the number of its last line. */
const recordsSchema = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }),
);

/** @param text without a byte order mark */
export function parseTable(text: string, file: string): Table | { problem: string } {
  const [head = ''] = text.split(/\r?\n/, 1);
  // Where the comma is the decimal sign, spreadsheets separate fields with semicolons.
  const delimiter =
    [',', ';', '\t'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0] ?? ',';
  try {
    const records = recordsSchema.parse(
      parse(text, {
        delimiter,
        info: true,
        relax_column_count: true,
        skip_empty_lines: true,
        trim: true,
      }),
    );
    const [first, ...others] = records;
    const columns = (first?.record ?? []).map((name) => name.toLowerCase());
    const twice = columns.find((name, at) => name !== '' && columns.indexOf(name) !== at);
    if (twice !== undefined) return { problem: `${file}:1 has the column "${twice}" twice. Remove one.` };
    let line = (first?.info.lines ?? 1) + 1;
    const rows = others.map(({ record, info }): TableRow => {
      const row = { line, fields: new Map(columns.map((name, at) => [name, plain(record[at] ?? '')])) };
      line = info.lines + 1;
      return row;
    });
    return { columns, rows: rows.filter(({ fields }) => [...fields.values()].some((value) => value !== '')) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as CsvError & { lines?: number };
    return {
      problem: `${file}:${lines ?? 1} cannot be read as a table: ${error.message}. Save it again as "CSV UTF-8".`,
    };
  }
}

/** Removes the apostrophe that stops a spreadsheet from running a field as a formula. */
const plain = (field: string): string => field.replace(/^'(?=[\s\u200b\ufeff]*[=+\-@＝＋－＠])/u, '').trim();

/** A sentence for every column that looks like a misspelling of a known one. */
export function checkColumns(columns: readonly string[], known: readonly string[], file: string): string[] {
  return columns.flatMap((column) => {
    if (column === '' || known.includes(column)) return [];
    const near = nearest(column, known);
    return near === undefined ? [] : [`${file}:1 there is no column "${column}"; did you mean "${near}"?`];
  });
}
