// Puts a finished site in the place of the last one in a single move, so that a build that fails leaves no trace.
import { existsSync, statSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentDir, nextOutDir, outDir } from './folders.ts';

/** Builds in a folder of its own and swaps at the very end; must be the last integration. */
export function publishIntegration(): AstroIntegration {
  return {
    name: 'dateline-publish',
    hooks: {
      'astro:config:setup': async ({ command, updateConfig }) => {
        if (command !== 'build') return;
        await checkOutDir();
        updateConfig({ outDir: pathToFileURL(`${nextOutDir()}/`) });
      },
      'astro:build:done': async () => {
        await replaceFolder(outDir(), nextOutDir());
      },
    },
  };
}

/** Puts the folder `built` in the place of `out` in one move; if that fails, `out` is what it was. */
export async function replaceFolder(out: string, built: string): Promise<void> {
  const [next, last] = ['next', 'last'].map((name) => join(dirname(out), `.${basename(out)}.${name}`)) as [
    string,
    string,
  ];
  await rm(next, { recursive: true, force: true });
  await rm(last, { recursive: true, force: true });
  await mkdir(dirname(out), { recursive: true });
  try {
    await rename(built, next);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    // The output lies on another disk, where nothing can be moved to in one step.
    await cp(built, next, { recursive: true });
    await rm(built, { recursive: true });
  }
  const replaces = existsSync(out);
  if (replaces) await rename(out, last);
  try {
    await rename(next, out);
  } catch (error) {
    if (replaces) await rename(last, out);
    throw error;
  }
  await rm(last, { recursive: true, force: true });
}

/**
 * The old site is deleted with all that lies in its folder, so it had better be one that this project has made.
 * @throws Error with a sentence if it is not
 */
export async function checkOutDir(): Promise<void> {
  const out = outDir();
  const cure = 'Set OUT_DIR to an empty folder, or to one that holds a site.';
  for (const kept of [contentDir(), process.cwd()]) {
    const path = relative(out, kept);
    if (path === '' || (!path.startsWith('..') && !isAbsolute(path)))
      throw new Error(`OUT_DIR (${out}) holds the archive itself. ${cure}`);
  }
  if (!relative(contentDir(), out).startsWith('..') && !isAbsolute(relative(contentDir(), out))) {
    throw new Error(`OUT_DIR (${out}) lies inside the archive's content. ${cure}`);
  }
  if (existsSync(out) && !statSync(out).isDirectory()) throw new Error(`OUT_DIR (${out}) is a file. ${cure}`);
  const names = await readdir(out).catch((): string[] => []);
  if (names.length > 0 && (!existsSync(join(out, 'search/labels.json')) || names.includes('.git')))
    throw new Error(`OUT_DIR (${out}) holds something that is not a site. ${cure}`);
}
