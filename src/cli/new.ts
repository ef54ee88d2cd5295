// The command "new": writes the file of a new record, or of an article in the archive's own words, asking for what is missing.
import { stat } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { describeError } from '../disk/disk-error.ts';
import { contentDir } from '../disk/folders.ts';
import { readKnownArchive, type KnownArchive } from '../importers/known.ts';
import { buildEntry, type EntryKind } from '../importers/new-entry.ts';
import { saveFiles } from '../importers/save.ts';
import { buildAsk, type Ask } from './ask.ts';
import { isKind, listMissing, readNewCommand, several, usage, type Given } from './new-command.ts';
import { buildQuestions, kindQuestion } from './new-questions.ts';

export interface NewOutput {
  /** `YYYY-MM-DD`, UTC. */
  today?: string;
  print?: (text: string) => void;
  complain?: (text: string) => void;
  /** Missing where nobody is there to answer. */
  ask?: Ask | undefined;
}

const isTerminal = (): boolean => process.stdin.isTTY && process.stdout.isTTY;

/** Runs the command; the exit code: 0 written, 1 refused or given up, 2 the command was not understood or incomplete. */
export async function runNew(args: string[], output: NewOutput = {}): Promise<number> {
  const {
    print = console.log,
    complain = console.error,
    today = new Date().toISOString().slice(0, 10),
    ask = isTerminal() ? buildAsk() : undefined,
  } = output;
  const command = readNewCommand(args, ask !== undefined);
  if ('problem' in command) {
    complain(`${command.problem}\n\n${usage}`);
    return 2;
  }
  if (command.help) {
    print(usage);
    return 0;
  }
  const archive = await readKnownArchive(contentDir());
  const { values } = command;
  const kind = command.kind ?? (await ask?.(kindQuestion));
  const isAnswered =
    typeof kind === 'string' && isKind(kind) && (await fillMissing(kind, values, archive, ask));
  if (!isAnswered) {
    complain('Nothing was written.');
    return 1;
  }
  const missing = listMissing(kind, values);
  if (missing.length > 0) {
    const flags = missing.map((name) =>
      name === 'name' ? (kind === 'article' ? '--title' : 'the name') : `--${name}`,
    );
    complain(`A new ${kind} needs ${new Intl.ListFormat('en-GB').format(flags)}.`);
    return 2;
  }
  const entry = buildEntry(kind, { ...values, name: values.name ?? '' }, archive, today);
  if ('refusals' in entry) {
    complain(entry.refusals.join('\n'));
    return 1;
  }
  if ((await stat(entry.path).catch(() => undefined)) !== undefined) {
    complain(`${entry.file} exists already and was left as it is; --id makes another file.`);
    return 1;
  }
  try {
    saveFiles([entry]);
  } catch (error) {
    complain(`The archive cannot be written. ${describeError(error)}`);
    return 1;
  }
  print(`Written: ${entry.file}\nnpm run check says whether anything is left to do.`);
  return 0;
}

/**
 * Asks for what is missing if somebody is there to answer, and takes an article's text from standard input.
 * @returns whether all questions were answered
 */
async function fillMissing(
  kind: EntryKind,
  values: Given,
  archive: KnownArchive,
  ask: Ask | undefined,
): Promise<boolean> {
  const missing = listMissing(kind, values);
  if (ask === undefined) {
    if (missing.join() !== 'text' || process.stdin.isTTY) return true;
    const text = (await readAll(process.stdin)).trim();
    if (text !== '') values.text = text;
    return true;
  }
  if (missing.length === 0) return true;
  for (const [name, question] of buildQuestions(kind, values, archive)) {
    const answer = await ask(question);
    if (answer === undefined) return false;
    const value =
      several.has(name) && typeof answer === 'string'
        ? answer.split(/\s*;\s*/).filter((one) => one !== '')
        : answer;
    if (value.length > 0) Object.assign(values, { [name]: value });
  }
  return true;
}
