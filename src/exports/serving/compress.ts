// Writes a .br and a .gz beside every file of a site that gets smaller by it, so that a server need not compress anything.
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { listFiles } from '../preservation/manifest.ts';
import { isCompressible } from './content-types.ts';

/** What is added to the names of compressed files, in the order in which a server prefers them. */
export const encodings = [
  { ending: '.br', name: 'br' },
  { ending: '.gz', name: 'gzip' },
] as const;

/** Above this many bytes the best Brotli takes a second for half a megabyte, and gains a few percent. */
const large = 2 * 1024 * 1024;

export interface Compression {
  /** Files that now have a compressed one beside them. */
  files: number;
  /** Bytes of these files before, and of the smallest form of each after. */
  before: number;
  after: number;
}

/**
 * Compresses on as many cores as there are. The same content gives the same bytes, with no times or names.
 * @param folder of a finished site, absolute; compressed files are written into it
 */
export async function compressFolder(folder: string): Promise<Compression> {
  const names = (await listFiles(folder)).filter(isCompressible);
  const total: Compression = { files: 0, before: 0, after: 0 };
  const queue = names.values();
  const work = async (): Promise<void> => {
    for (const name of queue) {
      const { before, after } = await compressFile(join(folder, name));
      if (after >= before) continue;
      total.files += 1;
      total.before += before;
      total.after += after;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return total;
}

async function compressFile(file: string): Promise<{ before: number; after: number }> {
  const content = await readFile(file);
  const before = content.length;
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(content, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: before > large ? 9 : 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: before,
      },
    }),
    promisify(gzip)(content, { level: 9 }),
  ]);
  // The byte that names the system which compressed it differs between systems (RFC 1952, 2.3.1); 255 is "unknown".
  gzipped[9] = 255;
  if (brotli.length < before) await writeFile(`${file}.br`, brotli);
  if (gzipped.length < before) await writeFile(`${file}.gz`, gzipped);
  return { before, after: Math.min(brotli.length, gzipped.length, before) };
}
