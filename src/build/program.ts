// Signs the program itself: what was made by other code, another Node or other packages is made anew.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareText } from '../schema/finding.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const parts = ['src', 'astro.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];

let signed: Promise<string> | undefined;

/** A hash over every file of the program and the Node that runs it; read once. */
export const signProgram = (): Promise<string> => (signed ??= sign());

async function sign(): Promise<string> {
  const sum = createHash('sha256').update(`${process.version} ${process.platform}`);
  for (const path of (await Promise.all(parts.map(list))).flat()) {
    sum.update(`\0${relative(project, path).split(sep).join('/')}\0`);
    sum.update(await readFile(path));
  }
  return sum.digest('hex');
}

async function list(name: string): Promise<string[]> {
  const path = join(project, name);
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(compareText);
}
