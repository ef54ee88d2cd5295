// An archive in which every field that takes words holds hostile ones, as far as the checks let them in.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { PhrasingContent, Root, RootContent } from 'mdast';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { examineArchive } from '../../src/cli/examine.ts';
import { renderBody, type RenderedBody } from '../../src/markdown/pipeline.ts';
import { buildNameTrie } from '../../src/names/recognition/recognize.ts';
import type { Finding } from '../../src/schema/finding.ts';

/** The fields that hold hostile values, as the table names them. */
export const inputs = [
  'headline',
  'description of an article',
  'holder of the rights',
  'note on the rights',
  'note on a correction',
  'help for a name',
  'text',
  'title of a link',
  'text of a picture',
  'title of a picture',
  'code',
  'name of a person',
  'alias of a person',
  'description of a person',
  'name of a place',
  'name of a topic',
  'name of a publication',
] as const;

export interface HostileArchive {
  /** Values in fields that the checks let in, each counted once an input. */
  let: number;
  /** Values that the checks refuse as words of a field, or as Markdown. */
  refused: number;
  /** Values as they stand in fields, in groups of one or more. */
  groups: string[][];
}

/** A field is on one line. */
const onOneLine = (value: string): string => value.replace(/\s+/g, ' ').trim();

const silent = { show: () => undefined, end: () => undefined };

/** How many values share a field. Reading one as markup changes what follows, which is checked too. */
const groupSize = 10;
/** Far below the longest that a field may be. */
const groupLength = 1200;
/** The longest that YAML accepts as a key without "?". */
const longestKey = 900;

/** Writes the archive below `root` with the values that the checks accept. */
export async function writeHostileArchive(
  root: string,
  probe: string,
  values: readonly string[],
): Promise<HostileArchive> {
  const lines = values.map(onOneLine).filter((value) => value !== '');
  const allowed = await probeFields(probe, lines);
  const groups = buildGroups(allowed);
  const refusedBodies = await writeEntries(root, groups);
  const written = groups.flat().length * inputs.length - refusedBodies;
  return { let: written, refused: values.length * inputs.length - written, groups };
}

function buildGroups(values: readonly string[]): string[][] {
  const groups: string[][] = [];
  for (const value of values) {
    const last = groups.at(-1);
    const fits =
      last !== undefined && last.length < groupSize && last.join(' ').length + value.length < groupLength;
    if (fits) last.push(value);
    else groups.push([value]);
  }
  return groups;
}

/** The values that may be words of a field. One kind of error hides others, so it takes several rounds. */
async function probeFields(root: string, values: readonly string[]): Promise<string[]> {
  let left = values;
  for (let round = 1; ; round += 1) {
    const refused = await findRefused(join(root, String(round)), left);
    if (refused.size === 0) return [...left];
    left = left.filter((value) => !refused.has(value));
  }
}

/** Each value is tried as a note and as an alias, on a line of its own. */
async function findRefused(root: string, values: readonly string[]): Promise<Set<string>> {
  const tried = new Map<string, Map<number, string>>();
  const files = ownRecords();
  const batch = 100;
  for (let at = 0; at < values.length; at += batch) {
    const index = at / batch;
    const record = ['---', `name: Probe ${index}`, 'description: A probe.', 'aliases:'];
    const article = [...articleHead(index, 'A probe'), 'corrections:'];
    const [inRecord, inArticle] = [new Map<number, string>(), new Map<number, string>()];
    for (const [offset, value] of values.slice(at, at + batch).entries()) {
      record.push(`  - ${JSON.stringify(`Name ${at + offset} ${value}`)}`);
      inRecord.set(record.length, value);
      article.push('  - date: 2020-02-01', `    note: ${JSON.stringify(`Note: ${value}`)}`);
      inArticle.set(article.length, value);
    }
    files.set(`people/probe-${index}.md`, [...record, '---', ''].join('\n'));
    files.set(articlePath(index), [...article, '---', '', 'Nothing happened.', ''].join('\n'));
    tried.set(`people/probe-${index}.md`, inRecord).set(articlePath(index), inArticle);
  }
  await writeFiles(root, files);
  const { findings } = await examineArchive(root, silent);
  const refused = new Set<string>();
  for (const { severity, file, line, message } of findings) {
    if (severity !== 'error') continue;
    const value = tried.get(relative(root, resolve(file)).split(sep).join('/'))?.get(line);
    if (value === undefined)
      throw new Error(`The probe was refused for its own sake: ${file}:${line} ${message}`);
    refused.add(value);
  }
  return refused;
}

/** Resolves to how many values the Markdown checks refuse, counted once an input. */
async function writeEntries(root: string, groups: readonly string[][]): Promise<number> {
  const files = new Map(ownRecords());
  let refused = 0;
  let number = 0;
  for (const [index, group] of groups.entries()) {
    const quoted = (words: string): string => JSON.stringify(`${words} ${index}: ${group.join(' ')}`);
    const names = group.map((value) => `Name ${(number += 1)} ${value}`);
    const blocks: RootContent[] = [
      { type: 'paragraph', children: [{ type: 'image', url: `hostile-${index}/boat.png`, alt: 'A boat' }] },
    ];
    for (const [at, value] of group.entries()) {
      const made = buildBlocks(value, names[at] ?? value, `hostile-${index}`);
      const sound = isSound(made, index) ? made : made.filter((block) => isSound([block], index));
      blocks.push(...sound);
      refused += made.length - sound.length;
    }
    const keys = group.filter((value) => value.length < longestKey);
    refused += group.length - keys.length;
    const article = [
      ...articleHead(index, `Headline ${index}: ${group.join(' ')}`, quoted('Description')),
      `authors: [person-${index}]`,
      `topics: [topic-${index}]`,
      `dateline: place-${index}`,
      ...(keys.length > 0 ? ['mentions:'] : []),
      ...keys.map((value, at) => `  ${JSON.stringify(`Help ${at} ${value}`)}: false`),
      'corrections:',
      ...group.flatMap((value) => ['  - date: 2020-02-01', `    note: ${JSON.stringify(`Note: ${value}`)}`]),
      '---',
    ];
    const head = article
      .filter((line) => line !== 'authors: []' && line !== 'publication: paper')
      .map((line) =>
        line.startsWith('  holder:') || line.startsWith('  note:')
          ? `${line.split(':')[0]}: ${quoted('Words')}`
          : line,
      );
    head.splice(1, 0, `publication: paper-${index % 50}`);
    files.set(articlePath(index), `${head.join('\n')}\n\n${stringify(blocks)}`);
    const record = (name: string, more: string[] = []): string =>
      ['---', `name: ${quoted(name)}`, `description: ${quoted('Someone')}`, ...more, '---', ''].join('\n');
    const aliases = ['aliases:', ...names.map((name) => `  - ${JSON.stringify(name)}`)];
    files.set(`people/person-${index}.md`, record('Person', aliases));
    const location = [`location: { lat: ${(index % 80) + 0.5}, lon: ${(index % 170) + 0.5} }`];
    files.set(`places/place-${index}.md`, record('Place', ['kind: city', ...location]));
    files.set(`topics/topic-${index}.md`, record('Topic'));
    if (index < 50) files.set(`publications/paper-${index}.md`, record('Paper', ['language: en']));
  }
  await writeFiles(root, files);
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  for (const index of groups.keys()) {
    const folder = join(root, articlePath(index).replace(/\.md$/, ''));
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'boat.png'), picture);
  }
  return refused;
}

/** One block for each input of the body. */
function buildBlocks(value: string, name: string, folder: string): RootContent[] {
  const paragraph = (...children: PhrasingContent[]): RootContent => ({ type: 'paragraph', children });
  const text = (words: string): PhrasingContent => ({ type: 'text', value: words });
  const picture = { type: 'image', url: `${folder}/boat.png` } as const;
  return [
    paragraph(text(`It was ${name} and then ${value} again.`)),
    paragraph({ type: 'link', url: 'https://example.org/', title: value, children: [text('A link')] }),
    paragraph({ ...picture, alt: value }),
    paragraph({ ...picture, alt: 'A boat', title: value }),
    paragraph({ type: 'inlineCode', value }),
  ];
}

const stringify = (children: RootContent[]): string => {
  const root: Root = { type: 'root', children };
  return unified().use(remarkStringify).stringify(root);
};

const names = buildNameTrie([]);

/** Renders a body as the archive does; what it finds goes into `findings`. */
export const render = (body: string, findings: Finding[] = [], slug = 'x'): RenderedBody =>
  renderBody(body, {
    id: `2020/01/03/${slug}`,
    file: 'x.md',
    images: new Set(['boat.png']),
    names,
    overrides: undefined,
    findings,
  });

/** Whether the checks of Markdown accept these blocks, also with others before and after them. */
function isSound(blocks: RootContent[], index: number): boolean {
  const findings: Finding[] = [];
  const plain: RootContent = { type: 'paragraph', children: [{ type: 'text', value: 'Plain.' }] };
  render(stringify([plain, ...blocks, plain]), findings, `hostile-${index}`);
  return findings.every(({ severity }) => severity !== 'error');
}

const articlePath = (index: number): string => {
  const day = new Date(Date.UTC(2001, 0, 1) + Math.floor(index / 3) * 86_400_000);
  return `articles/${day.toISOString().slice(0, 10).replaceAll('-', '/')}/hostile-${index}.md`;
};

function articleHead(index: number, title: string, description = 'What was reported.'): string[] {
  return [
    '---',
    `title: ${JSON.stringify(title)}`,
    `description: ${description}`,
    `published: ${articlePath(index)
      .slice('articles/'.length, 'articles/'.length + 10)
      .replaceAll('/', '-')}`,
    'authors: []',
    'publication: paper',
    'language: en',
    'source:',
    '  retrieved: 2020-01-03',
    '  format: text',
    'rights:',
    '  statement: http://rightsstatements.org/vocab/InC/1.0/',
    '  holder: The paper',
    '  note: Words of the archive.',
    'copy: summary',
  ];
}

const ownRecords = (): Map<string, string> =>
  new Map([['publications/paper.md', '---\nname: The paper\ndescription: A paper.\nlanguage: en\n---\n']]);

async function writeFiles(root: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const folder of new Set([...files.keys()].map((path) => dirname(join(root, path)))))
    await mkdir(folder, { recursive: true });
  for (const [path, text] of files) await writeFile(join(root, path), text);
}
