// Writes a front matter as it was meant where there is no doubt: quotes, spaces, capitals of a field, leading zeros of a day.
import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { contentPath } from '../disk/folders.ts';
import { readBytes } from '../reading/source.ts';
import { collections, type Collection } from '../schema/collections.ts';
import { readFrontMatter } from '../schema/front-matter.ts';
import type { Damage, Repair } from './repairs.ts';

/** Only files with findings are looked at; their text below the front matter stays as it is. */
export function repairFrontMatter({ findings, root }: Damage): Repair[] {
  const wrong = new Set(findings.map(({ file }) => file));
  return listFiles(root)
    .filter(({ path }) => wrong.has(contentPath(path)))
    .flatMap(({ path, collection }): Repair[] => {
      const bytes = readBytes(path);
      if ('message' in bytes) return [];
      const file = contentPath(path);
      const source = bytes.toString('utf8');
      const mended = mendFrontMatter(source, Object.keys(collections[collection].schema.shape), file);
      // Whatever is not UTF-8 would be lost on the way.
      if (mended === undefined || !Buffer.from(source).equals(bytes)) return [];
      return [{ path, file, text: mended, done: ['its front matter is in form'] }];
    });
}

function listFiles(root: string): { path: string; collection: Collection }[] {
  return (Object.keys(collections) as Collection[]).flatMap((collection) => {
    let entries: Dirent[];
    try {
      entries = readdirSync(join(root, collection), { recursive: true, withFileTypes: true });
    } catch {
      return [];
    }
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
      .map((entry) => ({ path: join(entry.parentPath, entry.name), collection }));
  });
}

/** The mended text of a file, or `undefined` if there is nothing to mend or the front matter would not be readable then. */
function mendFrontMatter(source: string, fields: readonly string[], file: string): string | undefined {
  const text = source.replace(/^\ufeff/, '');
  const [whole, opening = '', yaml = ''] =
    /^(---)[ \t]*\r?\n((?:[^\n]*\n)*?)---[ \t]*(?:\r?\n|$)/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const lines = yaml.split('\n').slice(0, -1);
  const mended = [opening, ...lines.map((line) => mendLine(line, fields)), '---', ''].join('\n');
  const result = mended + text.slice(whole.length);
  if (result === source || readFrontMatter(result.replace(/\r\n?/g, '\n'), file).findings.length > 0)
    return undefined;
  return result;
}

function mendLine(written: string, fields: readonly string[]): string {
  const line = written.trimEnd().replace(/^[ \t]+/, (indent) => indent.replaceAll('\t', '  '));
  const [whole, start = '', key = '', value = ''] =
    /^( *(?:- )?)(?:([A-Za-z]+):(?: +|$))?(.*)$/.exec(line) ?? [];
  if (whole === undefined || (key === '' && !start.endsWith('- '))) return line;
  const field = start === '' ? (fields.find((one) => one.toLowerCase() === key.toLowerCase()) ?? key) : key;
  const name = key === '' ? start : `${start}${field}:${value === '' ? '' : ' '}`;
  return name + mendValue(value);
}

/** Signs that mean something to YAML, in a value that is not in quotes. */
const needsQuotes = /: |:$|^[!%@`]|^[&*][^\s]/;

function mendValue(value: string): string {
  const day = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(value);
  if (day !== null) return [day[1], day[2]?.padStart(2, '0'), day[3]?.padStart(2, '0')].join('-');
  if (/^["'[{|>]/.test(value) || !needsQuotes.test(value)) return value;
  return JSON.stringify(value);
}
