// The command "new": writes the file of a new record, or of an article in the archive's own words, asking for what is missing.
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { contentDir } from '../archive/folders.ts';
import { readKnownArchive } from '../importers/known.ts';
import { buildEntry, type EntryKind, type EntryValues } from '../importers/new-entry.ts';
import { saveFiles } from '../importers/save.ts';
import { placeKinds } from '../schema/place.ts';
import { nearest } from '../schema/sentence.ts';

type FlagName = Exclude<keyof EntryValues, 'name'>;

/** What each kind takes besides its name: first what it cannot do without. */
const kinds: Record<EntryKind, { required: FlagName[]; optional: FlagName[] }> = {
  person: { required: ['description'], optional: ['alias', 'born', 'died', 'id'] },
  place: { required: ['description', 'kind'], optional: ['alias', 'within', 'id'] },
  organization: { required: ['description'], optional: ['alias', 'part-of', 'id'] },
  topic: { required: ['description'], optional: ['alias', 'id'] },
  publication: { required: ['description', 'language'], optional: ['alias', 'website', 'id'] },
  article: {
    required: ['published', 'publication', 'description', 'text'],
    optional: ['author', 'topic', 'language', 'url', 'id'],
  },
};

const several = new Set<FlagName>(['alias', 'author', 'topic']);

const questions: Partial<Record<FlagName | 'name', string>> = {
  name: 'Name',
  description: 'Who or what it is, in one sentence',
  kind: `Kind (${placeKinds.join(', ')})`,
  language: 'Language, such as en or ar',
  published: 'Day of publication, YYYY-MM-DD',
  publication: 'Id of the publication',
  text: 'The account of the article, in one paragraph',
};

const usage = `Usage: npm run new -- KIND "Name" [options]

  person        --description TEXT [--alias NAME]... [--born DATE] [--died DATE]
  place         --description TEXT --kind ${placeKinds.join('|')} [--within ID] [--alias NAME]...
  organization  --description TEXT [--part-of ID] [--alias NAME]...
  topic         --description TEXT [--alias NAME]...
  publication   --description TEXT --language TAG [--website URL] [--alias NAME]...
  article       --title TITLE --published YYYY-MM-DD --publication ID --description TEXT
                [--author NAME|ID]... [--topic ID]... [--language TAG] [--url URL]
                --text TEXT, or the text on standard input; it is kept as a summary

  --id ID for an id other than the one the name makes; --help for this.
  In a terminal, what is missing is asked for.`;

export interface NewOutput {
  /** `YYYY-MM-DD`, UTC. */
  today?: string;
  print?: (text: string) => void;
  complain?: (text: string) => void;
}

/** Runs the command; the exit code: 0 written, 1 refused, 2 the command was not understood or incomplete. */
export async function runNew(args: string[], output: NewOutput = {}): Promise<number> {
  const {
    print = console.log,
    complain = console.error,
    today = new Date().toISOString().slice(0, 10),
  } = output;
  const command = readCommand(args);
  if ('problem' in command) {
    complain(`${command.problem}\n\n${usage}`);
    return 2;
  }
  if ('help' in command) {
    print(usage);
    return 0;
  }
  const { kind, values } = command;
  const missing = await fillMissing(kind, values);
  if (missing.length > 0) {
    const flags = missing.map((name) =>
      name === 'name' ? (kind === 'article' ? '--title' : 'the name') : `--${name}`,
    );
    complain(`A new ${kind} needs ${new Intl.ListFormat('en-GB').format(flags)}.`);
    return 2;
  }
  const entry = buildEntry(
    kind,
    { ...values, name: values.name ?? '' },
    await readKnownArchive(contentDir()),
    today,
  );
  if ('refusals' in entry) {
    complain(entry.refusals.join('\n'));
    return 1;
  }
  if ((await stat(entry.path).catch(() => undefined)) !== undefined) {
    complain(`${entry.file} exists already and was left as it is; --id makes another file.`);
    return 1;
  }
  try {
    await saveFiles([entry]);
  } catch (error) {
    complain(`The archive cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
    return 1;
  }
  print(`Written: ${entry.file}`);
  return 0;
}

type Given = Partial<EntryValues>;

/** Own keys only: every object answers to "constructor". */
const isKind = (word: string): word is EntryKind => Object.hasOwn(kinds, word);

function readCommand(
  args: string[],
): { kind: EntryKind; values: Given } | { help: true } | { problem: string } {
  const names = Object.keys(kinds);
  const [word = '', ...rest] = args;
  if (args.includes('--help')) return { help: true };
  if (!isKind(word)) {
    const near = nearest(word, names);
    if (word === '' || word.startsWith('-'))
      return { problem: `Say first what is new: ${names.join(', ')}.` };
    return { problem: `There is no kind "${word}"${near === undefined ? '' : `; did you mean "${near}"?`}` };
  }
  const kind = word;
  const flags = [...kinds[kind].required, ...kinds[kind].optional];
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      allowPositionals: true,
      options: {
        ...Object.fromEntries(
          flags.map((name) => [name, { type: 'string' as const, multiple: several.has(name) }]),
        ),
        ...(kind === 'article' && { title: { type: 'string' as const } }),
      },
    });
    if (positionals.length > 1) return { problem: `Put the name in quotes: "${positionals.join(' ')}".` };
    const { title, ...given } = values as Record<string, string | string[] | undefined>;
    const empty = Object.entries(given).find(([, value]) => [value].flat().some((one) => one?.trim() === ''));
    if (empty !== undefined) return { problem: `--${empty[0]} is empty.` };
    const name = (positionals[0] ?? (typeof title === 'string' ? title : '')).trim();
    return { kind, values: { ...given, ...(name !== '' && { name }) } };
  } catch (error) {
    return {
      problem: error instanceof Error ? (error.message.split(/\. To specify|\n/)[0] ?? '') : String(error),
    };
  }
}

/** Asks for what is missing if somebody is there to answer, and takes an article's text from standard input. */
async function fillMissing(kind: EntryKind, values: Given): Promise<(FlagName | 'name')[]> {
  const needed = ['name' as const, ...kinds[kind].required];
  const stillMissing = (): (FlagName | 'name')[] => needed.filter((name) => values[name] === undefined);
  const isThere = process.stdin.isTTY && process.stdout.isTTY;
  if (isThere && stillMissing().length > 0) {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    for (const name of stillMissing()) {
      const answer = (await terminal.question(`${questions[name] ?? name}: `)).trim();
      if (answer !== '' && !several.has(name as FlagName)) Object.assign(values, { [name]: answer });
    }
    terminal.close();
  } else if (!isThere && stillMissing().join() === 'text') {
    const text = (await readAll(process.stdin)).trim();
    if (text !== '') values.text = text;
  }
  return stillMissing();
}
