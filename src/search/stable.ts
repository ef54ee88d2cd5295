// Makes Pagefind's files the same in every build: it writes the values of its filters in an order that changes.
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { IndexFiles } from './index.ts';

/** Before the CBOR (RFC 8949) of every file of Pagefind 1.5, once it has been unpacked. */
const signature = Buffer.from('pagefind_dcd');

interface Entry {
  languages: Record<string, { hash: string }>;
}

/**
 * Sorts the values in each filter file and the filters in each language's list, and names these files after what they
 * hold now. Names keep their length, so that nothing around them moves.
 * @throws Error if the files are not built as Pagefind 1.5 builds them
 */
export function stabilizeIndex(files: IndexFiles): IndexFiles {
  const stable: IndexFiles = new Map();
  const renamed = new Map<string, string>();
  for (const [path, content] of files) {
    const [, hash] = /^filter\/(\w+)\.pf_filter$/.exec(path) ?? [];
    if (hash === undefined) {
      stable.set(path, content);
      continue;
    }
    const bytes = sortArray(unpack(content), [1]);
    const name = nameAfter(bytes, hash);
    renamed.set(hash, name);
    stable.set(`filter/${name}.pf_filter`, pack(bytes));
  }
  const entry = JSON.parse(Buffer.from(stable.get('pagefind-entry.json') ?? []).toString()) as Entry;
  for (const language of Object.values(entry.languages)) {
    const path = `pagefind.${language.hash}.pf_meta`;
    let text = unpack(stable.get(path) ?? new Uint8Array()).toString('latin1');
    for (const [old, name] of renamed) text = text.replace(old, name);
    const bytes = sortArray(Buffer.from(text, 'latin1'), [3]);
    stable.delete(path);
    language.hash = nameAfter(bytes, language.hash);
    stable.set(`pagefind.${language.hash}.pf_meta`, pack(bytes));
  }
  return stable.set('pagefind-entry.json', Buffer.from(JSON.stringify(entry)));
}

function unpack(content: Uint8Array): Buffer {
  const bytes = gunzipSync(content);
  if (!bytes.subarray(0, signature.length).equals(signature)) throw unknownForm();
  return bytes.subarray(signature.length);
}

const pack = (bytes: Uint8Array): Uint8Array => gzipSync(Buffer.concat([signature, bytes]), { level: 9 });

/** `en_1a2b3c4` with other digits: as many as there were. */
function nameAfter(bytes: Uint8Array, old: string): string {
  const at = old.lastIndexOf('_') + 1;
  return (
    old.slice(0, at) +
    createHash('sha256')
      .update(bytes)
      .digest('hex')
      .slice(0, old.length - at)
  );
}

/** Sorts the items of the array that lies at a path of indexes, by their bytes. */
function sortArray(bytes: Buffer, path: readonly number[]): Buffer {
  let at = 0;
  for (const index of path) {
    let { start } = readHead(bytes, at);
    for (let item = 0; item < index; item += 1) start = endOf(bytes, start);
    at = start;
  }
  const { major, value, start } = readHead(bytes, at);
  if (major !== 4) throw unknownForm();
  const items: Buffer[] = [];
  let end = start;
  while (items.length < value) {
    const next = endOf(bytes, end);
    items.push(bytes.subarray(end, next));
    end = next;
  }
  return Buffer.concat([bytes.subarray(0, start), ...items.sort(Buffer.compare), bytes.subarray(end)]);
}

/** The offset behind the item at an offset. */
function endOf(bytes: Buffer, at: number): number {
  const { major, value, start } = readHead(bytes, at);
  if (major < 2) return start;
  if (major < 4) return start + value;
  if (major !== 4) throw unknownForm();
  let end = start;
  for (let item = 0; item < value; item += 1) end = endOf(bytes, end);
  return end;
}

/** Kind and number of an item, and where its content starts. */
function readHead(bytes: Buffer, at: number): { major: number; value: number; start: number } {
  const first = bytes.readUInt8(at);
  const short = first & 31;
  const major = first >> 5;
  if (short < 24) return { major, value: short, start: at + 1 };
  if (short > 26) throw unknownForm();
  const size = 2 ** (short - 24);
  return { major, value: bytes.readUIntBE(at + 1, size), start: at + 1 + size };
}

function unknownForm(): Error {
  return new Error(
    'The files of the search index are not in the form of Pagefind 1.5; adapt src/search/stable.ts.',
  );
}
