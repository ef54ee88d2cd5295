// In development: serves a current dataset beside Astro's pages.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { contentVersion } from './content-version.ts';
import { readCurrentArchive } from './current.ts';
import { draftDatasetDir } from '../disk/folders.ts';
import { datasetUrl } from '../urls.ts';
import { writeDataset } from '../exports/dataset/write-dataset.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json',
  '.json': 'application/json',
  '.jsonld': 'application/ld+json',
  '.ndjson': 'application/x-ndjson',
  '.parquet': 'application/vnd.apache.parquet',
  '.sqlite': 'application/vnd.sqlite3',
  '.txt': 'text/plain; charset=utf-8',
};

/** The integration for astro.config.ts. */
export function datasetIntegration(): AstroIntegration {
  return {
    name: 'dateline-dataset',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        const open = keepDataset(draftDatasetDir());
        server.middlewares.use((request, response, next) => {
          const address = (request.originalUrl ?? request.url ?? '').split('?')[0] ?? '';
          const name = address.startsWith(datasetUrl()) ? address.slice(datasetUrl().length) : '';
          if (!(extname(name) in contentTypes)) {
            next();
            return;
          }
          open().then(
            (folder) => {
              const file = resolve(folder, name);
              if (!file.startsWith(folder + sep) || !existsSync(file) || !statSync(file).isFile()) {
                next();
                return;
              }
              response.writeHead(200, {
                'Content-Type': contentTypes[extname(name)],
                'Cache-Control': 'no-store',
              });
              createReadStream(file).pipe(response);
            },
            (error: unknown) => {
              logger.error(`The dataset cannot be written. ${error instanceof Error ? error.message : ''}`);
              response.writeHead(503).end('The dataset waits until the errors in the content are fixed.');
            },
          );
        });
      },
    },
  };
}

/** Writes the dataset when it is first asked for, and again after the content has changed; resolves to its folder. */
function keepDataset(folder: string): () => Promise<string> {
  let current: { version: number; written: Promise<string> } | undefined;
  return () => {
    const version = contentVersion();
    if (current?.version !== version) {
      const earlier = current?.written.catch(() => undefined);
      current = {
        version,
        written: (async () => {
          await earlier;
          await rm(folder, { recursive: true, force: true });
          await writeDataset(await readCurrentArchive(), folder);
          return folder;
        })(),
      };
    }
    return current.written;
  };
}
