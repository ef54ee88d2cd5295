// Finds the place of a problem that concerns an entry as a whole: from collection, id and field to file, line and column.
import { join } from 'node:path';
import type { Collection } from '../schema/collections.ts';
import type { Finding } from '../schema/finding.ts';
import { readFrontMatter, type FrontMatter, type Position } from '../schema/front-matter.ts';
import { contentPath } from '../disk/folders.ts';
import { readSource } from './source.ts';

/** A finding whose place is known only as a field of an entry. */
export interface EntryProblem extends Pick<Finding, 'check' | 'severity' | 'message' | 'fix'> {
  collection: Collection;
  id: string;
  /** The field, as `['rights', 'note']`; empty for the whole entry. */
  path: readonly PropertyKey[];
  /** Where it stands, if it is known already. */
  place?: Position;
}

/** Reads the entry's file below `root` once more, unless the place is known. */
export function locateProblem(problem: EntryProblem, root: string): Finding {
  const { check, severity, collection, id, path, message, fix } = problem;
  const onDisk = join(root, collection, `${id}.md`);
  const file = contentPath(onDisk);
  if (problem.place !== undefined) return { check, severity, file, ...problem.place, message, fix };
  const { source } = readSource(onDisk, file);
  // A file with one problem may have thousands.
  if (last?.file !== file || last.source !== source)
    last = { file, source, matter: readFrontMatter(source, file) };
  return { check, severity, file, ...last.matter.locate(path), message, fix };
}

let last: { file: string; source: string; matter: FrontMatter } | undefined;
