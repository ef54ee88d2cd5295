// Puts files in their place in one move each, so that nobody ever reads half a file.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface PlannedFile {
  /** Absolute path. */
  path: string;
  /** The path as the maintainer knows it: `content/people/x.md`. */
  file: string;
  text: string;
}

/** Writes the files in order, records before the article that names them; folders are made as needed. */
export async function saveFiles(files: readonly PlannedFile[]): Promise<void> {
  for (const { path, text } of files) {
    await mkdir(dirname(path), { recursive: true });
    const draft = `${path}.${process.pid}.draft`;
    await writeFile(draft, text);
    await rename(draft, path);
  }
}
