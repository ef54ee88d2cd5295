// The pool of workers: what one job does to its worker, by time, memory or end, costs no other job its answer.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { runPool } from '../../src/reading/pool.ts';
import { runJob, startWorker, type JobOutcome } from '../../src/reading/pool-worker.ts';
import type { OddJob, OddSetup } from './odd-worker.ts';

interface Trying {
  start?: OddSetup['start'];
  /** Milliseconds of computing. */
  timeLimit?: number;
  patience?: number;
}

function run(
  { name }: TestContext,
  jobs: readonly OddJob[],
  { start = 'well', timeLimit = 30_000, patience = 60 }: Trying = {},
): Promise<JobOutcome<unknown>[]> {
  const workerData: OddSetup = { start, test: name };
  const module = new URL('./odd-worker.ts', import.meta.url);
  return runPool<OddJob, unknown>({ module, workerData, jobs, timeLimit, patience });
}

/** A job that misbehaves between two that do not: the outcome of the first, once those of the others are right. */
async function runBetween(
  context: TestContext,
  job: OddJob,
  trying: Trying = {},
): Promise<JobOutcome<unknown>> {
  const outcomes = await run(context, [{ answer: 1 }, job, { answer: 2 }, { answer: 3 }], trying);
  const [first, odd, ...others] = outcomes;
  assert.deepEqual([first, ...others], [{ result: 2 }, { result: 4 }, { result: 6 }]);
  assert.ok(odd !== undefined);
  return odd;
}

test('every job is answered in its place, by more workers than one', async (context) => {
  const jobs = Array.from({ length: 200 }, (_, answer) => ({ answer }));
  const outcomes = await run(context, jobs);
  assert.deepEqual(
    outcomes,
    jobs.map(({ answer }) => ({ result: answer * 2 })),
  );
});

test('a job that computes for ever is given up', async (context) => {
  assert.deepEqual(await runBetween(context, 'compute', { timeLimit: 300 }), {
    failure: 'time',
    reason: 'more than 0.3 seconds of computing',
  });
});

test('a job that waits longer than it may compute, as on a busy machine, is answered', async (context) => {
  assert.deepEqual(await runBetween(context, 'wait', { timeLimit: 300 }), { result: 'late' });
});

test('a job that is never answered is given up for its silence, not for its computing', async (context) => {
  assert.deepEqual(await runBetween(context, 'say nothing', { timeLimit: 60_000, patience: 2 }), {
    failure: 'time',
    reason: 'no answer for 2 seconds',
  });
});

test('a job that takes all memory is given up, on the heap and outside of it', async (context) => {
  const expected = { failure: 'memory', reason: 'more than 1 GB of memory' };
  assert.deepEqual(await runBetween(context, 'eat'), expected);
  assert.deepEqual(await runBetween(context, 'eat outside'), expected);
});

test('a job that ends its worker fails with the reason', async (context) => {
  assert.deepEqual(await runBetween(context, 'throw'), { failure: 'crash', reason: 'this is too deep' });
  assert.deepEqual(await runBetween(context, 'reject'), { failure: 'crash', reason: 'this was promised' });
  assert.deepEqual(await runBetween(context, 'exit'), {
    failure: 'crash',
    reason: 'the worker has ended with code 7',
  });
});

test('an answer that is none fails its job', async (context) => {
  const wrong = { failure: 'crash', reason: 'the worker has answered something else' };
  assert.deepEqual(await runBetween(context, 'say nonsense'), wrong);
  assert.deepEqual(await runBetween(context, 'say what nobody can read'), {
    failure: 'crash',
    reason: 'the worker has failed',
  });
});

test('what a job leaves behind in its worker is not held against the next one', async (context) => {
  for (const job of ['answer twice', 'answer and exit', 'fail later'] as const) {
    const jobs: OddJob[] = Array.from({ length: 40 }, (_, answer) => (answer === 0 ? job : { answer }));
    const [, ...others] = await run(context, jobs);
    assert.deepEqual(
      others,
      jobs.slice(1).map((_, at) => ({ result: (at + 1) * 2 })),
    );
    // Those that come when no job is there are no business of a later pool either.
    await new Promise((settle) => setTimeout(settle, 50));
    assert.deepEqual(await run(context, [{ answer: 4 }]), [{ result: 8 }]);
  }
});

test('a worker that has ended between two jobs fails the next one at once', async ({ name }) => {
  const workerData: OddSetup = { start: 'well', test: name };
  const worker = await startWorker({ module: new URL('./odd-worker.ts', import.meta.url), workerData });
  assert.ok('thread' in worker);
  const code = await worker.thread.terminate();
  assert.deepEqual(await runJob(worker, { answer: 1 }, 30_000, {}), {
    failure: 'crash',
    reason: `the worker has ended with code ${code}`,
  });
});

for (const [start, reason] of [
  ['never', 'the worker does not start: no answer for 1 seconds'],
  ['with an error', 'the worker does not start: no cache here'],
  ['with an exit', 'the worker does not start: the worker has ended with code 3'],
  ['with nonsense', 'the worker does not start: the worker has answered something else'],
] as const) {
  test(`a worker that starts ${start} fails every job, and is tried once`, async (context) => {
    const jobs = Array.from({ length: 30 }, (_, answer) => ({ answer }));
    const outcomes = await run(context, jobs, { start, patience: 1 });
    const failure = start === 'never' ? 'time' : 'crash';
    assert.deepEqual(
      outcomes,
      jobs.map(() => ({ failure, reason })),
    );
  });
}

test('progress is told once for each job, failed ones too', async (context) => {
  const told: number[] = [];
  await runPool<OddJob, unknown>({
    module: new URL('./odd-worker.ts', import.meta.url),
    workerData: { start: 'well', test: context.name } satisfies OddSetup,
    jobs: [{ answer: 1 }, 'throw', { answer: 2 }],
    timeLimit: 30_000,
    onProgress: (done, total) => told.push(done * 10 + total),
  });
  assert.deepEqual(told, [13, 23, 33]);
});
