// What the project depends on: each package has its row in docs/dependencies.md, a place where it is used, and a checksum.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import * as z from 'zod';
import { readLockFile, readPackageFile } from './packages.ts';

const project = await readPackageFile();
const lock = await readLockFile();
const document = await readFile('docs/dependencies.md', 'utf8');

/** The rows of the tables whose first column is a package in code marks. */
const rows = document
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .map(([name = '', reason = '', licence = '', kept = '', verdict = '']) => ({
    names: [...name.matchAll(/`([^`]+)`/g)].map(([, each = '']) => each),
    reason,
    licence,
    kept,
    verdict,
  }));

test('every package that the project names has a row, and every row a package', () => {
  const named = rows.flatMap(({ names }) => names);
  assert.deepEqual([...named].sort(), [...project.direct.keys()].sort());
  for (const { names, reason, kept, verdict } of rows)
    for (const cell of [reason, kept, verdict])
      assert.ok(cell.length > 3, `${names.join()} has an empty cell`);
});

test('the licence in the row is that of the package', async () => {
  const installed = z.object({ license: z.string() });
  let read = 0;
  for (const { names, licence } of rows) {
    for (const name of names) {
      const locked = lock.packages.find(({ path }) => path === `node_modules/${name}`);
      assert.equal(locked?.license, licence, name);
      const file = `node_modules/${name}/package.json`;
      if (!existsSync(file)) continue;
      assert.equal(installed.parse(JSON.parse(await readFile(file, 'utf8'))).license, licence, name);
      read += 1;
    }
  }
  assert.ok(read > 60);
});

test('every version is exact, and the lock file has it', () => {
  for (const [name, { version }] of project.direct) {
    assert.match(version, /^\d+\.\d+\.\d+$/, name);
    assert.equal(lock.packages.find(({ path }) => path === `node_modules/${name}`)?.version, version, name);
  }
});

test('every package of the lock file has a checksum, and none that another needs is missing', () => {
  const names = new Set(lock.packages.map(({ name }) => name));
  assert.ok(lock.packages.length > 400);
  for (const { path, integrity, resolved, needs } of lock.packages) {
    assert.match(integrity, /^sha512-[A-Za-z0-9+/]{86}==$/, path);
    assert.equal(
      resolved,
      undefined,
      `${path} names where it was fetched from, which ties the lock file to one host`,
    );
    for (const name of needs) assert.ok(names.has(name), `${path} needs ${name}, on some platform`);
  }
});

test('no package runs a script while it is installed, and those that have one are named', () => {
  const withScript = lock.packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
  assert.deepEqual([...new Set(withScript)].sort(), Object.keys(project.allowScripts).sort());
  for (const [name, isAllowed] of Object.entries(project.allowScripts)) assert.equal(isAllowed, false, name);
});

/** What a command of package.json calls, and nothing imports. */
const called = new Set(['@astrojs/check', 'prettier', 'prettier-plugin-astro', 'typescript']);

test('every package is used', async () => {
  const { scripts } = project;
  assert.match(Object.values(scripts).join(), /prettier --check[^]*astro check/);
  let all = '';
  for await (const file of glob(['{src,tests,.config}/**/*.{ts,js,astro}', 'astro.config.ts']))
    if (!file.includes('fixtures')) all += await readFile(file, 'utf8');
  for (const [name, { kind }] of project.direct) {
    if (kind === 'node' || called.has(name)) continue;
    const typed = /^@types\/(.+)$/.exec(name)?.[1] ?? name;
    // As an import, or as the first part of a path to a file of it.
    const plain = RegExp.escape(typed.replace(/^@fontsource\//, ''));
    const isUsed = new RegExp(`['"\`/]${plain}['"/]`).test(all) || typed === 'node';
    assert.ok(isUsed, `${name} is used nowhere`);
  }
});
