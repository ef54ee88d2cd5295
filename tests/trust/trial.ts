// What every row of the trust table shares: how much to try, a folder to work in, sites built once, and what it reports.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeMadeUpArchive } from '../bench/made-up-archive.ts';
import { runDateline } from '../run-dateline.ts';

/** One line of the table: something that was tried many times and may not fail once. */
export interface Outcome {
  /** `Pages validated by html-validate` */
  what: string;
  tried: number;
  failed: number;
  /** What failed, a sentence each, with where; printed below the table. */
  failures: readonly string[];
}

/** A row is a file of this folder that exports this as `runRow`; it may report several lines. */
export type RunRow = (trial: Trial) => Promise<Outcome[]>;

export interface BuiltSite {
  /** The content folder that the site was built from. */
  content: string;
  /** The folder of the finished site. */
  site: string;
}

export interface Trial {
  /** `short` runs within `npm test` and tries a sample of each kind; `full` tries everything. */
  extent: 'short' | 'full';
  /** An empty folder for one row; everything in it is removed at the end. */
  makeFolder(name: string): Promise<string>;
  /** The shipped archive, built once for all rows. */
  shippedSite(): Promise<BuiltSite>;
  /** A made-up archive with the given number of articles, built once for all rows. */
  madeUpSite(articles: number): Promise<BuiltSite>;
}

/** @param folder exists and is empty; its owner removes it */
export function buildTrial(extent: Trial['extent'], folder: string): Trial {
  const sites = new Map<string, Promise<BuiltSite>>();
  const makeFolder = async (name: string): Promise<string> => {
    const path = join(folder, name);
    await mkdir(path, { recursive: true });
    return path;
  };
  const once = (name: string, writeContent: (home: string) => Promise<string>): Promise<BuiltSite> => {
    const known = sites.get(name);
    if (known !== undefined) return known;
    const building = makeFolder(name).then(async (home) =>
      buildSite(await writeContent(home), join(home, 'site'), join(home, 'cache')),
    );
    sites.set(name, building);
    return building;
  };
  return {
    extent,
    makeFolder,
    shippedSite: () => once('shipped', () => Promise.resolve('content')),
    madeUpSite: (articles) =>
      once(`made-up-${articles}`, async (home) => {
        const content = join(home, 'content');
        await writeMadeUpArchive(content, { articles });
        return content;
      }),
  };
}

/**
 * Builds with the real command.
 * @throws Error with what the command printed if it fails
 */
export async function buildSite(content: string, site: string, cache: string): Promise<BuiltSite> {
  const env = { CONTENT_DIR: content, OUT_DIR: site, CACHE_DIR: cache };
  const { code, output } = await runDateline(['build'], env);
  if (code !== 0) {
    const lines = output.split('\n').filter((line) => line.trim() !== '' && !line.includes(' warning: '));
    throw new Error(`The archive in ${content} could not be built:\n${lines.slice(0, 30).join('\n')}`);
  }
  return { content, site };
}
