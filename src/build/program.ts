// Signs the program itself: what was made by other code, another Node or other packages is made anew.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFilesBelow } from '../disk/list-files.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const parts = ['src', 'astro.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];

let signed: Promise<string> | undefined;

/** A hash over every file of the program and the Node that runs it; read once. */
export const signProgram = (): Promise<string> => (signed ??= sign());

async function sign(): Promise<string> {
  const sum = createHash('sha256').update(`${process.version} ${process.platform}`);
  for (const path of parts.flatMap(listPart)) {
    sum.update(`\0${path}\0`);
    sum.update(await readFile(join(project, path)));
  }
  return sum.digest('hex');
}

/** The files of a folder, or the file itself; relative to the project. */
const listPart = (part: string): string[] =>
  listFilesBelow(join(project, part))?.map((file) => `${part}/${file}`) ?? [part];
