// Makes a site from an archive that has been read and checked: everything in a folder of its own, which then takes its place.
import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describeDiskError } from '../disk/disk-error.ts';
import { beside, contentDir, publicDir } from '../disk/folders.ts';
import { listFilesBelow } from '../disk/list-files.ts';
import { listFilesBesidePages } from '../exports/published-files.ts';
import { compressFolder } from '../exports/serving/compress.ts';
import { listRedirects } from '../reading/permalinks.ts';
import { permalinkUrl } from '../urls.ts';
import type { SiteContent } from '../views/page-kinds.ts';
import { describeMissing, findMissing } from './complete-site.ts';
import { findChange, signContent } from './content-signature.ts';
import { readStates, type FileStates } from './file-list.ts';
import { fillFolder, type MakeOptions } from './fill-folder.ts';
import { describePart } from './part.ts';
import { signProgram } from './program.ts';
import { openSpare, removeSpare } from './spare.ts';
import { clearUnfinished, describeOutFailure, replaceFolder } from './publish.ts';
import { openLastSite, openSiteFolder, type FileSource, type Share, type SiteFolder } from './site-folder.ts';

export interface SiteOptions extends MakeOptions {
  /** A .br and a .gz beside every file that gets smaller by it. */
  compress: boolean;
  /** Whether nothing is taken from the last site. */
  isFresh: boolean;
  /** What other machines have made of this site. */
  parts: readonly FileSource[];
}

/**
 * @returns the files of the new site
 * @throws Error with a sentence; the site at `out` is then as it was
 */
export async function makeSite(options: SiteOptions): Promise<FileStates> {
  return make(options, true, async (next) => {
    const { out, isFresh, parts } = options;
    const program = await signProgram();
    if (isFresh) removeSpare(out);
    const last = isFresh ? [] : [openLastSite(out, program)];
    const folder = openSiteFolder(
      next,
      program,
      [...last, ...parts],
      undefined,
      openSpare(out, next, program),
    );
    await completeSite(options, folder);
    const states = readStates(next);
    return { result: states, finish: () => folder.remember(states) };
  });
}

/**
 * Makes one machine's share of a site.
 * @param inputs a hash over all that the site is made from
 * @throws Error with a sentence; what is at `out` is then as it was
 */
export function makePart(options: MakeOptions, share: Share, inputs: string): Promise<void> {
  return make(options, false, async (next) => {
    const folder = openSiteFolder(next, await signProgram(), [], share);
    await fillFolder(options, readContent(options), folder);
    await checkContent(options);
    describePart(folder, share, inputs);
    return { result: undefined };
  });
}

/**
 * Everything is made in a folder beside `out`, which then takes its place; `finish` is called after that.
 * @param keeps whether the site that was at `out` becomes the spare one
 */
async function make<Result>(
  { out }: MakeOptions,
  keeps: boolean,
  fill: (next: string) => Promise<{ result: Result; finish?: () => void }>,
): Promise<Result> {
  const next = beside(out, 'next');
  clearUnfinished(out);
  try {
    const { result, finish } = await fill(next);
    await replaceFolder(out, next, keeps);
    finish?.();
    return result;
  } catch (error) {
    const why = isAbout(error, next) ? describeDiskError(error) : undefined;
    throw why === undefined ? error : new Error(describeOutFailure(out, why), { cause: error });
  }
}

/** Whether an error of the file system is one of the new site; a write that fails does not name its file. */
function isAbout(error: unknown, next: string): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  const path = 'path' in error ? String(error.path) : next;
  return path.startsWith(next);
}

const readContent = ({ archive }: MakeOptions): SiteContent => ({
  archive,
  redirects: listRedirects(contentDir()),
});

/** Fills the folder with the whole site and checks that nothing is missing. */
async function completeSite(options: SiteOptions, folder: SiteFolder): Promise<void> {
  const { archive, bundle, compress, onStep } = options;
  const content = readContent(options);
  await copyInto(folder, publicDir());
  await fillFolder(options, content, folder);
  await copyInto(folder, join((await bundle).folder, 'client'));
  folder.finish();
  if (compress) {
    onStep('Compressing the files');
    await compressFolder(folder.path);
  }
  const missing = findMissing(archive, folder.path, [
    ...listFilesBesidePages(archive),
    ...content.redirects.flatMap(({ path }) => (path.endsWith('/') ? [permalinkUrl(path)] : [])),
  ]);
  if (missing.length > 0) throw new Error(describeMissing(missing));
  await checkContent(options);
}

/** Copies files that nobody counts, because they are few. */
async function copyInto(folder: SiteFolder, from: string): Promise<void> {
  for (const file of listFilesBelow(from) ?? []) folder.clear(file);
  if (existsSync(from)) await cp(from, folder.path, { recursive: true });
}

/** @throws Error with a sentence if the content is not what it was when it was read */
async function checkContent({ signature }: MakeOptions): Promise<void> {
  const changed = findChange(signature, signContent());
  if (changed !== undefined)
    throw new Error(`${changed} changed while the site was being built. Build it again.`);
}
