// The copies that the importer's tests work on: the sample beside the checkout if it is there, else an invented report.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const real = resolve(
  process.env['DATELINE_SHARED'] ?? '../shared',
  'samples/us-assassinates-top-iranian-general.txt',
);
const invented = fileURLToPath(new URL('fixtures/text/report/copy.txt', import.meta.url));

export async function sampleCopy(): Promise<{ text: string; path: string; isReal: boolean }> {
  try {
    return { text: await readFile(real, 'utf8'), path: real, isReal: true };
  } catch {
    return { text: await readFile(invented, 'utf8'), path: invented, isReal: false };
  }
}

/** The same article as text, HTML and PDF. */
export async function sampleCopies(): Promise<{ paths: string[]; isReal: boolean }> {
  const { path, isReal } = await sampleCopy();
  return { paths: ['txt', 'html', 'pdf'].map((kind) => path.replace(/txt$/, kind)), isReal };
}

export const sampleName = (isReal: boolean): string =>
  isReal ? 'the real sample' : 'the invented report, because the sample is not there';
