// How a worker writes files into the folder of the new site.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeDiskError } from '../disk/disk-error.ts';

/** Nothing, or a sentence that says why the disk did not take the file. */
export type WriteFile = (file: string, content: string | Uint8Array) => string | undefined;

/**
 * Writes files by their paths in the folder, and makes folders in it as they are needed. The folder itself is never made
 * here: when a build is stopped it is removed, and must not come back.
 */
export function fileWriter(folder: string): WriteFile {
  const made = new Set([folder]);
  const makeFolder = (path: string): void => {
    if (made.has(path)) return;
    makeFolder(dirname(path));
    try {
      mkdirSync(path);
    } catch (error) {
      if (!existsSync(path)) throw error;
    }
    made.add(path);
  };
  return (file, content) => {
    const path = join(folder, file);
    try {
      makeFolder(dirname(path));
      writeFileSync(path, content);
      return undefined;
    } catch (error) {
      const why = describeDiskError(error);
      if (why === undefined) throw error;
      return why;
    }
  };
}
