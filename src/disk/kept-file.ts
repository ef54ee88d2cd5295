// A file of the cache: its first line is a checksum, so a cut, altered or moved file is ignored.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { saveFile } from './save-file.ts';

/** What was kept under this path, or `undefined` if there is nothing or it is not what was written. */
export function readKept(path: string): Buffer | undefined {
  try {
    return verify(path, readFileSync(path));
  } catch {
    return undefined;
  }
}

/**
 * Keeps `content` under a path. A cache that cannot be written costs only time.
 * @returns whether it was written
 */
export function keep(path: string, content: string | Uint8Array): boolean {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  try {
    saveFile(path, Buffer.concat([Buffer.from(`${checksum(path, bytes)}\n`), bytes]));
    return true;
  } catch {
    return false;
  }
}

/** Characters of a SHA-256, and the end of its line. */
const headSize = 65;

function verify(path: string, bytes: Buffer): Buffer | undefined {
  const content = bytes.subarray(headSize);
  return bytes.toString('latin1', 0, headSize) === `${checksum(path, content)}\n` ? content : undefined;
}

/** The checksum covers the name too, because a file under the wrong name is intact in itself. */
const checksum = (path: string, content: Uint8Array): string =>
  createHash('sha256').update(basename(path)).update('\0').update(content).digest('hex');
