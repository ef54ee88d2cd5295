// A worker that does what a job tells it to: answer, or anything that a worker had better not do.
import { parentPort, workerData } from 'node:worker_threads';
import { answerJobs } from '../../src/reading/answer-jobs.ts';

export type OddJob =
  | { answer: number }
  | 'compute'
  | 'wait'
  | 'eat'
  | 'eat outside'
  | 'throw'
  | 'reject'
  | 'exit'
  | 'say nothing'
  | 'say nonsense'
  | 'say what nobody can read'
  | 'answer twice'
  | 'answer and exit'
  | 'fail later';

export interface OddSetup {
  start: 'well' | 'never' | 'with an error' | 'with an exit' | 'with nonsense';
  /** Tells the workers of one test from those of another. */
  test: string;
}

const port = parentPort;
if (port === null) throw new TypeError('this is a worker');
switch ((workerData as OddSetup).start) {
  case 'well':
    answerJobs(answer);
    break;
  case 'never':
    port.on('message', () => undefined);
    break;
  case 'with an error':
    throw new Error('no cache here');
  case 'with nonsense':
    port.postMessage('good morning');
    break;
  case 'with an exit':
    process.exit(3);
}

function answer(job: OddJob): unknown {
  if (typeof job === 'object') return job.answer * 2;
  switch (job) {
    case 'compute':
      for (;;);
    case 'wait':
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500);
      return 'late';
    case 'eat': {
      const eaten: number[][] = [];
      for (;;) eaten.push(new Array<number>(10_000).fill(eaten.length));
    }
    case 'eat outside': {
      const eaten: Uint8Array[] = [];
      return new Promise(() => {
        setInterval(() => eaten.push(new Uint8Array(64 * 1024 * 1024).fill(1)), 5);
      });
    }
    case 'throw':
      throw new RangeError('this is too deep');
    case 'reject':
      return Promise.reject(new Error('this was promised'));
    case 'exit':
      return process.exit(7);
    case 'say nothing':
      return new Promise(() => undefined);
    case 'say nonsense':
      port?.postMessage({ number: 'one' });
      return new Promise(() => undefined);
    case 'say what nobody can read':
      return () => 'a function cannot be sent';
    case 'answer twice':
      setTimeout(() => port?.postMessage({ number: 1, result: 'again' }), 5);
      return 'once';
    case 'answer and exit':
      port?.postMessage({ number: 1, result: 'last' });
      return process.exit(0);
    case 'fail later':
      setTimeout(() => {
        throw new Error('too late');
      }, 5);
      return 'first';
  }
}
