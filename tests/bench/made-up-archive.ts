// Writes an invented archive of any size, the same one every time, and knows which article is about whom.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildSlug } from '../../src/importers/slug.ts';
import { foldName } from '../../src/names/normalize.ts';
import {
  buildArticle,
  buildWalkOn,
  keyOf,
  papers,
  walkOnsUpTo,
  type MadeUpArticle,
} from './made-up-article.ts';
import { cast } from './made-up-cast.ts';
import { unmentionedName, writers } from './made-up-names.ts';
import { subjects } from './made-up-prose.ts';

export interface MadeUpOptions {
  /** How many articles; default 300. The first 300 of 1,000 are the same as of 300. */
  articles?: number;
  /** How many records that no article mentions; default none. */
  extraRecords?: number;
}

export interface MadeUpArchive {
  /** The text of every content file by its path below the content folder. */
  files: Map<string, string>;
  articles: MadeUpArticle[];
}

/** Builds the archive in memory; no clock, no chance, no locale. */
export function buildMadeUpArchive({
  articles: size = 300,
  extraRecords = 0,
}: MadeUpOptions = {}): MadeUpArchive {
  const files = new Map<string, string>();
  const articles: MadeUpArticle[] = [];
  for (let index = 0; index < size; index += 1) {
    const { article, file } = buildArticle(index, (id) => files.has(articlePath(id)));
    files.set(articlePath(article.id), file);
    articles.push(article);
  }
  const walkOns = Array.from({ length: walkOnsUpTo(size) }, (_, index) => buildWalkOn(index));
  for (const member of [...cast, ...walkOns]) {
    const { name, aliases, role, fields = [] } = member;
    const description = `${role.charAt(0).toUpperCase()}${role.slice(1)}, in an invented archive.`;
    files.set(`${keyOf(member)}.md`, renderRecord(name, aliases, description, fields));
  }
  for (const name of writers)
    files.set(`people/${buildSlug(name)}.md`, renderRecord(name, [], 'A reporter, in an invented archive.'));
  for (const { id, name } of subjects)
    files.set(`topics/${id}.md`, renderRecord(name, [], 'A subject of an invented archive.'));
  for (const [language, { id, name }] of Object.entries(papers)) {
    const fields = [`language: ${language}`];
    files.set(`publications/${id}.md`, renderRecord(name, [], 'A newspaper that never was.', fields));
  }
  for (let index = 0; index < extraRecords; index += 1) addUnmentioned(files, index);
  return { files, articles };
}

/** Writes the archive into a folder, which is made if it is missing. */
export async function writeMadeUpArchive(folder: string, options?: MadeUpOptions): Promise<MadeUpArchive> {
  const archive = buildMadeUpArchive(options);
  const folders = new Set([...archive.files.keys()].map((path) => dirname(join(folder, path))));
  for (const path of folders) await mkdir(path, { recursive: true });
  for (const [path, text] of archive.files) await writeFile(join(folder, path), text);
  return archive;
}

/** The articles that name a record, by id. */
export function articlesThatName({ articles }: MadeUpArchive, key: string): Set<string> {
  return new Set(articles.filter(({ names }) => names.has(key)).map(({ id }) => id));
}

/** The articles that have these words next to each other, whatever their case and marks, by id. */
export function articlesThatSay({ articles }: MadeUpArchive, words: string): Set<string> {
  const folded = ` ${foldName(words)} `;
  const says = (text: string): boolean => ` ${foldName(text)} `.includes(folded);
  const saying = articles.filter(({ title, description, body }) => [title, description, body].some(says));
  return new Set(saying.map(({ id }) => id));
}

const articlePath = (id: string): string => `articles/${id}.md`;

function renderRecord(
  name: string,
  aliases: readonly string[],
  description: string,
  fields: readonly string[] = [],
): string {
  const lines = [`name: ${JSON.stringify(name)}`];
  if (aliases.length > 0) lines.push('aliases:', ...aliases.map((alias) => `  - ${JSON.stringify(alias)}`));
  lines.push(`description: ${JSON.stringify(description)}`, ...fields);
  return ['---', ...lines, '---', ''].join('\n');
}

/** Seven people to two places and one organization. */
function addUnmentioned(files: Map<string, string>, index: number): void {
  const { name, others } = unmentionedName(index);
  const kind = index % 10;
  const collection = kind < 7 ? 'people' : kind < 9 ? 'places' : 'organizations';
  const fields = collection === 'places' ? ['kind: city'] : [];
  const description = 'A record that no article mentions, in an invented archive.';
  files.set(
    `${collection}/${buildSlug(name)}-${index + 1}.md`,
    renderRecord(name, others, description, fields),
  );
}

if (import.meta.main) {
  const [folder, articles = '300', extraRecords = '0'] = process.argv.slice(2);
  if (folder === undefined || !/^\d+$/.test(articles) || !/^\d+$/.test(extraRecords)) {
    console.error('Usage: node tests/bench/made-up-archive.ts FOLDER [articles] [extra records]');
    process.exitCode = 2;
  } else {
    const { files } = await writeMadeUpArchive(folder, {
      articles: Number(articles),
      extraRecords: Number(extraRecords),
    });
    console.log(`Wrote ${files.size} files into ${folder}.`);
  }
}
