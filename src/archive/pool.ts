// A pool of worker threads with a time limit a job: one bad file costs its own seconds, never the build.
import { availableParallelism } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import { Worker } from 'node:worker_threads';

export interface PoolOptions<Job> {
  /** The worker's module; it posts `workerReady` once, then answers every message it gets with one message. */
  module: URL;
  /** Given to each worker once, at its start. */
  workerData: unknown;
  jobs: readonly Job[];
  /** Milliseconds a single job may take. */
  timeLimit: number | ((job: Job) => number);
  /** Called after each job. */
  onProgress?: (done: number, total: number) => void;
}

/** A worker's first message. */
export const workerReady = 'ready';

export type JobOutcome<Result> =
  { result: Result } | { failure: 'time' | 'memory' | 'crash'; reason: string };

/** Megabytes of heap a worker may use before its file is given up. */
const memoryLimit = 1024;

/** Runs every job; the outcomes come back in the order of the jobs. Small loads use a single worker. */
export async function runPool<Job, Result>(options: PoolOptions<Job>): Promise<JobOutcome<Result>[]> {
  const { jobs, timeLimit, onProgress } = options;
  const outcomes = new Array<JobOutcome<Result>>(jobs.length);
  const limitOf = typeof timeLimit === 'number' ? (): number => timeLimit : timeLimit;
  let next = 0;
  let done = 0;

  const runWorker = async (): Promise<void> => {
    let worker: Worker | undefined;
    while (next < jobs.length) {
      const index = next;
      next += 1;
      worker ??= takeIdle(options) ?? (await startWorker(options));
      const outcome = await runJob<Job, Result>(worker, jobs[index] as Job, limitOf(jobs[index] as Job));
      outcomes[index] = outcome;
      if ('failure' in outcome) {
        await worker.terminate();
        worker = undefined;
      }
      done += 1;
      onProgress?.(done, jobs.length);
    }
    if (worker !== undefined) keepIdle(worker, options);
  };

  // A worker takes longer to start than to render some dozens of articles.
  const size = Math.max(1, Math.min(availableParallelism(), Math.ceil(jobs.length / 40)));
  await Promise.all(Array.from({ length: size }, runWorker));
  return outcomes;
}

interface IdleWorker {
  worker: Worker;
  module: string;
  workerData: unknown;
  /** Ends it when nobody has asked for a while. */
  timer: NodeJS.Timeout;
}

/** To start a worker takes longer than to read dozens of articles, so it waits for the next reading; nothing waits for it. */
const idle = new Set<IdleWorker>();

/** Milliseconds. */
const patience = 3000;

function keepIdle<Job>(worker: Worker, { module, workerData }: PoolOptions<Job>): void {
  worker.unref();
  const timer = setTimeout(() => {
    idle.delete(entry);
    void worker.terminate();
  }, patience).unref();
  const entry: IdleWorker = { worker, module: module.href, workerData, timer };
  idle.add(entry);
}

function takeIdle<Job>({ module, workerData }: PoolOptions<Job>): Worker | undefined {
  for (const entry of idle) {
    if (entry.module !== module.href || !isDeepStrictEqual(entry.workerData, workerData)) continue;
    idle.delete(entry);
    clearTimeout(entry.timer);
    entry.worker.ref();
    return entry.worker;
  }
  return undefined;
}

/** Resolves once the worker has said that it is ready: what it takes to start is not on the clock of its first job. */
function startWorker<Job>({ module, workerData }: PoolOptions<Job>): Promise<Worker> {
  return new Promise((settle, fail) => {
    const worker = new Worker(module, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
    });
    worker.once('error', fail);
    worker.once('message', () => {
      worker.off('error', fail);
      settle(worker);
    });
  });
}

function runJob<Job, Result>(worker: Worker, job: Job, timeLimit: number): Promise<JobOutcome<Result>> {
  return new Promise((settle) => {
    const finish = (outcome: JobOutcome<Result>): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      settle(outcome);
    };
    const onMessage = (result: Result): void => finish({ result });
    const onError = (error: Error & { code?: string }): void => {
      const failure = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash';
      finish({ failure, reason: error.message });
    };
    const onExit = (code: number): void => finish({ failure: 'crash', reason: `exit code ${code}` });
    const timer = setTimeout(
      () => finish({ failure: 'time', reason: `longer than ${Math.round(timeLimit / 100) / 10} seconds` }),
      timeLimit,
    );
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(job);
  });
}
