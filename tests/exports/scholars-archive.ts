// An invented archive with what citations and feeds are tried on: three scripts, no byline and three, signs of every format.
import { fileURLToPath } from 'node:url';
import type { TestContext } from 'node:test';
import { buildArchive, type Archive, type Article } from '../../src/archive/build.ts';
import { readArchive } from '../../src/reading/read.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';

const overlay = fileURLToPath(new URL('fixtures/scholars/', import.meta.url));

export const buildScholarsContent = (context: TestContext): Promise<string> =>
  buildTemporaryArchive(context, overlay);

export async function openScholarsArchive(context: TestContext): Promise<Archive> {
  const { entries, findings } = await readArchive(await buildScholarsContent(context));
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return buildArchive(entries);
}

/** An article by the end of its id. */
export function findArticle({ articles }: Archive, slug: string): Article {
  const found = articles.find(({ id }) => id.endsWith(slug));
  if (found === undefined) throw new Error(`The archive has no article ${slug}.`);
  return found;
}
