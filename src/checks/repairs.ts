// The list of repairs that `npm run check -- --fix` makes: each returns the files it would write; a new one is added here.
import type { Archive } from '../archive/build.ts';
import type { Finding } from '../schema/finding.ts';
import { repairPermalinks } from './repair-permalinks.ts';

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

export const repairs: readonly ((damage: Damage) => Repair[])[] = [repairPermalinks];

/** All that can be mended without a decision of somebody's. */
export function buildRepairs(damage: Damage): Repair[] {
  return repairs.flatMap((repair) => repair(damage));
}
