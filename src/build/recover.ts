// The first thing every command does: it repairs what a killed command left behind.
import { existsSync, renameSync } from 'node:fs';
import { relative } from 'node:path';
import { beside, contentDir, outDir } from '../disk/folders.ts';
import { tryLock } from './output-lock.ts';
import { removeOldDrafts } from '../disk/save-file.ts';

/** @param say called with a sentence for each thing that was done */
export function recover(say: (sentence: string) => void): void {
  attempt(() => {
    const out = outDir();
    if (restoreSite(out))
      say(
        `A build was stopped while it put its site in place; the last good site is back in ${relative(process.cwd(), out) || out}.`,
      );
  });
  attempt(() => removeOldDrafts(contentDir()));
}

/** Puts the site that was being replaced back if nothing is in its place; says whether that was necessary. */
export function restoreSite(out: string): boolean {
  const isMissing = (): boolean => !existsSync(out) && existsSync(beside(out, 'last'));
  if (!isMissing()) return false;
  const lock = tryLock(out);
  // A running build is about to put the new one there.
  if (lock === undefined) return false;
  try {
    if (!isMissing()) return false;
    renameSync(beside(out, 'last'), out);
    return true;
  } finally {
    lock.release();
  }
}

/** If something cannot be repaired, such as a folder that may not be written, the command still runs. */
function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // The command itself reports what it cannot do.
  }
}
