// Fills the folder of a new site with all that is made from the content: pages, search, dataset, and the small files.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '../archive/build.ts';
import { largeFiles, piecesOf, writeLargeFiles } from '../exports/dataset/write-dataset.ts';
import { searchFolders } from '../search/sources.ts';
import { yielder } from '../text/yielder.ts';
import { datasetUrl, permalinkPath, sitePath } from '../urls.ts';
import type { SiteContent } from '../views/page-kinds.ts';
import type { Bundle } from './bundle.ts';
import { fileOf } from './complete-site.ts';
import type { ContentSignature } from './content-signature.ts';
import { renderPages } from './render-pages.ts';
import { writeIndexes } from './write-indexes.ts';
import { listSideFiles } from './side-files.ts';
import { keyOf, keyOfPieces, type SiteFolder } from './site-folder.ts';

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

/** Writes everything that is made from the content, or this machine's share of it. */
export async function fillFolder(
  { archive, bundle, out, workers, onStep }: MakeOptions,
  content: SiteContent,
  folder: SiteFolder,
): Promise<void> {
  const stop = new AbortController();
  const beside = [writeSearch(archive, folder, out), writeSideFiles(content, folder, stop.signal)];
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

async function writeSearch(archive: Archive, folder: SiteFolder, out: string): Promise<void> {
  // Decided up front: the indexes are built one by one, while other files are counted too.
  const mine = searchFolders(archive).filter(() => folder.takes('folder'));
  const missing = mine
    .map((each) => ({ ...each, prefix: inSite(each.url), key: keyOfPieces(each.url, each.pieces) }))
    .filter(({ prefix, key }) => !folder.reuseFolder(prefix, key));
  const indexes = writeIndexes(missing, folder, out);
  indexes.catch(() => undefined);
  for (const { prefix, key, build, indexed } of missing) {
    if (indexed !== undefined) continue;
    for (const [path, content] of await build()) folder.write(prefix + path, key, content);
  }
  await indexes;
}

/** The dataset's large files; side-files.ts has the others. */
async function writeData(archive: Archive, folder: SiteFolder): Promise<void> {
  if (!folder.takes('folder')) return;
  const prefix = inSite(datasetUrl());
  const missing = largeFiles.filter((name) => {
    const key = keyOfPieces(name, piecesOf(name, archive));
    if (folder.reuse(prefix + name, key)) return false;
    folder.expect(prefix + name, key);
    return true;
  });
  mkdirSync(join(folder.path, prefix), { recursive: true });
  await writeLargeFiles(archive, join(folder.path, prefix), missing);
}

async function writeSideFiles(content: SiteContent, folder: SiteFolder, stop: AbortSignal): Promise<void> {
  const pause = yielder();
  for await (const { url, source, render } of listSideFiles(content)) {
    await pause();
    if (stop.aborted) return;
    if (!folder.takes('file')) continue;
    const file = fileOf(permalinkPath(url));
    const key = keyOf(url, JSON.stringify(source));
    if (!folder.reuse(file, key)) folder.write(file, key, await render());
  }
}
