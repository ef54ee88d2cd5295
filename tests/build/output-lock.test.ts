// The lock of an output: one process at a time, and none that is dead.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { lockOutput, tryLock } from '../../src/build/output-lock.ts';
import { beside } from '../../src/disk/folders.ts';

const lockModule = new URL('../../src/build/output-lock.ts', import.meta.url).href;

async function makeFolder(context: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-lock-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Another process that runs `script`, with the lock's functions at hand. */
function runScript(script: string, ...args: string[]): ChildProcess {
  const imports = `import { tryLock } from '${lockModule}';
    import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
    const [out, log] = process.argv.slice(1);`;
  return spawn(process.execPath, ['--input-type=module', '-e', imports + script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** A process that holds the lock until it is killed. */
async function startHolder(out: string): Promise<ChildProcess> {
  const child = runScript(
    "console.log(tryLock(out) ? 'held' : 'busy'); setInterval(() => undefined, 1000);",
    out,
  );
  assert.ok(child.stdout);
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  assert.equal(said.toString().trim(), 'held');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

test('what another process holds is refused with a sentence that names it, and is free once that process is killed', async (context) => {
  const folder = await makeFolder(context);
  const out = join(folder, 'site');
  const holder = await startHolder(out);
  assert.equal(tryLock(out), undefined);
  assert.throws(
    () => lockOutput(out),
    new RegExp(
      `Another build is writing .*site \\(process ${holder.pid} on .*\\)\\. Wait until it has ended`,
    ),
  );
  await kill(holder);
  assert.deepEqual((await readdir(folder)).sort(), ['.site.builder', '.site.lock'], 'it could not clean up');
  const lock = lockOutput(out);
  lock.release();
  assert.deepEqual(await readdir(folder), []);
});

test('a holder that has not yet said who it is is waited for', async (context) => {
  const out = join(await makeFolder(context), 'site');
  const holder = runScript(
    `tryLock(out);
    rmSync(log);
    console.log('held');
    setTimeout(() => writeFileSync(log, 'a slow process'), 200);
    setInterval(() => undefined, 1000);`,
    out,
    beside(out, 'builder'),
  );
  context.after(() => kill(holder));
  assert.ok(holder.stdout);
  await once(holder.stdout, 'data');
  assert.throws(() => lockOutput(out), /Another build is writing .*site \(a slow process\)\./);
});

test('the parts of one process share a lock, and it lasts until the last has given it back', async (context) => {
  const folder = await makeFolder(context);
  const out = join(folder, 'site');
  const [one, other] = [lockOutput(out), lockOutput(out)];
  one.release();
  one.release();
  assert.deepEqual((await readdir(folder)).sort(), ['.site.builder', '.site.lock']);
  other.release();
  assert.deepEqual(await readdir(folder), []);
});

test('a process that ends without giving a lock back leaves no file of it', async (context) => {
  const folder = await makeFolder(context);
  await once(runScript('tryLock(out); tryLock(out); process.exit(1);', join(folder, 'site')), 'exit');
  assert.deepEqual(await readdir(folder), []);
});

test('outputs side by side have nothing to do with each other', async (context) => {
  const folder = await makeFolder(context);
  const outs = ['site', 'site-2', 'folder/that/is/missing/site'];
  for (const lock of outs.map((out) => lockOutput(join(folder, out)))) lock.release();
  assert.deepEqual(await readdir(join(folder, 'folder/that/is/missing')), []);
});

test('of processes that come and go, one at a time is inside, though each removes the file of the lock', async (context) => {
  const folder = await makeFolder(context);
  const log = join(folder, 'log');
  appendFileSync(log, '');
  // Each dies now and then while it holds the lock, so that what is left behind is taken over too.
  const script = `const pause = new Int32Array(new SharedArrayBuffer(4));
    for (let turn = 0; turn < 20;) {
      const lock = tryLock(out);
      if (lock === undefined) continue;
      appendFileSync(log, 'in ' + process.pid + '\\n');
      Atomics.wait(pause, 0, 0, 2);
      appendFileSync(log, 'out ' + process.pid + '\\n');
      turn += 1;
      if (turn === 10 && process.pid % 2 === 0) process.kill(process.pid, 'SIGKILL');
      lock.release();
    }`;
  const children = Array.from({ length: 4 }, () => runScript(script, join(folder, 'site'), log));
  await Promise.all(children.map((child) => once(child, 'exit')));
  const lines = (await readFile(log, 'utf8')).trim().split('\n');
  assert.ok(lines.length >= 4 * 10 * 2, `${lines.length} lines`);
  for (let at = 0; at < lines.length; at += 2)
    assert.equal(lines[at + 1], lines[at]?.replace('in', 'out'), `line ${at + 1}`);
});

test('a place that cannot be written is refused with a sentence', async (context) => {
  const folder = await makeFolder(context);
  appendFileSync(join(folder, 'file'), '');
  assert.throws(
    () => lockOutput(join(folder, 'file/site')),
    /No site can be put at OUT_DIR .* lies where a folder is needed/,
  );
});
