// Puts a small archive together in a temporary folder: the invented base archive, and what a test lays over it.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'node:test';

export const baseArchive = fileURLToPath(new URL('fixtures/base/', import.meta.url));

/** The folder of a fresh archive, removed after the test; `overlay` is copied over the base. */
export async function buildTemporaryArchive(context: TestContext, overlay?: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'dateline-'));
  context.after(() => rm(root, { recursive: true, force: true }));
  await cp(baseArchive, root, { recursive: true });
  if (overlay !== undefined) await cp(overlay, root, { recursive: true });
  return root;
}
