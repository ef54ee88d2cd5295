// Makes a site from an archive that has been read and checked: everything in a folder of its own, which then takes its place.
import { existsSync } from 'node:fs';
import { cp, glob } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Archive } from '../archive/build.ts';
import { describeDiskError } from '../disk/disk-error.ts';
import { beside, contentDir, publicDir } from '../disk/folders.ts';
import { writeDataset } from '../exports/dataset/write-dataset.ts';
import { listFilesBesidePages } from '../exports/published-files.ts';
import { compressFolder } from '../exports/serving/compress.ts';
import { listRedirects } from '../reading/permalinks.ts';
import { searchFolders } from '../search/sources.ts';
import { datasetUrl, permalinkPath, permalinkUrl, sitePath } from '../urls.ts';
import type { SiteContent } from '../views/page-kinds.ts';
import type { Bundle } from './bundle.ts';
import { describeMissing, fileOf, findMissing } from './complete-site.ts';
import { findChange, signContent, type ContentSignature } from './content-signature.ts';
import { describePart } from './part.ts';
import { signProgram } from './program.ts';
import { clearUnfinished, describeOutFailure, replaceFolder } from './publish.ts';
import { renderPages } from './render-pages.ts';
import { listSideFiles } from './side-files.ts';
import {
  keyOf,
  keyOfPieces,
  openLastSite,
  openSiteFolder,
  type FileSource,
  type Share,
  type SiteFolder,
} from './site-folder.ts';

export interface MakeOptions {
  archive: Archive;
  /** The code of the pages. */
  bundle: Promise<Bundle>;
  /** Where the site or the part goes. */
  out: string;
  /** What the content was when it was read. */
  signature: ContentSignature;
  workers?: number | undefined;
  onStep: (what: string, done?: number, total?: number) => void;
}

export interface SiteOptions extends MakeOptions {
  /** A .br and a .gz beside every file that gets smaller by it. */
  compress: boolean;
  /** Whether nothing is taken from the last site. */
  isFresh: boolean;
  /** What other machines have made of this site. */
  parts: readonly FileSource[];
}

/** @throws Error with a sentence; the site at `out` is then as it was */
export function makeSite(options: SiteOptions): Promise<void> {
  return make(options, async (next) => {
    const { out, isFresh, parts } = options;
    const program = await signProgram();
    const last = isFresh ? [] : [openLastSite(out, program)];
    const folder = openSiteFolder(next, program, [...last, ...parts]);
    await completeSite(options, folder);
    return () => folder.remember(out);
  });
}

/**
 * Makes one machine's share of a site.
 * @param inputs a hash over all that the site is made from
 * @throws Error with a sentence; what is at `out` is then as it was
 */
export function makePart(options: MakeOptions, share: Share, inputs: string): Promise<void> {
  return make(options, async (next) => {
    const folder = openSiteFolder(next, await signProgram(), [], share);
    await fillFolder(options, readContent(options), folder);
    await checkContent(options);
    describePart(folder, share, inputs);
    return undefined;
  });
}

/** Everything is made in a folder beside `out`, which then takes its place; what is returned is called after that. */
async function make(
  { out }: MakeOptions,
  fill: (next: string) => Promise<(() => void) | undefined>,
): Promise<void> {
  const next = beside(out, 'next');
  clearUnfinished(out);
  try {
    const finish = await fill(next);
    await replaceFolder(out, next);
    finish?.();
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
  if (existsSync(publicDir())) await cp(publicDir(), folder.path, { recursive: true });
  await fillFolder(options, content, folder);
  await cp(join((await bundle).folder, 'client'), folder.path, { recursive: true });
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

/** @throws Error with a sentence if the content is not what it was when it was read */
async function checkContent({ signature }: MakeOptions): Promise<void> {
  const changed = findChange(signature, await signContent());
  if (changed !== undefined)
    throw new Error(`${changed} changed while the site was being built. Build it again.`);
}

/** Writes everything that is made from the content, or this machine's share of it. */
async function fillFolder(
  { archive, bundle, out, workers, onStep }: MakeOptions,
  content: SiteContent,
  folder: SiteFolder,
): Promise<void> {
  const stop = new AbortController();
  const beside = [writeSearch(archive, folder), writeSideFiles(content, folder, stop.signal)];
  // They are waited for below, and whatever fails first is reported.
  for (const each of beside) each.catch(() => undefined);
  try {
    await renderPages({
      content,
      bundle,
      folder,
      out,
      workers,
      onProgress: (done, total) => onStep('Rendering pages', done, total),
    });
  } catch (error) {
    // Nothing may be written to the folder once it is cleared.
    stop.abort();
    throw error;
  }
  onStep('Writing the dataset');
  await writeData(archive, folder);
  onStep('Finishing the files beside the pages');
  await Promise.all(beside);
}

/** The path in the site of an address that urls.ts has made. */
const inSite = (url: string): string => url.slice(sitePath('').length);

async function writeSearch(archive: Archive, folder: SiteFolder): Promise<void> {
  // Decided up front: the indexes are built one by one, while other files are counted too.
  const mine = searchFolders(archive).filter(() => folder.takes('folder'));
  for (const { url, pieces, build } of mine) {
    const prefix = inSite(url);
    const key = keyOfPieces(url, pieces);
    if (folder.reuseFolder(prefix, key)) continue;
    for (const [path, content] of await build()) folder.write(prefix + path, key, content);
  }
}

async function writeData(archive: Archive, folder: SiteFolder): Promise<void> {
  if (!folder.takes('folder')) return;
  const prefix = inSite(datasetUrl());
  const key = keyOfPieces(datasetUrl(), [...archive.recordByKey.values(), ...archive.articles]);
  if (folder.reuseFolder(prefix, key)) return;
  await writeDataset(archive, join(folder.path, prefix));
  // The page about the dataset lies in the same folder.
  for await (const file of glob('**/*.*', { cwd: join(folder.path, prefix) }))
    if (!file.endsWith('.html')) folder.note(prefix + file.split(sep).join('/'), key);
}

/** Milliseconds of work before this thread yields: the workers ask it for pages. */
const longest = 5;

async function writeSideFiles(content: SiteContent, folder: SiteFolder, stop: AbortSignal): Promise<void> {
  let since = performance.now();
  for await (const { url, source, render } of listSideFiles(content)) {
    if (performance.now() - since > longest) {
      await setImmediate();
      since = performance.now();
    }
    if (stop.aborted) return;
    if (!folder.takes('file')) continue;
    const file = fileOf(permalinkPath(url));
    const key = keyOf(url, JSON.stringify(source));
    if (!folder.reuse(file, key)) folder.write(file, key, await render());
  }
}
