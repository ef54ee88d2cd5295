// Compares a folder with its own manifests: a bag, or an unpacked copy of the site; every file that differs is named.
import { existsSync } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles, readChecksums, readManifest, type Algorithm } from './manifest.ts';

export interface Verification {
  /** Files that were compared. */
  files: number;
  /** A path and what is wrong with it, as a sentence. */
  problems: string[];
}

/** Whether a folder has manifests to be compared with. */
export const hasManifest = (folder: string): boolean =>
  existsSync(join(folder, 'bagit.txt')) || existsSync(join(folder, siteManifest));

/** The manifest of an unpacked copy of the site. */
export const siteManifest = 'manifest-sha256.txt';

interface Manifest {
  name: string;
  algorithm: Algorithm;
  sums: Map<string, string>;
}

export async function verifyFolder(folder: string): Promise<Verification> {
  const problems: string[] = [];
  const isBag = existsSync(join(folder, 'bagit.txt'));
  const names = (await readdir(folder)).sort();
  const manifests: Manifest[] = [];
  for (const name of names) {
    const algorithm = /^(?:tag)?manifest-(.+)\.txt$/.exec(name)?.[1];
    if (algorithm === undefined) continue;
    if (algorithm !== 'sha256' && algorithm !== 'sha512') {
      problems.push(
        `${name}: checksums of the kind ${algorithm} are not known here, so it was not compared.`,
      );
      continue;
    }
    const { sums, broken } = readManifest(await readFile(join(folder, name), 'utf8'));
    for (const line of broken) problems.push(`${name}:${line}: this line is no checksum and path.`);
    manifests.push({ name, algorithm, sums });
  }
  const payload = manifests.filter(({ name }) => name.startsWith('manifest-'));
  const tags = manifests.filter(({ name }) => name.startsWith('tagmanifest-'));
  if (tags.length > 0) {
    // Each of the two kinds stands beside the other where a bag has any, so that one cannot go unseen.
    for (const { name } of payload.filter(
      ({ algorithm }) => !tags.some((tag) => tag.algorithm === algorithm),
    ))
      problems.push(`tag${name}: it is missing, and ${name} is there.`);
  }
  const files = (await listFiles(folder)).filter((path) => !/^tagmanifest-[^/]*$/.test(path));
  const isPayload = (path: string): boolean => !isBag || path.startsWith('data/');
  if (isBag) problems.push(...(await checkBag(folder, payload)));

  let bytes = 0;
  let count = 0;
  for (const path of files) {
    if (!(await lstat(join(folder, path))).isFile()) {
      problems.push(`${path}: a link or a device stands where a file was.`);
      continue;
    }
    const sums = await readChecksums(join(folder, path));
    if (isPayload(path)) {
      bytes += sums.size;
      count += 1;
    }
    const wrong = manifests.filter((manifest) => {
      const listed = manifest.sums.get(path);
      return listed !== undefined && listed !== sums[manifest.algorithm];
    });
    if (wrong.length > 0)
      problems.push(
        `${path}: it is not the file that is listed in ${wrong.map(({ name }) => name).join(' and ')}.`,
      );
    const unlisted = payload.filter((manifest) => !manifest.sums.has(path));
    const isManifest = !isBag && path === siteManifest;
    if (isPayload(path) && unlisted.length > 0 && !isManifest)
      problems.push(`${path}: it is not listed in ${unlisted.map(({ name }) => name).join(' and ')}.`);
    if (!isPayload(path) && tags.length > 0 && !tags.some(({ sums: listed }) => listed.has(path)))
      problems.push(`${path}: it is not listed in ${tags.map(({ name }) => name).join(' and ')}.`);
  }
  const there = new Set(files);
  const missing = new Set(
    manifests.flatMap(({ sums }) => [...sums.keys()]).filter((path) => !there.has(path)),
  );
  for (const path of missing) {
    const listing = manifests.filter(({ sums }) => sums.has(path)).map(({ name }) => name);
    problems.push(`${path}: it is missing, and listed in ${listing.join(' and ')}.`);
  }
  if (isBag) problems.push(...(await checkOxum(folder, bytes, count)));
  return { files: files.length, problems: problems.sort() };
}

async function checkBag(folder: string, payload: readonly Manifest[]): Promise<string[]> {
  const declaration = await readFile(join(folder, 'bagit.txt'), 'utf8');
  const problems: string[] = [];
  if (!/^BagIt-Version: (?:1\.0|0\.9\d)\r?\nTag-File-Character-Encoding: UTF-8\s*$/.test(declaration))
    problems.push('bagit.txt: it does not declare a bag of version 1.0 in UTF-8.');
  if (payload.length === 0) problems.push('manifest-sha256.txt: the bag has no manifest that is known here.');
  if (!existsSync(join(folder, 'data'))) problems.push('data: the bag has no payload.');
  return problems;
}

async function checkOxum(folder: string, bytes: number, count: number): Promise<string[]> {
  const info = await readFile(join(folder, 'bag-info.txt'), 'utf8').catch(() => '');
  const oxum = /^Payload-Oxum:\s*(\d+\.\d+)\s*$/m.exec(info)?.[1];
  return oxum === undefined || oxum === `${bytes}.${count}`
    ? []
    : [`bag-info.txt: it speaks of ${oxum} (bytes and files), the payload has ${bytes}.${count}.`];
}
