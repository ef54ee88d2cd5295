// Gives the index one form: Pagefind lists filters and their values in an order that changes from run to run.
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import * as z from 'zod';

/** What stands before the CBOR in each of Pagefind's files. */
const signature = Buffer.from('pagefind_dcd');

/** Version, pages, chunks of words, filters by name and file, sorts by name, names of metadata fields. */
const metadataSchema = z.tuple([
  z.string(),
  z.unknown(),
  z.unknown(),
  z.array(z.tuple([z.string(), z.string()])),
  z.array(z.tuple([z.string(), z.unknown()])),
  z.unknown(),
]);

/** The filter's name, and the pages for each of its values. */
const filterSchema = z.tuple([z.string(), z.array(z.tuple([z.string(), z.unknown()]))]);

const entrySchema = z.looseObject({ languages: z.record(z.string(), z.looseObject({ hash: z.string() })) });

/**
 * Sorts the lists that have no order of their own and names their files by their new content; changes `files`.
 * @param files the index by path, as Pagefind has made it
 * @throws Error with a sentence if Pagefind's format is not the known one
 */
export function sortIndex(files: Map<string, Uint8Array>): void {
  const entry = entrySchema.parse(JSON.parse(new TextDecoder().decode(files.get('pagefind-entry.json'))));
  for (const [language, index] of Object.entries(entry.languages)) {
    const path = `pagefind.${index.hash}.pf_meta`;
    const metadata = unpack(files, path, metadataSchema);
    for (const filter of metadata[3]) {
      const filterPath = `filter/${filter[1]}.pf_filter`;
      const values = unpack(files, filterPath, filterSchema);
      values[1].sort(byName);
      files.delete(filterPath);
      const packed = pack(values);
      filter[1] = `${language}_${packed.hash}`;
      files.set(`filter/${filter[1]}.pf_filter`, packed.bytes);
    }
    metadata[3].sort(byName);
    metadata[4].sort(byName);
    files.delete(path);
    const packed = pack(metadata);
    index.hash = `${language}_${packed.hash}`;
    files.set(`pagefind.${index.hash}.pf_meta`, packed.bytes);
  }
  files.set('pagefind-entry.json', new TextEncoder().encode(JSON.stringify(entry)));
}

function unpack<T>(files: ReadonlyMap<string, Uint8Array>, path: string, schema: z.ZodType<T>): T {
  const packed = files.get(path);
  const plain = packed === undefined ? Buffer.alloc(0) : gunzipSync(packed);
  if (plain.subarray(0, signature.length).equals(signature)) {
    const result = schema.safeParse(decode(plain.subarray(signature.length)));
    if (result.success) return result.data;
  }
  throw new Error(`The search index has a form this version does not know: ${path}.`);
}

function pack(value: unknown): { hash: string; bytes: Uint8Array } {
  const plain = Buffer.concat([signature, encode(value)]);
  const bytes = gzipSync(plain, { level: 9 });
  // The header's last byte names the operating system; 255 is "unknown" (RFC 1952, 2.3.1).
  bytes[9] = 255;
  return { hash: createHash('sha256').update(plain).digest('hex').slice(0, 10), bytes };
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0);
