// The worker's side of the pool: takes one job after another and sends back its answer under the number of the job.
import { parentPort } from 'node:worker_threads';

/** A worker's first message. */
export const workerReady = 'ready';

export interface Task<Job> {
  /** Counts the jobs of one worker. */
  number: number;
  job: Job;
}

export interface Answer<Result> {
  /** The number of the job. */
  number: number;
  result: Result;
}

/** Says that the worker is ready, then answers every job. What `answer` throws ends the worker and fails that job alone. */
export function answerJobs<Job, Result>(answer: (job: Job) => Result | Promise<Result>): void {
  const port = parentPort;
  if (port === null) throw new TypeError('jobs are answered in a worker thread');
  port.on('message', async ({ number, job }: Task<Job>) => {
    const result = await answer(job);
    port.postMessage({ number, result } satisfies Answer<Result>);
  });
  port.postMessage(workerReady);
}
