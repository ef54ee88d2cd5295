// In development: serves the small files beside Astro's pages, made anew after the content has changed.
import type { AstroIntegration } from 'astro';
import { contentDir } from '../disk/folders.ts';
import { contentTypeOf } from '../exports/serving/content-types.ts';
import { listRedirects } from '../reading/permalinks.ts';
import { permalinkPath } from '../urls.ts';
import { contentVersion } from './content-version.ts';
import { readCurrentArchive } from './current.ts';
import { listSideFiles, type SideFile } from './side-files.ts';

/** The integration for astro.config.ts. */
export function sideFilesIntegration(): AstroIntegration {
  return {
    name: 'dateline-side-files',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        const open = keepFiles();
        server.middlewares.use((request, response, next) => {
          const address = (request.originalUrl ?? request.url ?? '').split('?')[0] ?? '';
          // Every one of them has an ending, and most of what development asks for is code.
          if (!/\.[a-z\d]+$/i.test(address) || /^\/(?:@|src\/|node_modules\/|_)/.test(address)) {
            next();
            return;
          }
          const serve = async (): Promise<void> => {
            const file = (await open()).get(address);
            if (file === undefined) {
              next();
              return;
            }
            const type = contentTypeOf(permalinkPath(address).slice(1));
            response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' });
            response.end(await file.render());
          };
          serve().catch((error: unknown) => {
            logger.error(`${address} cannot be made. ${error instanceof Error ? error.message : ''}`);
            response.writeHead(503).end('This waits until the errors in the content are fixed.');
          });
        });
      },
    },
  };
}

/** The files of the current content by address. */
function keepFiles(): () => Promise<ReadonlyMap<string, SideFile>> {
  let current: { version: number; files: Promise<ReadonlyMap<string, SideFile>> } | undefined;
  return () => {
    const version = contentVersion();
    if (current?.version !== version) current = { version, files: listCurrent() };
    return current.files;
  };
}

async function listCurrent(): Promise<ReadonlyMap<string, SideFile>> {
  const files = new Map<string, SideFile>();
  const content = { archive: await readCurrentArchive(), redirects: listRedirects(contentDir()) };
  for await (const file of listSideFiles(content)) files.set(file.url, file);
  return files;
}
