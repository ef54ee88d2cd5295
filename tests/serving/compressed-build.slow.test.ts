// A site as the commands leave it for a host: compressed, with what has moved, and with the host's files in it or beside it.
import assert from 'node:assert/strict';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { isCompressible } from '../../src/exports/serving/content-types.ts';
import { headersFor, immutable } from '../../src/exports/serving/headers.ts';
import { listFiles } from '../../src/exports/preservation/manifest.ts';
import { runDateline } from '../run-dateline.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';

test('build --compress, and the files for each host', async (context) => {
  const content = await buildTemporaryArchive(context);
  const folder = await mkdtemp(join(tmpdir(), 'dateline-hosting-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const [site, hosting] = [join(folder, 'site'), join(folder, 'hosting')];
  const env = { CONTENT_DIR: content, OUT_DIR: site };

  const early = await runDateline(['export', 'hosting', 'nginx', hosting], env);
  assert.equal(early.code, 1);
  assert.match(early.output, /There is no finished site in .*site\. Build it first: npm run build\n$/);

  await appendFile(
    join(content, 'permalinks.txt'),
    '/2019/12/31/withdrawn/ -> gone\n/2021/03/04/ferry/ -> /2021/03/04/ferry-returns/\n',
  );
  const plain = await runDateline(['build'], env);
  assert.equal(plain.code, 0, plain.output);
  const names = await listFiles(site);
  assert.ok(
    !names.some((name) => /\.(?:br|gz)$/.test(name)),
    'nothing is compressed without being asked for',
  );
  const before = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(site, name))] as const)),
  );
  const warned = await runDateline(['export', 'hosting', 'nginx', hosting], env);
  assert.match(warned.output, /"npm run build -- --compress" does it beforehand/);

  const built = await runDateline(['build', '--compress'], env);
  assert.equal(built.code, 0, built.output);
  assert.deepEqual(JSON.parse(await readFile(join(site, 'moved.json'), 'utf8')), {
    moved: { '/2021/03/04/ferry/': '/2021/03/04/ferry-returns/' },
    withdrawn: ['/2019/12/31/withdrawn/'],
  });
  const all = await listFiles(site);
  assert.deepEqual(
    all.filter((name) => !/\.(?:br|gz)$/.test(name)),
    names,
    'no other file is different',
  );
  for (const name of names) {
    const content = await readFile(join(site, name));
    assert.deepEqual(content, before.get(name), name);
    // What is very small may get smaller by one of the two only.
    const [br, gz] = ['br', 'gz'].map((ending) => all.includes(`${name}.${ending}`));
    if (isCompressible(name) && content.length > 1000) assert.ok(br && gz, name);
    if (br) assert.deepEqual(brotliDecompressSync(await readFile(join(site, `${name}.br`))), content, name);
    if (gz) assert.deepEqual(gunzipSync(await readFile(join(site, `${name}.gz`))), content, name);
  }

  for (const [host, where, files, limits] of [
    ['nginx', hosting, ['nginx.conf'], /./],
    ['caddy', hosting, ['Caddyfile'], /./],
    ['s3', hosting, ['s3.sh'], /cannot answer 410/],
    ['apache', site, ['.htaccess'], /./],
    ['netlify', site, ['_headers', '_redirects'], /./],
    ['cloudflare', site, ['_headers', '_redirects'], /cannot answer 410/],
    ['github', site, ['.nojekyll'], /cannot answer 410/],
  ] as const) {
    const written = await runDateline(['export', 'hosting', host, hosting], env);
    assert.equal(written.code, 0, written.output);
    assert.match(written.output, limits);
    for (const name of files) {
      const text = await readFile(join(where, name), 'utf8');
      assert.match(
        text.split('\n').slice(0, 2).join('\n'),
        new RegExp(`^# Written by .* hosting ${host}"`, 'm'),
      );
      assert.doesNotMatch(text, /undefined|\[object|NaN/, name);
    }
  }
  assert.deepEqual((await readdir(hosting)).sort(), ['Caddyfile', 'nginx.conf', 's3.sh']);

  await writeFile(join(hosting, 'nginx.conf'), 'server { }\n');
  const foreign = await runDateline(['export', 'hosting', 'nginx', hosting], env);
  assert.equal(foreign.code, 1);
  assert.match(foreign.output, /nginx\.conf was not written by this command\. Move it away first\.\n$/);
  assert.equal(await readFile(join(hosting, 'nginx.conf'), 'utf8'), 'server { }\n');

  // Whatever is kept for ever may have another content only under another name.
  await writeFile(
    join(content, 'people/tamir-al-qadi.md'),
    '---\nname: Tamir al-Qadi\ndescription: Speaker of the dockers.\n---\n',
  );
  await mkdir(join(content, 'articles/2021/03/05'), { recursive: true });
  const article = await readFile(join(content, 'articles/2021/03/04/ferry-returns.md'), 'utf8');
  await writeFile(
    join(content, 'articles/2021/03/05/dockers-strike.md'),
    article.replace(/^title:.*$/m, 'title: Dockers strike').replaceAll('2021-03-04', '2021-03-05') +
      '\nTamir al-Qadi spoke.\n',
  );
  const changed = await runDateline(['build'], env);
  assert.equal(changed.code, 0, changed.output);
  let kept = 0;
  for (const name of await listFiles(site)) {
    if (headersFor(name, false)['Cache-Control'] !== immutable) continue;
    kept += 1;
    if (before.has(name)) assert.deepEqual(await readFile(join(site, name)), before.get(name), name);
  }
  assert.ok(kept > 10);
});

test('what the commands do not know is said, with what they know', async () => {
  for (const [args, sentence] of [
    [
      ['build', '--compres'],
      /^build does not know what to do with "--compres"\.\n\nUsage: npm run build -- \[--compress\]/,
    ],
    [['export', 'hosting'], /^Which host\?\nnpm run export -- hosting nginx\|caddy\|/],
    [['export', 'hosting', 'ngin'], /^There is no host "ngin"; did you mean "nginx"\?/],
    [['export', 'hosting', 'nginx', 'a', 'b'], /^"b" is one argument too many\./],
    [
      ['export', 'hosting', 'nginx', '--root', 'a b'],
      /^--root takes an absolute path without spaces and quotes, not "a b"/,
    ],
    [
      ['export', 'hosting', 'nginx', '--listen', 'here;'],
      /^--listen takes a host and a port such as 127\.0\.0\.1:8080, not "here;"/,
    ],
  ] as const) {
    const { code, errors } = await runDateline([...args], {});
    assert.equal(code, 2);
    assert.match(errors, sentence);
  }
});
