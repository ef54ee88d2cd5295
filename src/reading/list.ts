// Lists what lies in the content folder: every file has its place, and one that has none is reported, not skipped.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { recordCollections } from '../schema/collection-names.ts';
import { collections, type Collection } from '../schema/collections.ts';
import { compareText, type Finding } from '../schema/finding.ts';
import { didYouMean } from '../schema/sentence.ts';
import { pictureName } from '../schema/picture.ts';
import { contentPath } from '../disk/folders.ts';
import { ledgerName } from './permalinks.ts';

export interface ContentFile {
  /** Record: `baghdad`; article: `2020/01/03/slug`. */
  id: string;
  /** Absolute path on disk. */
  path: string;
  /** Path as findings name it. */
  file: string;
  /** Articles only: names of the files in the folder of the article's own name. */
  images: string[];
}

export type ContentFiles = Record<Collection, ContentFile[]>;

const articlePath = /^(\d{4}\/\d{2}\/\d{2}\/[a-z0-9]+(?:-[a-z0-9]+)*)\.md$/;
const recordPath = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/;
const picturePath = /^(\d{4}\/\d{2}\/\d{2}\/[^/]+)\/([^/]+)$/;

/** Windows keeps these names for devices, and could not even fetch such a file. */
const reservedName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Some systems take paths of 260 letters at most, the folders of a day and of the archive among them. */
const longestName = 120;

/** The map of all places is published at /places/map/. */
const takenIds = new Set(['places/map']);

/** Every content file by collection, sorted by id; what is in the wrong place comes back as findings. */
export async function listContent(root: string): Promise<{ files: ContentFiles; findings: Finding[] }> {
  const findings: Finding[] = [];
  const report = (path: string, message: string, fix: string): void => {
    findings.push({
      check: 'place',
      severity: 'error',
      file: contentPath(path),
      line: 1,
      column: 1,
      message,
      fix,
    });
  };
  const files: ContentFiles = {
    articles: [],
    people: [],
    places: [],
    organizations: [],
    topics: [],
    publications: [],
  };
  const pictures: { id: string; name: string; path: string }[] = [];
  const folders = Object.keys(collections);

  const entries = await readdir(root, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) {
    report(
      root,
      'the content folder cannot be read',
      'Create it, or set CONTENT_DIR to the folder that holds the archive',
    );
    return { files, findings };
  }
  /** What lies elsewhere is not read. */
  const linked = new Set<string>();
  for (const entry of entries) {
    const path = join(root, entry.name);
    if (entry.name.startsWith('.') || entry.name === ledgerName) continue;
    if (entry.isSymbolicLink()) {
      report(path, 'this is a link, not a folder', 'Put the folder itself here');
      linked.add(entry.name);
    } else if (!entry.isDirectory()) {
      report(path, 'only folders belong here', `Move it into one of: ${folders.join(', ')}`);
    } else if (!folders.includes(entry.name)) {
      report(
        path,
        'this folder is not a collection',
        `The collections are: ${folders.join(', ')}${didYouMean(entry.name, folders)}`,
      );
    }
  }

  for (const entry of linked.has('articles') ? [] : await walk(join(root, 'articles'), report)) {
    const [, id] = articlePath.exec(entry.name) ?? [];
    const [, folder, name] = picturePath.exec(entry.name) ?? [];
    if (id !== undefined) {
      files.articles.push({ id, path: entry.path, file: contentPath(entry.path), images: [] });
    } else if (folder !== undefined && name !== undefined && !/\.mdx?$|\.markdown$/i.test(name)) {
      pictures.push({ id: folder, name, path: entry.path });
    } else {
      report(
        entry.path,
        'an article lies at articles/YYYY/MM/DD/slug.md, the slug in lower-case letters a-z, digits and hyphens',
        'Rename or move the file',
      );
    }
  }
  for (const collection of recordCollections) {
    for (const entry of linked.has(collection) ? [] : await walk(join(root, collection), report)) {
      const [, id] = recordPath.exec(entry.name) ?? [];
      if (id !== undefined && takenIds.has(`${collection}/${id}`)) {
        report(
          entry.path,
          `the archive has a page of its own at /${collection}/${id}/`,
          `Give the file another name, such as ${id}-${collection.slice(0, -1)}.md`,
        );
      } else if (id !== undefined) {
        files[collection].push({ id, path: entry.path, file: contentPath(entry.path), images: [] });
      } else {
        const { noun } = collections[collection];
        report(
          entry.path,
          `a ${noun} lies at ${collection}/id.md, the id in lower-case letters a-z, digits and hyphens`,
          'Rename or move the file',
        );
      }
    }
  }

  const articles = new Map(files.articles.map((article) => [article.id, article]));
  for (const { id, name, path } of pictures) {
    const article = articles.get(id);
    const twin = article?.images.some((image) => image.toLowerCase() === name.toLowerCase()) ?? false;
    if (article !== undefined && pictureName.test(name) && !twin) article.images.push(name);
    else if (article !== undefined && pictureName.test(name))
      report(path, 'another picture has this name but for capitals', 'Rename one of the two');
    else if (article !== undefined) {
      report(
        path,
        'only pictures belong into the folder of an article',
        'Use AVIF, GIF, JPEG, PNG or WebP, and letters a-z, digits, dots and hyphens in its name; or remove the file',
      );
    } else report(path, 'this file belongs to no article', `Add articles/${id}.md, or remove the file`);
  }
  for (const collection of Object.values(files)) collection.sort((a, b) => compareText(a.id, b.id));
  return { files, findings };
}

interface Walked {
  /** Path below the folder, with slashes. */
  name: string;
  path: string;
}

/** All files below a folder that may be missing; hidden ones are left out, links are reported. */
async function walk(
  folder: string,
  report: (path: string, message: string, fix: string) => void,
  prefix = '',
): Promise<Walked[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT')
      report(folder, `the folder cannot be read (${error.code ?? error.message})`, 'Allow reading it');
    return [];
  });
  const found: Walked[] = [];
  for (const entry of entries.sort((a, b) => compareText(a.name, b.name))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) {
      if (/\.mdx?$/i.test(entry.name))
        report(path, 'a file whose name begins with a dot is hidden', 'Remove the dot, or the file');
      continue;
    }
    if (entry.name.length > longestName)
      report(path, `the name has ${entry.name.length} letters; the limit is ${longestName}`, 'Shorten it');
    if (reservedName.test(entry.name))
      report(path, `Windows has no files with the name "${entry.name}"`, 'Give it another name');
    if (entry.isDirectory()) found.push(...(await walk(path, report, `${prefix}${entry.name}/`)));
    else if (entry.isFile()) found.push({ name: prefix + entry.name, path });
    else report(path, 'this is a link, not a file', 'Put the file itself here');
  }
  return found;
}
