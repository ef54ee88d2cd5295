// Edits of an archive as maintainers make them, each at a place that chance has chosen.
import { appendFile, cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { baseArchive } from '../temporary-archive.ts';

/** Where an edit is made. */
export interface EditedFolders {
  /** The content folder. */
  content: string;
  /** A copy of the project. */
  project: string;
}

export interface Edit {
  what: string;
  /** What it changes: the content, or the program that makes the site. */
  of: 'content' | 'program';
  apply: (folders: EditedFolders, random: () => number) => Promise<void>;
}

/** Writes an archive of a few articles, one of them with a picture, that the edits are made in. */
export async function writeEditedArchive(content: string): Promise<void> {
  await cp(baseArchive, content, { recursive: true });
  await cp(fileURLToPath(new URL('../exports/fixtures/scholars/', import.meta.url)), content, {
    recursive: true,
  });
  // Addresses may vanish here: that they must not is another test's.
  await rm(join(content, 'permalinks.txt'), { force: true });
}

/** A file of a folder whose name has this ending. */
async function pick(folder: string, ending: string, random: () => number): Promise<string> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(ending)).sort();
  return join(folder, names[Math.floor(random() * names.length)] ?? '');
}

const change = async (path: string, from: string | RegExp, to: string): Promise<void> =>
  writeFile(path, (await readFile(path, 'utf8')).replace(from, to));

const number = (random: () => number): number => Math.floor(random() * 1e6);

/** The words of a full copy may not change. */
const beSummary = async (path: string): Promise<void> => {
  await change(path, /^fixity: .*\n/m, '');
  await change(path, /^copy: full$/m, 'copy: summary');
};

const collections = ['people', 'places', 'organizations', 'topics', 'publications'] as const;

/** One line of one record. */
const ofRecord = (what: string, line: RegExp, to: (random: () => number) => string): Edit => ({
  what: `${what} of a record`,
  of: 'content',
  async apply({ content }, random) {
    const collection = collections[Math.floor(random() * collections.length)] ?? 'people';
    await change(await pick(join(content, collection), '.md', random), line, to(random));
  },
});

/** One thing about one article. */
const ofArticle = (what: string, apply: (path: string, random: () => number) => Promise<void>): Edit => ({
  what,
  of: 'content',
  apply: async ({ content }, random) => apply(await pick(join(content, 'articles'), '.md', random), random),
});

const ofProgram = (what: string, file: string, from: string, to: (random: () => number) => string): Edit => ({
  what,
  of: 'program',
  apply: ({ project }, random) => change(join(project, file), from, to(random)),
});

export const edits: readonly Edit[] = [
  ofArticle('a text', async (path, random) => {
    await beSummary(path);
    await change(path, /\n---\n\n/, `\n---\n\nSentence ${number(random)} was added. `);
  }),
  ofArticle('a headline', (path, random) =>
    change(path, /^title: .*$/m, `title: Another headline, ${number(random)}`),
  ),
  ofArticle('the description of an article', (path, random) =>
    change(path, /^description: .*$/m, `description: Told anew, ${number(random)}.`),
  ),
  ofArticle('an article that is gone', async (path) => {
    await rm(path);
    await rm(path.replace(/\.md$/, ''), { recursive: true, force: true });
  }),
  ofArticle('an article under another name', async (path) => {
    const moved = path.replace(/\.md$/, '-again.md');
    await rename(path, moved);
    await rename(path.replace(/\.md$/, ''), moved.replace(/\.md$/, '')).catch(() => undefined);
  }),
  ofArticle('one article more', async (path, random) => {
    const text = (await readFile(path, 'utf8'))
      .replace(/^fixity: .*\n/m, '')
      .replace(/^copy: full$/m, 'copy: summary');
    const [matter = ''] = text.split('\n---\n');
    const more = path.replace(/\.md$/, `-${number(random)}.md`);
    await writeFile(more, `${matter}\n---\n\nAn article that was added, number ${number(random)}.\n`);
  }),
  ofRecord(
    'the description',
    /^description: .*$/m,
    (random) => `description: In other words, ${number(random)}.`,
  ),
  ofRecord('the name', /^name: .*$/m, (random) => `name: A Name of Chance ${number(random)}`),
  ofRecord(
    'another spelling',
    /^description: /m,
    (random) => `aliases:\n  - Chance ${number(random)}\ndescription: `,
  ),
  {
    what: 'a new record',
    of: 'content',
    apply: ({ content }, random) =>
      writeFile(
        join(content, `people/zeno-quill-${number(random)}.md`),
        `---\nname: Zeno Quill ${number(random)}\ndescription: A new name.\n---\n`,
      ),
  },
  {
    what: 'a record that is gone',
    of: 'content',
    apply: async ({ content }, random) => rm(await pick(join(content, 'people'), '.md', random)),
  },
  {
    what: 'a picture',
    of: 'content',
    // What stands behind the end of a picture is not shown.
    apply: async ({ content }, random) =>
      appendFile(await pick(join(content, 'articles'), '.png', random), String(number(random))),
  },
  ofProgram('site.ts', 'src/site.ts', "description: '", (random) => `description: 'Edit ${number(random)}. `),
  ofProgram(
    'a component',
    'src/components/Breadcrumbs.astro',
    '<nav ',
    (random) => `<nav data-edit="${number(random)}" `,
  ),
  ofProgram(
    'a style sheet',
    'src/styles/base.css',
    'body {',
    (random) => `body { tab-size: ${1 + (number(random) % 8)}; `,
  ),
];
