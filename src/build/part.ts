// A part of a site, made on one of several machines: its files, and a list of what each was made from.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keep, readKept } from '../disk/kept-file.ts';
import type { FileSource, Share, SiteFolder } from './site-folder.ts';

/** The list, beside the files. */
const listName = 'part.txt';

export interface Part extends Share, FileSource {
  folder: string;
  /** A hash over all that the site is made from. */
  inputs: string;
}

/** Writes the list of a part into its folder. */
export function describePart({ path, files }: SiteFolder, { number, of }: Share, inputs: string): void {
  const lines = [...files].map(
    ([file, key]) => `${key}\t${hashOf(readFileSync(join(path, file)))}\t${file}\n`,
  );
  if (!keep(join(path, listName), `${number}/${of} ${inputs}\n${lines.join('')}`))
    throw new Error(`The list of the part could not be written to ${path}.`);
}

/** @throws Error with a sentence if the folder is not a part, or not a whole one */
export function openPart(folder: string): Part {
  const text = readKept(join(folder, listName))?.toString('utf8');
  const [head = '', ...lines] = text?.split('\n') ?? [];
  const [, number, of, inputs] = /^(\d+)\/(\d+) (\w+)$/.exec(head) ?? [];
  if (inputs === undefined)
    throw new Error(`${folder} is not a part of a site. Make one with "npm run build -- --shard 1/4".`);
  const keys = new Map<string, string>();
  const hashes = new Map<string, string>();
  for (const line of lines) {
    const [key, hash, file] = line.split('\t');
    if (key === undefined || hash === undefined || file === undefined) continue;
    // No file of a site lies outside of it.
    if (file.split('/').includes('..')) continue;
    keys.set(file, key);
    hashes.set(file, hash);
  }
  return {
    folder,
    number: Number(number),
    of: Number(of),
    inputs,
    keys,
    take(file, place) {
      try {
        const bytes = readFileSync(join(folder, file));
        if (hashOf(bytes) !== hashes.get(file)) return false;
        writeFileSync(place(), bytes);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/**
 * Why parts do not make up a site of these inputs: one sentence.
 * @param inputs a hash over all that the site is made from
 */
export function describeMismatch(parts: readonly Part[], inputs: string): string | undefined {
  const other = parts.find((part) => part.inputs !== inputs);
  if (other !== undefined)
    return `${other.folder} was made from other content, by another version of the program or with other options. Make all parts from the same.`;
  const of = Math.max(...parts.map((part) => part.of));
  const uneven = parts.find((part) => part.of !== of);
  if (uneven !== undefined)
    return `${uneven.folder} is part ${uneven.number} of ${uneven.of}, and another is one of ${of}. Make all parts with the same number behind the slash.`;
  const numbers = new Set(parts.map((part) => part.number));
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((number) => !numbers.has(number));
  if (missing.length > 0)
    return `Part ${missing.join(', ')} of ${of} is missing. Make it with "npm run build -- --shard ${missing[0]}/${of}".`;
  return undefined;
}

/**
 * A part replaces what is in its folder.
 * @throws Error with a sentence if that is something else
 */
export function checkPartDir(folder: string): void {
  if (!existsSync(folder) || existsSync(join(folder, listName))) return;
  if (readdirSync(folder).length > 0)
    throw new Error(
      `${folder} holds something that is not a part of a site. Remove it, or set OUT_DIR to another folder.`,
    );
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');
