// Finds pictures that are too large for a page, broken, or not what their name says.
import { dirname, join } from 'node:path';
import { contentPath } from '../disk/folders.ts';
import type { ContentFile } from '../reading/list.ts';
import { readPicture } from '../reading/picture-file.ts';
import type { Finding } from '../schema/finding.ts';

/** Bytes: what a reader on a slow line waits half a minute for. */
const maxBytes = 4 * 1024 * 1024;

/** Pixels: more than any screen has, and 160 MB once a browser has unpacked it. */
const maxPixels = 40_000_000;

const kinds: Readonly<Record<string, string>> = {
  avif: 'AVIF',
  gif: 'GIF',
  jpg: 'JPEG',
  jpeg: 'JPEG',
  png: 'PNG',
  webp: 'WebP',
};

/** @param articles with the names of their pictures */
export function checkPictures(articles: readonly ContentFile[]): Finding[] {
  return articles.flatMap(({ id, path, images }) =>
    images.flatMap((name): Finding[] => {
      const onDisk = join(dirname(path), id.split('/').at(-1) ?? '', name);
      const problem = describe(name, onDisk);
      if (problem === undefined) return [];
      const [message, fix] = problem;
      const file = contentPath(onDisk);
      return [{ check: 'picture', severity: 'error', file, line: 1, column: 1, message, fix }];
    }),
  );
}

function describe(name: string, onDisk: string): [message: string, fix: string] | undefined {
  let picture;
  try {
    picture = readPicture(onDisk);
  } catch {
    return ['the picture cannot be read', 'Allow reading it'];
  }
  const { size, kind, pixels } = picture;
  const expected = kinds[name.split('.').at(-1)?.toLowerCase() ?? ''];
  if (kind !== expected) {
    return [
      `the file is ${kind === undefined ? 'no picture' : `a ${kind} picture`}, although its name says ${expected}`,
      'Save the picture again in the format of its name',
    ];
  }
  if (pixels === undefined) return ['the picture is cut short or broken', 'Put a whole copy in its place'];
  if (size > maxBytes)
    return [`the picture has ${(size / 1024 / 1024).toFixed(1)} MB; the limit is 4 MB`, 'Make it smaller'];
  const { width, height } = pixels;
  if (width * height > maxPixels)
    return [`the picture has ${width} × ${height} pixels; the limit is 40 million`, 'Make it smaller'];
  return undefined;
}
