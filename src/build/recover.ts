// The first thing every command does: it puts right what a command that was killed left behind.
import { existsSync, renameSync } from 'node:fs';
import { relative } from 'node:path';
import { beside, contentDir, outDir } from '../disk/folders.ts';
import { tryLock } from './output-lock.ts';
import { removeOldDrafts } from '../disk/save-file.ts';

/** @param say is told what was done, a sentence each */
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

/** Whether the site that was being replaced had to be put back: it lies beside its place, where nothing is. */
export function restoreSite(out: string): boolean {
  const isMissing = (): boolean => !existsSync(out) && existsSync(beside(out, 'last'));
  if (!isMissing()) return false;
  const lock = tryLock(out);
  // A build that lives is about to put the new one there.
  if (lock === undefined) return false;
  try {
    if (!isMissing()) return false;
    renameSync(beside(out, 'last'), out);
    return true;
  } finally {
    lock.release();
  }
}

/** What cannot be put right, such as a folder that may not be written, is no reason to refuse the command. */
function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // The command says for itself what it cannot do.
  }
}
