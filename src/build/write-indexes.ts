// Builds the indexes of the full text in a worker, which has Pagefind to itself.
import { endWorker, runJob, startWorker } from '../reading/pool-worker.ts';
import type { SearchFolder } from '../search/sources.ts';
import type { IndexJob, IndexResult, IndexSetup } from './index-worker.ts';
import { describeOutFailure } from './publish.ts';
import type { SiteFolder } from './site-folder.ts';

/** Milliseconds of computing that an index may take, and seconds of waiting for Pagefind: many times what they need. */
const [limit, patience] = [3_600_000, 1800];

/**
 * Writes each folder that is an index.
 * @param folders those that the last site does not have
 * @param out where the site will be
 * @throws Error with a sentence
 */
export async function writeIndexes(
  folders: readonly (SearchFolder & { prefix: string; key: string })[],
  folder: SiteFolder,
  out: string,
): Promise<void> {
  const indexes = folders.filter(({ indexed }) => indexed !== undefined);
  if (indexes.length === 0) return;
  const workerData: IndexSetup = { folder: folder.path };
  const worker = await startWorker({ module: new URL('./index-worker.ts', import.meta.url), workerData });
  if ('failure' in worker) throw new Error(`No search index could be built: ${worker.reason}.`);
  try {
    for (const { prefix, key, indexed } of indexes) {
      folder.clear(prefix);
      const job: IndexJob = { prefix, articles: indexed?.() ?? [] };
      const outcome = await runJob<IndexJob, IndexResult>(worker, job, limit, { patience });
      if ('failure' in outcome) throw new Error(`The search index could not be built: ${outcome.reason}.`);
      const { files, problem, failure } = outcome.result;
      if (problem !== undefined) throw new Error(problem);
      if (failure !== undefined) throw new Error(describeOutFailure(out, failure));
      for (const file of files) folder.expect(file, key);
    }
  } finally {
    await endWorker(worker);
  }
}
