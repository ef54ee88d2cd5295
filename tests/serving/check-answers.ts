// Asks a server for everything a site has and for what it has not, and compares each answer with the files and the tables.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { contentTypeOf, unknownType } from '../../src/exports/serving/content-types.ts';
import { fileOf, hostFiles } from '../../src/exports/serving/finished-site.ts';
import { headersFor } from '../../src/exports/serving/headers.ts';
import { readMoved } from '../../src/exports/serving/moved.ts';
import { listFiles } from '../../src/exports/preservation/manifest.ts';
import { ask, buildAgent, type Answer, type Question } from './request.ts';
import type { RunningServer, ServedFolder } from './servers.ts';

export interface Comparison {
  /** Requests that were answered and looked at. */
  tried: number;
  /** A sentence each, with the address. */
  failures: string[];
}

type Look = (answer: Answer) => (string | false)[];

/** @param every of so many files one is asked for in all ways, and the others are left out; 1 asks for each */
export async function checkAnswers(
  server: RunningServer,
  { site, base }: ServedFolder,
  every = 1,
): Promise<Comparison> {
  const agent = buildAgent();
  const comparison: Comparison = { tried: 0, failures: [] };
  const check = async (path: string, question: Question, look: Look): Promise<Answer | undefined> => {
    comparison.tried += 1;
    const shown = `${server.name}: ${question.method ?? 'GET'} ${path} ${JSON.stringify(question.headers ?? {})}`;
    try {
      const answer = await ask(agent, server.origin, path, question);
      const wrong = look(answer).filter((sentence) => sentence !== false);
      if (wrong.length > 0) comparison.failures.push(`${shown}: ${wrong.join('; ')}`);
      return answer;
    } catch (error) {
      comparison.failures.push(`${shown}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  };
  try {
    const { moved, withdrawn } = await readMoved(site);
    const left = new Set([...moved.keys(), ...withdrawn].map(fileOf));
    const names = (await listFiles(site)).filter(
      (name) =>
        !/\.(?:br|gz)$/.test(name) &&
        !/(?:^|\/)(?:\.(?!well-known\/)|_(?!astro\/))/.test(name) &&
        !left.has(name),
    );
    const kinds = new Set<string>();
    for (const [index, name] of names.entries()) {
      // One of each kind in any case: same headers, same ending.
      const kind = JSON.stringify([
        headersFor(name, false),
        contentTypeOf(name),
        name.replace(/^.*\.(?=\w+$)/, '.'),
      ]);
      const isFirst = !kinds.has(kind);
      kinds.add(kind);
      if (isFirst || index % every === 0)
        await checkFile(check, server, site, base, name, isFirst || index % (every * 5) === 0);
    }
    const notFound = await readFile(join(site, '404.html'));
    for (const path of missing)
      await check(`${base}${path}`, {}, (answer) => expectPage(answer, 404, notFound, '404.html'));
    for (const path of withdrawn) {
      const file = path.endsWith('/') ? fileOf(path) : '404.html';
      const page = await readFile(join(site, file));
      for (const name of new Set([path.slice(1), fileOf(path)]))
        await check(`${base}${name}`, {}, (answer) => expectPage(answer, 410, page, file));
    }
    for (const [path, to] of moved) {
      for (const name of new Set([path.slice(1), fileOf(path)]))
        await check(`${base}${name}`, {}, (answer) => [
          answer.status !== 301 && `status ${answer.status} and not 301`,
          pathOf(answer, server) !== `${base}${to.slice(1)}` && `leads to ${answer.headers.location}`,
        ]);
    }
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      await check(base, { method }, ({ status }) => [
        // Apache answers OPTIONS with what it allows, and says of what it does not know that it does not know it.
        status !== 405 &&
          !(server.name === 'Apache' && [200, 501].includes(status)) &&
          `status ${status} and not 405`,
      ]);
    if (base !== '/') await checkTop(check, server, site, base);
  } finally {
    agent.destroy();
  }
  return comparison;
}

type Check = (path: string, question: Question, look: Look) => Promise<Answer | undefined>;

const missing = [
  'no/such/page/',
  'no-such-page',
  'no-such.json',
  'dataset/no-such.sqlite',
  '_astro/no-such.js',
  'people',
  '_astro/',
]
  // What there may be is asked for elsewhere.
  .filter((path) => path !== 'people');

async function checkFile(
  check: Check,
  server: RunningServer,
  site: string,
  base: string,
  name: string,
  inAllWays: boolean,
): Promise<void> {
  const content = await readFile(join(site, name));
  const path = `${base}${name.replace(/(^|\/)index\.html$/, '$1')}`;
  const whole = await check(path, {}, (answer) => expectPage(answer, 200, content, name));
  const folder = /^(.+)\/index\.html$/.exec(name)?.[1];
  if (folder !== undefined)
    await check(`${base}${folder}?q=a%20b`, {}, (answer) => [
      ![301, 308].includes(answer.status) && `status ${answer.status} and not 301`,
      pathOf(answer, server) !== `${base}${folder}/` && `leads to ${answer.headers.location}`,
    ]);
  for (const encoding of server.encodings) {
    const ending = encoding === 'br' ? '.br' : '.gz';
    const isThere = existsSync(join(site, `${name}${ending}`));
    if (!isThere && !inAllWays) continue;
    await check(path, { headers: { 'accept-encoding': encoding } }, ({ headers, body }) => [
      isThere && headers['content-encoding'] !== encoding && `not sent as ${encoding}`,
      !isThere && headers['content-encoding'] !== undefined && `sent as ${headers['content-encoding']}`,
      isThere && !/\baccept-encoding\b/i.test(headers.vary ?? '') && `Vary is ${headers.vary}`,
      !decode(body, isThere ? encoding : undefined).equals(content) && 'unpacks to something else',
      !isType(headers, name) && `Content-Type is ${headers['content-type']}`,
    ]);
  }
  if (!inAllWays || content.length < 10 || whole === undefined) return;
  await check(path, { method: 'HEAD' }, (answer) => [
    ...expectHeaders(answer, name),
    answer.status !== 200 && `status ${answer.status} and not 200`,
    answer.body.length > 0 && 'has a body',
    answer.headers['content-length'] !== String(content.length) &&
      `Content-Length is ${answer.headers['content-length']}`,
  ]);
  const { etag = '', 'last-modified': modified = '' } = whole.headers;
  for (const headers of [{ 'if-none-match': etag }, { 'if-modified-since': modified }])
    await check(path, { headers }, ({ status, body }) => [
      (status !== 304 || body.length > 0) &&
        `status ${status} with ${body.length} bytes, and not 304 without`,
    ]);
  const { length } = content;
  for (const [range, start, end] of [
    ['bytes=0-4', 0, 4],
    ['bytes=5-', 5, length - 1],
    ['bytes=-3', length - 3, length - 1],
    [`bytes=2-${length + 100}`, 2, length - 1],
    [`bytes=-${length + 100}`, 0, length - 1],
  ] as const)
    await check(path, { headers: { range } }, ({ status, headers, body }) => [
      status !== 206 && `status ${status} and not 206`,
      headers['content-range'] !== `bytes ${start}-${end}/${length}` &&
        `Content-Range is ${headers['content-range']}`,
      !body.equals(content.subarray(start, end + 1)) && 'sends other bytes',
    ]);
  for (const range of [`bytes=${length}-`, `bytes=${length + 5}-${length + 9}`, 'bytes=9-2'])
    await check(path, { headers: { range } }, ({ status }) => [
      // RFC 9110 lets a server refuse a reversed range, or take no notice of it as Apache does.
      status !== 416 &&
        !(range === 'bytes=9-2' && server.name === 'Apache' && status === 200) &&
        `status ${status} and not 416`,
    ]);
}

async function checkTop(check: Check, server: RunningServer, site: string, base: string): Promise<void> {
  // Apache reads its file in the folder of the site only: docs/deploy.md says what to do at the top.
  if (server.name === 'Apache') return;
  await check('/', {}, (answer) => [
    pathOf(answer, server) !== base && `leads to ${answer.headers.location}`,
  ]);
  for (const name of hostFiles) {
    if (!existsSync(join(site, name))) continue;
    const content = await readFile(join(site, name));
    await check(`/${name}`, {}, ({ status, body, headers }) => [
      (status !== 200 || !body.equals(content)) && `status ${status}, or other bytes`,
      !isType(headers, name) && `Content-Type is ${headers['content-type']}`,
    ]);
  }
}

/** What headers say of the file `name`, whose bytes are `content`. */
const expectPage = (answer: Answer, status: number, content: Buffer, name: string): (string | false)[] => [
  answer.status !== status && `status ${answer.status} and not ${status}`,
  !answer.body.equals(content) && `sends ${answer.body.length} other bytes`,
  ...expectHeaders(answer, name),
];

function expectHeaders({ headers }: Answer, name: string): (string | false)[] {
  const expected = headersFor(name, false);
  const own = ['access-control-allow-origin', 'access-control-expose-headers', 'strict-transport-security'];
  return [
    !isType(headers, name) && `Content-Type is ${headers['content-type']}`,
    ...Object.entries(expected).map(
      ([header, value]) =>
        headers[header.toLowerCase()] !== value && `${header} is ${String(headers[header.toLowerCase()])}`,
    ),
    ...own.map(
      (header) =>
        !Object.keys(expected).some((known) => known.toLowerCase() === header) &&
        headers[header] !== undefined &&
        `${header} is sent`,
    ),
  ];
}

/** Apache leaves out the type of a file that it knows nothing about. */
const isType = ({ server = '', 'content-type': type }: IncomingHttpHeaders, name: string): boolean =>
  type === contentTypeOf(name) ||
  (type === undefined && contentTypeOf(name) === unknownType && String(server).startsWith('Apache'));

const decode = (body: Buffer, encoding: 'br' | 'gzip' | undefined): Buffer =>
  encoding === undefined ? body : encoding === 'br' ? brotliDecompressSync(body) : gunzipSync(body);

/** The path that an answer leads to, if it is one of the same server. */
function pathOf({ headers }: Answer, server: RunningServer): string | undefined {
  const target = new URL(headers.location ?? '?', `${server.origin}/`);
  return target.origin === server.origin ? target.pathname : undefined;
}
