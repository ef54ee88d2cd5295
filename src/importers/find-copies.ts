// Finds the files of copies that a maintainer means by files, folders and patterns.
import { glob, readdir, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';

export interface FoundCopy {
  /** As the maintainer knows it: relative to the folder the command was given in. */
  file: string;
  /** Absolute. */
  path: string;
}

export interface FoundCopies {
  copies: FoundCopy[];
  /** Sentences about names that lead to nothing. */
  refusals: string[];
  /** Files of folders that are no copies by their names. */
  skipped: number;
}

/** What a folder is searched for; a file that is named itself, or by a pattern, may have any name. */
const copyName = /^[^.].*\.(?:txt|text|md|mdown|markdown|html?|xhtml|pdf)$|^[^.]+$/i;

/** @param from the folder relative names start from */
export async function findCopies(names: readonly string[], from: string): Promise<FoundCopies> {
  const found: FoundCopies = { copies: [], refusals: [], skipped: 0 };
  for (const name of names) {
    const path = resolve(from, name);
    const kind = await stat(path).catch(() => undefined);
    if (kind?.isDirectory() === true) await searchFolder(name, path, found);
    else if (kind === undefined && /[*?[\]{}]/.test(name)) await searchPattern(name, from, found);
    else found.copies.push({ file: name, path });
  }
  return found;
}

async function searchFolder(name: string, path: string, found: FoundCopies): Promise<void> {
  const before = found.copies.length;
  let entries;
  try {
    // Links are not followed: what a folder holds is what lies in it.
    entries = await readdir(path, { recursive: true, withFileTypes: true });
  } catch {
    found.refusals.push(`${name}: The folder cannot be read; are you allowed to?`);
    return;
  }
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)))
    .filter((file) => !/(?:^|[/\\])[.](?!$)/.test(file))
    .sort();
  for (const file of files) {
    if (copyName.test(file.split(/[/\\]/).at(-1) ?? ''))
      found.copies.push({ file: join(name, file), path: join(path, file) });
    else found.skipped += 1;
  }
  if (found.copies.length === before)
    found.refusals.push(
      `${name}: The folder has no text, HTML, PDF or Markdown files; name the files themselves.`,
    );
}

async function searchPattern(pattern: string, from: string, found: FoundCopies): Promise<void> {
  const files: string[] = [];
  for await (const entry of glob(pattern, { cwd: from, withFileTypes: true }))
    if (entry.isFile()) files.push(relative(from, join(entry.parentPath, entry.name)));
  if (files.length === 0)
    found.refusals.push(`${pattern}: No file has a name of this pattern; is the folder right?`);
  for (const file of files.sort()) found.copies.push({ file, path: resolve(from, file) });
}
