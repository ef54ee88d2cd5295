// Reads the archive and runs every check, for the commands that must know whether the content is sound.
import { buildArchive, type Archive } from '../archive/build.ts';
import { contentDir, publicDir } from '../disk/folders.ts';
import { readArchive } from '../reading/read.ts';
import type { ReadOptions } from '../reading/read-articles.ts';
import { readLedger } from '../reading/permalinks.ts';
import { isWhole, runChecks, runFileChecks } from '../checks/checks.ts';
import { checkPublic } from '../checks/public.ts';
import { compareFindings, type Finding } from '../schema/finding.ts';
import { site } from '../site.ts';
import type { Progress } from './progress.ts';
import { renderForTerminal } from './render-findings.ts';

export interface Examination {
  archive: Archive;
  findings: Finding[];
  errors: number;
  /** Whether every file could be read; else entries are missing from the archive. */
  isWhole: boolean;
}

/** Reads all of `CONTENT_DIR` and public/; bad content ends up in `findings`. */
export const examineContent = (progress: Progress): Promise<Examination> =>
  examineArchive(contentDir(), progress, { publicFolder: publicDir() });

/**
 * Reads the archive below `root` and runs every check: an archive with errors is not built.
 * @param options `publicFolder` is published beside the archive; it is checked too if it is given
 */
export async function examineArchive(
  root: string,
  progress: Progress,
  { publicFolder, ...options }: Pick<ReadOptions, 'timeLimit'> & { publicFolder?: string } = {},
): Promise<Examination> {
  progress.show('Reading the archive');
  const reading = await readArchive(root, {
    ...options,
    onProgress: (done, total) => progress.show('Reading articles', done, total),
  });
  progress.show('Checking the archive');
  const archive = buildArchive(reading.entries);
  const ledger = readLedger(root);
  const findings = [
    ...reading.findings,
    ...runChecks(archive, root),
    ...runFileChecks(archive, reading, ledger, root),
    ...(publicFolder === undefined ? [] : checkPublic(publicFolder, archive, ledger, site.publicScripts)),
  ].sort(compareFindings);
  progress.end();
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { archive, findings, errors, isWhole: isWhole(reading.findings) };
}

/** Every finding on a line of its own, errors last, where they are seen, and a line that counts them. */
export function renderFindings(examination: Examination): string {
  const { findings } = examination;
  if (findings.length === 0) return '';
  return `${renderForTerminal(findings)}\n\n${countFindings(examination)}`;
}

/** `2 errors, 1 warning.` */
export const countFindings = ({ findings, errors }: Examination): string =>
  `${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}.`;

/** `1 article`, `2,000 articles`. */
export function count(amount: number, noun: string): string {
  return `${new Intl.NumberFormat('en').format(amount)} ${noun}${amount === 1 ? '' : 's'}`;
}

/** `1 article, 54 records`. */
export function countEntries(archive: Archive): string {
  return `${count(archive.articles.length, 'article')}, ${count(archive.recordByKey.size, 'record')}`;
}
