// A worker that builds indexes of the full text: beside the pages, since rendering an article for Pagefind takes as long as its page.
import { workerData } from 'node:worker_threads';
import { answerJobs } from '../reading/answer-jobs.ts';
import type { IndexedArticle } from '../search/document.ts';
import { buildSearchIndex } from '../search/index.ts';
import { fileWriter } from './write-file.ts';

/** What the worker is told at its start. */
export interface IndexSetup {
  /** The folder of the new site. */
  folder: string;
}

export interface IndexJob {
  /** Where in the site the index goes, with a slash at the end. */
  prefix: string;
  articles: IndexedArticle[];
}

export interface IndexResult {
  /** The paths in the site of the files written. */
  files: string[];
  /** Why the index could not be built: a sentence. */
  problem?: string;
  /** Why a file could not be written: a sentence. */
  failure?: string;
}

const { folder } = workerData as IndexSetup;
const write = fileWriter(folder);

answerJobs(async ({ prefix, articles }: IndexJob): Promise<IndexResult> => {
  const files: string[] = [];
  try {
    for (const [path, content] of await buildSearchIndex(articles)) {
      const failure = write(prefix + path, content);
      if (failure !== undefined) return { files, failure };
      files.push(prefix + path);
    }
  } catch (error) {
    return { files, problem: error instanceof Error ? error.message : String(error) };
  }
  return { files };
});
