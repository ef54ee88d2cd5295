// The copy that the importer's tests work on: the sample beside the checkout if it is there, else an invented report.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const real = resolve(
  process.env['DATELINE_SHARED'] ?? '../shared',
  'samples/us-assassinates-top-iranian-general.txt',
);
const invented = fileURLToPath(new URL('fixtures/report/copy.txt', import.meta.url));

export async function sampleCopy(): Promise<{ text: string; path: string; isReal: boolean }> {
  try {
    return { text: await readFile(real, 'utf8'), path: real, isReal: true };
  } catch {
    return { text: await readFile(invented, 'utf8'), path: invented, isReal: false };
  }
}

export const sampleName = (isReal: boolean): string =>
  isReal ? 'the real sample' : 'the invented report, because the sample is not there';
