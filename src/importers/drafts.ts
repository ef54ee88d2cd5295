// Drafts many copies in worker threads, each with a time limit: a hostile file costs its own seconds and stops no other.
import { runPool } from '../reading/pool.ts';
import { foldName } from '../names/normalize.ts';
import type { CopyFlags } from './copy.ts';
import type { WrittenDraft } from './draft.ts';
import type { DraftJob, DraftResult, DraftSetup } from './draft-worker.ts';
import type { KnownArchive } from './known.ts';
import type { ImportOptions } from './plan.ts';

/** Milliseconds that a copy may take: a long page takes one second, a PDF of some hundred pages a few. */
const limit = 10_000;

const failures = {
  time: 'The file takes longer to read than any article should',
  memory: 'The file needs more memory than any article should',
  crash: 'The file cannot be read',
};

/**
 * Reads copies and makes drafts of them, in the order of the paths. No file can throw; what the archive knows of names
 * is what it knew before the first.
 * @param paths absolute
 */
export async function readDrafts(
  paths: readonly string[],
  archive: KnownArchive,
  options: ImportOptions & CopyFlags,
  {
    onProgress,
    timeLimit = limit,
  }: { onProgress?: (done: number, total: number) => void; timeLimit?: number } = {},
): Promise<(WrittenDraft | { refusals: string[] })[]> {
  const setup: DraftSetup = {
    people: [...listNames(archive.people), ...options.authors.map(foldName)],
    publications: listNames(archive.publications),
  };
  const known = archive.publications.find(({ id }) => id === options.publication);
  const base = options.url ?? known?.fields.website;
  const jobs = paths.map((path): DraftJob => ({
    path,
    format: options.format,
    encoding: options.encoding,
    title: options.title,
    published: options.published,
    base,
  }));
  const outcomes = await runPool<DraftJob, DraftResult>({
    module: new URL('./draft-worker.ts', import.meta.url),
    workerData: setup,
    jobs,
    timeLimit,
    ...(onProgress !== undefined && { onProgress }),
  });
  return outcomes.map((outcome) =>
    'result' in outcome
      ? outcome.result
      : {
          refusals: [
            `${failures[outcome.failure]}: ${outcome.reason.replace(/\.$/, '')}. Save the article as plain text and import that.`,
          ],
        },
  );
}

const listNames = (records: readonly { fields: { name: string; aliases: string[] } }[]): string[] =>
  records
    .flatMap(({ fields }) => [fields.name, ...fields.aliases].map(foldName))
    .filter((name) => name !== '');
