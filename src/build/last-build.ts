// Remembers the last site and what it was made from, so that a build with nothing new can end at once.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentDir, lastBuildPath, publicDir } from '../disk/folders.ts';
import { keep, readKept } from '../disk/kept-file.ts';
import { listFilesBelow } from '../disk/list-files.ts';
import { readStates, type FileStates } from './file-list.ts';
import { signProgram } from './program.ts';

/**
 * A hash over everything a site is made from: the content, `public/`, the program and the options.
 * @param compress whether there are compressed files beside the others
 */
export async function signInputs(compress: boolean): Promise<string> {
  const sum = createHash('sha256').update(`${await signProgram()} ${compress}`);
  for (const root of [contentDir(), publicDir()]) sum.update(`\0${signFiles(root)}`);
  return sum.digest('hex');
}

/** A hash over a finished site: of each of its files what tells whether it was altered, not its content. */
function signSite(states: FileStates): string {
  const sum = createHash('sha256');
  for (const [file, state] of states) sum.update(`${file}\0${state}\n`);
  return sum.digest('hex');
}

/** Every file below a folder with its content; a path with nothing there has a hash too. */
function signFiles(root: string): string {
  const sum = createHash('sha256');
  const files = listFilesBelow(root);
  if (files === undefined) sum.update('gone');
  for (const file of files ?? []) sum.update(`${file}\0${hashFile(join(root, file))}\n`);
  return sum.digest('hex');
}

function hashFile(path: string): string {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch {
    return 'cannot be read';
  }
}

/** Whether the site in `out` is the one that a build with these inputs left there. */
export function isUnchanged(out: string, inputs: string): boolean {
  const [made, site] = readKept(lastBuildPath())?.toString('utf8').split(' ') ?? [];
  return made === inputs && site === signSite(readStates(out));
}

/**
 * Called when the site has been put in place.
 * @param states of its files
 */
export function rememberBuild(states: FileStates, inputs: string): void {
  keep(lastBuildPath(), `${inputs} ${signSite(states)}`);
}
