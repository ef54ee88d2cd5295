// Packs the content into a BagIt 1.0 bag (RFC 8493), so that another archive can keep it and see that it is whole.
import { rmSync } from 'node:fs';
import { cp, lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { onInterruption } from '../../disk/interruption.ts';
import { site } from '../../site.ts';
import { algorithms, listFiles, readChecksums, renderManifest, type Checksums } from './manifest.ts';

export interface BagOptions {
  /** The content folder. */
  content: string;
  /** The bag; must not exist. */
  bag: string;
  /** The day to record, `YYYY-MM-DD`; without it two bags of the same content are equal byte for byte. */
  date?: string | undefined;
}

export interface Bag {
  files: number;
  /** Bytes of the payload. */
  size: number;
}

/** @throws Error with a sentence if the content has what cannot be kept: links, and devices of any kind */
export async function writeBag({ content, bag, date }: BagOptions): Promise<Bag> {
  const names = await listFiles(content);
  for (const name of names) {
    if (!(await lstat(join(content, name))).isFile())
      throw new Error(`${name} is a link or a device, which a bag cannot keep. Put a file in its place.`);
  }
  const partial = `${bag}.partial`;
  await rm(partial, { recursive: true, force: true });
  const settle = onInterruption(() => rmSync(partial, { recursive: true, force: true, maxRetries: 5 }));
  try {
    await mkdir(join(partial, 'data'), { recursive: true });
    for (const name of names) {
      const file = join(partial, 'data/content', name);
      await mkdir(dirname(file), { recursive: true });
      await cp(join(content, name), file, { errorOnExist: true, force: false });
    }
    await writeFile(join(partial, 'data/site.json'), `${JSON.stringify(site, null, 2)}\n`);

    const payload = await readAll(
      partial,
      (await listFiles(join(partial, 'data'))).map((name) => `data/${name}`),
    );
    const size = [...payload.values()].reduce((sum, file) => sum + file.size, 0);
    await writeFile(join(partial, 'bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    await writeFile(join(partial, 'bag-info.txt'), renderInfo(payload.size, size, date));
    for (const algorithm of algorithms)
      await writeFile(join(partial, `manifest-${algorithm}.txt`), renderManifest(payload, algorithm));
    const tags = await readAll(partial, [
      'bag-info.txt',
      'bagit.txt',
      ...algorithms.map((algorithm) => `manifest-${algorithm}.txt`),
    ]);
    for (const algorithm of algorithms)
      await writeFile(join(partial, `tagmanifest-${algorithm}.txt`), renderManifest(tags, algorithm));
    await rename(partial, bag);
    return { files: payload.size, size };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  } finally {
    settle();
  }
}

async function readAll(folder: string, names: readonly string[]): Promise<Map<string, Checksums>> {
  const sums = new Map<string, Checksums>();
  for (const name of names) sums.set(name, await readChecksums(join(folder, name)));
  return sums;
}

function renderInfo(files: number, size: number, date: string | undefined): string {
  const fields: [string, string | undefined][] = [
    ['Source-Organization', site.name],
    ['Contact-Email', /^mailto:(.+)$/.exec(site.contact)?.[1]],
    ['External-Identifier', `${site.origin}${site.base}`],
    ['External-Description', site.description],
    ['Bagging-Date', date],
    ['Payload-Oxum', `${size}.${files}`],
  ];
  return fields
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value.replace(/\s+/g, ' ')}\n`]))
    .join('');
}
