// Writes a file in one move, for content and caches alike: readers find the old file or the new one.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';

export interface SaveOptions {
  /** Whether the file must outlast a power cut; a cache need not, since its checksum shows the damage. */
  durable?: boolean;
}

let saved = 0;

/**
 * Puts `content` in the place of the file at `path`; folders are made as needed.
 * @throws Error of the file system; then the file is what it was, and nothing is left beside it
 */
export function saveFile(path: string, content: string | Uint8Array, options: SaveOptions = {}): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  saved += 1;
  const draft = join(folder, `.${basename(path)}.${process.pid}-${threadId}-${saved}.draft`);
  try {
    const file = openSync(draft, 'w');
    try {
      writeFileSync(file, content);
      if (options.durable) fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  if (options.durable) syncFolder(folder);
}

/** Without this a power cut may undo the move. Windows cannot open a folder, and needs it less. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const draftName = /^\..+\.(\d+)-\d+-\d+\.draft$/;

/** Removes the drafts below a folder that a killed command left; one that is being written stays. */
export function removeOldDrafts(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const [, pid] = draftName.exec(entry.name) ?? [];
    if (pid !== undefined && entry.isFile() && !isRunning(Number(pid)))
      rmSync(join(entry.parentPath, entry.name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process can be seen, but not sent a signal.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
