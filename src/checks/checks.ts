// The list of checks: each looks at the whole archive and returns problems; a new one is added here.
import type { Archive } from '../archive/build.ts';
import { locateProblem, type EntryProblem } from '../archive/locate.ts';
import type { Finding } from '../schema/finding.ts';
import { checkAliases } from './aliases.ts';
import { checkGrounds } from './grounds.ts';
import { checkUnplaced } from './unplaced.ts';

export const checks: readonly ((archive: Archive) => EntryProblem[])[] = [
  checkAliases,
  checkGrounds,
  checkUnplaced,
];

/** All findings of all checks, with their places in the files below `root`. */
export function runChecks(archive: Archive, root: string): Finding[] {
  return checks.flatMap((check) => check(archive)).map((problem) => locateProblem(problem, root));
}
