// The list of checks: each looks at the whole archive and returns problems; a new one is added here.
import type { Archive } from '../archive/build.ts';
import { locateProblem, type EntryProblem } from '../reading/locate.ts';
import type { Ledger } from '../reading/permalinks.ts';
import type { Reading } from '../reading/read.ts';
import type { Finding } from '../schema/finding.ts';
import { checkAliases } from './aliases.ts';
import { checkDates } from './dates.ts';
import { checkDuplicates } from './duplicates.ts';
import { checkGrounds } from './grounds.ts';
import { checkLinks } from './links.ts';
import { checkPermalinks } from './permalinks.ts';
import { checkPictures } from './pictures.ts';
import { checkPlaces } from './places.ts';
import { checkRepeated } from './repeated.ts';
import { checkUnplaced } from './unplaced.ts';
import { checkWording } from './wording.ts';

export const checks: readonly ((archive: Archive) => EntryProblem[])[] = [
  checkAliases,
  checkDates,
  checkGrounds,
  checkPlaces,
  checkRepeated,
  checkUnplaced,
  checkWording,
];

/** All findings of all checks, with their places in the files below `root`. */
export function runChecks(archive: Archive, root: string): Finding[] {
  return checks.flatMap((check) => check(archive)).map((problem) => locateProblem(problem, root));
}

/** What only the files and the ledger show: links, copies of copies, pictures, addresses that would vanish. */
export function runFileChecks(
  archive: Archive,
  { files, findings, evidence }: Reading,
  ledger: Ledger,
  root: string,
): Finding[] {
  const problems = [...checkLinks(archive, files, evidence, ledger), ...checkDuplicates(archive, evidence)];
  return [
    ...problems.map((problem) => locateProblem(problem, root)),
    ...checkPictures(files.articles),
    ...ledger.findings,
    ...(isWhole(findings) ? checkPermalinks(archive, ledger) : []),
  ];
}

/** Whether every file could be read; else entries are missing from the archive. */
export const isWhole = (findings: readonly Finding[]): boolean =>
  findings.every(({ severity }) => severity !== 'error');
