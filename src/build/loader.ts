// The thin adapter that hands what reading/read.ts has read to Astro's content store, metadata only.
import type { Loader } from 'astro/loaders';
import { ContentError } from '../schema/finding.ts';
import { collections, type Collection } from '../schema/collections.ts';
import { bundlingFolder } from './bundling.ts';
import { raiseContentVersion } from './content-version.ts';
import { contentDir } from '../disk/folders.ts';
import type { ArticleEntry } from '../reading/entry.ts';
import { readArchive, type Raw, type Reading } from '../reading/read.ts';

/** One reading serves all six collections of a load. */
let reading: Promise<Reading> | undefined;

/** Loads one collection; problems in the content end the load with every finding. */
export function archiveLoader(collection: Collection): Loader {
  return {
    name: `dateline-${collection}`,
    async load({ store, parseData, watcher, logger }) {
      // In a build the pages get their views, and their code must not depend on the content.
      if (bundlingFolder() !== undefined) return;
      const load = async (): Promise<void> => {
        reading ??= readArchive(contentDir());
        const { entries, findings } = await reading;
        const errors = findings.filter(({ severity }) => severity === 'error');
        if (errors.length > 0) throw new ContentError(errors);
        store.clear();
        for (const entry of entries[collection]) {
          const raw = 'rendered' in entry ? toStored(entry) : entry.raw;
          const data = await parseData({ id: entry.id, data: raw as Record<string, unknown> });
          store.set({ id: entry.id, data });
        }
      };
      await load();
      if (watcher === undefined) reading = undefined;
      else watchContent(collection, watcher, load, (message) => logger.error(message));
    },
  };
}

function toStored({ raw, rendered: { digest, words, images } }: Raw<ArticleEntry>): unknown {
  return { fields: raw, rendered: { digest, words, images } };
}

type Watcher = NonNullable<Parameters<Loader['load']>[0]['watcher']>;

/** In development: after a change every collection is loaded again; while it has errors the last good state stays. */
function watchContent(
  collection: Collection,
  watcher: Watcher,
  load: () => Promise<void>,
  complain: (message: string) => void,
): void {
  const root = contentDir();
  watcher.add(root);
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', (_event, path) => {
    if (!path.startsWith(root)) return;
    reading = undefined;
    clearTimeout(timer);
    timer = setTimeout(() => {
      load().then(raiseContentVersion, (error: unknown) => {
        // One collection speaks for all: they share the reading and its findings.
        if (collection === Object.keys(collections)[0])
          complain(String(error instanceof Error ? error.message : error));
      });
    }, 100);
  });
}
