// Tells two sites apart: every file by its path, with the hash of its bytes.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

export async function hashSite(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hashes = new Map<string, string>();
  for (const path of paths.sort()) {
    const hash = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    hashes.set(relative(folder, path), hash);
  }
  return hashes;
}
