// What `npm start` answers with: never more than the site, never nothing, and never for the last time.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { readRange } from '../../src/cli/send-file.ts';
import { hostileRequests, judgeAnswer, sendRaw } from './hostile-requests.ts';
import { ask, buildAgent, type Answer, type Question } from './request.ts';
import { startServer } from './servers.ts';
import { writeSmallSite } from './small-site.ts';

interface Served {
  site: string;
  port: number;
  get: (path: string, question?: Question) => Promise<Answer>;
}

async function serve(context: TestContext, base = '/'): Promise<Served> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'dateline-serve-')));
  const served = await writeSmallSite(join(root, 'host'), base);
  const server = await startServer('npm start', served, root);
  assert.ok(server !== undefined);
  const agent = buildAgent();
  context.after(async () => {
    agent.destroy();
    await server.stop();
    await rm(root, { recursive: true, force: true });
  });
  return {
    site: served.site,
    port: Number(new URL(server.origin).port),
    get: (path, question) => ask(agent, server.origin, path, question),
  };
}

test('a range is one part of the file, all of it, or none that can be had', () => {
  const cases: [string | undefined, ReturnType<typeof readRange>][] = [
    [undefined, 'whole'],
    ['bytes=0-0', [0, 0]],
    ['bytes=0-4', [0, 4]],
    ['bytes = 0 - 4', 'whole'],
    ['Bytes=5-', [5, 99]],
    ['bytes=-1', [99, 99]],
    ['bytes=-100', [0, 99]],
    ['bytes=-101', [0, 99]],
    ['bytes=99-200', [99, 99]],
    ['bytes=0-4,', [0, 4]],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=9-2', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=0-4,6-8', 'whole'],
    ['bytes=', 'whole'],
    ['bytes=-', 'whole'],
    ['bytes=a-b', 'whole'],
    ['pages=1-2', 'whole'],
  ];
  for (const [header, expected] of cases) assert.deepEqual(readRange(header, 100), expected, header);
  assert.equal(readRange('bytes=0-', 0), 'unsatisfiable');
});

describe('npm start', () => {
  test(`survives ${hostileRequests.length} kinds of hostile requests, one after the other`, async (context) => {
    const { site, port, get } = await serve(context);
    await writeFile(join(site, 'large.bin'), Buffer.alloc(8 * 1024 * 1024));
    const failures: string[] = [];
    for (const request of hostileRequests) {
      const wrong = judgeAnswer(request, await sendRaw(port, request));
      if (wrong !== undefined) failures.push(wrong);
      assert.equal((await get('/robots.txt')).status, 200, `after ${request.what}`);
    }
    assert.deepEqual(failures, []);
    assert.ok(hostileRequests.length >= 60);
  });

  test('follows no link out of the site, and one that stays in it', async (context) => {
    const { site, get } = await serve(context);
    const outside = join(site, '../outside');
    await mkdir(outside);
    await writeFile(join(outside, 'secret.txt'), 'secret');
    await symlink(join(outside, 'secret.txt'), join(site, 'file.txt'));
    await symlink(outside, join(site, 'folder'));
    await symlink('loop', join(site, 'loop'));
    await symlink('robots.txt', join(site, 'inside.txt'));
    for (const path of ['/file.txt', '/folder/secret.txt', '/folder', '/folder/', '/loop', '/loop/'])
      assert.equal((await get(path)).status, 404, path);
    assert.equal((await get('/inside.txt')).status, 200);
    await rm(join(site, '404.html'));
    await symlink(join(outside, 'secret.txt'), join(site, '404.html'));
    assert.equal((await get('/nothing')).body.toString(), 'Nothing in the archive has this address.\n');
  });

  test('answers conditions in the order of RFC 9110', async (context) => {
    const { get } = await serve(context);
    const { etag = '', 'last-modified': modified = '' } = (await get('/robots.txt')).headers;
    const before = new Date(Date.parse(modified) - 60_000).toUTCString();
    const cases: [Record<string, string>, number][] = [
      [{ 'if-none-match': etag }, 304],
      [{ 'if-none-match': `"a", W/${etag}` }, 304],
      [{ 'if-none-match': '*' }, 304],
      [{ 'if-none-match': '"a"', 'if-modified-since': modified }, 200],
      [{ 'if-modified-since': modified }, 304],
      [{ 'if-modified-since': before }, 200],
      [{ 'if-match': etag }, 200],
      [{ 'if-match': '"a"' }, 412],
      [{ 'if-unmodified-since': before }, 412],
      [{ range: 'bytes=0-1', 'if-range': etag }, 206],
      [{ range: 'bytes=0-1', 'if-range': `W/${etag}` }, 200],
      [{ range: 'bytes=0-1', 'if-range': '"a"' }, 200],
      [{ range: 'bytes=0-1', 'if-range': modified }, 206],
      [{ range: 'bytes=0-1', 'if-range': before }, 200],
      [{ range: 'bytes=9-2', 'if-none-match': etag }, 304],
    ];
    for (const [headers, status] of cases)
      assert.equal((await get('/robots.txt', { headers })).status, status, JSON.stringify(headers));
    const refused = await get('/robots.txt', { headers: { range: 'bytes=9-2' } });
    assert.deepEqual([refused.status, refused.headers['content-range']], [416, 'bytes */23']);
    const head = await get('/robots.txt', { method: 'HEAD', headers: { range: 'bytes=0-1' } });
    assert.deepEqual([head.status, head.headers['content-length']], [200, '23']);
    const error = await get('/nothing', { headers: { range: 'bytes=0-1', 'if-none-match': '*' } });
    assert.deepEqual([error.status, error.headers.etag], [404, undefined]);
  });

  test('sends a compressed file to those who take it, each with a tag of its own', async (context) => {
    const { get } = await serve(context);
    const encodings: [string | undefined, string | undefined][] = [
      [undefined, undefined],
      ['br', 'br'],
      ['gzip, br', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip;q=0.5', 'gzip'],
      ['br;q=0.0, gzip;q=0', undefined],
      ['zstd, deflate', undefined],
      ['BR', 'br'],
    ];
    const tags = new Set<string | undefined>();
    for (const [accepted, sent] of encodings) {
      const answer = await get(
        '/',
        accepted === undefined ? {} : { headers: { 'accept-encoding': accepted } },
      );
      assert.equal(answer.headers['content-encoding'], sent, accepted);
      assert.equal(answer.headers.vary, 'Accept-Encoding');
      tags.add(answer.headers.etag);
    }
    assert.equal(tags.size, 3);
  });

  test('follows the site when it is built anew, and lives through the moment without one', async (context) => {
    const { site, get } = await serve(context);
    await rename(site, `${site}-last`);
    assert.equal((await get('/robots.txt')).status, 404);
    await rename(`${site}-last`, site);
    assert.equal((await get('/robots.txt')).status, 200);
    assert.equal((await get('/people/ada-norling/')).status, 200);
    await writeFile(join(site, 'moved.json'), '{"moved":{},"withdrawn":["/people/ada-norling/"]}');
    assert.equal((await get('/people/ada-norling/')).status, 410);
    await writeFile(join(site, 'moved.json'), 'not what the build writes');
    assert.equal((await get('/people/ada-norling/')).status, 500);
    await rm(join(site, 'moved.json'));
    assert.equal((await get('/people/ada-norling/')).status, 200);
  });

  test('leads from the top of the host to the path below which the site lies', async (context) => {
    const { get } = await serve(context, '/archive/');
    for (const path of ['/', '/archive']) assert.equal((await get(path)).headers.location, '/archive/', path);
    for (const path of ['/people/', '/archive2/', '/archivepeople/', '/moved.json'])
      assert.equal((await get(path)).status, 404, path);
    assert.equal((await get('/archive/people')).headers.location, '/archive/people/');
    assert.equal((await get('/robots.txt')).status, 200);
  });
});
