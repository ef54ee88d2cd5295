// Imports the draft of one copy: plan, files on disk, report.
import { readFile } from 'node:fs/promises';
import { describeError } from '../disk/disk-error.ts';
import type { WrittenDraft } from './draft.ts';
import type { KnownArchive } from './known.ts';
import { renderReport } from './report.ts';
import { saveFiles } from './save.ts';
import type { ImportOptions, ImportPlan } from './plan.ts';
import { buildImport } from './write.ts';

/** What came of it: a report and the archive as it is now, or sentences that say why nothing was written. */
export type ImportResult =
  { outcome: ImportPlan['outcome']; report: string; archive: KnownArchive } | { refusals: string[] };

/**
 * @param file as the maintainer wrote it
 * @param checkPlan says why the archive would refuse what is to be written
 */
export async function importCopy(
  file: string,
  draft: WrittenDraft,
  archive: KnownArchive,
  options: ImportOptions,
  dryRun: boolean,
  checkPlan: (plan: ImportPlan, archive: KnownArchive) => string[] = () => [],
): Promise<ImportResult> {
  const plan = await buildImport(draft, archive, options, readText);
  if ('refusals' in plan) return plan;
  const problems = checkPlan(plan, archive);
  if (problems.length > 0) return { refusals: problems };
  if (plan.outcome === 'unchanged') {
    const report = [`${file}: already in the archive as ${plan.file}, nothing changed.`, ...plan.notes];
    return { outcome: plan.outcome, report: report.join(' '), archive };
  }
  if (!dryRun) {
    try {
      saveFiles(plan.files);
    } catch (error) {
      return { refusals: [`The archive cannot be written. ${describeError(error)}`] };
    }
  }
  return { outcome: plan.outcome, report: buildReport(file, draft, plan, dryRun), archive: plan.archive };
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  } catch {
    return undefined;
  }
}

function buildReport(source: string, draft: WrittenDraft, plan: ImportPlan, dryRun: boolean): string {
  const names = new Map(
    plan.archive.spellings
      .flatMap(({ spelling, targets }) =>
        targets.map(({ collection, id }): [string, string] => [`${collection}/${id}`, spelling]),
      )
      // The first spelling of a record is its name, and the last entry of a map wins.
      .reverse(),
  );
  const known = [...Map.groupBy(plan.mentions, ({ collection, id }) => `${collection}/${id}`)]
    .map(([key, mentions]) => ({
      collection: key.split('/')[0] ?? '',
      name: names.get(key) ?? key,
      count: mentions.length,
    }))
    .sort((a, b) => b.count - a.count);
  return renderReport({ source, draft, plan, known, dryRun });
}
