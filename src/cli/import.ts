// The command "import": turns copies of articles into content files and reports what became of every word.
import { contentDir } from '../disk/folders.ts';
import { readDrafts } from '../importers/drafts.ts';
import { countLeftOut, type WrittenDraft } from '../importers/draft.ts';
import { findCopies } from '../importers/find-copies.ts';
import { importCopy } from '../importers/import-copy.ts';
import { showInvisible } from '../importers/invisible.ts';
import { readKnownArchive } from '../importers/known.ts';
import { count } from './examine.ts';
import { openPlanCheck } from './import-check.ts';
import { readImportCommand, usage } from './import-command.ts';
import { buildProgress } from './progress.ts';

export interface ImportOutput {
  /** `YYYY-MM-DD`, UTC. */
  today?: string;
  print?: (text: string) => void;
  complain?: (text: string) => void;
}

/** How many drafts are held in memory at once. */
const batch = 200;

/** Runs the command; the exit code: 0 all imported or unchanged, 1 a copy was refused, 2 the command was not understood. */
export async function runImport(args: string[], output: ImportOutput = {}): Promise<number> {
  const { today = new Date().toISOString().slice(0, 10) } = output;
  // A copy and its name come from strangers: their text is shown but must not control the terminal.
  const print = (text: string): void => (output.print ?? console.log)(showInvisible(text));
  const complain = (text: string): void => (output.complain ?? console.error)(showInvisible(text));
  const command = readImportCommand(args, today);
  if ('problem' in command) {
    complain(`${command.problem}\n\n${usage}`);
    return 2;
  }
  if (command.help) {
    print(usage);
    return 0;
  }
  const { options, dryRun } = command;
  const { copies, refusals, skipped } = await findCopies(
    command.files,
    process.env['INIT_CWD'] ?? process.cwd(),
  );
  for (const refusal of refusals) complain(refusal);
  const single = (['title', 'slug', 'url'] as const).find((name) => options[name] !== undefined);
  if (copies.length > 1 && single !== undefined) {
    complain(`--${single} is for one file, not for ${copies.length}.\n\n${usage}`);
    return 2;
  }
  const root = contentDir();
  let archive = await readKnownArchive(root);
  if (archive.findings.some(({ severity }) => severity === 'error')) {
    complain(
      `The archive in ${root} has problems of its own; "npm run check" names them. The import goes on.`,
    );
  }
  const checkPlan = openPlanCheck(root);
  const progress = buildProgress();
  // Uses the names that the archive had before the first copy, so that a copy is always read the same way.
  const known = archive;
  const read = (from: number, onProgress?: (done: number) => void): ReturnType<typeof readDrafts> =>
    readDrafts(
      copies.slice(from, from + batch).map(({ path }) => path),
      known,
      options,
      onProgress === undefined ? {} : { onProgress },
    );
  const tally = new Tally(refusals.length);
  let reported = false;
  let coming = read(0, (done) => progress.show('Reading copies', done, copies.length));
  for (let from = 0; from < copies.length; from += batch) {
    const part = copies.slice(from, from + batch);
    const drafts = await coming;
    progress.end();
    // The next ones are read while these are written.
    coming = read(from + batch);
    for (const [index, { file }] of part.entries()) {
      const draft = drafts[index] ?? { refusals: ['The file was not read.'] };
      const result =
        'refusals' in draft ? draft : await importCopy(file, draft, archive, options, dryRun, checkPlan);
      if ('refusals' in result) {
        tally.refused += 1;
        complain(result.refusals.map((sentence) => `${file}: ${sentence}`).join('\n'));
        continue;
      }
      if (!('refusals' in draft)) tally.add(result.outcome, draft);
      archive = result.archive;
      print(`${reported ? '\n' : ''}${result.report.trimEnd()}`);
      reported = true;
    }
  }
  if (copies.length + refusals.length > 1)
    print(`${reported ? '\n' : ''}${tally.render(copies.length + refusals.length, skipped, dryRun)}`);
  return tally.refused > 0 ? 1 : 0;
}

/** What became of all the files of one command. */
class Tally {
  refused: number;
  private imported = 0;
  private unchanged = 0;
  private words = { source: 0, kept: 0, leftOut: 0 };

  constructor(refused: number) {
    this.refused = refused;
  }

  add(outcome: string, { account, leftOut }: WrittenDraft): void {
    if (outcome === 'unchanged') this.unchanged += 1;
    else this.imported += 1;
    this.words.source += account.source;
    this.words.leftOut += countLeftOut(leftOut);
    this.words.kept += account.source - account.leftOut;
  }

  render(files: number, skipped: number, dryRun: boolean): string {
    const { source, kept, leftOut } = this.words;
    const parts = [
      `${this.imported} ${dryRun ? 'would be imported' : 'imported'}`,
      `${this.unchanged} unchanged`,
      `${this.refused} refused`,
    ];
    const others = skipped === 0 ? '' : ` ${count(skipped, 'other file')} of the folders skipped.`;
    return (
      `${count(files, 'file')}: ${parts.join(', ')}.${others} ` +
      `${count(source, 'word')} in, ${count(kept, 'word')} kept, ${count(leftOut, 'word')} left out.`
    );
  }
}
