// The command "import": turns copies of articles into content files and reports what became of every word.
import { parseArgs } from 'node:util';
import { contentDir } from '../archive/folders.ts';
import { importCopy } from '../importers/import-copy.ts';
import { readKnownArchive } from '../importers/known.ts';
import type { ImportOptions } from '../importers/plan.ts';
import { id, isoDate, webAddress } from '../schema/field.ts';

const usage = `Usage: npm run import -- FILE... [options]

  FILE                     a copy of an article as plain text, UTF-8
  --publication ID         where it appeared; an unknown id makes a new record
  --publication-name NAME  the name for that new record
  --title TITLE            the headline, if the copy has none or a wrong one
  --author NAME            who wrote it; repeat it for several
  --published YYYY-MM-DD   the day of publication
  --slug SLUG              the last part of the article's address
  --url URL                where the copy was taken from
  --retrieved YYYY-MM-DD   the day it was taken; without it, today
  --rights-note TEXT       on what ground a full copy is kept
  --replace                put the copy in the place of an article the archive has
  --correction TEXT        with --replace: what readers are told if the text of a full copy changes
  --dry-run                report, write nothing
  --help                   show this`;

export interface ImportOutput {
  /** `YYYY-MM-DD`, UTC. */
  today?: string;
  print?: (text: string) => void;
  complain?: (text: string) => void;
}

/** Runs the command; the exit code: 0 all imported or unchanged, 1 a copy was refused, 2 the command was not understood. */
export async function runImport(args: string[], output: ImportOutput = {}): Promise<number> {
  const {
    print = console.log,
    complain = console.error,
    today = new Date().toISOString().slice(0, 10),
  } = output;
  const command = readCommand(args, today);
  if ('problem' in command) {
    complain(`${command.problem}\n\n${usage}`);
    return 2;
  }
  if (command.help) {
    print(usage);
    return 0;
  }
  const root = contentDir();
  let archive = await readKnownArchive(root);
  if (archive.findings.some(({ severity }) => severity === 'error')) {
    complain(
      `The archive in ${root} has problems of its own; "npm run check" names them. The import goes on.`,
    );
  }
  let refused = 0;
  for (const [index, file] of command.files.entries()) {
    if (index > 0) print('');
    const result = await importCopy(file, archive, command.options, command.dryRun);
    if ('refusals' in result) {
      refused += 1;
      complain(result.refusals.map((sentence) => `${file}: ${sentence}`).join('\n'));
      continue;
    }
    archive = result.archive;
    print(result.report.trimEnd());
  }
  return refused > 0 ? 1 : 0;
}

interface Command {
  files: string[];
  options: ImportOptions;
  dryRun: boolean;
  help: boolean;
}

function readCommand(args: string[], today: string): Command | { problem: string } {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        publication: text,
        'publication-name': text,
        title: text,
        author: { type: 'string', multiple: true },
        published: text,
        slug: text,
        url: text,
        retrieved: text,
        'rights-note': text,
        correction: text,
        replace: flag,
        'dry-run': flag,
        help: flag,
      },
    });
  } catch (error) {
    return {
      problem: error instanceof Error ? (error.message.split(/\. To specify|\n/)[0] ?? '') : String(error),
    };
  }
  const { values, positionals: files } = parsed;
  const empty = Object.entries(values).find(([, value]) =>
    [value].flat().some((one) => typeof one === 'string' && one.trim() === ''),
  );
  if (empty !== undefined) return { problem: `--${empty[0]} is empty.` };
  for (const name of ['published', 'retrieved'] as const) {
    const day = values[name];
    if (day !== undefined && !isoDate.safeParse(day).success)
      return { problem: `--${name} must be a day that exists, written YYYY-MM-DD, not "${day}".` };
  }
  if (values.slug !== undefined && !id.safeParse(values.slug).success)
    return {
      problem: `--slug takes lower-case letters a-z, digits and single hyphens, not "${values.slug}".`,
    };
  if (values.url !== undefined && !webAddress.safeParse(values.url).success)
    return {
      problem: `--url must be a whole web address, starting with https:// or http://, not "${values.url}".`,
    };
  if (files.length === 0 && !values.help) return { problem: 'Name the file of a copy to import.' };
  const single = (['title', 'slug', 'url'] as const).find((name) => values[name] !== undefined);
  if (files.length > 1 && single !== undefined)
    return { problem: `--${single} is for one file, not for ${files.length}.` };
  return {
    files,
    dryRun: values['dry-run'],
    help: values.help,
    options: {
      title: values.title?.trim(),
      authors: (values.author ?? []).map((name) => name.trim()),
      published: values.published,
      publication: values.publication,
      publicationName: values['publication-name'],
      slug: values.slug,
      url: values.url,
      retrieved: values.retrieved,
      rightsNote: values['rights-note'],
      correction: values.correction?.trim(),
      replace: values.replace,
      today,
    },
  };
}
