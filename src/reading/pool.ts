// A pool of worker threads, each job with a limit of its own: one bad file costs its own seconds, never the build.
import { availableParallelism } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import {
  endWorker,
  runJob,
  startWorker,
  type JobFailure,
  type JobOutcome,
  type PoolWorker,
  type WorkerOptions,
} from './pool-worker.ts';

export interface PoolOptions<Job> extends WorkerOptions {
  jobs: readonly Job[];
  /** Milliseconds of computing that a single job may take, however long a busy machine makes it wait. */
  timeLimit: number | ((job: Job) => number);
  /** Called after each job. */
  onProgress?: (done: number, total: number) => void;
}

/** Runs every job; the outcomes come back in the order of the jobs. Small loads use a single worker. */
export async function runPool<Job, Result>(options: PoolOptions<Job>): Promise<JobOutcome<Result>[]> {
  const { jobs, timeLimit, onProgress } = options;
  const outcomes = new Array<JobOutcome<Result>>(jobs.length);
  const limitOf = typeof timeLimit === 'number' ? (): number => timeLimit : timeLimit;
  /** Why no worker starts: the same for all jobs. */
  let broken: JobFailure | undefined;
  let next = 0;
  let done = 0;

  const runWorker = async (): Promise<void> => {
    let worker: PoolWorker | undefined;
    /** The outcome of a job, and a worker for the next one if it is sound. */
    const run = async (job: Job): Promise<JobOutcome<Result>> => {
      if (broken !== undefined) return broken;
      if (worker === undefined) {
        const started = takeIdle(options) ?? (await startWorker(options));
        if ('failure' in started) return (broken = started);
        worker = started;
      }
      const isFresh = worker.jobs === 0;
      const outcome = await runJob<Job, Result>(worker, job, limitOf(job), options);
      if (!('failure' in outcome)) return outcome;
      await endWorker(worker);
      worker = undefined;
      // What an earlier job left behind in the worker is not the fault of this one.
      return isFresh || outcome.failure === 'time' ? outcome : run(job);
    };
    while (next < jobs.length) {
      const index = next;
      next += 1;
      outcomes[index] = await run(jobs[index] as Job);
      done += 1;
      onProgress?.(done, jobs.length);
    }
    if (worker !== undefined && worker.exitCode === undefined) keepIdle(worker, options);
  };

  // A worker takes longer to start than to render a few dozen articles.
  const size = Math.max(1, Math.min(availableParallelism(), Math.ceil(jobs.length / 40)));
  await Promise.all(Array.from({ length: size }, runWorker));
  return outcomes;
}

interface IdleWorker {
  worker: PoolWorker;
  module: string;
  workerData: unknown;
  /** Takes it from the list. */
  leave: () => void;
}

/** Starting a worker takes longer than reading dozens of articles, so one is kept; it delays no exit. */
const idle = new Set<IdleWorker>();

/** Milliseconds. */
const idleTime = 3000;

function keepIdle(worker: PoolWorker, { module, workerData }: WorkerOptions): void {
  const { thread } = worker;
  thread.unref();
  const leave = (): void => {
    clearTimeout(timer);
    thread.off('exit', leave).off('message', end);
    idle.delete(entry);
  };
  const end = (): void => {
    leave();
    void thread.terminate();
  };
  const timer = setTimeout(end, idleTime).unref();
  const entry: IdleWorker = { worker, module: module.href, workerData, leave };
  // A worker that sends a message unasked gets no other job.
  thread.on('exit', leave).on('message', end);
  idle.add(entry);
}

function takeIdle({ module, workerData }: WorkerOptions): PoolWorker | undefined {
  for (const { worker, leave, ...entry } of idle) {
    if (entry.module !== module.href || !isDeepStrictEqual(entry.workerData, workerData)) continue;
    leave();
    worker.thread.ref();
    return worker;
  }
  return undefined;
}
