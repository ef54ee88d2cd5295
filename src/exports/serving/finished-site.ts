// What the files for a host are written from: a finished site as it lies on disk, and where it is published.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { site } from '../../site.ts';
import { listFiles } from '../preservation/manifest.ts';
import { movedFile, readMoved, type MovedAddresses } from './moved.ts';

export interface FinishedSite extends MovedAddresses {
  /** Scheme and host. */
  origin: string;
  /** The path below which it is published, with a slash at both ends. */
  base: string;
  /** Names of all files below the site's folder, with slashes, sorted. */
  files: readonly string[];
}

/** Robots and people look for these at the top of a host, wherever the archive lies. */
export const hostFiles: readonly string[] = [
  '.well-known/security.txt',
  '.well-known/tdmrep.json',
  'favicon.ico',
  'robots.txt',
];

/**
 * Reads the site that the last build left in `folder`; its address is in `src/site.ts`.
 * @throws Error with a sentence if there is none
 */
export async function readFinishedSite(folder: string): Promise<FinishedSite> {
  if (!existsSync(join(folder, movedFile)))
    throw new Error(`There is no finished site in ${folder}. Build it first: npm run build`);
  const { origin, base } = site;
  return { origin, base, files: await listFiles(folder), ...(await readMoved(folder)) };
}

/** The page of a moved or withdrawn path, or the path itself if it is a picture's: below the site's folder. */
export const fileOf = (path: string): string => `${path.slice(1)}${path.endsWith('/') ? 'index.html' : ''}`;

/** Whether `npm run build -- --compress` has made it. */
export const isCompressed = ({ files }: FinishedSite): boolean => files.includes('index.html.gz');
