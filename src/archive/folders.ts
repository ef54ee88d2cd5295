// Where things lie on disk: the content to read, the site to write, and what is kept between two builds.
import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';

/** Files that are published as they are; `PUBLIC_DIR` chooses another folder. */
export const publicDir = (): string => resolve(process.env['PUBLIC_DIR'] || 'public');

/** The content folder; `CONTENT_DIR` chooses another archive. */
export const contentDir = (): string => resolve(process.env['CONTENT_DIR'] || 'content');

/** Where the finished site goes; `OUT_DIR` chooses another folder. */
export function outDir(): string {
  const out = resolve(process.env['OUT_DIR'] || 'dist');
  // A link stays; what it leads to is replaced.
  return existsSync(out) ? realpathSync(out) : out;
}

const cacheDir = (): string => resolve(process.env['CACHE_DIR'] || 'node_modules/.cache/dateline');

/** Rendered articles, by what they were rendered from; safe to delete while nothing is being built. */
export const renderCacheDir = (): string => join(cacheDir(), 'articles');

/** Pictures that have been drawn, by what they were drawn from; safe to delete at any time. */
export const drawingCacheDir = (): string => join(cacheDir(), 'drawings');

/** The typeface, cut to what pages need of it; from the project's folder, since Astro puts the path into the pages. */
export const facesDir = './node_modules/.cache/dateline/faces';

/** A name for this pair of content and output, so that builds of different archives do not disturb each other. */
const pair = (): string =>
  createHash('sha256').update(`${contentDir()}\0${outDir()}`).digest('hex').slice(0, 16);

/** What Astro itself keeps between two builds. */
export const astroCacheDir = (): string => join(cacheDir(), 'astro', pair());

/** The site while it is being built: inside the project, where Astro wants its own files to be. */
export const nextOutDir = (): string => join(cacheDir(), 'next', pair());

/** A file's path as findings name it, with slashes: from the folder one works in, or whole if it lies elsewhere. */
export function contentPath(path: string): string {
  const near = relative(process.cwd(), path);
  return (near.startsWith('..') || isAbsolute(near) ? path : near).split(sep).join('/');
}
