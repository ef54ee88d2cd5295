// The workflow that comments a pull request, step by step: whose report it takes, what it reads, which comment it writes anew.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { zipSync } from 'fflate';
import { commentMarker } from '../../src/changes/render-comment.ts';
import { openRunner, readStep, type Ended } from './run-step.ts';
import type { TestContext } from 'node:test';

const repository = { GH_REPO: 'octo-org/dateline', GH_TOKEN: 'none' };
const run = { RUN: '77', OWNER: 'stranger', BRANCH: 'patch-1', COMMIT: 'abc' };
const artifacts = 'repos/octo-org/dateline/actions/runs/77/artifacts';
const pulls = 'repos/octo-org/dateline/pulls';

test('the pull request is the open one at this commit, the report the artifact of its run', async (context) => {
  const find = await readStep('comment.yml', 'comment', 'find');
  const at = async (open: unknown, held: unknown): Promise<Ended> => {
    const runner = await openRunner(context, { [pulls]: open, [artifacts]: held });
    return runner.run(find, { ...repository, ...run });
  };
  const open = [
    { number: 3, head: { sha: 'older' } },
    { number: 4, head: { sha: 'abc' } },
  ];
  const report = { id: 9, name: 'report', size_in_bytes: 4000 };
  const found = await at(open, { artifacts: [{ id: 8, name: 'other', size_in_bytes: 5 }, report] });
  assert.equal(found.code, 0, found.printed);
  assert.deepEqual(found.outputs, { number: '4', artifact: '9' });
  assert.deepEqual(found.calls[0]?.fields, { state: 'open', head: 'stranger:patch-1' });

  for (const [pull, held] of [
    [[], { artifacts: [report] }],
    [[{ number: 3, head: { sha: 'older' } }], { artifacts: [report] }],
    [open, { artifacts: [] }],
    [open, { artifacts: [{ ...report, name: 'Report' }] }],
    [open, { artifacts: [{ ...report, size_in_bytes: 1_000_001 }] }],
    [open, { artifacts: [{ ...report, size_in_bytes: 0 }] }],
  ]) {
    const none = await at(pull, held);
    assert.deepEqual(none.outputs, {});
    assert.equal(none.code, 0);
    assert.match(none.printed, /^::notice::/);
  }
});

test('where GitHub does not answer the run fails, and nothing is taken for found', async (context) => {
  const find = await readStep('comment.yml', 'comment', 'find');
  for (const answers of [{}, { [pulls]: [{ number: 4, head: { sha: 'abc' } }] }]) {
    const { code, outputs } = await (await openRunner(context, answers)).run(find, { ...repository, ...run });
    assert.equal(code, 1);
    assert.deepEqual(outputs, {});
  }
});

const archives = {
  sound: zipSync({
    'report.json': Buffer.from(JSON.stringify({ findings: { total: 0, entries: [] } })),
    'other.json': new Uint8Array(5_000_000),
  }),
  bomb: zipSync({ 'report.json': new Uint8Array(100_000_000) }),
  empty: zipSync({ 'other.json': Buffer.from('{}') }),
};

async function downloadAndRender(
  context: TestContext,
  bytes: Uint8Array,
): Promise<Ended & { comment: string }> {
  const runner = await openRunner(context, {
    'repos/octo-org/dateline/actions/artifacts/9/zip': Buffer.from(bytes).toString('base64'),
  });
  const download = await readStep('comment.yml', 'comment', 'Download the report');
  const { code, printed } = await runner.run(download, { ...repository, ARTIFACT: '9' });
  assert.equal(code, 0, printed);
  const ended = await runner.run(await readStep('comment.yml', 'comment', 'Render the comment'));
  return { ...ended, comment: await readFile(join(runner.temp, 'comment.md'), 'utf8') };
}

test('the report is rendered from the one file, and a file that grows when it is unpacked is refused', async (context) => {
  const sound = await downloadAndRender(context, archives.sound);
  assert.equal(sound.code, 0, sound.printed);
  assert.ok(sound.comment.startsWith(`${commentMarker}\n`), sound.comment);
  const bomb = await downloadAndRender(context, archives.bomb);
  assert.equal(bomb.code, 1);
  assert.match(bomb.printed, /100000000 bytes when it is unpacked; more than \d+ are not read/);
  assert.equal(bomb.comment, '');
  const empty = await downloadAndRender(context, archives.empty);
  assert.match(empty.printed, /has no report\.json/);
});

test('our own comment is written anew, nobody else’s, and where there is none a new one', async (context) => {
  const write = await readStep('comment.yml', 'comment', 'Write the comment');
  assert.ok(write.includes(commentMarker), 'the marker is the one that is rendered');
  const bot = { login: 'github-actions[bot]' };
  const marked = `${commentMarker}\n\n### Checks\n`;
  const comments = 'repos/octo-org/dateline/issues/4/comments';
  const written = async (pages: unknown[][]) => {
    const runner = await openRunner(context, { [`${comments}?per_page=100`]: pages });
    await writeFile(join(runner.temp, 'comment.md'), `${marked}\n@ or = or "quotes" $HOME\n`);
    const { code, printed, calls } = await runner.run(write, { ...repository, NUMBER: '4' });
    assert.equal(code, 0, printed);
    const [, change, ...more] = calls;
    assert.deepEqual(more, []);
    assert.equal(change?.fields['body'], `${marked}\n@ or = or "quotes" $HOME\n`);
    return `${change.method} ${change.address}`;
  };
  const stranger = { id: 1, user: { login: 'stranger' }, body: marked };
  const otherBot = { id: 2, user: { login: 'other[bot]' }, body: marked };
  const otherWorkflow = { id: 3, user: bot, body: 'Coverage is 90 %' };
  const quoted = { id: 4, user: bot, body: `> ${marked}` };
  const ours = { id: 5, user: bot, body: marked };
  const later = { id: 6, user: bot, body: 'A comment of another workflow, written last' };
  assert.equal(await written([[]]), `POST ${comments}`);
  assert.equal(await written([[stranger, otherBot, otherWorkflow, quoted, later]]), `POST ${comments}`);
  const edited = 'PATCH repos/octo-org/dateline/issues/comments/5';
  assert.equal(await written([[ours]]), edited);
  assert.equal(
    await written([
      [stranger, otherBot, otherWorkflow, quoted],
      [ours, later],
    ]),
    edited,
  );
  assert.equal(await written([[ours, { ...ours, id: 7 }, later]]), edited);
});
