// `npm run report`: what changed for a reader since another state of the archive; for a maintainer, and as data for the comment.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { contentDir } from '../archive/folders.ts';
import { readLedger } from '../archive/permalinks.ts';
import { buildChangeReport, type ChangeReport } from '../changes/change-report.ts';
import { renderReport } from '../changes/render-report.ts';
import { buildReportFile } from '../changes/report-file.ts';
import { readBase, readTexts } from '../changes/version.ts';
import { examineContent, type Examination } from './examine.ts';
import { buildProgress } from './progress.ts';

const usage = `Usage: npm run report -- --base COMMIT|FOLDER [--json FILE]

  --base   what to compare with: a commit or branch, or another content folder
  --json   also write the report and all findings to a file, for the comment on a pull request`;

/** Exit code 1 if a published page leads nowhere or nothing can be compared, 2 if the command was not understood. */
export async function runReport(args: string[]): Promise<number> {
  let values;
  try {
    ({ values } = parseArgs({ args, options: { base: { type: 'string' }, json: { type: 'string' } } }));
  } catch {
    values = {};
  }
  const { base, json } = values;
  if (base === undefined || base === '') {
    console.error(`Say what to compare with.\n\n${usage}`);
    return 2;
  }
  const examination = await examineContent(buildProgress());
  const { findings } = examination;
  const changes = examination.isWhole ? await compare(examination, base) : undefined;
  if (typeof changes === 'string') {
    console.error(changes);
    return 1;
  }
  if (json !== undefined)
    await writeFile(json, `${JSON.stringify(buildReportFile({ findings, changes }), null, 2)}\n`);
  if (changes === undefined) {
    console.error(
      'The archive has errors, which "npm run check" names; what changes can be said when they are mended.',
    );
    return 1;
  }
  console.log(renderReport(changes).trimEnd());
  const lost = changes.lost.filter(({ to }) => to === undefined);
  if (lost.length === 0) return 0;
  const [first] = lost;
  console.error(
    `\nPublished pages would lead nowhere: ${lost.length}. Put them back, or write where each has gone into ` +
      `${readLedger(contentDir()).file}: ${first?.path} -> /new/address/, or ${first?.path} -> gone`,
  );
  return 1;
}

/** The report, or a sentence that says why there is none. */
async function compare({ archive }: Examination, base: string): Promise<ChangeReport | string> {
  try {
    const before = await readBase(base);
    if (before.findings.some(({ severity }) => severity === 'error'))
      console.error(`The archive at "${base}" has errors of its own; files with errors are missing from it.`);
    const after = { archive, permalinks: readLedger(contentDir()).permalinks };
    return buildChangeReport(before, after, await readTexts(before.archive, archive));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
