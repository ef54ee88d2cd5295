// Hostile values for every input there is: those of the shared corpora where these are at hand, and always our own.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Payloads {
  /** Each once, in order of code units. */
  values: string[];
  /** Those of our own set, which are there in every clone. */
  own: string[];
  /** Which were used, in a phrase. */
  from: string;
}

const ownSet = new URL('fixtures/payloads.json', import.meta.url);

/** Reads the payloads; a corpus that is not there is left out, and `from` says so. */
export async function readPayloads(): Promise<Payloads> {
  const corpora = join(process.env['DATELINE_SHARED'] ?? '../shared', 'corpora');
  const lines = await readIfThere(join(corpora, 'xss-payloads.txt'));
  const strings = await readIfThere(join(corpora, 'naughty-strings.json'));
  const mine = readStrings(await readFile(ownSet, 'utf8'));
  const kinds = [
    { what: 'our own set', values: mine },
    ...(lines === undefined ? [] : [{ what: 'xss-payloads.txt', values: lines.split('\n') }]),
    ...(strings === undefined ? [] : [{ what: 'naughty-strings.json', values: readStrings(strings) }]),
  ];
  const values = [...new Set(kinds.flatMap((kind) => kind.values))].filter((value) => value !== '').sort();
  const missing = kinds.length === 3 ? '' : '; the shared corpora are not all at hand';
  const named = kinds.map(({ what, values: each }) => `${what} (${each.length})`).join(', ');
  return { values, own: mine, from: `${values.length} values of ${named}${missing}` };
}

const readIfThere = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch(() => undefined);

function readStrings(json: string): string[] {
  const list: unknown = JSON.parse(json);
  if (!Array.isArray(list) || !list.every((value) => typeof value === 'string'))
    throw new Error('A corpus of payloads must be a list of strings.');
  return list;
}
