// Requests that a well-behaved browser never sends, byte for byte, and how a server may answer each; none may end it.
import { connect } from 'node:net';

export interface HostileRequest {
  /** What is wrong with it. */
  what: string;
  /** As it goes over the wire; sent in these pieces, which a slow client sends one after the other. */
  sent: readonly (string | Buffer)[];
  /** Status codes that are right; empty if the connection may as well be closed without a word. */
  statuses: readonly number[];
  /** Whether the client goes away without waiting for the answer. */
  leaves?: boolean;
}

const host = 'Host: localhost\r\nConnection: close\r\n';
const get = (target: string, headers = ''): string[] => [`GET ${target} HTTP/1.1\r\n${host}${headers}\r\n`];
const withMethod = (method: string, more = ''): string[] => [`${method} / HTTP/1.1\r\n${host}${more}\r\n`];
const ranged = (range: string): string[] => get('/robots.txt', `Range: ${range}\r\n`);

/** Paths that are of no file of the site; each is asked for as it stands here. */
const badPaths: readonly (readonly [what: string, path: string, ...statuses: number[]])[] = [
  ['a path that climbs out', '/../../../../etc/passwd', 404],
  ['a path that climbs out, encoded', '/%2e%2e/%2e%2e/%2e%2e/etc/passwd', 404],
  ['a path that climbs out, slashes encoded', '/..%2f..%2f..%2fetc%2fpasswd', 404],
  ['a path that climbs out, encoded twice', '/%252e%252e%252fetc%252fpasswd', 404],
  ['a path that climbs out with backslashes', '/..\\..\\..\\etc\\passwd', 404],
  ['a path that climbs out with encoded backslashes', '/..%5c..%5cetc%5cpasswd', 404],
  ['a path that climbs out by overlong UTF-8', '/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd', 400],
  ['a path that climbs out below a folder', '/people/../../../etc/passwd', 404],
  ['a path of dots', '/././././', 404],
  ['a drive of Windows', '/C:/Windows/win.ini', 404],
  ['a NUL', '/index.html%00.png', 400],
  ['a line end in the path', '/people%0d%0aSet-Cookie:%20a=b', 400],
  ['half of a percent sign', '/%', 400],
  ['a percent sign without digits', '/%zz', 400],
  ['a surrogate', '/%ed%a0%80', 400],
  ['another host by two slashes', '//evil.example/%2e%2e', 404],
  ['another host by two slashes and a folder', '//evil.example/people', 404],
  ['another host by a backslash', '/\\evil.example/people', 404],
  ['another host by an encoded slash', '/%2fevil.example/people', 404],
  ['another host behind a folder', '/people//evil.example', 404],
  ['many slashes', `/${'/'.repeat(2000)}people`, 404],
  ['many folders', `/${'a/'.repeat(3000)}`, 404],
  ['a name longer than any file has', `/${'a'.repeat(4000)}`, 404],
  ['a path that is too long to be read', `/${'a'.repeat(40_000)}`, 431],
  ['a query that is too long to be read', `/?${'a'.repeat(40_000)}`, 431],
  ['a hidden file', '/.htaccess', 404],
  ['the history of a repository', '/.git/config', 404],
  ['a file below a file', '/robots.txt/more', 404],
  ['a file with a slash behind it', '/robots.txt/', 404],
  ['the property of every object', '/__proto__', 404],
  ['the constructor of every object', '/constructor/', 404],
  ['no path', '', 400],
  ['a path without a slash', 'people/', 400],
  ['a star', '*', 400],
];

/** All are asked of `robots.txt`, which is shorter than 200 bytes. */
const badRanges: readonly (readonly [range: string, ...statuses: number[]])[] = [
  ['bytes=9-2', 416],
  ['bytes=999999-', 416],
  ['bytes=999999-9999999', 416],
  ['bytes=-0', 416],
  [`bytes=${'9'.repeat(400)}-`, 416],
  [`bytes=-${'9'.repeat(400)}`, 206],
  ['bytes=0-99999999999999999999999', 206],
  ['bytes=abc', 200],
  ['bytes=', 200],
  ['bytes=-', 200],
  ['bytes=1-2-3', 200],
  ['bytes=1.5-2', 200],
  ['bytes=0x1-0x2', 200],
  ['bytes=--5', 200],
  ['bytes 0-4', 200],
  ['lines=0-4', 200],
  ['bytes=0-1,3-4', 200],
  [`bytes=${'0-,'.repeat(1200)}0-`, 200],
  ['bytes=\u00a0', 200],
];

const badHeaders: readonly (readonly [what: string, headers: string, ...statuses: number[]])[] = [
  ['a tag that is none', 'If-None-Match: """,,,W/W/"\r\n', 200],
  ['a day that is none', 'If-Modified-Since: the day before\r\n', 200],
  ['a day beyond all time', 'If-Modified-Since: Sat, 99 Dec 999999 99:99:99 GMT\r\n', 200],
  ['a condition that does not hold', 'If-Match: "no"\r\n', 412],
  ['a condition on the time before all time', 'If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT\r\n', 412],
  ['encodings that are none', `Accept-Encoding: ${'br;q=,gzip;q=x,'.repeat(200)}\r\n`, 200],
  ['an encoding that backtracks', `Accept-Encoding: ${'a-'.repeat(4000)};;q=1\r\n`, 200],
  ['more headers than there are', `${'A: b\r\n'.repeat(4000)}`, 431],
  ['an upgrade to nothing', 'Upgrade: nothing\r\n', 200],
  ['an upgrade to a web socket', 'Upgrade: websocket\r\nSec-WebSocket-Key: a\r\n', 200],
  ['what it does not expect', 'Expect: the-unexpected\r\n', 417],
  ['a header with a NUL', 'A: b\0c\r\n', 400],
  ['a header without a colon', 'no colon here\r\n', 400],
  ['two lengths', 'Content-Length: 1\r\nContent-Length: 2\r\n', 400],
  ['a length and chunks', 'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n', 400],
  ['a length below nothing', 'Content-Length: -1\r\n', 400],
];

const methods = ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'PURGE', 'SEARCH'];

/** All in all more than sixty kinds; those that send `people` need a folder of that name in the site. */
export const hostileRequests: readonly HostileRequest[] = [
  ...badPaths.map(([what, path, ...statuses]) => ({ what, sent: get(path), statuses })),
  ...badRanges.map(([range, ...statuses]) => ({
    what: `the range ${range.slice(0, 40)}`,
    sent: ranged(range).map((text) => Buffer.from(text, 'latin1')),
    statuses,
  })),
  ...badHeaders.map(([what, headers, ...statuses]) => ({
    what,
    sent: get('/robots.txt', headers),
    statuses,
  })),
  ...methods.map((method) => ({ what: `the method ${method}`, sent: withMethod(method), statuses: [405] })),
  { what: 'a method that is none', sent: withMethod('STEAL'), statuses: [400] },
  { what: 'a method in small letters', sent: ['get / HTTP/1.1\r\n', host, '\r\n'], statuses: [400] },
  {
    what: 'a body that is sent anyway',
    sent: [...withMethod('POST', 'Content-Length: 200000\r\n'), Buffer.alloc(200_000)],
    statuses: [405],
  },
  {
    what: 'a body with a page',
    sent: [...get('/robots.txt', 'Content-Length: 4\r\n'), 'abcd'],
    statuses: [200],
  },
  {
    what: 'a body of broken chunks',
    sent: [...withMethod('POST', 'Transfer-Encoding: chunked\r\n'), 'zz\r\nnothing'],
    statuses: [405, 400],
  },
  {
    what: 'a tunnel',
    sent: ['CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n'],
    statuses: [],
  },
  { what: 'the address of another host', sent: get('http://evil.example/robots.txt'), statuses: [200] },
  { what: 'the address of another host and no path', sent: get('http://evil.example'), statuses: [200, 302] },
  { what: 'an address of another kind', sent: get('file:///etc/passwd'), statuses: [400] },
  { what: 'no host', sent: ['GET / HTTP/1.1\r\nConnection: close\r\n\r\n'], statuses: [400] },
  { what: 'a version before there were any', sent: ['GET /\r\n\r\n'], statuses: [200, 400] },
  { what: 'a version that does not exist', sent: [`GET / HTTP/9.9\r\n${host}\r\n`], statuses: [400, 505] },
  { what: 'HTTP/2 without a word before', sent: ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'], statuses: [400, 505] },
  { what: 'TLS', sent: [Buffer.from('16030100a1010000', 'hex'), Buffer.alloc(160, 7)], statuses: [400] },
  { what: 'nothing but line ends', sent: ['\r\n'.repeat(1000)], statuses: [], leaves: true },
  {
    what: 'noise',
    sent: [Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256))],
    statuses: [400],
  },
  {
    what: 'a page and then noise',
    sent: [`GET /robots.txt HTTP/1.1\r\nHost: a\r\n\r\n\0\0noise\r\n\r\n`],
    statuses: [200, 400],
  },
  {
    what: 'a hundred requests at once, the last of them broken',
    sent: [
      'GET /robots.txt HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(100),
      'GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    ],
    statuses: [200],
  },
  { what: 'one letter after the other', sent: [...get('/robots.txt').join('')], statuses: [200] },
  { what: 'half a request', sent: ['GET /robots.txt HT'], statuses: [], leaves: true },
  { what: 'headers without an end', sent: ['GET / HTTP/1.1\r\nHost: a\r\nA: '], statuses: [], leaves: true },
  { what: 'a download that is broken off', sent: get('/large.bin'), statuses: [], leaves: true },
  {
    what: 'a part of a download that is broken off',
    sent: get('/large.bin', 'Range: bytes=5-\r\n'),
    statuses: [],
    leaves: true,
  },
  { what: 'a connection and no word', sent: [], statuses: [], leaves: true },
];

/** What came back, as text; the connection is closed by the server, or by the client when it leaves. */
export function sendRaw(port: number, { sent, leaves = false }: HostileRequest): Promise<string> {
  return new Promise((settle, reject) => {
    const socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    const end = (): void => {
      socket.destroy();
      settle(Buffer.concat(chunks).toString('latin1'));
    };
    socket.setTimeout(20_000, () => {
      socket.destroy();
      reject(new Error('The connection was left open for 20 seconds.'));
    });
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (leaves) end();
    });
    socket.once('close', end);
    // A server that has heard enough closes the connection while the rest is still on its way.
    socket.once('error', end);
    socket.once('connect', () => {
      void (async () => {
        for (const piece of sent) {
          await new Promise((written) => socket.write(piece, written));
          if (sent.length > 10) await new Promise((passed) => setImmediate(passed));
        }
        if (leaves) setTimeout(end, 30);
      })();
    });
  });
}

/** What is wrong with an answer, as a sentence. */
export function judgeAnswer({ what, statuses }: HostileRequest, answer: string): string | undefined {
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1] ?? 0);
  if (statuses.length > 0 && !statuses.includes(status))
    return `${what}: ${status === 0 ? 'no answer' : `status ${status}`}, and not ${statuses.join(' or ')}`;
  if (/root:.*:0:0:/.test(answer)) return `${what}: a file of the machine was sent`;
  const location = /^location:\s*(.*?)\r?$/im.exec(answer)?.[1];
  if (location !== undefined && !/^\/(?![/\\])/.test(location)) return `${what}: leads to ${location}`;
  if (/^set-cookie:/im.test(answer)) return `${what}: a header was slipped in`;
  return undefined;
}
