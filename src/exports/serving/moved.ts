// The addresses of a site that have moved or were withdrawn, as a file beside its pages for servers.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gone } from '../../reading/permalinks.ts';

/** In the finished site, at its top. */
export const movedFile = 'moved.json';

export interface MovedAddresses {
  /** From the old path to the new one, both below the base with a slash in front: `/2020/01/03/old/`. */
  moved: ReadonlyMap<string, string>;
  withdrawn: ReadonlySet<string>;
}

/** @param redirects by path, as the ledger has them */
export function renderMoved(redirects: readonly { path: string; to: string }[]): string {
  const left = redirects.filter(({ to }) => to !== gone).map(({ path, to }) => [path, to] as const);
  const withdrawn = redirects.filter(({ to }) => to === gone).map(({ path }) => path);
  return `${JSON.stringify({ moved: Object.fromEntries(left), withdrawn }, null, 2)}\n`;
}

/**
 * Reads what the build left in the finished site; if there is no such file, nothing has moved.
 * @throws Error with a sentence if the file is another one
 */
export async function readMoved(folder: string): Promise<MovedAddresses> {
  let text: string;
  try {
    text = await readFile(join(folder, movedFile), 'utf8');
  } catch {
    return { moved: new Map(), withdrawn: new Set() };
  }
  const known: unknown = parseJson(text);
  if (isMoved(known))
    return { moved: new Map(Object.entries(known.moved)), withdrawn: new Set(known.withdrawn) };
  throw new Error(`${join(folder, movedFile)} is not what the build writes. Build the site again.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A path of the ledger, in which no character means anything to a server's configuration. */
const isPath = (value: unknown): boolean =>
  typeof value === 'string' && /^\/(?:\w[\w.-]*\/)*(?:\w[\w.-]*)?$/.test(value);

function isMoved(value: unknown): value is { moved: Record<string, string>; withdrawn: string[] } {
  if (typeof value !== 'object' || value === null) return false;
  const { moved, withdrawn } = value as Partial<Record<keyof MovedAddresses, unknown>>;
  if (typeof moved !== 'object' || moved === null || !Array.isArray(withdrawn)) return false;
  return Object.entries(moved).flat().every(isPath) && withdrawn.every(isPath);
}
