// The index in development: one build at a time, built again after a change or a failure, with the last good one kept.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepFresh } from '../../src/search/fresh-index.ts';

/** A build that the test ends by hand; each gives the next number. */
function controlBuild(): {
  build: () => Promise<number>;
  end: (error?: Error) => Promise<void>;
  begun: () => number;
} {
  const waiting: PromiseWithResolvers<number>[] = [];
  let begun = 0;
  let running = 0;
  const build = async (): Promise<number> => {
    begun += 1;
    running += 1;
    assert.equal(running, 1, 'two builds at once');
    const number = begun;
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    waiting.push({ promise, resolve: () => resolve(number), reject });
    try {
      return await promise;
    } finally {
      running -= 1;
    }
  };
  const end = async (error?: Error): Promise<void> => {
    const first = waiting.shift();
    assert.ok(first, 'no build is under way');
    if (error === undefined) first.resolve(0);
    else first.reject(error);
    await new Promise((settle) => setImmediate(settle));
  };
  return { build, end, begun: () => begun };
}

const silent = (): void => undefined;

test('requests share one build, and without a change nothing is built again', async () => {
  const { build, end, begun } = controlBuild();
  const { open } = keepFresh(build, silent);
  const opened = [open(), open()];
  await end();
  assert.deepEqual(await Promise.all(opened), [1, 1]);
  assert.equal(await open(), 1);
  assert.equal(begun(), 1);
});

test('a change is built at the next request, and the index before it is kept', async () => {
  const { build, end, begun } = controlBuild();
  const { open, previous, markChanged } = keepFresh(build, silent);
  const first = open();
  await end();
  await first;
  markChanged();
  assert.equal(begun(), 1);
  const second = open();
  await end();
  assert.equal(await second, 2);
  assert.equal(previous(), 1);
});

test('a change during a build is not lost: it is built again, after that one', async () => {
  const { build, end, begun } = controlBuild();
  const { open, markChanged } = keepFresh(build, silent);
  const early = open();
  markChanged();
  const late = open();
  assert.equal(begun(), 1);
  await end();
  assert.equal(begun(), 2);
  await end();
  assert.deepEqual(await Promise.all([early, late]), [2, 2]);
  assert.equal(await open(), 2);
});

test('a failure leaves the last good index, complains once, and the next request tries again', async () => {
  const { build, end } = controlBuild();
  const complaints: unknown[] = [];
  const { open, markChanged } = keepFresh(build, (error) => complaints.push(error));
  const first = open();
  await end();
  await first;
  markChanged();
  const broken = new Error('a mistake');
  for (let times = 0; times < 2; times += 1) {
    const opened = open();
    await end(broken);
    assert.equal(await opened, 1);
  }
  assert.deepEqual(complaints, [broken]);
  const mended = open();
  await end();
  assert.equal(await mended, 4);
});

test('a first build that fails is thrown, and the next request tries again', async () => {
  const { build, end } = controlBuild();
  const { open } = keepFresh(build, silent);
  const rejected = assert.rejects(open(), /a mistake/);
  await end(new Error('a mistake'));
  await rejected;
  const opened = open();
  await end();
  assert.equal(await opened, 2);
});
