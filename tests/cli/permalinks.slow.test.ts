// The commands that keep permalinks: a vanished page stops check and build, --fix mends it, and the built site has every address.
import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { test } from 'node:test';
import { findOwnFile } from '../../src/archive/own-files.ts';
import { runDateline } from '../run-dateline.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';

test('a renamed article stops the build until --fix has written its redirect; the site has every address of the ledger', async (context) => {
  const content = await buildTemporaryArchive(context);
  const folder = await mkdtemp(join(tmpdir(), 'dateline-permalinks-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const site = join(folder, 'site');
  const env = { CONTENT_DIR: content, OUT_DIR: site };
  const day = join(content, 'articles/2021/03/04');
  const picture = Buffer.from('GIF89a\u0001\0\u0001\0\0\0\0;');
  await mkdir(join(day, 'ferry-returns'));
  await writeFile(join(day, 'ferry-returns/boat.gif'), picture);
  const text = await readFile(join(day, 'ferry-returns.md'), 'utf8');
  await writeFile(join(day, 'ferry-returns.md'), `${text}\n![The boat](ferry-returns/boat.gif)\n`);

  const recorded = await runDateline(['check', '--fix'], env);
  assert.equal(recorded.code, 0, recorded.output);
  assert.match(
    recorded.output,
    /^Fixed .*permalinks\.txt: 24 new addresses recorded\.\nThe archive is sound/,
  );

  await rename(join(day, 'ferry-returns'), join(day, 'ferry-is-back'));
  await rm(join(day, 'ferry-returns.md'));
  await writeFile(join(day, 'ferry-is-back.md'), `${text}\n![The boat](ferry-is-back/boat.gif)\n`);
  for (const command of ['check', 'build']) {
    const { code, output } = await runDateline([command], env);
    assert.equal(code, 1);
    assert.match(
      output,
      /permalinks\.txt:\d+:1 the published page \/2021\/03\/04\/ferry-returns\/ would vanish/,
    );
  }
  const undecided = await runDateline(['check', '--fix'], env);
  assert.equal(undecided.code, 1, 'one word in common is no proof');
  const ledger = await readFile(join(content, 'permalinks.txt'), 'utf8');
  const decided = ledger
    .replace(/^(.*\/ferry-returns\/)$/m, '$1 -> /2021/03/04/ferry-is-back/')
    .replace(/^(.*\/ferry-returns\/boat\.gif)$/m, '$1 -> /2021/03/04/ferry-is-back/boat.gif')
    .concat('/people/old-name/ -> /people/ada-norling/\n/2019/12/31/withdrawn/ -> gone\n');
  await writeFile(join(content, 'permalinks.txt'), decided);
  const fixed = await runDateline(['check', '--fix'], env);
  assert.equal(fixed.code, 0, fixed.output);

  const built = await runDateline(['build'], env);
  assert.equal(built.code, 0, built.output);
  const files = (await readdir(site, { recursive: true }))
    .map((name) => `/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\/index\.html$|\.gif$/.test(name))
    .map((name) => name.replace(/index\.html$/, ''));
  const addresses = (await readFile(join(content, 'permalinks.txt'), 'utf8'))
    .split('\n')
    .filter((line) => line.startsWith('/'))
    .map((line) => line.split(' ')[0]);
  assert.deepEqual(files.sort(), addresses.sort());

  assert.deepEqual(await readFile(join(site, '2021/03/04/ferry-returns/boat.gif')), picture);
  const moved = await readFile(join(site, '2021/03/04/ferry-returns/index.html'), 'utf8');
  assert.match(moved, /<meta http-equiv="refresh" content="0; url=\/2021\/03\/04\/ferry-is-back\/">/);
  assert.match(moved, /<link rel="canonical" href="[^"]*\/2021\/03\/04\/ferry-is-back\/">/);
  assert.match(moved, /<a href="\/2021\/03\/04\/ferry-is-back\/">/);
  assert.doesNotMatch(moved, /<script(?! type="speculationrules")/);
  const withdrawn = await readFile(join(site, '2019/12/31/withdrawn/index.html'), 'utf8');
  assert.match(withdrawn, /has withdrawn it/);
  assert.doesNotMatch(withdrawn, /http-equiv="refresh"/);
});

test('every redirect that check accepts has its page, however its address is written', async (context) => {
  const content = await buildTemporaryArchive(context);
  const folder = await mkdtemp(join(tmpdir(), 'dateline-redirects-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const site = join(folder, 'site');
  const env = { CONTENT_DIR: content, OUT_DIR: site };
  const paths = [
    '/old.html/',
    '/old/index.htm/',
    '/a.b-c_d/',
    '/x/404/',
    '/x/500/',
    '/feed/',
    '/feed.xml.old/',
    '/people/feed.xml/',
    '/people/ada-norling/feed.rss/',
    '/people/ada-norling/2019/',
    '/people/nobody/within/a-/',
    '/places/map.html/',
    '/topics/0/',
    '/2019/',
    '/2019/02/',
    '/2019/02/30/',
    '/2019/2/3/slug/',
    '/2021/03/04/ferry-returns/citation.txt/',
    '/2021/03/04/ferry-returns/x/y/z/',
    '/2021/03/04/ferry-returns/no.png/',
    '/about/us/',
    '/con/',
    '/__proto__/',
    '/constructor/',
    '/toString/',
    '/_/',
    '/0/',
    '/WP-Content/',
    `/${'a'.repeat(255)}/`,
    `/${'b/'.repeat(400)}`,
  ];
  const lines = paths.map((path, at) => `${path} -> ${at % 3 === 0 ? 'gone' : '/about/'}`);
  await writeFile(join(content, 'permalinks.txt'), `${lines.join('\n')}\n`);
  const checked = await runDateline(['check'], env);
  assert.equal(checked.code, 0, checked.output);
  const built = await runDateline(['build'], env);
  assert.equal(built.code, 0, built.output);
  for (const [at, path] of paths.entries()) {
    const page = await readFile(join(site, path, 'index.html'), 'utf8').catch(() => 'nothing');
    assert.match(
      page,
      at % 3 === 0 ? /has withdrawn it/ : /<meta http-equiv="refresh" content="0; url=\/about\/">/,
      path,
    );
  }
  assert.match(await readFile(join(site, '404.html'), 'utf8'), /<h1/);
  assert.match(await readFile(join(site, 'feed.xml'), 'utf8'), /<feed/);

  // What the program writes of its own is what no redirect and no file of public/ may be in the way of.
  const others = (await readdir(site, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name !== 'index.html')
    .map((entry) => relative(site, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== 'favicon.svg');
  assert.deepEqual(
    others.filter((path) => findOwnFile(path) === undefined),
    [],
    'not in the list of own files',
  );
});

test('a site is built with another public folder only if nothing in it runs', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-public-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const env = {
    CONTENT_DIR: await buildTemporaryArchive(context),
    OUT_DIR: join(folder, 'site'),
    PUBLIC_DIR: join(folder, 'public'),
  };
  await cp('public', env.PUBLIC_DIR, { recursive: true });
  await writeFile(join(env.PUBLIC_DIR, 'evil.html'), '<script>alert(1)</script>');
  await symlink('/etc/hostname', join(env.PUBLIC_DIR, 'leak.txt'));
  const { code, output } = await runDateline(['build'], env);
  assert.equal(code, 1);
  assert.match(output, /public\/evil\.html:1:1 this is a web page/);
  assert.match(output, /public\/leak\.txt:1:1 this is a link/);
  assert.match(output, /Nothing was built/);
});

test('check says what it takes', async () => {
  const { code, output } = await runDateline(['check', '--fux'], {});
  assert.equal(code, 2);
  assert.match(output, /^check does not know what to do with "--fux"\.\n\nUsage: npm run check -- \[--fix\]/);
});
