// A manifest: the checksum of every file of a folder, a line each, as BagIt (RFC 8493) and checksum programs read it.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { compareText } from '../../schema/finding.ts';

export const algorithms = ['sha256', 'sha512'] as const;
export type Algorithm = (typeof algorithms)[number];

export interface Checksums extends Record<Algorithm, string> {
  /** Bytes. */
  size: number;
}

/** Paths below a folder, with slashes, in the order of their letters; links and devices among them too. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort(compareText);
}

/** Reads a file once, however large. */
export async function readChecksums(file: string): Promise<Checksums> {
  const hashes = { sha256: createHash('sha256'), sha512: createHash('sha512') };
  let size = 0;
  await pipeline(createReadStream(file), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      size += chunk.length;
      hashes.sha256.update(chunk);
      hashes.sha512.update(chunk);
    }
  });
  return { sha256: hashes.sha256.digest('hex'), sha512: hashes.sha512.digest('hex'), size };
}

/** @param sums by path */
export const renderManifest = <A extends Algorithm>(
  sums: ReadonlyMap<string, Readonly<Record<A, string>>>,
  algorithm: A,
): string => [...sums].map(([path, sum]) => `${sum[algorithm]}  ${encodePath(path)}\n`).join('');

/** Checksums by path; lines that are none come back as `broken`, 1-based. */
export function readManifest(text: string): { sums: Map<string, string>; broken: number[] } {
  const sums = new Map<string, string>();
  const broken: number[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line === '') continue;
    const [, sum = '', path = ''] = /^([0-9a-fA-F]+)[ \t]+\*?(.+)$/.exec(line) ?? [];
    if (path === '') broken.push(index + 1);
    else sums.set(decodePath(path), sum.toLowerCase());
  }
  return { sums, broken };
}

const encodePath = (path: string): string =>
  path.replace(/[%\r\n]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

const decodePath = (path: string): string =>
  path.replace(/%(25|0[AD])/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
