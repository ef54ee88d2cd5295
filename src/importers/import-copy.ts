// Imports one copy from beginning to end: file, draft, plan, files on disk, report.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { foldName } from '../names/normalize.ts';
import { readCopy } from './copy.ts';
import type { Draft } from './draft.ts';
import { findByName, type KnownArchive } from './known.ts';
import { renderReport } from './report.ts';
import { saveFiles } from './save.ts';
import { buildTextDraft } from './text.ts';
import type { ImportOptions, ImportPlan } from './plan.ts';
import { buildImport } from './write.ts';

/** What came of it: a report and the archive as it is now, or sentences that say why nothing was written. */
export type ImportResult = { report: string; archive: KnownArchive } | { refusals: string[] };

/** @param file as the maintainer wrote it, relative to the folder npm was started in */
export async function importCopy(
  file: string,
  archive: KnownArchive,
  options: ImportOptions,
  dryRun: boolean,
): Promise<ImportResult> {
  const copy = await readCopy(resolve(process.env['INIT_CWD'] ?? process.cwd(), file));
  if ('refusal' in copy) return { refusals: [copy.refusal] };
  const isGiven = (name: string): boolean =>
    options.authors.some((author) => foldName(author) === foldName(name));
  const draft = buildTextDraft(copy.text, {
    ...(options.title !== undefined && { title: options.title }),
    ...(options.published !== undefined && { published: options.published }),
    isPerson: (name) => findByName(archive.people, name).length > 0 || isGiven(name),
    isPublication: (line) => findByName(archive.publications, line).length > 0,
  });
  const plan = await buildImport(draft, archive, options, readText);
  if ('refusals' in plan) return plan;
  if (plan.outcome === 'unchanged') {
    const report = [`${file}: already in the archive as ${plan.file}, nothing changed.`, ...plan.notes];
    return { report: report.join(' '), archive };
  }
  if (!dryRun) {
    try {
      await saveFiles(plan.files);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { refusals: [`The archive cannot be written: ${reason}.`] };
    }
  }
  return { report: buildReport(file, draft, plan, dryRun), archive: plan.archive };
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  } catch {
    return undefined;
  }
}

function buildReport(source: string, draft: Draft, plan: ImportPlan, dryRun: boolean): string {
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
