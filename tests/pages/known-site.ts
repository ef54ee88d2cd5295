// What is known of a built site besides its pages: the content it was made from, and the files it consists of.
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { buildArchive, type Archive, type Article, type AuthorityRecord } from '../../src/archive/build.ts';
import { gone, listRedirects } from '../../src/reading/permalinks.ts';
import { readArchive } from '../../src/reading/read.ts';
import { recordCollections } from '../../src/schema/collection-names.ts';
import { articleUrl, permalinkPath, permalinkUrl, recordUrl } from '../../src/urls.ts';

export interface KnownSite {
  archive: Archive;
  /** The body of every article as it was typed, by id. */
  bodies: ReadonlyMap<string, string>;
  /** Every file of the site, as `/people/index.html`. */
  files: ReadonlySet<string>;
  /** What a page of this path is about. */
  subjectOf(path: string): Subject;
  /** The text of a file of the site, by its path. */
  read(path: string): Promise<Buffer>;
}

export type Subject =
  | { kind: 'article'; article: Article }
  | { kind: 'record'; record: AuthorityRecord }
  /** A page that leads on to another, or says that it was withdrawn. */
  | { kind: 'moved'; to: string | undefined }
  | { kind: 'missing' }
  | { kind: 'search' }
  | { kind: 'other' };

/**
 * @param content the content folder that the site was built from
 * @param site the folder of the finished site
 * @throws Error if the content has errors
 */
export async function openSite(content: string, site: string): Promise<KnownSite> {
  const { entries, files: contentFiles, findings } = await readArchive(content);
  const [error] = findings.filter(({ severity }) => severity === 'error');
  if (error !== undefined) throw new Error(`${error.file}: ${error.message}`);
  const archive = buildArchive(entries);
  const bodies = new Map<string, string>();
  for (const { id, path } of contentFiles.articles) bodies.set(id, bodyOf(await readFile(path, 'utf8')));
  const names = await readdir(site, { recursive: true, withFileTypes: true });
  const files = names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(site).length).split(sep).join('/'));
  return {
    archive,
    bodies,
    files: new Set(files.sort()),
    subjectOf: buildSubjects(archive, content),
    read: (path) => readFile(join(site, path)),
  };
}

function buildSubjects(archive: Archive, content: string): KnownSite['subjectOf'] {
  const subjects = new Map<string, Subject>([
    ['/404.html', { kind: 'missing' }],
    ['/search/', { kind: 'search' }],
  ]);
  for (const { path, to } of listRedirects(content))
    subjects.set(path, { kind: 'moved', to: to === gone ? undefined : permalinkUrl(to) });
  for (const article of archive.articles)
    subjects.set(permalinkPath(articleUrl(article.id)), { kind: 'article', article });
  for (const collection of recordCollections) {
    for (const record of archive[collection])
      subjects.set(permalinkPath(recordUrl(collection, record.id)), { kind: 'record', record });
  }
  return (path) => subjects.get(path) ?? { kind: 'other' };
}

/** What stands below the front matter. */
function bodyOf(source: string): string {
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  return lines.slice(lines.indexOf('---', 1) + 1).join('\n');
}

/** The paths of all pages: `/people/` for `/people/index.html`. */
export const pagePaths = ({ files }: Pick<KnownSite, 'files'>): string[] =>
  [...files].filter((file) => file.endsWith('.html')).map((file) => file.replace(/\/index\.html$/, '/'));

export const fileOfPage = (path: string): string => (path.endsWith('/') ? `${path}index.html` : path);
