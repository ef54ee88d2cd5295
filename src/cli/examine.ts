// Reads the archive and runs every check, for the commands that must know whether the content is sound.
import { buildArchive, type Archive } from '../archive/build.ts';
import { contentDir } from '../archive/folders.ts';
import { readArchive } from '../archive/read.ts';
import { readLedger } from '../archive/permalinks.ts';
import { runChecks } from '../checks/checks.ts';
import { checkPermalinks } from '../checks/permalinks.ts';
import { compareFindings, compareText, renderFinding, type Finding } from '../schema/finding.ts';
import type { Progress } from './progress.ts';

export interface Examination {
  archive: Archive;
  findings: Finding[];
  errors: number;
  /** Whether every file could be read; else entries are missing from the archive. */
  isWhole: boolean;
}

/** Reads `CONTENT_DIR` whole; bad content ends up in `findings`. */
export async function examineContent(progress: Progress): Promise<Examination> {
  progress.show('Reading the archive');
  const { entries, findings: problems } = await readArchive(contentDir(), {
    onProgress: (done, total) => progress.show('Reading articles', done, total),
  });
  progress.show('Checking the archive');
  const archive = buildArchive(entries);
  const ledger = readLedger(contentDir());
  const isWhole = problems.every(({ severity }) => severity !== 'error');
  const findings = [
    ...problems,
    ...runChecks(archive, contentDir()),
    ...ledger.findings,
    ...(isWhole ? checkPermalinks(archive, ledger) : []),
  ].sort(compareFindings);
  progress.end();
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { archive, findings, errors, isWhole };
}

/** Every finding on a line of its own, errors last, where they are seen, and a line that counts them. */
export function renderFindings({ findings, errors }: Examination): string {
  const warnings = findings.length - errors;
  const bySeverity = [...findings].sort((a, b) => compareText(b.severity, a.severity));
  const lines = bySeverity.map(renderFinding);
  if (findings.length > 0) lines.push('', `${count(errors, 'error')}, ${count(warnings, 'warning')}.`);
  return lines.join('\n');
}

/** `1 article`, `2,000 articles`. */
export function count(amount: number, noun: string): string {
  return `${new Intl.NumberFormat('en').format(amount)} ${noun}${amount === 1 ? '' : 's'}`;
}

/** `1 article, 54 records`. */
export function countEntries(archive: Archive): string {
  return `${count(archive.articles.length, 'article')}, ${count(archive.recordByKey.size, 'record')}`;
}
