// Remembers the last site and what it was made from, so that a build with nothing new can end at once.
import { createHash } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { contentDir, lastBuildPath, publicDir } from '../disk/folders.ts';
import { keep, readKept } from '../disk/kept-file.ts';
import { compareText } from '../schema/finding.ts';
import { signProgram } from './program.ts';

/** How many files are open at once. */
const batch = 64;

/**
 * A hash over everything a site is made from: the content, `public/`, the program and the options.
 * @param compress whether there are compressed files beside the others
 */
export async function signInputs(compress: boolean): Promise<string> {
  const sum = createHash('sha256').update(`${await signProgram()} ${compress}`);
  for (const root of [contentDir(), publicDir()]) {
    const read = async (path: string): Promise<string> => {
      const bytes = await readFile(path);
      return createHash('sha256').update(bytes).digest('hex');
    };
    sum.update(`\0${await signFiles(root, read)}`);
  }
  return sum.digest('hex');
}

/** A hash over a finished site on disk: the size and time of each of its files, not their content. */
const signSite = (out: string): Promise<string> =>
  signFiles(out, async (path) => {
    const { size, mtimeMs, ino } = await lstat(path);
    return `${size} ${mtimeMs} ${ino}`;
  });

/** Every file below a folder, or the file itself; a path with nothing there has a state too. */
async function signFiles(root: string, describe: (path: string) => Promise<string>): Promise<string> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => undefined);
  const paths = (entries ?? [{ isDirectory: () => false, parentPath: root, name: '' }])
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(compareText);
  const sum = createHash('sha256');
  for (let at = 0; at < paths.length; at += batch) {
    const part = paths.slice(at, at + batch);
    const described = await Promise.all(part.map((path) => describe(path).catch(() => 'gone')));
    for (const [index, path] of part.entries())
      sum.update(`${relative(root, path).split(sep).join('/')}\0${described[index] ?? ''}\n`);
  }
  return sum.digest('hex');
}

/** Whether the site in `out` is the one that a build with these inputs left there. */
export async function isUnchanged(out: string, inputs: string): Promise<boolean> {
  const kept = readKept(lastBuildPath())?.toString('utf8');
  return kept !== undefined && kept === `${inputs} ${await signSite(out)}`;
}

/** Called when the site has been put in place. */
export async function rememberBuild(out: string, inputs: string): Promise<void> {
  keep(lastBuildPath(), `${inputs} ${await signSite(out)}`);
}
