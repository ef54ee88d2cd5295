// Writes files of the search where a test or bench serves them.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SearchFiles } from '../../src/search/files.ts';

/** The folder is made if it is missing. */
export async function writeSearchFiles(files: SearchFiles, folder: string): Promise<void> {
  for (const [path, content] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
