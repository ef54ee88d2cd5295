// Divides the pages of a site over all cores: views are made here, one after another, and rendered by workers.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { listPages, type KindName, type SiteContent, type SitePage } from '../views/page-kinds.ts';
import { contentDir } from '../disk/folders.ts';
import { readPicture } from '../reading/picture-file.ts';
import { endWorker, runJob, startWorker, type PoolWorker } from '../reading/pool-worker.ts';
import { permalinkPath } from '../urls.ts';
import type { ArticleView } from '../views/article.ts';
import type { Bundle } from './bundle.ts';
import { fileOf } from './complete-site.ts';
import { describeOutFailure } from './publish.ts';
import { findOrigin } from './find-origin.ts';
import type { BatchResult, Complaint, PageJob, RenderSetup } from './render-worker.ts';
import { keyOf, type SiteFolder } from './site-folder.ts';

export interface RenderOptions {
  content: SiteContent;
  bundle: Promise<Bundle>;
  folder: SiteFolder;
  /** Where the site will be. */
  out: string;
  /** How many workers render; as many as there are cores by default. */
  workers?: number | undefined;
  onProgress?: (done: number, total: number) => void;
}

/** Pages handed to a worker at once: few enough to keep all busy to the end. */
const batchSize = 16;

/** Milliseconds of computing that a batch may take: many hundred times what it needs. */
const batchLimit = 120_000;

/**
 * Puts every page into the folder: from the last site where its view is as it was, else rendered.
 * @throws Error with a sentence for each page that holds what the project did not write
 */
export async function renderPages({
  content,
  bundle,
  folder,
  out,
  workers,
  onProgress,
}: RenderOptions): Promise<void> {
  const pages = listPages(content);
  const complaints: Complaint[] = [];
  let done = 0;
  const batches = makeBatches(pages, folder, () => onProgress?.((done += 1), pages.length));
  // If no page has changed, no worker is started.
  const first = batches.next();
  if (first.done) return;
  const setup: RenderSetup = {
    bundle: await bundle,
    folder: folder.path,
    urls: Object.fromEntries(
      [...Map.groupBy(pages, ({ kind }) => kind)].map(([kind, list]) => [kind, list.map(({ url }) => url)]),
    ) as Partial<Record<KindName, string[]>>,
  };
  const waiting: PageJob[][] = [first.value];
  let hasFailed = false;
  const work = async (): Promise<void> => {
    const worker = await openWorker(setup);
    try {
      while (!hasFailed) {
        const batch = waiting.pop() ?? batches.next().value;
        if (batch === undefined) return;
        const result = await renderBatch(worker, batch);
        complaints.push(...result.complaints);
        if (result.failure !== undefined) throw new Error(describeOutFailure(out, result.failure));
      }
    } catch (error) {
      hasFailed = true;
      throw error;
    } finally {
      await endWorker(worker);
    }
  };
  const size = workers ?? availableParallelism();
  const ends = await Promise.allSettled(Array.from({ length: size }, work));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  if (complaints.length > 0) throw new Error(renderComplaints(complaints));
}

/** Looks at the pages one after another, and never holds the views of more than a batch. */
function* makeBatches(
  pages: readonly SitePage[],
  folder: SiteFolder,
  onPage: () => void,
): Generator<PageJob[], undefined> {
  let batch: PageJob[] = [];
  for (const page of pages) {
    if (!folder.takes('page')) continue;
    const file = fileOf(permalinkPath(page.url));
    const value = page.view();
    const view = JSON.stringify(value);
    const key = keyOf(page.kind, view, readSizes(page.kind, value));
    onPage();
    if (folder.reuse(file, key)) continue;
    folder.expect(file, key);
    batch.push({ kind: page.kind, url: page.url, file, view });
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The page of an article has the sizes of its pictures, which are read from their files when it is rendered. */
function readSizes(kind: KindName, view: unknown): string {
  if (kind !== 'article') return '';
  const { id, images } = (view as ArticleView).article;
  return images
    .map((name) => JSON.stringify(readPicture(join(contentDir(), 'articles', id, name)).pixels ?? null))
    .join();
}

async function openWorker(workerData: RenderSetup): Promise<PoolWorker> {
  const worker = await startWorker({ module: new URL('./render-worker.ts', import.meta.url), workerData });
  if ('failure' in worker) throw new Error(`No page could be rendered: ${worker.reason}.`);
  return worker;
}

async function renderBatch(worker: PoolWorker, batch: PageJob[]): Promise<BatchResult> {
  const outcome = await runJob<PageJob[], BatchResult>(worker, batch, batchLimit, {});
  if ('result' in outcome) return outcome.result;
  const [first, last] = [batch[0], batch.at(-1)].map((job) => job && permalinkPath(job.url));
  throw new Error(`A page from ${first} to ${last} could not be rendered: ${outcome.reason}.`);
}

/** The first few are enough to find the hole. */
const enough = 20;

function renderComplaints(complaints: readonly Complaint[]): string {
  const sorted = complaints.flatMap(renderComplaint).sort();
  const more = sorted.length > enough ? [`and ${sorted.length - enough} more`] : [];
  return [...sorted.slice(0, enough), ...more].join('\n');
}

const renderComplaint = ({ url, component, strays }: Complaint): string[] =>
  strays.map(({ what, markup }) => {
    const origin = findOrigin(contentDir(), markup);
    const place = origin === undefined ? '' : `, from ${origin}`;
    return `${url}: ${what} that Dateline did not write${place}: ${markup.replace(/\s+/g, ' ')}\n  Fix: ${component} or a component of it writes content without escaping it`;
  });
