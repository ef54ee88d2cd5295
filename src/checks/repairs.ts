// The list of repairs that `npm run check -- --fix` makes: each returns the files it would write; a new one is added here.
import type { Archive } from '../archive/build.ts';
import type { Finding } from '../schema/finding.ts';
import { repairFixity } from './repair-fixity.ts';
import { repairFrontMatter } from './repair-front-matter.ts';
import { repairPermalinks } from './repair-permalinks.ts';
import { repairStubs } from './repair-stubs.ts';

export interface Repair {
  /** Absolute path. */
  path: string;
  /** The path as findings name it. */
  file: string;
  /** The whole file as it should be. */
  text: string;
  /** What was done, a sentence each. */
  done: string[];
}

/** What a repair is made from: the archive as it was read from `root`, and all that is wrong with it. */
export interface Damage {
  archive: Archive;
  findings: readonly Finding[];
  root: string;
}

export const repairs: readonly ((damage: Damage) => Repair[])[] = [
  repairFrontMatter,
  repairFixity,
  repairStubs,
  repairPermalinks,
];

/** All that can be mended without a decision of somebody's, each file once: what is left is for the next round. */
export function buildRepairs(damage: Damage): Repair[] {
  const byPath = new Map<string, Repair>();
  for (const repair of repairs.flatMap((make) => make(damage)))
    if (!byPath.has(repair.path)) byPath.set(repair.path, repair);
  return [...byPath.values()];
}
