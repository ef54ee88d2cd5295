// Joins the search to Astro: writes the index beside the finished pages, and serves a current one in development.
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { buildArchive, type Archive } from '../archive/build.ts';
import { contentDir } from '../archive/folders.ts';
import { readArchive } from '../archive/read.ts';
import { ContentError } from '../schema/finding.ts';
import { searchIndexUrl, sitePath } from '../urls.ts';
import { buildSearchIndex, writeSearchIndex } from './index.ts';
import { serveSearchIndex } from './serve.ts';

/** The integration for astro.config.ts; must stand before the one that publishes the finished folder. */
export function searchIntegration(): AstroIntegration {
  return {
    name: 'dateline-search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        logger.info('Indexing the articles');
        const files = await buildSearchIndex(await readCurrentArchive());
        const folder = searchIndexUrl().slice(sitePath('').length);
        await writeSearchIndex(files, fileURLToPath(new URL(folder, dir)));
      },
      'astro:server:setup': ({ server, logger }) => {
        serveSearchIndex(server, {
          root: contentDir(),
          build: async () => buildSearchIndex(await readCurrentArchive()),
          complain: (message) => logger.error(message),
        });
      },
    },
  };
}

/** Reading again costs little: rendered bodies are kept. */
async function readCurrentArchive(): Promise<Archive> {
  const { entries, findings } = await readArchive(contentDir());
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new ContentError(errors);
  return buildArchive(entries);
}
