// The change report as the workflow makes it: against a commit, as text and as data, and a comment from the data.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { commentMarker } from '../../src/changes/render-comment.ts';
import { runDateline } from '../run-dateline.ts';
import { baseArchive } from '../temporary-archive.ts';

const dateline = async (args: string[], content: string) => {
  const { code, printed, errors } = await runDateline(args, { CONTENT_DIR: content });
  return { code, output: printed, errors };
};

test('compares with a commit or a folder, leaves the repository as it was, and fails where a page would lead nowhere', async (context) => {
  const repository = await mkdtemp(join(tmpdir(), 'dateline-report-'));
  context.after(() => rm(repository, { recursive: true, force: true }));
  const content = join(repository, 'content');
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@dateline.example', ...args], {
      cwd: repository,
      encoding: 'utf8',
    });
  git('init', '--quiet');
  git('commit', '--quiet', '--allow-empty', '--message', 'Begin');
  await cp(baseArchive, content, { recursive: true });
  git('add', '.');
  git('commit', '--quiet', '--message', 'Add an archive');

  const json = join(repository, 'report.json');
  const none = await dateline(['report', '--base', 'HEAD', '--json', json], content);
  assert.deepEqual([none.code, none.output, none.errors], [0, 'Nothing changes for a reader.\n', '']);
  const comment = await dateline(['comment', json], content);
  assert.equal(
    comment.output,
    `${commentMarker}\n\n### Checks\n\nNothing to fix.\n\n### What readers will see\n\nNo page changes.\n`,
  );

  const all = await dateline(['report', '--base', 'HEAD^'], content);
  assert.equal(all.code, 0, all.errors);
  assert.match(all.output, /^Gained\n {2}\/2021\/ +year, 2021\n/);
  const same = await dateline(['report', '--base', baseArchive], content);
  assert.equal(same.output, 'Nothing changes for a reader.\n');

  const day = join(content, 'articles/2021/03/04');
  await rename(join(day, 'ferry-returns.md'), join(day, 'ferry-is-back.md'));
  const lost = await dateline(['report', '--base', 'HEAD', '--json', json], content);
  assert.equal(lost.code, 1);
  assert.match(lost.output, /^Lost\n {2}\/2021\/03\/04\/ferry-returns\/ +leads nowhere\n/);
  assert.match(lost.errors, /permalinks\.txt: \/2021\/03\/04\/ferry-returns\/ -> \/new\/address\//);
  assert.match(await readFile(json, 'utf8'), /"lost": \{\n\s+"total": 1,/);

  await writeFile(
    join(content, 'permalinks.txt'),
    '/2021/03/04/ferry-returns/ -> /2021/03/04/ferry-is-back/\n',
  );
  const moved = await dateline(['report', '--base', 'HEAD'], content);
  assert.equal(moved.code, 0, moved.errors);

  await mkdir(join(content, 'topics'), { recursive: true });
  await writeFile(join(content, 'topics/broken.md'), '---\nnam: Broken\n---\n');
  const broken = await dateline(['report', '--base', 'HEAD', '--json', json], content);
  assert.equal(broken.code, 1);
  assert.match(
    (await dateline(['comment', json], content)).output,
    /\*\*error\*\* `[^`]*broken\.md:2:1`<br>`unknown field "nam"`/,
  );
  await rm(join(content, 'topics/broken.md'));

  git('restore', '.');
  await rm(join(content, 'permalinks.txt'));
  await rm(join(day, 'ferry-is-back.md'));
  await rm(json);
  assert.equal(git('status', '--porcelain'), '');
});

test('what cannot be compared is said in a sentence', async () => {
  const nowhere = await dateline(['report', '--base', '--output=/tmp/x'], baseArchive);
  assert.equal(nowhere.code, 2);
  const unknown = await dateline(['report', '--base', 'no-such-branch'], baseArchive);
  assert.equal(unknown.code, 1);
  assert.equal(unknown.errors, '"no-such-branch" is neither a folder nor a commit of this repository.\n');
  const nothing = await dateline(['report'], baseArchive);
  assert.match(nothing.errors, /^Say what to compare with\.\n\nUsage: npm run report/);
  assert.equal((await dateline(['comment'], baseArchive)).code, 2);
  const missing = await dateline(['comment', 'no-such-file.json'], baseArchive);
  assert.equal(missing.code, 1);
  assert.doesNotMatch(missing.errors, /^\s+at /m);
});
