// Decides how each request to the served site is answered; no request can make it do anything else.
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { encodings } from '../exports/serving/compress.ts';
import { contentTypeOf } from '../exports/serving/content-types.ts';
import { headersFor } from '../exports/serving/headers.ts';
import { hostFiles } from '../exports/serving/finished-site.ts';
import { movedFile, readMoved, type MovedAddresses } from '../exports/serving/moved.ts';
import { sendFile } from './send-file.ts';

export interface ServedSite {
  /** The folder of the finished site; it may be replaced while it is served. */
  folder: string;
  /** The path it is served below, with a slash at both ends. */
  base: string;
}

/** A listener that answers every request, and never throws. */
export function answerRequests(site: ServedSite): RequestListener {
  const moved = keepMoved(site.folder);
  return (request, response) => {
    // The client has gone, so there is nothing to report.
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    answer(request, response, site, moved).catch(() => {
      if (response.headersSent) response.destroy();
      else sendWords(request, response, 500, 'The file could not be read.');
    });
  };
}

/** The addresses that have moved, read again whenever a build has written them. */
function keepMoved(folder: string): () => Promise<MovedAddresses> {
  let read: Promise<MovedAddresses> | undefined;
  let version = '';
  return async () => {
    const stats = await stat(join(folder, movedFile)).catch(() => undefined);
    const current = stats === undefined ? 'none' : `${stats.ino} ${stats.mtimeMs}`;
    if (read === undefined || current !== version) {
      version = current;
      read = readMoved(folder);
    }
    return read;
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { folder, base }: ServedSite,
  readCurrentMoved: () => Promise<MovedAddresses>,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    sendWords(request, response, 405, 'Only GET and HEAD are answered here.', { Allow: 'GET, HEAD' });
    return;
  }
  // A request to a proxy may have the whole address; what follows a "#" is for browsers.
  const [, whole = '', query = ''] =
    /^(?:https?:\/\/[^/?#]*(?=[/?#]|$))?([^?#]*)(\?[^#]*)?/i.exec(request.url ?? '') ?? [];
  const address = whole === '' && request.url !== '' ? '/' : whole;
  const path = decodePath(address);
  if (path === undefined) {
    sendWords(request, response, 400, 'This is no address.');
    return;
  }
  if (base !== '/' && (path === '/' || path === base.slice(0, -1))) {
    redirect(request, response, 302, base);
    return;
  }
  const name = nameBelow(base, path);
  if (name === undefined) {
    await sendError(request, response, folder, 404);
    return;
  }
  const { moved, withdrawn } = await readCurrentMoved();
  const page = `/${name.replace(/(^|\/)index\.html$/, '$1')}`;
  if (withdrawn.has(page)) {
    await sendError(request, response, folder, 410, `${page.slice(1)}index.html`);
    return;
  }
  const target = moved.get(page);
  if (target !== undefined) {
    redirect(request, response, 301, `${base}${target.slice(1)}`);
    return;
  }
  const isOffered =
    name === '' || name.split('/').every((part, index, all) => isNamed(part, index === all.length - 1));
  const found = isOffered ? await find(folder, name) : undefined;
  if (found === undefined) await sendError(request, response, folder, 404);
  else if (found === 'folder') redirect(request, response, 301, `${encodeURI(path)}/${query}`);
  else await send(request, response, folder, found, 200);
}

/** Files that robots look for only at the top of a host are there too. */
function nameBelow(base: string, path: string): string | undefined {
  if (path.startsWith(base)) return path.slice(base.length);
  return hostFiles.includes(path.slice(1)) ? path.slice(1) : undefined;
}

/** The last part of a path is empty for a page. Hidden files are for servers, not for readers. */
const isNamed = (part: string, isLast: boolean): boolean =>
  part === '' ? isLast : !part.includes('\\') && (!part.startsWith('.') || part === '.well-known');

/** `undefined` if it is not a path. */
function decodePath(address: string): string | undefined {
  if (!address.startsWith('/')) return undefined;
  try {
    const path = decodeURIComponent(address);
    return /\p{Cc}/u.test(path) ? undefined : path;
  } catch {
    return undefined;
  }
}

/** The name, below the folder, of the file at an address; or, for a folder, that a slash is missing. */
async function find(folder: string, name: string): Promise<string | undefined> {
  const isPage = name === '' || name.endsWith('/');
  const file = isPage ? `${name}index.html` : name;
  if ((await resolveInside(folder, file)) !== undefined) return file;
  return !isPage && (await resolveInside(folder, `${name}/index.html`)) !== undefined ? 'folder' : undefined;
}

/** The file's real path, if it is a file and lies in the folder; a link may not lead out of it. */
async function resolveInside(folder: string, name: string): Promise<string | undefined> {
  try {
    const [root, path] = await Promise.all([realpath(folder), realpath(join(folder, name))]);
    return path.startsWith(root + sep) && (await stat(path)).isFile() ? path : undefined;
  } catch {
    return undefined;
  }
}

/** @param page the page of the site that says what has become of it, if there is one */
async function sendError(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  status: 404 | 410,
  page = '404.html',
): Promise<void> {
  const there = (await resolveInside(folder, page)) === undefined ? '404.html' : page;
  if ((await resolveInside(folder, there)) === undefined)
    sendWords(request, response, status, 'Nothing in the archive has this address.');
  else await send(request, response, folder, there, status);
}

/** Sends an existing file, compressed if there is such a file beside it and the client accepts it. */
async function send(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  name: string,
  status: 200 | 404 | 410,
): Promise<void> {
  const headers: Record<string, string> = { ...headersFor(name, false), 'Content-Type': contentTypeOf(name) };
  const accepted = readEncodings(request.headers['accept-encoding']);
  let chosen: { path: string; encoding?: string } | undefined;
  for (const { ending, name: encoding } of encodings) {
    const path = await resolveInside(folder, `${name}${ending}`);
    if (path === undefined) continue;
    headers['Vary'] = 'Accept-Encoding';
    if (accepted.has(encoding)) chosen ??= { path, encoding };
  }
  const plain = await resolveInside(folder, name);
  if (chosen === undefined && plain === undefined) throw new Error(`${name} has vanished.`);
  await sendFile(request, response, { ...(chosen ?? { path: plain ?? '' }), status, headers });
}

/** `br;q=0` is a refusal. */
function readEncodings(header: string | string[] | undefined): Set<string> {
  const parts = String(header ?? '')
    .toLowerCase()
    .split(',');
  return new Set(
    parts.flatMap((part) => {
      const [, name = '', quality] = /^\s*([\w-]+)\s*(?:;\s*q\s*=\s*([\d.]+)\s*)?$/.exec(part) ?? [];
      return name === '' || Number(quality ?? 1) === 0 ? [] : [name];
    }),
  );
}

const redirect = (
  request: IncomingMessage,
  response: ServerResponse,
  status: 301 | 302,
  location: string,
): void => sendWords(request, response, status, `This page is at ${location}`, { Location: location });

function sendWords(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  words: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = Buffer.from(`${words}\n`);
  response.writeHead(status, {
    // This text is not a file of the site, but gets the headers that any file has.
    ...headersFor('', false),
    ...headers,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
