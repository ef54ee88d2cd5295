// The job that records new addresses: it pushes the ledger and nothing else, runs no hook, and fails loudly where it may not.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { openRunner, readStep, type Ended } from './run-step.ts';

const before = '# Every address\n\n/\n/about/\n/people/ada/\n';
const after = `${before}/people/bob/\n`;

/** A repository as GitHub has it, the copy of it that the job works on, and somebody else's. */
async function openRepository(context: TestContext) {
  const home = await mkdtemp(join(tmpdir(), 'dateline-ledger-'));
  context.after(() => rm(home, { recursive: true, force: true }));
  const [origin, checkout, other] = [
    join(home, 'octo-org/dateline'),
    join(home, 'checkout'),
    join(home, 'other'),
  ];
  const env = { PATH: process.env['PATH'] ?? '', HOME: home, GIT_CONFIG_NOSYSTEM: '1' };
  const git = async (folder: string, ...args: string[]): Promise<string> => {
    const who = ['-c', 'user.name=Jane Doe', '-c', 'user.email=jane@dateline.example'];
    return (await promisify(execFile)('git', [...who, ...args], { cwd: folder, env })).stdout;
  };
  await mkdir(origin, { recursive: true });
  await git(home, 'init', '--quiet', '--bare', '--initial-branch=main', origin);
  await git(home, 'clone', '--quiet', origin, other);
  await mkdir(join(other, 'content'));
  await writeFile(join(other, 'content/permalinks.txt'), before);
  await writeFile(join(other, '.gitattributes'), 'content/permalinks.txt merge=union\n');
  const commitOther = async (message: string): Promise<void> => {
    await git(other, 'add', '--all');
    await git(other, 'commit', '--quiet', '--message', message);
    await git(other, 'push', '--quiet', 'origin', 'HEAD:main');
  };
  await commitOther('Begin');
  await git(home, 'clone', '--quiet', origin, checkout);
  return { home, origin, checkout, other, git, commitOther };
}

type Repository = Awaited<ReturnType<typeof openRepository>>;

/** Runs the step with this ledger handed over; `prepare` may put something else in its place. */
async function record(
  context: TestContext,
  { home, checkout }: Repository,
  ledger: string,
  prepare?: (handedOver: string) => Promise<void>,
): Promise<Ended> {
  const runner = await openRunner(context);
  const handedOver = join(runner.temp, 'ledger/permalinks.txt');
  await mkdir(join(runner.temp, 'ledger'));
  await writeFile(handedOver, ledger);
  await prepare?.(handedOver);
  const env = {
    TOKEN: 'secret-token',
    GITHUB_REPOSITORY: 'octo-org/dateline',
    GITHUB_REF_NAME: 'main',
    GIT_CONFIG_NOSYSTEM: '1',
    // In the place of GitHub stands a folder.
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `url.${home}/.insteadOf`,
    GIT_CONFIG_VALUE_0: 'https://x-access-token:secret-token@github.com/',
  };
  return runner.run(await readStep('deploy.yml', 'record', 'Commit the ledger'), env, checkout);
}

const published = ({ git, origin }: Repository): Promise<string> =>
  git(origin, 'show', 'main:content/permalinks.txt');

test('new addresses are committed and pushed, nothing else is, and no hook runs', async (context) => {
  const repository = await openRepository(context);
  const { checkout, git, origin } = repository;
  for (const hook of ['pre-commit', 'post-commit', 'pre-push']) {
    const path = join(checkout, '.git/hooks', hook);
    await writeFile(path, `#!/bin/sh\ntouch '${checkout}/hook-ran'\n`);
    await chmod(path, 0o755);
  }
  await writeFile(join(checkout, 'stray.txt'), 'left by something else\n');
  const { code, printed, summary } = await record(context, repository, after);
  assert.equal(code, 0, printed);
  assert.equal(await published(repository), after);
  assert.equal(summary, '');
  assert.equal(
    await git(origin, 'show', '--format=%an: %s', '--name-only', 'main'),
    'github-actions[bot]: Record new addresses\n\ncontent/permalinks.txt\n',
  );
  await assert.rejects(readFile(join(checkout, 'hook-ran')), { code: 'ENOENT' });
});

test('where nothing is new nothing is committed', async (context) => {
  const repository = await openRepository(context);
  const { code, printed } = await record(context, repository, before);
  assert.equal(code, 0, printed);
  assert.equal((await repository.git(repository.origin, 'log', '--format=%s', 'main')).trim(), 'Begin');
});

test('a branch that has moved on gets the commit on top', async (context) => {
  const repository = await openRepository(context);
  const ledger = join(repository.other, 'content/permalinks.txt');
  await writeFile(ledger, `${before}/people/cy/\n`);
  await repository.commitOther('Add Cy');
  const { code, printed } = await record(context, repository, after);
  assert.equal(code, 0, printed);
  const lines = (await published(repository)).split('\n');
  assert.ok(lines.includes('/people/bob/') && lines.includes('/people/cy/'), lines.join(' '));
});

test('a protected branch is an error that says what to do, with the addresses', async (context) => {
  const repository = await openRepository(context);
  const hook = join(repository.origin, 'hooks/pre-receive');
  await writeFile(hook, '#!/bin/sh\necho "protected branch hook declined" >&2\nexit 1\n');
  await chmod(hook, 0o755);
  const { code, printed, summary } = await record(context, repository, after);
  assert.equal(code, 1, printed);
  assert.match(printed, /^::error title=The ledger was not recorded::/m);
  assert.match(summary, /^\+\/people\/bob\/$/m);
  assert.match(summary, /let "GitHub Actions" bypass the rule/);
  assert.match(summary, /npm run check -- --fix/);
  assert.equal(await published(repository), before);
});

test('what is handed over must be a ledger that has lost nothing', async (context) => {
  const repository = await openRepository(context);
  const refused = async (reason: RegExp, ledger: string, prepare?: (path: string) => Promise<void>) => {
    const { code, printed } = await record(context, repository, ledger, prepare);
    assert.equal(code, 1, printed);
    assert.match(printed, reason);
    await repository.git(repository.checkout, 'checkout', '--force', '--quiet', 'HEAD');
  };
  await refused(/It has lost addresses: \/people\/ada\//, after.replace('/people/ada/\n', ''));
  await refused(/It has lost addresses/, '');
  await refused(/a line that is no address/, `${after}#!/bin/sh\nrm -rf .\n`);
  await refused(/a line that is no address/, after, async (path) => {
    await rm(path);
    await symlink('/etc/passwd', path);
  });
  assert.equal(await published(repository), before);
  const moved = after.replace('/people/ada/', '/people/ada/ -> /people/bob/');
  assert.equal((await record(context, repository, moved)).code, 0);
  assert.equal(await published(repository), moved);
});
