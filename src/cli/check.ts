// `npm run check`: every problem of every file at once, without building anything.
import { parseArgs } from 'node:util';
import { countEntries, examineContent, renderFindings } from './examine.ts';
import { buildProgress } from './progress.ts';

/** Exit code 1 if anything would stop a build, 0 for warnings or nothing. */
export async function runCheck(args: string[]): Promise<number> {
  try {
    parseArgs({ args, options: {}, strict: true });
  } catch {
    console.error(`check takes no arguments, and was given "${args.join(' ')}".`);
    return 2;
  }
  const examination = await examineContent(buildProgress());
  if (examination.findings.length > 0) console.error(renderFindings(examination));
  if (examination.errors > 0) return 1;
  console.log(`The archive is sound: ${countEntries(examination.archive)}.`);
  return 0;
}
