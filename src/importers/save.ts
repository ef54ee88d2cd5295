// Puts files in their place in one move each, so that nobody ever reads half a file.
import { saveFile } from '../disk/save-file.ts';

export interface PlannedFile {
  /** Absolute path. */
  path: string;
  /** The path as the maintainer knows it: `content/people/x.md`. */
  file: string;
  text: string;
}

/**
 * Writes the files in order, records before the article that names them: a killed import leaves at most
 * records without an article, and the same import finds them and goes on.
 */
export function saveFiles(files: readonly PlannedFile[]): void {
  for (const { path, text } of files) saveFile(path, text, { durable: true });
}
