// `npm run report`: what changed for a reader since another state of the archive; for a maintainer, and as data for the comment.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { contentDir, contentPath } from '../disk/folders.ts';
import { readLedger } from '../reading/permalinks.ts';
import { buildChangeReport, type ChangeReport } from '../changes/change-report.ts';
import { renderReport } from '../changes/render-report.ts';
import { buildReportFile } from '../changes/report-file.ts';
import { findUnexplained } from '../changes/unexplained.ts';
import { readBase, readTexts } from '../changes/version.ts';
import { renderFinding, type Finding } from '../schema/finding.ts';
import { examineContent, type Examination } from './examine.ts';
import { buildProgress } from './progress.ts';

const usage = `Usage: npm run report -- --base COMMIT|FOLDER [--json FILE]

  --base   what to compare with: a commit or branch, or another content folder
  --json   also write the report and all findings to a file, for the comment on a pull request`;

/** Exit code 1 if a published page leads nowhere, a copy changed unsaid or nothing can be compared, 2 if the command was not understood. */
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
  const comparison = examination.isWhole ? await compare(examination, base) : undefined;
  if (typeof comparison === 'string') {
    console.error(comparison);
    return 1;
  }
  const changes = comparison?.changes;
  const unexplained = comparison?.unexplained ?? [];
  const findings = [...examination.findings, ...unexplained];
  if (json !== undefined)
    await writeFile(json, `${JSON.stringify(buildReportFile({ findings, changes }), null, 2)}\n`);
  if (changes === undefined) {
    console.error(
      'The archive has errors, which "npm run check" names; what changes can be said when they are fixed.',
    );
    return 1;
  }
  console.log(renderReport(changes).trimEnd());
  for (const finding of unexplained) console.error(`\n${renderFinding(finding)}`);
  const lost = changes.lost.filter(({ to }) => to === undefined);
  if (lost.length === 0) return unexplained.length > 0 ? 1 : 0;
  const [first] = lost;
  console.error(
    `\nPublished pages would lead nowhere: ${lost.length}. Put them back, or write where each has gone into ` +
      `${readLedger(contentDir()).file}: ${first?.path} -> /new/address/, or ${first?.path} -> gone`,
  );
  return 1;
}

/** What changed, or a sentence that says why nothing can be said of it. */
async function compare(
  { archive }: Examination,
  base: string,
): Promise<{ changes: ChangeReport; unexplained: Finding[] } | string> {
  try {
    const before = await readBase(base);
    if (before.findings.some(({ severity }) => severity === 'error'))
      console.error(`The archive at "${base}" has errors of its own; files with errors are missing from it.`);
    const after = { archive, permalinks: readLedger(contentDir()).permalinks };
    return {
      changes: buildChangeReport(before, after, readTexts(before.archive, archive)),
      unexplained: findUnexplained(before.archive, archive, (id) =>
        contentPath(join(contentDir(), 'articles', `${id}.md`)),
      ),
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
