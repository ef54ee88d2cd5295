// Reads all articles: those that have changed in worker threads, the others as they were read the last time.
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { NameSpelling } from '../names/recognition/recognize.ts';
import { renderNameTrie } from '../names/recognition/trie.ts';
import { compareText } from '../schema/finding.ts';
import type { ArticleReading, WorkerSetup } from './article-worker.ts';
import { contentPath, renderCacheDir } from '../disk/folders.ts';
import { readModuleClosure } from './module-closure.ts';
import { openKeptReadings } from './kept-readings.ts';
import type { ContentFile } from './list.ts';
import { runPool } from './pool.ts';
import type { JobFailure } from './pool-worker.ts';

export interface ReadOptions {
  /** Called as articles are read: how many of how many. */
  onProgress?: (done: number, total: number) => void;
  /** Milliseconds of computing that one article may take; by default 100 times what an ordinary one needs. */
  timeLimit?: number;
}

/** What was read from each file, in their order; `failure` says why one could not be read as Markdown at all. */
export async function readArticles(
  root: string,
  files: readonly ContentFile[],
  spellings: readonly NameSpelling[],
  { onProgress, timeLimit }: ReadOptions,
): Promise<ArticleReading[]> {
  const pipeline = await pipelineVersion();
  const version = hash(pipeline, JSON.stringify(spellings), contentPath(root), process.version);
  const kept = openKeptReadings(root, version);
  const readings = files.map((file) => kept.find(file));
  const jobs = files.filter((_, index) => readings[index] === undefined);
  if (jobs.length === 0) {
    kept.save();
    return readings.filter((reading) => reading !== undefined);
  }
  const setup: WorkerSetup = { cacheDir: renderCacheDir(), pipeline, trie: renderNameTrie(spellings) };
  const outcomes = await runPool<ContentFile, ArticleReading>({
    module: worker,
    workerData: setup,
    jobs,
    timeLimit: timeLimit ?? fairTime,
    ...(onProgress && { onProgress }),
  });
  let next = 0;
  const all = readings.map((reading, index): ArticleReading => {
    if (reading !== undefined) return reading;
    const outcome = outcomes[next];
    next += 1;
    if (outcome === undefined) throw new TypeError('an article was not read');
    const fresh = 'result' in outcome ? outcome.result : { findings: [], failure: describeFailure(outcome) };
    kept.keep(files[index] as ContentFile, fresh);
    return fresh;
  });
  kept.save();
  return all;
}

/** Why no worker could read an article, in words that follow "the text". */
const describeFailure = ({ failure, reason }: JobFailure): string =>
  failure === 'crash'
    ? `ended the program that reads it (${reason})`
    : `cannot be read as Markdown: that takes ${reason}`;

/** Five seconds, and one more for every hundred kilobytes. */
const fairTime = ({ path }: ContentFile): number =>
  5000 + (statSync(path, { throwIfNoEntry: false })?.size ?? 0) / 100;

const hash = (...parts: string[]): string => createHash('sha256').update(parts.join('\0')).digest('hex');

const worker = new URL('./article-worker.ts', import.meta.url);
/** Decides how a reading is stored on disk. */
const keeper = new URL('./kept-readings.ts', import.meta.url);
const lockFile = new URL('../../package-lock.json', import.meta.url);

/** A hash over all code that decides what is read from an article, so that no one has to remember a number. */
async function pipelineVersion(): Promise<string> {
  const [read, kept] = await Promise.all([worker, keeper].map(readModuleClosure));
  const modules = new Map([...(read?.own ?? []), ...(kept?.own ?? [])]);
  const sources = [...modules].sort(([a], [b]) => compareText(a, b)).map(([, source]) => source);
  return hash(...sources, await readFile(lockFile, 'utf8'));
}
