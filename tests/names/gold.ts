// Lists made by hand of who is named where, and what is recognized in the same copies: for the tests and the bench.
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ArticleEntry } from '../../src/reading/entry.ts';
import { readArchive } from '../../src/reading/read.ts';
import { readDrafts } from '../../src/importers/drafts.ts';
import { importCopy } from '../../src/importers/import-copy.ts';
import { readKnownArchive } from '../../src/importers/known.ts';
import type { Finding } from '../../src/schema/finding.ts';

export const goldFolder = fileURLToPath(new URL('fixtures/', import.meta.url));

export interface Gold {
  /** By record: how often each paragraph names it. */
  mentions: Record<string, Record<string, number>>;
  open: string[];
  unplaced: string[];
  names: string[];
}

export const readGold = (name: string): Gold =>
  JSON.parse(readFileSync(join(goldFolder, name), 'utf8')) as Gold;

/** In the form of the list. */
export function countMentions(article: ArticleEntry): Gold['mentions'] {
  const counts: Gold['mentions'] = {};
  for (const { collection, id, anchor } of article.rendered.mentions) {
    const record = (counts[`${collection}/${id}`] ??= {});
    record[anchor] = (record[anchor] ?? 0) + 1;
  }
  return counts;
}

/** The text copy of the sample; `undefined` where the shared folder is not there. */
export function findSample(): string | undefined {
  const path = resolve(
    process.env['DATELINE_SHARED'] ?? '../shared',
    'samples/us-assassinates-top-iranian-general.txt',
  );
  return existsSync(path) ? path : undefined;
}

/** Imports the sample in full into a copy of the shipped archive, which is removed, and reads it. */
export async function readSample(sample: string): Promise<{ article: ArticleEntry; findings: Finding[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-gold-'));
  try {
    await cp(new URL('../../content/', import.meta.url), folder, { recursive: true });
    const known = await readKnownArchive(folder);
    const options = {
      authors: [],
      publication: 'world-socialist-web-site',
      replace: true,
      today: '2026-01-01',
    };
    const [draft] = await readDrafts([sample], known, options);
    if (draft === undefined || 'refusals' in draft) throw new Error(JSON.stringify(draft));
    const imported = await importCopy(sample, draft, known, options, false);
    if (!('report' in imported)) throw new Error(JSON.stringify(imported));
    const { entries, findings } = await readArchive(folder);
    const article = entries.articles.find(({ fields }) => fields.copy === 'full');
    if (article === undefined) throw new Error('The imported sample is not in the archive.');
    return { article, findings };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
