// Permalinks are for ever: what vanishes is named with its line in the ledger, and what has moved is redirected, never guessed.
import assert from 'node:assert/strict';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { buildArchive } from '../../src/archive/build.ts';
import { listRedirects, readLedger } from '../../src/reading/permalinks.ts';
import { readArchive } from '../../src/reading/read.ts';
import { publishedPaths } from '../../src/views/published.ts';
import { checkPermalinks } from '../../src/checks/permalinks.ts';
import { buildRepairs } from '../../src/checks/repairs.ts';
import { findSuccessor } from '../../src/checks/successor.ts';
import { compareFindings, renderFinding } from '../../src/schema/finding.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';

async function check(root: string): Promise<string[]> {
  const { entries, findings } = await readArchive(root);
  const ledger = readLedger(root);
  return [...findings, ...ledger.findings, ...checkPermalinks(buildArchive(entries), ledger)]
    .sort(compareFindings)
    .map((finding) => renderFinding(finding).replaceAll(`${root}/`, ''));
}

/** What `--fix` does: the sentences it says. */
async function fix(root: string): Promise<string[]> {
  const { entries, findings } = await readArchive(root);
  const repairs = buildRepairs({ archive: buildArchive(entries), findings, root });
  for (const { path, text } of repairs) await writeFile(path, text);
  return repairs.flatMap(({ done }) => done);
}

const redirects = async (root: string): Promise<string[]> =>
  (await readFile(join(root, 'permalinks.txt'), 'utf8')).split('\n').filter((line) => /^\/.* -> /.test(line));

const article = 'articles/2021/03/04/ferry-returns.md';

/** Moves a file and changes its text, as a maintainer would. */
async function move(
  root: string,
  from: string,
  to: string,
  change = (text: string): string => text,
): Promise<void> {
  await mkdir(dirname(join(root, to)), { recursive: true });
  await rename(join(root, from), join(root, to));
  await writeFile(join(root, to), change(await readFile(join(root, to), 'utf8')));
}

const record = (name: string, more = ''): string => `---\nname: ${name}\ndescription: A trap.\n${more}---\n`;

test('the ledger records every page once, sorted, and a second time nothing', async (context) => {
  const root = await buildTemporaryArchive(context);
  assert.deepEqual(await check(root), [], 'an archive without a ledger has published nothing');
  assert.deepEqual(await fix(root), ['23 new addresses recorded']);
  const lines = (await readFile(join(root, 'permalinks.txt'), 'utf8'))
    .split('\n')
    .filter((line) => line.startsWith('/'));
  assert.deepEqual(lines, [...lines].sort());
  assert.deepEqual(
    lines.filter((line) => line.startsWith('/2021/')),
    ['/2021/', '/2021/03/', '/2021/03/04/', '/2021/03/04/ferry-returns/'],
  );
  assert.deepEqual(await fix(root), []);
  assert.deepEqual(await check(root), []);
});

test('a renamed article fails the check, and --fix writes where it has gone', async (context) => {
  const root = await buildTemporaryArchive(context);
  await fix(root);
  await move(root, article, 'articles/2021/03/04/ferry-returns-to-port.md');
  assert.deepEqual(await check(root), [
    'permalinks.txt:9:1 the published page /2021/03/04/ferry-returns/ would vanish. ' +
      'Put it back, or add " -> /2021/03/04/ferry-returns-to-port/" to the line; "npm run check -- --fix" does it.',
  ]);
  assert.deepEqual(await fix(root), [
    '/2021/03/04/ferry-returns/ leads to /2021/03/04/ferry-returns-to-port/',
    '1 new address recorded',
  ]);
  assert.deepEqual(await check(root), []);
});

test('an article on another day takes its day along, a second move leaves no chain, and the way back no circle', async (context) => {
  const root = await buildTemporaryArchive(context);
  await fix(root);
  const on = (day: string) => (text: string) => text.replace(/^published: .*/m, `published: ${day}`);
  await move(root, article, 'articles/2021/04/01/ferry-returns.md', on('2021-04-01'));
  await fix(root);
  assert.deepEqual(await redirects(root), [
    '/2021/03/ -> /2021/',
    '/2021/03/04/ -> /2021/',
    '/2021/03/04/ferry-returns/ -> /2021/04/01/ferry-returns/',
  ]);
  await move(
    root,
    'articles/2021/04/01/ferry-returns.md',
    'articles/2022/04/01/ferry-returns.md',
    on('2022-04-01'),
  );
  await fix(root);
  assert.deepEqual(await check(root), []);
  assert.ok((await redirects(root)).includes('/2021/03/04/ferry-returns/ -> /2022/04/01/ferry-returns/'));
  await move(root, 'articles/2022/04/01/ferry-returns.md', article, on('2021-03-04'));
  await fix(root);
  assert.deepEqual(await check(root), []);
  assert.ok((await redirects(root)).includes('/2021/04/01/ferry-returns/ -> /2021/03/04/ferry-returns/'));
});

test('a removed article is asked about, and may be withdrawn', async (context) => {
  const root = await buildTemporaryArchive(context);
  await fix(root);
  const elsewhere = (text: string): string => text.replace('Ferry returns', 'Rates go up');
  await move(root, article, 'articles/2021/03/04/harbour-rates-go-up.md', elsewhere);
  assert.deepEqual(await fix(root), ['1 new address recorded']);
  assert.deepEqual(await check(root), [
    'permalinks.txt:9:1 the published page /2021/03/04/ferry-returns/ would vanish. Put it back, or say where it is ' +
      'now by adding " -> /new/address/" to the line, or " -> gone".',
  ]);
  const ledger = await readFile(join(root, 'permalinks.txt'), 'utf8');
  await writeFile(join(root, 'permalinks.txt'), ledger.replace(/(ferry-returns\/)$/m, '$1 -> gone'));
  assert.deepEqual(await check(root), []);
  assert.deepEqual(await fix(root), []);
});

test('a renamed record is found by its old name among the aliases, and in another collection by its id', async (context) => {
  const root = await buildTemporaryArchive(context);
  await writeFile(join(root, 'people/sven-olafsson.md'), record('Sven Olafsson'));
  await writeFile(join(root, 'places/old-mill.md'), record('Old Mill', 'kind: site\n'));
  await fix(root);
  await rm(join(root, 'people/sven-olafsson.md'));
  await rm(join(root, 'places/old-mill.md'));
  await writeFile(join(root, 'people/s-lund.md'), record('S Lund', 'aliases:\n  - Sven Olafsson\n'));
  await writeFile(join(root, 'organizations/old-mill.md'), record('Old Mill Company'));
  await fix(root);
  assert.deepEqual(await redirects(root), [
    '/people/sven-olafsson/ -> /people/s-lund/',
    '/places/old-mill/ -> /organizations/old-mill/',
  ]);
  assert.deepEqual(await check(root), []);
});

test('two possible successors are none', async (context) => {
  const root = await buildTemporaryArchive(context);
  await fix(root);
  const text = await readFile(join(root, article), 'utf8');
  await rm(join(root, article));
  for (const slug of ['ferry-returns-home', 'ferry-returns-late'])
    await writeFile(join(root, `articles/2021/03/04/${slug}.md`), text);
  assert.deepEqual(await fix(root), ['2 new addresses recorded']);
  assert.equal((await check(root)).length, 1);
});

test('a picture goes with its article', async (context) => {
  const root = await buildTemporaryArchive(context);
  const folder = join(root, 'articles/2021/03/04/ferry-returns');
  await mkdir(folder);
  await writeFile(join(folder, 'boat.png'), 'not a picture, but nobody looks');
  const show = (slug: string) => (text: string) =>
    `${text.replace(/\n!\[.*/, '')}\n![The boat](${slug}/boat.png)\n`;
  await move(root, article, article, show('ferry-returns'));
  await fix(root);
  await rename(folder, join(root, 'articles/2021/03/04/ferry-returned'));
  await move(root, article, 'articles/2021/03/04/ferry-returned.md', show('ferry-returned'));
  await fix(root);
  assert.deepEqual(await redirects(root), [
    '/2021/03/04/ferry-returns/ -> /2021/03/04/ferry-returned/',
    '/2021/03/04/ferry-returns/boat.png -> /2021/03/04/ferry-returned/boat.png',
  ]);
  assert.deepEqual(await check(root), []);
});

test('redirects by hand must arrive, and each line must be one', async (context) => {
  const root = await buildTemporaryArchive(context);
  await writeFile(
    join(root, 'permalinks.txt'),
    [
      '/old/ -> /nowhere/',
      '/one/ -> /two/',
      '/two/ -> /about/',
      '/round/ -> /about-turn/',
      '/about-turn/ -> /round/',
      '/about/ -> /dates/',
      '/evil/ -> https://evil.example/',
      '/up/../../etc/ -> /about/',
      '/old/',
      '/two/ -> /dates/',
      '/page/ -> /2021/03/04/ferry-returns/boat.png',
      '',
    ].join('\n'),
  );
  const write = 'Write /old/, /old/ -> /new/ or /old/ -> gone.';
  assert.deepEqual(await check(root), [
    'permalinks.txt:1:1 /old/ leads to /nowhere/, which is not published. Name a page of the archive, or write gone.',
    'permalinks.txt:2:1 /one/ leads to /two/, which leads on. Write " -> /about/"; "npm run check -- --fix" does it.',
    'permalinks.txt:4:1 /round/ leads to /about-turn/, and from there in a circle. Name a page of the archive, or write gone.',
    'permalinks.txt:5:1 /about-turn/ leads to /round/, and from there in a circle. Name a page of the archive, or write gone.',
    'permalinks.txt:6:1 /about/ is published, so it cannot lead to /dates/. Remove " -> /dates/"; "npm run check -- --fix" does it.',
    `permalinks.txt:7:1 this is not an address of the archive. ${write}`,
    `permalinks.txt:8:1 this is not an address of the archive. ${write}`,
    'permalinks.txt:10:1 line 3 has this address lead to /about/. Remove one of the two lines.',
    'permalinks.txt:11:1 /page/ leads to /2021/03/04/ferry-returns/boat.png, which is not published. Name a page of the archive, or write gone.',
  ]);
  const before = await readFile(join(root, 'permalinks.txt'), 'utf8');
  assert.deepEqual(await fix(root), [], 'a ledger with lines that cannot be read is left alone');
  assert.equal(await readFile(join(root, 'permalinks.txt'), 'utf8'), before);
});

test('nothing has vanished while files cannot be read', async (context) => {
  const root = await buildTemporaryArchive(context);
  await fix(root);
  const before = await readFile(join(root, 'permalinks.txt'), 'utf8');
  await move(root, article, article, (text) => text.replace('title:', 'titel:'));
  assert.deepEqual(await fix(root), []);
  assert.equal(await readFile(join(root, 'permalinks.txt'), 'utf8'), before);
});

test('a part of a list leads to what it was a part of, and moves with its record', async (context) => {
  const root = await buildTemporaryArchive(context);
  const { entries } = await readArchive(root);
  const archive = buildArchive(entries);
  const published = publishedPaths(archive).add('/people/ada-norling/2021/');
  const known = new Map([['/people/ada/', { to: '/people/ada-norling/' }]]);
  const successors = {
    '/people/ada-norling/2020/': '/people/ada-norling/',
    '/people/ada-norling/2021/03/': '/people/ada-norling/2021/',
    '/people/ada/2021/03/': '/people/ada-norling/2021/',
    '/places/port-anselm/within/a-/': '/places/port-anselm/',
    '/people/al-/': '/people/',
    '/people/arabic_/': '/people/',
    '/people/nobody-at-all/2021/': undefined,
  };
  for (const [path, successor] of Object.entries(successors))
    assert.equal(findSuccessor(path, archive, known, published), successor, path);
});

test('a page that was withdrawn keeps its reason, also when the ledger is put in order', async (context) => {
  const root = await buildTemporaryArchive(context);
  await fix(root);
  const path = join(root, 'permalinks.txt');
  const lines = '/people/one/ -> gone\n/people/two/ -> gone: The holder objected: <b> "quoted".\n';
  await writeFile(path, `${lines}${await readFile(path, 'utf8')}`);
  assert.deepEqual(await check(root), []);
  await fix(root);
  assert.deepEqual(await redirects(root), lines.trim().split('\n'));
  assert.deepEqual(listRedirects(root), [
    { path: '/people/one/', to: 'gone' },
    { path: '/people/two/', to: 'gone', reason: 'The holder objected: <b> "quoted".' },
  ]);
  assert.deepEqual(await fix(root), []);
  for (const wrong of ['gone:', 'gone for good', '/people/x/: no']) {
    await writeFile(path, `/people/three/ -> ${wrong}\n`);
    assert.match((await check(root)).join('\n'), /permalinks\.txt:1:1 .*not an address/);
  }
});

test('an address where no page can be is an error with its line, in whatever way it is written', async (context) => {
  const root = await buildTemporaryArchive(context);
  const folder = join(root, 'articles/2021/03/04/ferry-returns');
  await mkdir(folder);
  await writeFile(join(folder, 'boat.png'), 'not a picture, but nobody looks');
  await move(root, article, article, (text) => `${text}\n![The boat](ferry-returns/boat.png)\n`);
  const impossible = [
    '/index.html/',
    '/people/index.html/',
    '/INDEX.HTML/x/',
    '/feed.xml/',
    '/feed.xml/x/',
    '/Feed.XML/',
    '/feed.json/',
    '/people/ada-norling/feed.xml/',
    '/people/nobody/feed.json/',
    '/2021/03/04/ferry-returns/citation.ris/',
    '/2021/03/04/ferry-returns/boat.png/',
    '/2021/03/04/ferry-returns/boat.png/x/',
    '/404/',
    '/404.html/',
    '/500/',
    '/robots.txt/',
    '/sitemap.xml/',
    '/sitemaps/articles.xml/',
    '/_astro/x/',
    '/pagefind/x/',
    '/cards/x/',
    '/dataset/people/',
    '/search/labels.json/',
    '/favicon.ico/',
    '/icon-192.png/',
    '/About/',
    '/2021/03/04/Ferry-Returns/',
    '//evil.example/',
    '//evil.example',
    '/../x/',
    '/a/../x/',
    '/./',
    '/a//b/',
    '/a\\b/',
    '\\\\evil.example\\',
    '/%2e%2e/x/',
    '/caf\u00e9/',
    '/%E2%80%AE/',
    '/a b/',
    '/a?b/',
    '/a#b/',
    '/.hidden/',
    '/old',
    'old/',
    'https://evil.example/',
    'javascript:alert(1)',
    '/2020/01/03/x/page.html',
    '/2020/01/03/x/citation.ris',
    `/${'a'.repeat(256)}/`,
    `/${'a/'.repeat(2000)}`,
  ];
  for (const path of impossible) {
    await writeFile(join(root, 'permalinks.txt'), `# A heading\n${path} -> /about/\n`);
    const found = await check(root);
    assert.equal(found.length, 1, `${path.slice(0, 60)}\n${found.join('\n')}`);
    assert.match(found[0] ?? '', /^permalinks\.txt:2:1 \S.* \S.*\. [A-Z].*\.$/, path.slice(0, 60));
  }
  for (const target of [
    '/about',
    '/About/',
    '/about/#p1',
    '//about/',
    '/feed.xml',
    'GONE',
    '-> gone',
    '/nowhere/',
  ]) {
    await writeFile(join(root, 'permalinks.txt'), `/old/ -> ${target}\n`);
    assert.equal((await check(root)).length, 1, target);
  }
});

test('two addresses that differ in capitals, and pictures of two kinds, are not joined', async (context) => {
  const root = await buildTemporaryArchive(context);
  const folder = join(root, 'articles/2021/03/04/ferry-returns');
  await mkdir(folder);
  for (const name of ['boat.png', 'boat.jpg']) await writeFile(join(folder, name), 'nobody looks');
  await move(
    root,
    article,
    article,
    (text) => `${text}\n![The boat](ferry-returns/boat.png) ![The boat](ferry-returns/boat.jpg)\n`,
  );
  await writeFile(
    join(root, 'permalinks.txt'),
    [
      '/old/ -> /about/',
      '/OLD/ -> /dates/',
      '/2020/01/03/x/boat.jpeg -> /2021/03/04/ferry-returns/boat.jpg',
      '/2020/01/03/x/boat.webp -> /2021/03/04/ferry-returns/boat.png',
      '/2020/01/03/x/boat.jpeg/y/ -> /about/',
      '',
    ].join('\n'),
  );
  assert.deepEqual(
    (await check(root)).map((line) => line.slice(0, 80)),
    [
      'permalinks.txt:2:1 some systems have no capitals, and for them this is /old/ of ',
      'permalinks.txt:4:1 /2020/01/03/x/boat.webp leads to /2021/03/04/ferry-returns/bo',
      'permalinks.txt:5:1 /2020/01/03/x/boat.jpeg is a picture, in the way of /2020/01/',
    ],
  );
});

test('200,000 lines are read in no time, be they a chain, a circle, lost or nonsense', async (context) => {
  const root = await buildTemporaryArchive(context);
  const lines = (make: (at: number) => string): string =>
    `${Array.from({ length: 200_000 }, (_, at) => make(at)).join('\n')}\n`;
  const ledgers = {
    chain: lines((at) => `/a${at}/ -> ${at === 199_999 ? '/about/' : `/a${at + 1}/`}`),
    circle: lines((at) => `/a${at}/ -> /a${(at + 1) % 200_000}/`),
    lost: lines((at) => `/2020/01/03/a${at}/`),
    nonsense: lines((at) => `${at}`),
    withdrawn: lines((at) => `/a${at}/ -> gone`),
  };
  for (const [name, text] of Object.entries(ledgers)) {
    await writeFile(join(root, 'permalinks.txt'), text);
    const found = await check(root);
    assert.equal(found.length, name === 'withdrawn' ? 0 : 101, name);
  }
});
