// Reads what a change report is made from: the archive as it is, and as it was in a folder or at a commit.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { readBody } from '../reading/body.ts';
import { buildArchive, type Archive } from '../archive/build.ts';
import { contentDir } from '../disk/folders.ts';
import { readLedger } from '../reading/permalinks.ts';
import { readArchive } from '../reading/read.ts';
import type { Finding } from '../schema/finding.ts';
import type { Version } from './change-report.ts';
import type { Texts } from './page-content.ts';

const run = promisify(execFile);

/**
 * The archive at `base`: a content folder, or a commit of the repository that the content folder lies in.
 * @throws Error with a sentence if it is neither
 */
export async function readBase(base: string): Promise<Version & { findings: Finding[] }> {
  const isFolder = await stat(resolve(base))
    .then((found) => found.isDirectory())
    .catch(() => false);
  if (isFolder) return readVersion(resolve(base));
  const folder = await mkdtemp(join(tmpdir(), 'dateline-base-'));
  try {
    const content = join(folder, 'content');
    await mkdir(content);
    await checkOut(base, content, join(folder, 'index'));
    return await readVersion(content);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readVersion(root: string): Promise<Version & { findings: Finding[] }> {
  const { entries, findings } = await readArchive(root);
  return { archive: buildArchive(entries), permalinks: readLedger(root).permalinks, findings };
}

/** Writes the content folder as it was at a commit; the repository, its index and its files stay as they are. */
async function checkOut(commit: string, folder: string, index: string): Promise<void> {
  const git = async (cwd: string, ...args: string[]): Promise<string> =>
    (await run('git', args, { cwd, env: { ...process.env, GIT_INDEX_FILE: index } })).stdout.trim();
  const content = contentDir();
  const asked = git(content, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^{tree}`);
  const tree = await asked.catch(() => {
    throw new Error(`"${commit}" is neither a folder nor a commit of this repository.`);
  });
  const top = await git(content, 'rev-parse', '--show-toplevel');
  const prefix = (await git(content, 'rev-parse', '--show-prefix')).replace(/\/$/, '');
  // A commit from before the archive had content.
  if (prefix !== '' && (await git(top, 'ls-tree', '-d', '--full-tree', tree, prefix)) === '') return;
  await git(top, 'read-tree', `${tree}:${prefix}`);
  await git(top, 'checkout-index', '--all', `--prefix=${folder}/`);
}

/** The bodies of all articles that are not the same in both archives, by digest. */
export function readTexts(before: Archive, after: Archive): Texts {
  const [old, now] = [before, after].map(({ articles }) => new Set(articles.map(({ digest }) => digest))) as [
    Set<string>,
    Set<string>,
  ];
  const bodies = new Map<string, ReturnType<typeof readBody>['blocks']>();
  for (const digest of old.symmetricDifference(now)) bodies.set(digest, readBody(digest).blocks);
  return bodies;
}
