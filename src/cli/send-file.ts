// Sends one file of the site as an answer: whole, in part, or only the news that it has not changed (RFC 9110).
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

export interface SentFile {
  /** With all links resolved. */
  path: string;
  /** 200 unless the file explains an error; only with 200 may it be sent in part, or not at all. */
  status: 200 | 404 | 410;
  /** `br`, if the file is a compressed one. */
  encoding?: string | undefined;
  headers: Readonly<Record<string, string>>;
}

/**
 * Resolves when everything is sent, or when the client has gone.
 * @throws Error if the file cannot be opened; nothing is sent then
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: SentFile,
): Promise<void> {
  // If the path has become a link or a pipe in the meantime, it is not followed or waited for.
  const handle = await open(file.path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    await sendOpened(request, response, file, handle);
  } finally {
    await handle.close();
  }
}

async function sendOpened(
  request: IncomingMessage,
  response: ServerResponse,
  { status, encoding, headers }: SentFile,
  handle: FileHandle,
): Promise<void> {
  const stats = await handle.stat();
  if (!stats.isFile()) throw new Error('This is no file.');
  const { size } = stats;
  const state = {
    etag: `"${Math.trunc(stats.mtimeMs).toString(16)}-${size.toString(16)}${encoding === undefined ? '' : `-${encoding}`}"`,
    modified: Math.trunc(stats.mtimeMs / 1000) * 1000,
  };
  const { 'Content-Type': contentType, ...others } = headers;
  for (const [name, value] of Object.entries(others)) response.setHeader(name, value);
  if (status === 200) {
    response.setHeader('Accept-Ranges', 'bytes');
    response.setHeader('ETag', state.etag);
    response.setHeader('Last-Modified', new Date(state.modified).toUTCString());
    const instead = judgeConditions(request.headers, state);
    if (instead !== undefined) {
      response.writeHead(instead).end();
      return;
    }
  }
  const range =
    status === 200 && request.method === 'GET' ? chooseRange(request.headers, state, size) : 'whole';
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'Content-Range': `bytes */${size}`, 'Content-Length': 0 }).end();
    return;
  }
  if (contentType !== undefined) response.setHeader('Content-Type', contentType);
  if (encoding !== undefined) response.setHeader('Content-Encoding', encoding);
  const [start, end] = range === 'whole' ? [0, size - 1] : range;
  const length = end - start + 1;
  response.setHeader('Content-Length', length);
  if (range === 'whole') response.writeHead(status);
  else response.writeHead(206, { 'Content-Range': `bytes ${start}-${end}/${size}` });
  if (request.method === 'HEAD' || length === 0) {
    response.end();
    return;
  }
  const stream = handle.createReadStream({ start, end, autoClose: false });
  await pipeline(stream, response, { end: false });
  // The file got shorter meanwhile: breaking the connection is the only way to say so.
  if (stream.bytesRead < length) response.destroy();
  else response.end();
}

interface FileState {
  etag: string;
  /** Milliseconds since 1970, whole seconds. */
  modified: number;
}

/** RFC 9110, 13.2.2: which answer takes the place of the file. */
function judgeConditions(headers: IncomingHttpHeaders, { etag, modified }: FileState): 304 | 412 | undefined {
  const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = headers;
  const isListed = (list: string): boolean =>
    list.trim() === '*' || list.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  const unmodifiedSince = Date.parse(headers['if-unmodified-since'] ?? '');
  if (ifMatch !== undefined ? !isListed(ifMatch) : modified > unmodifiedSince) return 412;
  const modifiedSince = Date.parse(headers['if-modified-since'] ?? '');
  if (ifNoneMatch !== undefined ? isListed(ifNoneMatch) : modified <= modifiedSince) return 304;
  return undefined;
}

type Range = 'whole' | 'unsatisfiable' | [start: number, end: number];

function chooseRange(headers: IncomingHttpHeaders, { etag, modified }: FileState, size: number): Range {
  const { 'if-range': ifRange } = headers;
  const isSame =
    typeof ifRange !== 'string' ||
    (ifRange.includes('"') ? ifRange.trim() === etag : Date.parse(ifRange) === modified);
  return isSame ? readRange(headers.range, size) : 'whole';
}

/**
 * RFC 9110, 14.2: what cannot be read is ignored, and so are several ranges at once, which a server need not serve.
 * @param size of the file in bytes
 */
export function readRange(header: string | undefined, size: number): Range {
  const [, list = ''] = /^\s*bytes\s*=(.*)$/i.exec(header ?? '') ?? [];
  const [only = '', ...more] = list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [, first = '', last = ''] = /^(\d*)-(\d*)$/.exec(only) ?? [];
  if (more.length > 0 || (first === '' && last === '')) return 'whole';
  const [start, end] =
    first === ''
      ? [Math.max(0, size - Number(last)), size - 1]
      : [Number(first), last === '' ? size - 1 : Math.min(Number(last), size - 1)];
  return start >= size || start > end ? 'unsatisfiable' : [start, end];
}
