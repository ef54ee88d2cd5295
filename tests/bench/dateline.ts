// Runs the real commands for the benches, quietly, in folders that are removed afterwards.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What the commands read from their environment. */
export interface Folders extends Record<string, string> {
  CONTENT_DIR: string;
  OUT_DIR: string;
  CACHE_DIR: string;
}

/** Calls a bench with folders of its own, an empty cache among them, so that nothing is known beforehand. */
export async function inTemporaryFolders<T>(bench: (folders: Folders) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  try {
    return await bench({
      CONTENT_DIR: join(folder, 'content'),
      OUT_DIR: join(folder, 'site'),
      CACHE_DIR: join(folder, 'cache'),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Runs a command of the archive; resolves to the seconds it took.
 * @throws Error with what the command printed if it fails
 */
export async function runDateline(command: 'build' | 'check', folders: Folders): Promise<number> {
  const start = performance.now();
  await promisify(execFile)(process.execPath, ['src/cli/main.ts', command], {
    env: { ...process.env, ...folders },
    maxBuffer: 64 * 2 ** 20,
  });
  return (performance.now() - start) / 1000;
}
