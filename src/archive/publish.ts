// Puts a finished site in the place of the last one in a single move, so that a build that fails leaves no trace.
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, isAbsolute, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentDir, lastOutDir, nextOutDir, outDir } from './folders.ts';

/** Builds beside `OUT_DIR` and swaps at the very end; must be the last integration. */
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
        await replaceFolder(outDir(), nextOutDir(), lastOutDir());
      },
    },
  };
}

/** Moves `next` to `out` by way of `last`; if that fails, `out` is what it was. */
export async function replaceFolder(out: string, next: string, last: string): Promise<void> {
  await rm(last, { recursive: true, force: true });
  await mkdir(dirname(out), { recursive: true });
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

/** The old site is deleted with all that lies in its folder, so it had better be a site. */
async function checkOutDir(): Promise<void> {
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
  const names = await readdir(out).catch((): string[] => []);
  if (names.length > 0 && !names.includes('index.html'))
    throw new Error(`OUT_DIR (${out}) holds something that is not a site. ${cure}`);
}
