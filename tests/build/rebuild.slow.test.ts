// After edits of any kind, the site that is put together from old files and new ones is that of a build from nothing.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { tryEdits } from './try-edits.ts';

test('a site built after an edit of the content is the same as one built from nothing', async (context) => {
  const home = await mkdtemp(join(tmpdir(), 'dateline-rebuild-'));
  context.after(() => rm(home, { recursive: true, force: true }));
  const { built, refused, failures } = await tryEdits(home, 6, 'content');
  context.diagnostic(`${built} edits were built, ${refused} refused by the checks`);
  assert.deepEqual(failures, []);
  assert.ok(built > refused);
});
