// In development: serves current files of the search beside Astro's pages.
import type { AstroIntegration } from 'astro';
import { contentDir } from '../disk/folders.ts';
import { serveSearch } from '../search/serve.ts';
import { searchSources } from '../search/sources.ts';
import { readCurrentArchive } from './current.ts';

/** The integration for astro.config.ts. */
export function searchIntegration(): AstroIntegration {
  return {
    name: 'dateline-search',
    hooks: {
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
