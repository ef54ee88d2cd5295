// Joins the search to Astro: writes its files beside the finished pages, and serves current ones in development.
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { openBuiltArchive, readCurrentArchive } from './current.ts';
import { contentDir } from '../disk/folders.ts';
import { sitePath } from '../urls.ts';
import { writeSearchFiles } from '../search/files.ts';
import { serveSearch } from '../search/serve.ts';
import { searchSources } from '../search/sources.ts';

/** The integration for astro.config.ts; must stand before the one that publishes the finished folder. */
export function searchIntegration(): AstroIntegration {
  return {
    name: 'dateline-search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        logger.info('Indexing the articles');
        const archive = await openBuiltArchive();
        for (const { url, build } of searchSources) {
          const folder = url.slice(sitePath('').length);
          await writeSearchFiles(await build(archive), fileURLToPath(new URL(folder, dir)));
        }
      },
      'astro:server:setup': ({ server, logger }) => {
        serveSearch(server, {
          root: contentDir(),
          readArchive: readCurrentArchive,
          sources: searchSources,
          complain: (message) => logger.error(message),
        });
      },
    },
  };
}
