// One worker thread of the pool: started, given one job at a time, and watched while it works.
import { Worker } from 'node:worker_threads';
import { workerReady, type Answer } from './answer-jobs.ts';

export interface WorkerOptions {
  /** The worker's module, which calls `answerJobs`. */
  module: URL;
  /** Given to each worker once, at its start. */
  workerData: unknown;
  /** How many seconds in a row a worker may neither compute nor answer; 60 by default. */
  patience?: number;
}

export interface JobFailure {
  failure: 'time' | 'memory' | 'crash';
  /** In words that fit in brackets or after a colon. */
  reason: string;
}

export type JobOutcome<Result> = { result: Result } | JobFailure;

export interface PoolWorker {
  thread: Worker;
  /** Jobs it has been given. */
  jobs: number;
  /** The code it has ended with: possible at any moment, also between two jobs. */
  exitCode?: number;
}

/** Megabytes a worker may use, of heap or outside of it, before its file is given up. */
const memoryLimit = 1024;

/** Seconds of computing that a worker may take to start: many times what it needs. */
const startLimit = 60;

/** Resolves once the worker has said that it is ready: starting does not count towards its first job. */
export async function startWorker(options: WorkerOptions): Promise<PoolWorker | JobFailure> {
  const thread = new Worker(options.module, {
    workerData: options.workerData,
    // Trees of Markdown live for moments only: with room for them, less is collected.
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit, maxYoungGenerationSizeMb: 96 },
  });
  // An error that comes when nobody waits for an answer any more would end the whole process.
  thread.on('error', () => undefined);
  const worker: PoolWorker = { thread, jobs: 0 };
  thread.once('exit', (code) => (worker.exitCode = code));
  const started = await awaitMessage(
    worker,
    { limit: startLimit * 1000, patience: options.patience ?? defaultPatience },
    (message) => (message === workerReady ? { result: worker } : wrongAnswer),
  );
  if ('result' in started) return worker;
  await endWorker(worker);
  return { ...started, reason: `the worker does not start: ${started.reason}` };
}

/** @param limit milliseconds of computing */
export function runJob<Job, Result>(
  worker: PoolWorker,
  job: Job,
  limit: number,
  { patience = defaultPatience }: Pick<WorkerOptions, 'patience'>,
): Promise<JobOutcome<Result>> {
  worker.jobs += 1;
  const number = worker.jobs;
  const outcome = awaitMessage<Result>(worker, { limit, patience }, (message) =>
    isAnswer<Result>(message, number) ? { result: message.result } : wrongAnswer,
  );
  worker.thread.postMessage({ number, job });
  return outcome;
}

/** A thread in code that cannot be interrupted ends when the code returns; that is waited for only briefly. */
export async function endWorker({ thread }: PoolWorker): Promise<void> {
  const moment = new Promise((settle) => setTimeout(settle, 1000).unref());
  await Promise.race([thread.terminate(), moment]);
}

const defaultPatience = 60;

const wrongAnswer: JobFailure = { failure: 'crash', reason: 'the worker has answered something else' };

const isAnswer = <Result>(message: unknown, number: number): message is Answer<Result> =>
  typeof message === 'object' &&
  message !== null &&
  'number' in message &&
  message.number === number &&
  'result' in message;

/** What the next message of a worker says, or why none came. */
async function awaitMessage<Result>(
  { thread, exitCode }: PoolWorker,
  limits: { limit: number; patience: number },
  read: (message: unknown) => JobOutcome<Result>,
): Promise<JobOutcome<Result>> {
  if (exitCode !== undefined) return hasEnded(exitCode);
  return new Promise((settle) => {
    const finish = (outcome: JobOutcome<Result>): void => {
      stopWatch();
      thread
        .off('message', onMessage)
        .off('messageerror', onUnreadable)
        .off('error', onError)
        .off('exit', onExit);
      settle(outcome);
    };
    const onMessage = (message: unknown): void => finish(read(message));
    const onUnreadable = (): void => finish(wrongAnswer);
    const onError = (error: unknown): void => {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      const failure = code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash';
      const said = error instanceof Error ? error.message : String(error);
      finish({ failure, reason: failure === 'memory' ? memoryReason : said || 'the worker has failed' });
    };
    const onExit = (code: number): void => finish(hasEnded(code));
    const stopWatch = watchWorker(thread, limits, finish);
    thread.on('message', onMessage).on('messageerror', onUnreadable).on('error', onError).on('exit', onExit);
  });
}

const hasEnded = (code: number): JobFailure => ({
  failure: 'crash',
  reason: `the worker has ended with code ${code}`,
});

const memoryReason = `more than ${memoryLimit / 1024} GB of memory`;

/** Milliseconds between two looks at a worker. */
const lookEvery = 1000;

/** Milliseconds of computing between two looks below which a worker is stuck: even answering takes some. */
const leastWork = 20;

/**
 * Gives up a worker that has computed too long, needs too much memory outside its heap, or is stuck. Elapsed
 * time does not count: on a busy machine a worker waits its turn, and its file is not at fault.
 * @returns a function that ends the watch
 */
function watchWorker(
  thread: Worker,
  { limit, patience }: { limit: number; patience: number },
  giveUp: (failure: JobFailure) => void,
): () => void {
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  let before = 0;
  /** Seconds in a row in which it has computed nothing, and in which it has not said what it computed. */
  let still = 0;
  let unanswered = 0;
  // One that has yet to start has computed nothing.
  let start: number | undefined;
  void readCpu(thread).then(
    (used) => (start ??= used),
    () => (start ??= 0),
  );
  const wholeProcess = process.cpuUsage();
  const look = async (): Promise<void> => {
    const answer = await askWorker(thread);
    if (isOver) return;
    if (answer === undefined) {
      // It cannot be asked while it runs code that nothing interrupts; the process computed at least as long.
      unanswered += 1;
      const { user, system } = process.cpuUsage(wholeProcess);
      if (unanswered >= patience && (user + system) / 1000 >= limit)
        giveUp({ failure: 'time', reason: timeReason(limit) });
      else lookAgain(limit);
      return;
    }
    unanswered = 0;
    start ??= 0;
    const used = answer.used - start;
    still = used - before < leastWork ? still + 1 : 0;
    before = used;
    if (used >= limit) giveUp({ failure: 'time', reason: timeReason(limit) });
    else if (answer.outside > memoryLimit * 1024 * 1024) giveUp({ failure: 'memory', reason: memoryReason });
    else if (still >= patience) giveUp({ failure: 'time', reason: `no answer for ${patience} seconds` });
    else lookAgain(limit - used);
  };
  /** A worker cannot have computed longer than the time that has passed. */
  const lookAgain = (left: number): void => {
    // One that has ended cannot be asked, and says so itself.
    timer = setTimeout(() => void look().catch(() => undefined), Math.min(Math.max(left, 10), lookEvery));
  };
  lookAgain(limit);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

/**
 * What a worker has computed, in milliseconds, and the bytes it uses outside its heap; nothing if it does not say so
 * within a second. One that is asked before it has started may never answer, so it is asked again.
 */
async function askWorker(thread: Worker): Promise<{ used: number; outside: number } | undefined> {
  const answer = Promise.all([readCpu(thread), thread.getHeapStatistics()]).then(([used, heap]) => ({
    used,
    outside: heap.external_memory,
  }));
  answer.catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<undefined>((settle) => {
    timer = setTimeout(() => settle(undefined), lookEvery);
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** Milliseconds. */
async function readCpu(thread: Worker): Promise<number> {
  const { user, system } = await thread.cpuUsage();
  return (user + system) / 1000;
}

const timeReason = (limit: number): string =>
  `more than ${Math.round(limit / 100) / 10} seconds of computing`;
