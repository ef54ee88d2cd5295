// The tables of headers and types say what is known of each kind of file, and each host's file says the same.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { listFiles } from '../../src/exports/preservation/manifest.ts';
import { compressFolder } from '../../src/exports/serving/compress.ts';
import { contentTypeOf, isCompressible } from '../../src/exports/serving/content-types.ts';
import { readFinishedSite, type FinishedSite } from '../../src/exports/serving/finished-site.ts';
import { headersFor, immutable, revalidated } from '../../src/exports/serving/headers.ts';
import { hosts } from '../../src/exports/serving/hosts.ts';
import { readMoved } from '../../src/exports/serving/moved.ts';
import { readHeaders, readRedirects } from './pages-rules.ts';
import { writeSmallSite } from './small-site.ts';

const root = await mkdtemp(join(tmpdir(), 'dateline-tables-'));
const { site: folder } = await writeSmallSite(join(root, 'site'), '/');
const site: FinishedSite = await readFinishedSite(folder);
const names = site.files.filter((name) => !/\.(?:br|gz)$/.test(name));
const render = (host: string, base = '/'): Readonly<Record<string, string>> =>
  hosts[host]?.renderFiles({ ...site, base }, { root: '/srv' }) ?? {};

test.after(() => rm(root, { recursive: true, force: true }));

test('every kind of file has its content type', () => {
  const types: Record<string, string> = {
    'index.html': 'text/html; charset=utf-8',
    'people/x/feed.xml': 'application/atom+xml; charset=utf-8',
    'feed.json': 'application/feed+json',
    'sitemap.xml': 'application/xml; charset=utf-8',
    'opensearch.xml': 'application/opensearchdescription+xml; charset=utf-8',
    '2021/03/04/x/citation.ris': 'application/x-research-info-systems; charset=utf-8',
    '2021/03/04/x/citation.bib': 'application/x-bibtex; charset=utf-8',
    '2021/03/04/x/citation.json': 'application/vnd.citationstyles.csl+json',
    'dataset/library.json': 'application/vnd.citationstyles.csl+json',
    'dataset/people/library.json': 'application/json',
    'search/records/organizations/newsfeed.json': 'application/json',
    'dataset/articles.ndjson': 'application/x-ndjson',
    'dataset/articles.parquet': 'application/vnd.apache.parquet',
    'dataset/archive.sqlite': 'application/vnd.sqlite3',
    'dataset/authorities.jsonld': 'application/ld+json',
    'dataset/places.geojson': 'application/geo+json',
    'dataset/people.csv': 'text/csv; charset=utf-8',
    'dataset/beacon.txt': 'text/plain; charset=utf-8',
    'manifest.webmanifest': 'application/manifest+json',
    'pagefind/pagefind.js': 'text/javascript; charset=utf-8',
    'pagefind/wasm.en.pagefind': 'application/octet-stream',
    'pagefind/index/en_897eaee.pf_index': 'application/octet-stream',
    'search/names/root': 'application/octet-stream',
    'search/names/0067029607ad/0': 'application/octet-stream',
    '_astro/fonts/a.woff2': 'font/woff2',
    'favicon.svg': 'image/svg+xml; charset=utf-8',
    'favicon.ico': 'image/x-icon',
    '2021/03/04/x/boat.JPG': 'image/jpeg',
    'a.of-no-known-kind': 'application/octet-stream',
  };
  for (const [name, type] of Object.entries(types)) assert.equal(contentTypeOf(name), type, name);
});

test('what has a hash in its name is kept for ever, and all else is asked after', () => {
  const hashed = names.filter((name) => headersFor(name, false)['Cache-Control'] === immutable);
  assert.deepEqual(hashed, [
    '_astro/fonts/012f0aa726bd56ea.woff2',
    '_astro/page.CEstmce.js',
    'pagefind/2014-2016/index/en_897eaee.pf_index',
    'pagefind/2014-2016/pagefind.en_6d3b76a025.pf_meta',
    'pagefind/filter/en_0b11ab8b89.pf_filter',
    'pagefind/fragment/en_80fbe1e.pf_fragment',
    'pagefind/index/en_897eaee.pf_index',
    'pagefind/pagefind.en_6d3b76a025.pf_meta',
    'search/names/0067029607ad/0',
  ]);
  for (const name of names) {
    if (!hashed.includes(name)) assert.equal(headersFor(name, false)['Cache-Control'], revalidated, name);
  }
});

test('no page may be framed, guessed at or left with a word of where its reader comes from; data may be read from anywhere', () => {
  for (const name of names) {
    const headers = headersFor(name, true);
    assert.match(headers['Content-Security-Policy'] ?? '', /frame-ancestors 'none'/, name);
    assert.equal(headers['X-Content-Type-Options'], 'nosniff', name);
    assert.equal(headers['Referrer-Policy'], 'same-origin', name);
    assert.match(headers['Strict-Transport-Security'] ?? '', /^max-age=\d{8}$/, name);
    assert.equal(headersFor(name, false)['Strict-Transport-Security'], undefined, name);
    const isOpen = /^dataset\/|(?:^|\/)(?:feed|citation)\.\w+$|^\.well-known\/|^opensearch\.xml$/.test(name);
    assert.equal(headers['Access-Control-Allow-Origin'], isOpen ? '*' : undefined, name);
  }
  assert.match(
    headersFor('favicon.svg', false)['Content-Security-Policy'] ?? '',
    /default-src 'none'.*sandbox/,
  );
});

for (const service of ['netlify', 'cloudflare'] as const) {
  for (const base of ['/', '/archive/']) {
    test(`_headers for ${service} below ${base} gives each file what the tables say, and nothing twice`, () => {
      const text = render(service, base)['_headers'] ?? '';
      const { rules, complaints } = readHeaders(service, text);
      assert.deepEqual(complaints, []);
      assert.ok(rules.length > 20 && rules.length <= 100, `${rules.length} rules`);
      for (const name of names) {
        const given = new Map<string, string[]>();
        for (const { expression, headers } of rules) {
          if (!expression.test(`${base}${name}`)) continue;
          for (const [header, value] of headers) given.set(header, [...(given.get(header) ?? []), value]);
        }
        const {
          'Cache-Control': cache,
          'Content-Security-Policy': policy = '',
          ...others
        } = headersFor(name, true);
        assert.deepEqual(given.get('Cache-Control'), cache === revalidated ? undefined : [cache], name);
        assert.ok(given.get('Content-Security-Policy')?.includes(policy), name);
        for (const [header, value] of Object.entries(others))
          assert.deepEqual(given.get(header), [value], name);
        assert.equal(given.has('Access-Control-Allow-Origin'), 'Access-Control-Allow-Origin' in others, name);
        // Where no type is given, the service goes by the ending.
        const types = given.get('Content-Type');
        if (types !== undefined) assert.deepEqual(types, [contentTypeOf(name)], name);
        else assert.match(name, /\.(?:json|xml|JPG|a\.file\.of)|an-unknown-kind$/);
      }
    });
  }

  test(`_redirects for ${service} leads on from what has moved, and says what was withdrawn where it can`, () => {
    const { rules, complaints } = readRedirects(service, render(service)['_redirects'] ?? '');
    assert.deepEqual(complaints, []);
    const force = service === 'netlify';
    assert.deepEqual(rules, [
      { from: '/2021/03/04/ferry/', to: '/2021/03/04/ferry-returns/', status: 301, force },
      { from: '/2021/03/04/ferry/boat.gif', to: '/2021/03/04/ferry-returns/boat.JPG', status: 301, force },
      ...(force
        ? [
            { from: '/2019/12/31/withdrawn/', to: '/2019/12/31/withdrawn/index.html', status: 410, force },
            { from: '/2019/12/31/withdrawn/boat.gif', to: '/404.html', status: 410, force },
          ]
        : []),
    ]);
  });
}

test('a host that cannot say all there is to say says so', () => {
  const limits = (host: string, changes: Partial<FinishedSite> = {}): string | undefined =>
    hosts[host]?.explainLimits?.({ ...site, ...changes });
  for (const host of ['cloudflare', 'github', 's3']) assert.match(limits(host) ?? '', /cannot answer 410/);
  for (const host of ['nginx', 'caddy', 'apache', 'netlify']) assert.equal(limits(host), undefined);
  const many = new Map(Array.from({ length: 2001 }, (_, index) => [`/a/${index}/`, '/b/'] as const));
  assert.match(limits('cloudflare', { moved: many }) ?? '', /reads 2000 of the 2001 redirects/);
});

test('the script for S3 copies each file once, with its type and lifetime, and deletes last', async () => {
  const home = join(root, 's3');
  await mkdir(home);
  const log = join(home, 'log');
  await writeFile(join(home, 'aws'), `#!/bin/sh\nprintf '%s\\037' "$@" >> "$AWS_LOG"\necho >> "$AWS_LOG"\n`);
  await chmod(join(home, 'aws'), 0o755);
  await writeFile(join(home, 's3.sh'), render('s3', '/archive/')['s3.sh'] ?? '');
  const env = { ...process.env, AWS_LOG: log, PATH: `${home}${delimiter}${process.env['PATH']}` };
  await new Promise<void>((settle, reject) => {
    execFile('sh', [join(home, 's3.sh'), 'a-bucket', folder], { env }, (error) =>
      error ? reject(error) : settle(),
    );
  });
  const calls = (await readFile(log, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\u001f').slice(0, -1));
  const copied = new Map<string, string[][]>();
  for (const call of calls.filter((words) => words[1] === 'sync' && !words.includes('--delete'))) {
    assert.deepEqual(call.slice(2, 4), [folder, 's3://a-bucket/archive']);
    for (const name of site.files.filter((file) => isChosen(file, call)))
      copied.set(name, [
        ...(copied.get(name) ?? []),
        [valueOf(call, '--content-type'), valueOf(call, '--cache-control')],
      ]);
  }
  assert.deepEqual([...copied.keys()].sort(), names);
  for (const [name, times] of copied)
    assert.deepEqual(times, [[contentTypeOf(name), headersFor(name, true)['Cache-Control']]], name);
  const order = calls.map((call) =>
    call.includes('--delete') ? 'delete' : valueOf(call, '--cache-control'),
  );
  assert.equal(order.at(-1), 'delete');
  assert.ok(order.lastIndexOf(immutable) < order.indexOf(revalidated), 'what pages need comes before them');
  const led = calls.filter((words) => words[1] === 'put-object');
  assert.deepEqual(
    led.map((call) => [valueOf(call, '--key'), valueOf(call, '--website-redirect-location')]),
    [
      ['archive/2021/03/04/ferry/index.html', '/archive/2021/03/04/ferry-returns/'],
      ['archive/2021/03/04/ferry/boat.gif', '/archive/2021/03/04/ferry-returns/boat.JPG'],
    ],
  );
});

const valueOf = (call: readonly string[], option: string): string => call[call.indexOf(option) + 1] ?? '';

/** As the AWS command line chooses: the last filter that fits decides, and a star stands for slashes too. */
function isChosen(name: string, call: readonly string[]): boolean {
  let chosen = true;
  for (const [index, word] of call.entries()) {
    if (word !== '--include' && word !== '--exclude') continue;
    const filter = (call[index + 1] ?? '')
      .split('*')
      .map((part) => RegExp.escape(part))
      .join('.*');
    if (new RegExp(`^${filter}$`).test(name)) chosen = word === '--include';
  }
  return chosen;
}

test('compressed files unpack to the plain ones, are smaller, and are the same each time', async () => {
  const compressed = site.files.filter((name) => /\.(?:br|gz)$/.test(name));
  assert.ok(
    compressed.some((name) => name.endsWith('.br')) && compressed.some((name) => name.endsWith('.gz')),
  );
  for (const name of compressed) {
    const plain = name.slice(0, -3);
    const [packed, content] = [await readFile(join(folder, name)), await readFile(join(folder, plain))];
    assert.deepEqual((name.endsWith('.br') ? brotliDecompressSync : gunzipSync)(packed), content, name);
    assert.ok(packed.length < content.length && isCompressible(plain), name);
    if (name.endsWith('.gz')) assert.deepEqual([...packed.subarray(3, 10)], [0, 0, 0, 0, 0, 2, 255], name);
  }
  for (const name of ['dataset/archive.sqlite', 'dataset/articles.parquet', 'search/names/0067029607ad/0'])
    assert.ok(!compressed.includes(`${name}.br`), `${name} is read in pieces, or packed already`);
  const before = new Map(
    await Promise.all(compressed.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  );
  const { files, after, before: plain } = await compressFolder(folder);
  assert.ok(files > 10 && after < plain);
  for (const [name, content] of before) assert.deepEqual(await readFile(join(folder, name)), content, name);
  assert.deepEqual(await listFiles(folder), site.files, 'nothing is compressed twice');
});

test('a list of moved addresses is read only if the build has written it', async () => {
  const other = join(root, 'other');
  await mkdir(other);
  assert.deepEqual(await readMoved(other), { moved: new Map(), withdrawn: new Set() });
  for (const text of [
    '',
    '[]',
    '{}',
    '{"moved":{},"withdrawn":["/a b/"]}',
    '{"moved":{"/a/":"//evil.example"},"withdrawn":[]}',
    '{"moved":{"/a/;}":"/b/"},"withdrawn":[]}',
  ]) {
    await writeFile(join(other, 'moved.json'), text);
    await assert.rejects(readMoved(other), /is not what the build writes\. Build the site again\.$/, text);
  }
});
