// Files that vanish, change or turn out to be none while they are read are findings with a fix, never a stack trace.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readArchive } from '../../src/reading/read.ts';
import { readBytes } from '../../src/reading/source.ts';
import { examineArchive } from '../../src/cli/examine.ts';
import { renderFinding } from '../../src/schema/finding.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';

const article = 'articles/2021/03/04/ferry-returns.md';

test('what is no file of its own is not read, and nothing waits for it', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-source-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'file'), 'text');
  await mkdir(join(folder, 'folder'));
  await symlink('file', join(folder, 'link'));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  assert.deepEqual(readBytes(join(folder, 'file')), Buffer.from('text'));
  const said = ['folder', 'link', 'pipe', 'nothing'].map((name) => {
    const bytes = readBytes(join(folder, name));
    return 'message' in bytes ? bytes.message : 'read';
  });
  assert.deepEqual(said, [
    'this is not a file',
    'this is a link, not a file',
    'this is not a file',
    'the file has vanished while the archive was read',
  ]);
});

/** An archive of 60 articles in which something happens to the last of them once the first has been read. */
async function readWhile(root: string, happen: (path: string) => void): Promise<string[]> {
  const text = await readFile(join(root, article), 'utf8');
  for (let at = 10; at < 70; at += 1)
    await writeFile(
      join(root, `articles/2021/03/04/copy-${at}.md`),
      text.replace('title: ', `title: ${at} `),
    );
  let hasHappened = false;
  const { entries, findings } = await readArchive(root, {
    onProgress: () => {
      if (!hasHappened) happen(join(root, 'articles/2021/03/04/copy-69.md'));
      hasHappened = true;
    },
  });
  assert.equal(entries.articles.length, 60, 'the others are read');
  return findings.map((finding) => renderFinding(finding).replaceAll(`${root}/`, ''));
}

test('a file that vanishes while the archive is read is a finding', async (context) => {
  const found = await readWhile(await buildTemporaryArchive(context), (path) => rmSync(path));
  assert.deepEqual(found, [
    'articles/2021/03/04/copy-69.md:1:1 the file has vanished while the archive was read. Put it back, or run the command again.',
  ]);
});

test('a file that becomes a link, or half of itself, while the archive is read is a finding', async (context) => {
  const linked = await readWhile(await buildTemporaryArchive(context), (path) => {
    rmSync(path);
    symlinkSync('/etc/hostname', path);
  });
  assert.match(
    linked.join('\n'),
    /^[^\n]*copy-69\.md:1:1 this is a link, not a file\. Put the file itself here\.$/,
  );
  const halved = await readWhile(await buildTemporaryArchive(context), (path) =>
    writeFileSync(path, '---\ntit'),
  );
  assert.match(halved.join('\n'), /^[^\n]*copy-69\.md:1:1 the front matter is not closed\./);
});

test('a ledger or a collection that is a link is not followed', async (context) => {
  const root = await buildTemporaryArchive(context);
  await rename(join(root, 'people'), join(root, '..', `${root.split('/').at(-1)}-people`));
  context.after(() => rm(`${root}-people`, { recursive: true, force: true }));
  await symlink(`${root}-people`, join(root, 'people'));
  await symlink('/etc/hostname', join(root, 'permalinks.txt'));
  const { findings } = await examineArchive(root, { show: () => undefined, end: () => undefined });
  const found = findings.map((finding) => renderFinding(finding).replaceAll(`${root}/`, '')).join('\n');
  assert.match(found, /^people:1:1 this is a link, not a folder\./m);
  assert.match(found, /^permalinks\.txt:1:1 this is a link, not a file\./m);
});
