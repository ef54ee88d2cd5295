// In development: answers requests for the full-text index from memory, built again after the content has changed.
import { extname } from 'node:path';
import type { AstroIntegration } from 'astro';
import { searchIndexUrl } from '../urls.ts';
import { keepFresh } from './fresh-index.ts';
import type { IndexFiles } from './index.ts';

export type DevServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

export interface ServeOptions {
  /** The content folder. */
  root: string;
  build: () => Promise<IndexFiles>;
  /** Called with a sentence when the index could not be built. */
  complain: (message: string) => void;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** Serves the index under its own address; content with errors leaves the last good index in place. */
export function serveSearchIndex(server: DevServer, { root, build, complain }: ServeOptions): void {
  const { open, previous, markChanged } = keepFresh(build, (error) =>
    complain(`The search goes on with its last good index. ${firstLine(error)}`),
  );

  server.watcher.add(root);
  server.watcher.on('all', (_event, path) => {
    if (path.startsWith(root)) markChanged();
  });

  server.middlewares.use((request, response, next) => {
    // Vite takes the site's base from `url`.
    const [address = ''] = (request.originalUrl ?? request.url ?? '').split('?');
    if (!address.startsWith(searchIndexUrl())) {
      next();
      return;
    }
    const path = decodeURIComponent(address.slice(searchIndexUrl().length));
    open().then(
      (files) => {
        const content = files.get(path) ?? previous()?.get(path);
        if (content === undefined) {
          response.writeHead(404, { 'Content-Type': 'text/plain' }).end('The index has no such file.');
          return;
        }
        const type = contentTypes[extname(path)] ?? 'application/octet-stream';
        response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(content);
      },
      (error: unknown) => {
        complain(`The search has no index. ${firstLine(error)}`);
        response
          .writeHead(503, { 'Content-Type': 'text/plain' })
          .end('The search index cannot be built before the errors in the content are mended.');
      },
    );
  });
}

/** The content's own loader has listed every finding; here one is enough. */
function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
