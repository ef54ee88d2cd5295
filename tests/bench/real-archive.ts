// Writes an archive of any size whose prose has the texture of real posts: their paragraphs, links, lists and quotes, reshuffled.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildSlug } from '../../src/importers/slug.ts';
import { seededRandom } from './random.ts';

/** Real posts in the public domain, if this machine has them; `DATELINE_SHARED` says where. */
export const postsFolder = (): string =>
  join(process.env['DATELINE_SHARED'] ?? '../shared', 'samples/18f-posts');

export const hasPosts = (): boolean => existsSync(postsFolder());

interface Material {
  titles: string[];
  /** Paragraphs, lists, quotes and headings. */
  blocks: string[];
  /** Names with capitals, the most frequent first. */
  names: string[];
  tags: string[];
}

/** Words of an article, as in the posts. */
const length = 820;

/** Articles that appear on one day. */
const perDay = 4;

async function readMaterial(): Promise<Material> {
  const material: Material = { titles: [], blocks: [], names: [], tags: [] };
  const counts = new Map<string, number>();
  for (const name of (await readdir(postsFolder())).sort()) {
    const text = await readFile(join(postsFolder(), name), 'utf8');
    const [, matter = '', body = ''] = text.split(/^---$/m);
    const title = /^title: *(.*)$/m.exec(matter)?.[1]?.replace(/^["']|["']$/g, '');
    if (title !== undefined && !/["\\{]/.test(title)) material.titles.push(title);
    material.tags.push(...[...matter.matchAll(/^- ([a-z][a-z ]+)$/gm)].map(([, tag = '']) => tag));
    for (const block of body.split(/\n{2,}/).map((part) => part.trim())) {
      // What is HTML, a template or a picture in the posts is none of an archive's.
      if (block.length < 20 || /[<{\]]{2}|<|!\[|^\[|\||```|\]\(#|\]\[/.test(block) || /^#+ *$/.test(block))
        continue;
      // The posts number some lists with ones only.
      if ((block.match(/^ *1[.)]\s/gm) ?? []).length > 1) continue;
      material.blocks.push(block);
      for (const [run] of block.matchAll(/\b(?:[A-Z][a-z]{2,} ){1,2}[A-Z][a-z]{2,}\b/g))
        counts.set(run, (counts.get(run) ?? 0) + 1);
    }
  }
  material.tags = [...new Set(material.tags)].sort().slice(0, 60);
  material.names = [...counts]
    .filter(([, count]) => count > 1)
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, 600)
    .map(([name]) => name);
  return material;
}

/** Writes the archive; the first articles of a larger one are those of a smaller one. */
export async function writeRealArchive(folder: string, articles: number): Promise<void> {
  const material = await readMaterial();
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  for (const [index, name] of material.names.entries()) {
    const collection = index % 3 === 0 ? 'people' : index % 3 === 1 ? 'organizations' : 'places';
    const more = collection === 'places' ? '\nkind: city' : '';
    await write(
      `${collection}/${buildSlug(name)}.md`,
      `---\nname: ${name}\ndescription: A name that the posts have.${more}\n---\n`,
    );
  }
  for (const tag of material.tags)
    await write(
      `topics/${buildSlug(tag)}.md`,
      `---\nname: ${tag}\ndescription: A subject of the posts.\n---\n`,
    );
  await write(
    'publications/posts.md',
    '---\nname: The Posts\ndescription: Where the posts appeared.\nlanguage: en\n---\n',
  );
  for (let index = 0; index < articles; index += 1) await writeArticle(material, index, write);
}

async function writeArticle(
  { titles, blocks, tags }: Material,
  index: number,
  write: (path: string, text: string) => Promise<void>,
): Promise<void> {
  const random = seededRandom(index + 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const day = new Date(Date.UTC(1995, 0, 1) + Math.floor(index / perDay) * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const title = `${pick(titles)} ${index + 1}`;
  const body: string[] = [];
  for (let words = 0; words < length;) {
    const block = pick(blocks);
    // Two lists, one after the other, would be read as one.
    if (isList(block) && isList(body.at(-1) ?? '')) continue;
    body.push(block);
    words += block.split(/\s+/).length;
  }
  const topics = [...new Set([pick(tags), pick(tags)])].map(buildSlug);
  const matter = [
    `title: ${JSON.stringify(title)}`,
    'description: What one of the posts says, reshuffled.',
    `published: ${day}`,
    'authors: []',
    'publication: posts',
    `topics: [${topics.join(', ')}]`,
    'source:',
    `  retrieved: ${day}`,
    '  format: text',
    'rights:',
    '  statement: https://creativecommons.org/publicdomain/zero/1.0/',
    'copy: summary',
  ];
  await write(
    `articles/${day.replaceAll('-', '/')}/${buildSlug(title).slice(0, 60).replace(/-$/, '')}-${index}.md`,
    `---\n${matter.join('\n')}\n---\n\n${body.join('\n\n')}\n`,
  );
}

const isList = (block: string): boolean => /^ *(?:\d+[.)]|[-*+]) /.test(block) || /\n *\d+[.)] /.test(block);

if (import.meta.main) {
  const [folder, articles = '1000'] = process.argv.slice(2);
  if (folder === undefined || !/^\d+$/.test(articles)) {
    console.error('Usage: node tests/bench/real-archive.ts FOLDER [articles]');
    process.exitCode = 2;
  } else await writeRealArchive(folder, Number(articles));
}
