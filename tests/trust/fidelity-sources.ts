// The content files of an archive as an outsider reads them: front matter as YAML, the body by another reader.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { parse as parseYaml } from 'yaml';
import * as z from 'zod';
import { withoutMarks } from './copy-on-page.ts';
import { listBlocks, readFragment, type TreeNode } from './html-tree.ts';
import { renderReference } from './reference-markdown.ts';

const ids = z.array(z.string()).default([]);
const frontMatter = z.object({
  title: z.string(),
  description: z.string(),
  published: z.string(),
  authors: ids,
  publication: z.string(),
  topics: ids,
  dateline: z.string().optional(),
  copy: z.string(),
  source: z.object({ retrieved: z.string() }),
  corrections: z.array(z.object({ date: z.string() })).default([]),
});

export interface Source {
  /** `2020/01/03/slug`. */
  id: string;
  fields: z.infer<typeof frontMatter>;
  /** What a page has to show of the body. */
  tree: TreeNode[];
  /** The text of every paragraph, heading, item, cell and note, in order, without marks of footnotes. */
  blocks: string[];
}

/** What is kept of a source while the places that carry it are read. */
export interface Expected extends Pick<Source, 'fields'> {
  words: number;
  /** Of the text with its white space evened. */
  digest: string;
}

/** The ids of all articles, sorted. */
export async function listSources(content: string): Promise<string[]> {
  const names = await readdir(join(content, 'articles'), { recursive: true });
  return names
    .map((name) => name.split(sep).join('/'))
    .filter((name) => /^\d{4}\/\d\d\/\d\d\/[^/]+\.md$/.test(name))
    .map((name) => name.slice(0, -'.md'.length))
    .sort();
}

/** @throws Error if the file does not begin with front matter as every article does */
export async function readSource(content: string, id: string): Promise<Source> {
  const file = join(content, 'articles', `${id}.md`);
  const [, head, body] = /^---\r?\n([^]*?)\r?\n---\r?\n([^]*)$/.exec(await readFile(file, 'utf8')) ?? [];
  if (head === undefined || body === undefined) throw new Error(`${file} has no front matter.`);
  const tree = readFragment(renderReference(body));
  return {
    id,
    fields: frontMatter.parse(parseYaml(head)),
    tree,
    blocks: listBlocks(withoutMarks(tree)),
  };
}

export const expect = ({ fields, blocks }: Source): Expected => ({
  fields,
  words: listWords(blocks.join('\n')).length,
  digest: digestOf(blocks.join('\n')),
});

/** Runs of letters and digits, and each Han character, which needs no space beside it to be a word. */
export const listWords = (text: string): string[] =>
  text.match(/\p{Script=Han}|[[\p{L}\p{M}\p{N}]--\p{Script=Han}]+/gv) ?? [];

/** The text with every run of white space as one space, none at its ends. */
export const evenSpaces = (text: string): string => text.replace(/[\s\u0085\u200b]+/gu, ' ').trim();

export const digestOf = (text: string): string => createHash('sha256').update(evenSpaces(text)).digest('hex');

/**
 * How many words were lost or added, or stand in another order; 1 if only characters outside words differ.
 * Also a sentence about the first place where the two texts differ.
 */
export function compareTexts(expected: string, found: string): { failed: number; why: string } {
  const [a, b] = [evenSpaces(expected), evenSpaces(found)];
  if (a === b) return { failed: 0, why: '' };
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 20), at + 40));
  const counts = new Map<string, number>();
  const [wordsOfA, wordsOfB] = [listWords(a), listWords(b)];
  for (const word of wordsOfA) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of wordsOfB) counts.set(word, (counts.get(word) ?? 0) - 1);
  const changed = [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0);
  const moved = wordsOfA.filter((word, index) => word !== wordsOfB[index]).length;
  return {
    failed: changed > 0 ? changed : Math.max(moved, 1),
    why: `${around(b)} stands where the source has ${around(a)}`,
  };
}
