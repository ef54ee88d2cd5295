// Writes content files: front matter as the archive's own files have it, checked against its schema before it is used.
import { isDeepStrictEqual } from 'node:util';
import { Document } from 'yaml';
import type * as z from 'zod';
import { forbiddenCharacters, renderCodePoint } from '../schema/characters.ts';
import { renderFinding } from '../schema/finding.ts';
import { readFrontMatter } from '../schema/front-matter.ts';
import { readFields } from '../schema/sentence.ts';

/** Front matter: every value text, a list of texts or a group of these; `undefined` is left out. */
export type Fields = { [name: string]: Field };
type Field = string | Field[] | Fields | undefined;

/**
 * A content file as text; values are quoted only where YAML needs it, long ones stay on their line.
 * @param body Markdown, for an article
 * @throws if the fields would not be read back as they were given
 */
export function renderContentFile(fields: Fields, body?: string): string {
  const document = new Document(dropMissing(fields), { schema: 'failsafe' });
  const yaml = document.toString({ lineWidth: 0, indentSeq: true, flowCollectionPadding: false });
  const text = `---\n${yaml}---\n${body === undefined ? '' : `\n${body.trimEnd()}\n`}`;
  const { data, findings } = readFrontMatter(text, '');
  // What has findings is refused by checkContentFile, with a sentence for the person who typed it.
  if (findings.length === 0 && !isDeepStrictEqual(data, dropMissing(fields))) {
    throw new Error(`the fields cannot be written as YAML: ${JSON.stringify(fields)}`);
  }
  return text;
}

function dropMissing(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, Field][] => {
      if (value === undefined) return [];
      return [[name, typeof value === 'object' && !Array.isArray(value) ? dropMissing(value) : value]];
    }),
  );
}

/** What the archive would say of a content file, a sentence each; empty for a good one. */
export function checkContentFile(text: string, schema: z.ZodType, file: string): string[] {
  const matter = readFrontMatter(text, file);
  const problems = readFields(schema, matter, file).findings.map(renderFinding);
  const control = matter.body.match(forbiddenCharacters)?.[0];
  if (control !== undefined) {
    problems.push(
      `${file} would have the invisible control character ${renderCodePoint(control)}; leave it out.`,
    );
  }
  return problems;
}
