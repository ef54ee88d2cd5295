// Makes a site from an archive that has been read and checked: everything in a folder of its own, which then takes its place.
import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive } from '../archive/build.ts';
import { beside, contentDir, publicDir } from '../disk/folders.ts';
import { writeDataset } from '../exports/dataset/write-dataset.ts';
import { listFilesBesidePages } from '../exports/published-files.ts';
import { compressFolder } from '../exports/serving/compress.ts';
import { listRedirects } from '../reading/permalinks.ts';
import { writeSearchFiles } from '../search/files.ts';
import { searchSources } from '../search/sources.ts';
import { datasetUrl, permalinkPath, sitePath } from '../urls.ts';
import type { SiteContent } from '../views/page-kinds.ts';
import { openBundle, type Bundle } from './bundle.ts';
import { describeMissing, fileOf, findMissing } from './complete-site.ts';
import { findChange, signContent, type ContentSignature } from './content-signature.ts';
import { drawPictures } from './pictures.ts';
import { signProgram } from './program.ts';
import { clearUnfinished, replaceFolder } from './publish.ts';
import { renderPages } from './render-pages.ts';
import { listSideFiles } from './side-files.ts';
import { keyOf, openSiteFolder, type SiteFolder } from './site-folder.ts';

export interface SiteOptions {
  archive: Archive;
  /** Where the site goes. */
  out: string;
  /** What the content was when it was read. */
  signature: ContentSignature;
  /** A .br and a .gz beside every file that gets smaller by it. */
  compress: boolean;
  workers?: number | undefined;
  onStep: (what: string, done?: number, total?: number) => void;
}

/** @throws Error with a sentence; the site at `out` is then as it was */
export async function makeSite({
  archive,
  out,
  signature,
  compress,
  workers,
  onStep,
}: SiteOptions): Promise<void> {
  const content: SiteContent = { archive, redirects: listRedirects(contentDir()) };
  clearUnfinished(out);
  const folder = openSiteFolder(out, beside(out, 'next'), await signProgram());
  let opened: Promise<Bundle> | undefined;
  const bundle = (): Promise<Bundle> => {
    onStep('Preparing the pages');
    return (opened ??= openBundle());
  };
  if (existsSync(publicDir())) await cp(publicDir(), folder.path, { recursive: true });
  const search = writeSearch(archive, folder.path);
  // It is waited for below, and whatever fails first is reported.
  search.catch(() => undefined);
  await renderPages({
    content,
    bundle,
    folder,
    workers,
    onProgress: (done, total) => onStep('Rendering pages', done, total),
  });
  await cp(join((await bundle()).folder, 'client'), folder.path, { recursive: true });
  onStep('Writing citations and feeds');
  await writeSideFiles(content, folder);
  onStep('Drawing the pictures');
  for await (const { url, bytes } of drawPictures(archive)) writeKeyed(folder, url, bytes);
  onStep('Writing the dataset');
  await writeDataset(archive, join(folder.path, inSite(datasetUrl())));
  onStep('Indexing the articles');
  await search;
  if (compress) {
    onStep('Compressing the files');
    await compressFolder(folder.path);
  }
  const missing = findMissing(archive, folder.path, listFilesBesidePages(archive));
  if (missing.length > 0) throw new Error(describeMissing(missing));
  const changed = findChange(signature, await signContent());
  if (changed !== undefined)
    throw new Error(`${changed} changed while the site was being built. Build it again.`);
  await replaceFolder(out, folder.path);
  folder.remember(out);
}

/** The path in the site of an address that urls.ts has made. */
const inSite = (url: string): string => url.slice(sitePath('').length);

async function writeSearch(archive: Archive, folder: string): Promise<void> {
  for (const { url, build } of searchSources)
    await writeSearchFiles(await build(archive), join(folder, inSite(url)));
}

async function writeSideFiles(content: SiteContent, folder: SiteFolder): Promise<void> {
  for await (const { url, source, render } of listSideFiles(content)) {
    const file = fileOf(permalinkPath(url));
    const key = keyOf(url, JSON.stringify(source));
    if (!folder.reuse(file, key)) folder.write(file, key, await render());
  }
}

function writeKeyed(folder: SiteFolder, url: string, bytes: Uint8Array): void {
  const file = fileOf(permalinkPath(url));
  const key = keyOf(url, Buffer.from(bytes).toString('base64'));
  if (!folder.reuse(file, key)) folder.write(file, key, bytes);
}
