// Where things lie on disk: the content to read, the site to write, and what is kept between two builds.
import { createHash } from 'node:crypto';
import { readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** Files that are published as they are; `PUBLIC_DIR` chooses another folder. */
export const publicDir = (): string => resolve(process.env['PUBLIC_DIR'] || 'public');

/** The content folder; `CONTENT_DIR` chooses another archive. */
export const contentDir = (): string => resolve(process.env['CONTENT_DIR'] || 'content');

/** Where the finished site goes; `OUT_DIR` chooses another folder. A link stays; its target is replaced. */
export const outDir = (): string => realPlace(resolve(process.env['OUT_DIR'] || 'dist'));

/** The path without links, whether or not anything lies there yet: two builds must not know one place by two names. */
function realPlace(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    if (dirname(path) === path) return path;
    const place = join(realPlace(dirname(path)), basename(path));
    try {
      return realPlace(resolve(dirname(place), readlinkSync(place)));
    } catch {
      return place;
    }
  }
}

/**
 * What lies beside the output, hidden. `next` and `last` are sites, the new one and the old, while one takes the place
 * of the other; `lock` and `builder` belong to the build that is at work. `spare` stays: the site before the last.
 */
export const beside = (out: string, what: 'next' | 'last' | 'lock' | 'builder' | 'spare'): string =>
  join(dirname(out), `.${basename(out)}.${what}`);

/** What is kept between two builds; `CACHE_DIR` chooses another folder. */
export const cacheDir = (): string => resolve(process.env['CACHE_DIR'] || projectCacheDir);

const projectCacheDir = './node_modules/.cache/dateline';

/** Rendered articles, by what they were rendered from; safe to delete while nothing is being built. */
export const renderCacheDir = (): string => join(cacheDir(), 'articles');

/** Pictures that have been drawn, by what they were drawn from; safe to delete at any time. */
export const drawingCacheDir = (): string => join(cacheDir(), 'drawings');

/** The typeface, cut to the letters that pages need; a relative path, since Astro puts it into the pages. */
export const facesDir = `${projectCacheDir}/faces`;

/** A name for this pair of content and output, so that builds of different archives do not disturb each other. */
const pair = (): string =>
  createHash('sha256').update(`${contentDir()}\0${outDir()}`).digest('hex').slice(0, 16);

/** Astro's own cache; no build reuses that of an earlier one. */
export const astroCacheDir = (): string => join(cacheDir(), 'astro', pair());

/** What the last site of this pair was made of. */
export const lastBuildPath = (): string => join(cacheDir(), 'last', pair());

/** The files of the last site of this pair, each with what it was made from. */
export const keptFilesPath = (): string => join(cacheDir(), 'last', `${pair()}-files`);

/** The same for the site before the last. */
export const spareFilesPath = (): string => `${keptFilesPath()}-before`;

/** The dataset while the archive is being worked on. */
export const draftDatasetDir = (): string => join(cacheDir(), 'dataset', pair());

/**
 * The pages' code as Astro has bundled it, by what it was made from: inside the project, wherever the cache is, because
 * it finds its packages from there.
 */
export const bundlesDir = (): string => resolve(projectCacheDir, 'bundles');

/** A file's path as findings name it, with slashes: relative to the working folder, or absolute. */
export function contentPath(path: string): string {
  const near = relative(process.cwd(), path);
  return (near.startsWith('..') || isAbsolute(near) ? path : near).split(sep).join('/');
}
