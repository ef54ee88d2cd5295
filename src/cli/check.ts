// `npm run check`: every problem of every file at once, without building anything; `--fix` mends what needs no decision.
import { parseArgs } from 'node:util';
import { contentDir } from '../disk/folders.ts';
import { checkExpiry } from '../checks/expiry.ts';
import { buildRepairs, repairs } from '../checks/repairs.ts';
import { saveFiles } from '../importers/save.ts';
import { didYouMean } from '../schema/sentence.ts';
import { site } from '../site.ts';
import { countEntries, examineContent, renderFindings, type Examination } from './examine.ts';
import { buildProgress } from './progress.ts';
import { formats } from './render-findings.ts';

const usage = `Usage: npm run check -- [--fix] [--format ${Object.keys(formats).join('|')}]

  --fix      mend what needs no decision: record new addresses, redirect pages that have moved,
             put a front matter into form, write records that articles name and the archive lacks
  --format   how findings are printed: for a terminal, as annotations of GitHub, or as JSON`;

/** Exit code 1 if anything would stop a build, 0 for warnings or nothing, 2 if the command was not understood. */
export async function runCheck(args: string[]): Promise<number> {
  const command = readCommand(args);
  if ('complaint' in command) {
    console.error(`${command.complaint}\n\n${usage}`);
    return 2;
  }
  const { fix, format } = command;
  const isForPeople = format === 'terminal';
  let examination = await examineContent(buildProgress());
  if (fix) examination = await mend(examination, isForPeople ? console.log : console.error);
  examination.findings.push(...checkExpiry(site.security.expires, readClock()));
  const { archive, findings, errors } = examination;
  const output = isForPeople ? renderFindings(examination) : (formats[format]?.(findings) ?? '');
  if (output !== '') (isForPeople ? console.error : console.log)(output);
  if (isForPeople && errors === 0) console.log(`The archive is sound: ${countEntries(archive)}.`);
  return errors > 0 ? 1 : 0;
}

/** Milliseconds since 1970; SOURCE_DATE_EPOCH (reproducible-builds.org) takes the place of the clock. */
function readClock(): number {
  const fixed = process.env['SOURCE_DATE_EPOCH'];
  return fixed === undefined ? Date.now() : Number(fixed) * 1000;
}

/** One repair may be what another one waits for; none is made twice to the same file at once. */
async function mend(examination: Examination, print: (line: string) => void): Promise<Examination> {
  let current = examination;
  for (let round = 0; round <= repairs.length; round += 1) {
    const made = buildRepairs({ ...current, root: contentDir() });
    if (made.length === 0) break;
    saveFiles(made);
    for (const { file, done } of made) for (const what of done) print(`Fixed ${file}: ${what}.`);
    current = await examineContent(buildProgress());
  }
  return current;
}

function readCommand(args: string[]): { fix: boolean; format: string } | { complaint: string } {
  try {
    const { values } = parseArgs({
      args,
      options: { fix: { type: 'boolean', default: false }, format: { type: 'string', default: 'terminal' } },
    });
    if (Object.hasOwn(formats, values.format)) return values;
    return {
      complaint: `There is no format "${values.format}"${didYouMean(values.format, Object.keys(formats)) || '.'}`,
    };
  } catch {
    return { complaint: `check does not know what to do with "${args.join(' ')}".` };
  }
}
