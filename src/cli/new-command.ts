// What the command "new" is told: the kinds of entry, the fields of each, its usage, and what is wrong with what was typed.
import { parseArgs } from 'node:util';
import type { EntryKind, EntryValues } from '../importers/new-entry.ts';
import { placeKinds } from '../schema/place.ts';
import { nearest } from '../schema/sentence.ts';

export type FieldName = keyof EntryValues;
export type FlagName = Exclude<FieldName, 'name'>;

/** What each kind takes besides its name, in the order in which it is asked for: what it cannot do without first. */
export const kinds: Record<EntryKind, { required: FlagName[]; optional: FlagName[] }> = {
  article: {
    required: ['published', 'publication', 'description', 'text'],
    optional: ['author', 'topic', 'dateline', 'url', 'language', 'id'],
  },
  person: { required: ['description'], optional: ['alias', 'born', 'died', 'id'] },
  author: { required: [], optional: ['description', 'alias', 'born', 'died', 'id'] },
  place: { required: ['description', 'kind'], optional: ['alias', 'within', 'id'] },
  organization: { required: ['description'], optional: ['alias', 'part-of', 'id'] },
  topic: { required: ['description'], optional: ['alias', 'id'] },
  publication: { required: ['description', 'language'], optional: ['alias', 'website', 'id'] },
};

/** Own keys only: every object answers to "constructor". */
export const isKind = (word: string): word is EntryKind => Object.hasOwn(kinds, word);

/** Fields that take several values. */
export const several: ReadonlySet<FieldName> = new Set<FieldName>(['alias', 'author', 'topic']);

export const usage = `Usage: npm run new -- KIND "Name" [options]

  article       --title TITLE --published YYYY-MM-DD --publication ID --description TEXT
                [--author NAME|ID]... [--topic ID]... [--dateline ID] [--language TAG] [--url URL]
                --text TEXT, or the text on standard input; it is kept as a summary
  person        --description TEXT [--alias NAME]... [--born DATE] [--died DATE]
  author        a person who wrote articles: [--description TEXT] and what a person has
  place         --description TEXT --kind ${placeKinds.join('|')} [--within ID] [--alias NAME]...
  organization  --description TEXT [--part-of ID] [--alias NAME]...
  topic         --description TEXT [--alias NAME]...
  publication   --description TEXT --language TAG [--website URL] [--alias NAME]...

  --id ID for an id other than the one the name makes; --help for this.
  An ID is that of a record of the archive, or its name. No file is ever overwritten.
  In a terminal, what is missing is asked for: "npm run new" alone asks for everything.`;

export type Given = Partial<EntryValues>;

export interface NewCommand {
  /** Missing where it is still to be asked for. */
  kind?: EntryKind;
  values: Given;
  help: boolean;
}

/** @param canAsk whether somebody is there to say what is new */
export function readNewCommand(args: string[], canAsk: boolean): NewCommand | { problem: string } {
  const names = Object.keys(kinds);
  const [kind = '', ...rest] = args;
  if (args.includes('--help')) return { values: {}, help: true };
  if (kind === '' && canAsk) return { values: {}, help: false };
  if (!isKind(kind)) {
    const near = nearest(kind, names);
    if (kind === '' || kind.startsWith('-'))
      return { problem: `Say first what is new: ${names.join(', ')}.` };
    return { problem: `There is no kind "${kind}"${near === undefined ? '' : `; did you mean "${near}"?`}` };
  }
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
    return { kind, values: { ...given, ...(name !== '' && { name }) }, help: false };
  } catch (error) {
    return {
      problem: error instanceof Error ? (error.message.split(/\. To specify|\n/)[0] ?? '') : String(error),
    };
  }
}

/** The fields a kind cannot do without that were not given. */
export const listMissing = (kind: EntryKind, values: Given): FieldName[] =>
  ['name' as const, ...kinds[kind].required].filter((name) => values[name] === undefined);
