// The form in which everything that the search page reads is built, and how it is written to disk.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Files by their path in their folder. */
export type SearchFiles = Map<string, Uint8Array>;

/** Writes files into a folder, which is made if it is missing. */
export async function writeSearchFiles(files: SearchFiles, folder: string): Promise<void> {
  for (const [path, content] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
