// The names that the bench looks for, with spellings that no record lists: those of the project, and shared ones if there.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as z from 'zod';

export interface Spellings {
  /** Which list it comes from. */
  list: string;
  name: string;
  /** Sound-alike spellings, none of them listed. */
  variants: string[];
}

const entrySchema = z.object({
  name: z.string(),
  variants: z.array(z.string()),
  part: z.string().optional(),
});

const own = new URL('../names/fixtures/transliterations.json', import.meta.url);
const shared = join(resolve(process.env['DATELINE_SHARED'] ?? '../shared'), 'samples/names/variants.json');

/** All lists, one after the other; a name that two lists hold is taken from the first. */
export async function readSpellings(): Promise<Spellings[]> {
  const lists: Spellings[] = [];
  for (const file of [own, ...(existsSync(shared) ? [shared] : [])]) {
    const entries = z.array(entrySchema).parse(JSON.parse(await readFile(file, 'utf8')));
    for (const { name, variants, part } of entries) {
      const list = part === undefined ? 'the shared list' : `the project's list, ${part}`;
      if (!lists.some((entry) => entry.name === name)) lists.push({ list, name, variants });
    }
  }
  return lists;
}
