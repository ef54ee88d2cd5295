// The workflow of a release, step by step: its files, their checksums, and what is handed to GitHub.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openRunner, readStep } from './run-step.ts';

test('a tag of the version becomes a release of the source and the bill of materials, with their SHA-256', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-release-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  // In the place of the project, so small that packing it takes no time.
  const project = { name: 'dateline', version: '1.2.3', scripts: { sbom: 'cp package.json' } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(project));
  const git = (...args: string[]): Buffer =>
    execFileSync('git', ['-c', 'user.name=Jane', '-c', 'user.email=jane@dateline.example', ...args], {
      cwd: folder,
    });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Begin');

  const collect = await readStep('release.yml', 'build', 'Collect the files');
  const publish = await readStep('release.yml', 'publish', 'Publish the release');
  const wrong = await (await openRunner(context)).run(collect, { GITHUB_REF_NAME: 'v1.2.4' }, folder);
  assert.equal(wrong.code, 1);
  assert.match(
    wrong.printed,
    /^::error title=Not released::The tag is v1\.2\.4, the version in package\.json is "1\.2\.3"/m,
  );

  const runner = await openRunner(context);
  const tag = { GITHUB_REF_NAME: 'v1.2.3' };
  const collected = await runner.run(collect, tag, folder);
  assert.equal(collected.code, 0, collected.printed);
  const files = ['SHA256SUMS', 'dateline-1.2.3.cdx.json', 'dateline-1.2.3.tar.gz'];
  assert.deepEqual((await readdir(join(runner.temp, 'files'))).sort(), files);
  const sums = await readFile(join(runner.temp, 'files/SHA256SUMS'), 'utf8');
  assert.match(
    sums,
    /^[0-9a-f]{64} {2}dateline-1\.2\.3\.cdx\.json\n[0-9a-f]{64} {2}dateline-1\.2\.3\.tar\.gz\n$/,
  );

  const published = await runner.run(publish, tag, folder);
  assert.equal(published.code, 0, published.printed);
  const said = published.calls.at(-1)?.more ?? [];
  assert.equal(said[0], 'v1.2.3');
  assert.ok(said.includes('--verify-tag'));
  assert.deepEqual(said.slice(said.indexOf('--') + 1).sort(), files);

  await writeFile(join(runner.temp, 'files/dateline-1.2.3.tar.gz'), 'altered');
  const altered = await runner.run(publish, tag, folder);
  assert.equal(altered.code, 1);
  assert.deepEqual(altered.calls, []);
});
