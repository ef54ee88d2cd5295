// Packs a finished site into one ZIP file that works without a network: from a disk, a stick, or another host.
import { createHash } from 'node:crypto';
import { createWriteStream, rmSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { onInterruption } from '../../disk/interruption.ts';
import { site } from '../../site.ts';
import { listFiles, readChecksums, renderManifest } from './manifest.ts';
import { siteManifest } from './verify.ts';

/** The same for every file in every time zone, so that two archives of one site are equal byte for byte. */
const entry = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };

export const readMeFile = 'READ-ME-FIRST.txt';

/**
 * The files lie in the archive under `folder`, with a manifest and a note that says how to read them.
 * @param built the finished site
 * @returns how many files of the site are in it
 */
export async function writeSiteArchive(built: string, target: string, folder: string): Promise<number> {
  const partial = `${target}.partial`;
  const base = site.base.replace(/^\/|\/$/g, '');
  const names = await listFiles(built);
  await mkdir(dirname(target), { recursive: true });
  const settle = onInterruption(() => rmSync(partial, { force: true }));
  const zip = new ZipFile();
  const written = pipeline(Readable.from(zip.outputStream), createWriteStream(partial));
  // It may fail before it is waited for below, where it is told.
  written.catch(() => undefined);
  try {
    const sums = new Map<string, { sha256: string }>();
    for (const name of names) {
      const path = ['site', base, name].filter((part) => part !== '').join('/');
      sums.set(path, await readChecksums(join(built, name)));
      zip.addFile(join(built, name), `${folder}/${path}`, entry);
    }
    const readMe = Buffer.from(renderReadMe(base, folder));
    zip.addBuffer(readMe, `${folder}/${readMeFile}`, entry);
    sums.set(readMeFile, { sha256: createHash('sha256').update(readMe).digest('hex') });
    zip.addBuffer(Buffer.from(renderManifest(sums, 'sha256')), `${folder}/${siteManifest}`, entry);
    zip.end();
    await written;
    await rename(partial, target);
    return names.length;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  } finally {
    settle();
  }
}

const renderReadMe = (base: string, folder: string): string => `${site.name}
${site.description}

This folder holds the whole archive. To read and search it without a network, open a terminal in this folder
("${folder}") and run

    python3 -m http.server --directory site --bind 127.0.0.1 8000

(on Windows: py -m http.server --directory site --bind 127.0.0.1 8000). Then open

    http://localhost:8000/${base === '' ? '' : `${base}/`}

in a browser. Ctrl+C in the terminal ends it. Any other program that serves files does as well.

${siteManifest} lists the checksum of every file; "sha256sum --check ${siteManifest}" compares them.
The archive is published at ${site.origin}${site.base}
`;
