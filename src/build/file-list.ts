// The list of the files of a site between two builds: what each was made from, and what tells whether it was altered since.
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { keep, readKept } from '../disk/kept-file.ts';
import { listFilesBelow } from '../disk/list-files.ts';

/** What `stateOf` says of each file of a site, by its path in the site. */
export type FileStates = ReadonlyMap<string, string>;

export interface FileList {
  /** What each file was made from, by its path in the site. */
  keys: Map<string, string>;
  states: FileStates;
}

/** @returns nothing if there is no list, or it is of a site that another program made */
export function readFileList(path: string, program: string): FileList | undefined {
  const [made, ...lines] = readKept(path)?.toString('utf8').split('\n') ?? [];
  if (made !== program) return undefined;
  const [keys, states] = [new Map<string, string>(), new Map<string, string>()];
  for (const line of lines) {
    const [key, state, file] = line.split('\t');
    if (key === undefined || state === undefined || file === undefined) continue;
    keys.set(file, key);
    states.set(file, state);
  }
  return { keys, states };
}

export function writeFileList(
  path: string,
  program: string,
  keys: ReadonlyMap<string, string>,
  states: FileStates,
): void {
  const lines = [...keys].map(([file, key]) => `${key}\t${states.get(file) ?? ''}\t${file}\n`);
  keep(path, `${program}\n${lines.join('')}`);
}

/** Of every file of a site as it is on disk; of none if there is no site. */
export const readStates = (site: string): FileStates =>
  new Map((listFilesBelow(site) ?? []).map((file) => [file, stateOf(join(site, file)) ?? 'no file']));

/** What tells an altered file: its number, its size, and when it was written. Nothing for what is not a file. */
export function stateOf(path: string): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? `${stats.ino} ${stats.size} ${stats.mtimeMs}` : undefined;
}
