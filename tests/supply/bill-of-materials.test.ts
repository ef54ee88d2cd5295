// The bill of materials of a release is sound, the same each time, and what is wrong with one is found.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildBill, checkBill, type Bill } from './bill-of-materials.ts';
import { readLockFile, readPackageFile } from './packages.ts';

const bill = await buildBill();

/** What is said of a bill in which something was changed. */
async function checkChanged(change: (copy: Bill) => void): Promise<string> {
  const copy = structuredClone(bill);
  change(copy);
  return (await checkBill(copy)).join('\n');
}

test('it is CycloneDX, and lists every direct dependency and every package of the lock file', async () => {
  assert.deepEqual(await checkBill(bill), []);
  const listed = new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
  const { direct } = await readPackageFile();
  for (const [name, { version }] of direct) assert.ok(listed.has(`${name}@${version}`), name);
  const { packages } = await readLockFile();
  assert.equal(listed.size, new Set(packages.map(({ name, version }) => `${name}@${version}`)).size);
});

test('it has nothing of the clock, of this machine or of chance', async () => {
  assert.deepEqual(await buildBill(), bill);
  const text = JSON.stringify(bill);
  assert.ok(!text.includes(JSON.stringify(process.cwd()).slice(1, -1)));
  assert.equal(bill.metadata.timestamp, undefined);
  assert.equal(bill.metadata.component.name, 'dateline');
});

test('a bill that is not sound is refused, with what is wrong', async () => {
  assert.match(await checkChanged((copy) => Object.assign(copy, { specVersion: 1 })), /\/specVersion: /);
  assert.match(await checkChanged((copy) => Object.assign(copy, { serialNumber: '7' })), /\/serialNumber: /);
  assert.match(
    await checkChanged(({ components: [first] }) => Object.assign(first ?? {}, { type: 'thing' })),
    /\/components\/0\/type: /,
  );
  assert.match(
    await checkChanged((copy) => {
      copy.components = copy.components.filter(({ name }) => name !== 'zod');
    }),
    /^zod \S+ is missing$/m,
  );
  assert.match(
    await checkChanged((copy) => {
      for (const { hashes } of copy.components) if (hashes?.[0]) hashes[0].content = 'ab'.repeat(64);
    }),
    /^zod \S+ has another checksum$/m,
  );
  assert.match(
    await checkChanged((copy) => {
      for (const dependency of copy.dependencies) dependency.dependsOn = ['nothing@1.0.0'];
    }),
    /nothing@1\.0\.0 is named and not listed/,
  );
});
