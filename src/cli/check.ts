// `npm run check`: every problem of every file at once, without building anything; `--fix` mends what needs no decision.
import { parseArgs } from 'node:util';
import { contentDir } from '../archive/folders.ts';
import { buildRepairs } from '../checks/repairs.ts';
import { saveFiles } from '../importers/save.ts';
import { countEntries, examineContent, renderFindings } from './examine.ts';
import { buildProgress } from './progress.ts';

const usage = `Usage: npm run check -- [--fix]

  --fix   mend what needs no decision: record new addresses, redirect pages that have moved`;

/** Exit code 1 if anything would stop a build, 0 for warnings or nothing, 2 if the command was not understood. */
export async function runCheck(args: string[]): Promise<number> {
  let fix;
  try {
    ({ fix } = parseArgs({ args, options: { fix: { type: 'boolean', default: false } } }).values);
  } catch {
    console.error(`check does not know what to do with "${args.join(' ')}".\n\n${usage}`);
    return 2;
  }
  let examination = await examineContent(buildProgress());
  if (fix) {
    const repairs = buildRepairs({ ...examination, root: contentDir() });
    await saveFiles(repairs);
    for (const { file, done } of repairs) for (const what of done) console.log(`Mended ${file}: ${what}.`);
    if (repairs.length > 0) examination = await examineContent(buildProgress());
  }
  if (examination.findings.length > 0) console.error(renderFindings(examination));
  if (examination.errors > 0) return 1;
  console.log(`The archive is sound: ${countEntries(examination.archive)}.`);
  return 0;
}
