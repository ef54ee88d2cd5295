// In development: answers requests for the files of the search from memory, built again after the content has changed.
import { extname } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Archive } from '../archive/build.ts';
import type { SearchFiles } from './files.ts';
import { keepFresh, type FreshIndex } from './fresh-index.ts';
import type { SearchSource } from './sources.ts';

export type DevServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

export interface ServeOptions {
  /** The content folder. */
  root: string;
  readArchive: () => Promise<Archive>;
  sources: readonly SearchSource[];
  /** Called with a sentence when the files could not be built. */
  complain: (message: string) => void;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** Serves each source under its own address; content with errors leaves the last good files in place. */
export function serveSearch(server: DevServer, { root, readArchive, sources, complain }: ServeOptions): void {
  const warn = (error: unknown): void =>
    complain(`The search goes on with its last good index. ${firstLine(error)}`);
  const archive = keepFresh(readArchive, warn);
  const served = sources.map(({ url, build }) => ({ url, files: keepFresh(follow(archive, build), warn) }));

  server.watcher.add(root);
  server.watcher.on('all', (_event, path) => {
    if (!path.startsWith(root)) return;
    archive.markChanged();
    for (const { files } of served) files.markChanged();
  });

  server.middlewares.use((request, response, next) => {
    // Vite takes the site's base from `url`.
    const [address = ''] = (request.originalUrl ?? request.url ?? '').split('?');
    const source = served.find(({ url }) => address.startsWith(url));
    if (source === undefined) {
      next();
      return;
    }
    const path = readPath(address.slice(source.url.length));
    const refuse = (): void => {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('The index has no such file.');
    };
    if (path === undefined) {
      refuse();
      return;
    }
    source.files.open().then(
      (files) => {
        const content = files.get(path) ?? source.files.previous()?.get(path);
        if (content === undefined) {
          refuse();
          return;
        }
        const type = contentTypes[extname(path)] ?? 'application/octet-stream';
        response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(content);
      },
      (error: unknown) => {
        complain(`The search has no index. ${firstLine(error)}`);
        response
          .writeHead(503, { 'Content-Type': 'text/plain' })
          .end('The search index cannot be built before the errors in the content are fixed.');
      },
    );
  });
}

/** The path that a part of an address means; `undefined` if it cannot be decoded, for then no file has it. */
function readPath(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}

/** A build that follows an archive: while its content has errors the archive is the same, and so are the files. */
function follow(archive: FreshIndex<Archive>, build: SearchSource['build']): () => Promise<SearchFiles> {
  let last: { archive: Archive; files: SearchFiles } | undefined;
  return async () => {
    const current = await archive.open();
    if (last?.archive !== current) last = { archive: current, files: await build(current) };
    return last.files;
  };
}

/** The content's own loader has listed every finding; here one is enough. */
function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
