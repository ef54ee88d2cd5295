// Files in public/ are published as they are, so none may be a link, run anything or stand in the way of a page.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import { buildArchive } from '../../src/archive/build.ts';
import { readLedger } from '../../src/reading/permalinks.ts';
import { readArchive } from '../../src/reading/read.ts';
import { checkPublic } from '../../src/checks/public.ts';
import { renderFinding } from '../../src/schema/finding.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';

const svg = (inner: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" ${attributes}>${inner}</svg>`;
const plain = svg('<path d="M0 0h9v9z" fill="#333"/>');

async function makePublic(
  context: TestContext,
  files: Readonly<Record<string, string | Buffer>> = {},
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-public-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries({ 'favicon.svg': plain, ...files })) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

async function check(
  context: TestContext,
  folder: string,
  allowed: string[] = [],
  ledger = '',
): Promise<string[]> {
  const root = await buildTemporaryArchive(context);
  await writeFile(join(root, 'permalinks.txt'), ledger);
  const { entries } = await readArchive(root);
  return checkPublic(folder, buildArchive(entries), readLedger(root), allowed).map((finding) =>
    renderFinding(finding).replaceAll(`${folder}/`, ''),
  );
}

test('the files of this project, and those that hosts ask for, are sound', async (context) => {
  const files = {
    '.nojekyll': '',
    '.well-known/assetlinks.json': '[]',
    CNAME: 'a.example\n',
    _headers: '/*\n',
    'a/b.txt': '5 < 6',
  };
  assert.deepEqual(await check(context, await makePublic(context, files)), []);
  assert.deepEqual(await check(context, 'public'), []);
  const missing = join(await makePublic(context), 'none');
  assert.deepEqual(await check(context, missing), [
    'favicon.svg:1:1 the sign of the archive is missing. Put a square SVG picture at favicon.svg.',
  ]);
});

test('links, pipes and hidden files are found, and what is behind them is not read', async (context) => {
  const folder = await makePublic(context, { '.env': 'SECRET=1', '.git/config': 'x', 'a/.DS_Store': 'x' });
  await symlink('/etc/hostname', join(folder, 'leak.txt'));
  await symlink('/etc', join(folder, 'etc'));
  await symlink('favicon.svg', join(folder, 'within.svg'));
  await symlink('nowhere', join(folder, 'broken'));
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  const found = await check(context, folder);
  assert.deepEqual(
    found.map((line) => line.replace(/, and .*/, '')),
    [
      '.env:1:1 this is hidden',
      '.git:1:1 this is hidden',
      'a/.DS_Store:1:1 this is hidden',
      'broken:1:1 this is a link',
      'etc:1:1 this is a link',
      'leak.txt:1:1 this is a link',
      'pipe:1:1 this is neither a file nor a folder',
      'within.svg:1:1 this is a link',
    ],
  );
  const link = join(await makePublic(context), 'link');
  await symlink(folder, link);
  assert.match((await check(context, link)).join('\n'), /this is not a folder of its own/);
});

const running: Record<string, string | Buffer> = {
  'a.html': '<p>',
  'A.HTM': '',
  'a.xhtml': plain,
  'a.js': '1',
  'a.mjs': '1',
  'a.wasm': '1',
  'a.svgz': gzipSync(plain),
  'a.txt': '\n <!DOCTYPE html><p>',
  page: '<script>1</script>',
  'a.css': '\ufeff<html>',
  'a.json': '<!-- a --><b>',
  'a.bin': Buffer.from('\ufeff<html>', 'utf16le'),
  'a.xml': '<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?><a/>',
  'b.xml': '<a><x:script xmlns:x="http://www.w3.org/1999/xhtml">1</x:script></a>',
  'a.xsl': '<a xmlns:h="http://www.w3.org/1999/xhtml"><h:p/></a>',
};
const insides: readonly string[] = [
  '<script>alert(1)</script>',
  '<SCRIPT/>',
  '<script href="a.txt"/>',
  '<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>',
  '<path onload="alert(1)"/>',
  '<path ONCLICK="1"/>',
  '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
  '<p xmlns="http://www.w3.org/1999/xhtml"/>',
  '<a href="javascript:alert(1)"/>',
  '<a xlink:href="java&#10;script:alert(1)"/>',
  '<a xlink:href=" &#x6a;avascript:alert(1)"/>',
  '<a href="data:text/html,x"/>',
  '<a href="vbscript:x"/>',
  '<use href="data:image/svg+xml;base64,PHN2Zy8+"/>',
  '<use xlink:href="https://evil.example/a.svg#x"/>',
  '<use href="//evil.example/a.svg#x"/>',
  '<use href="\\\\evil.example\\a.svg#x"/>',
  '<image href="http://evil.example/a.png"/>',
  '<image href="data:image/svg+xml,x"/>',
  '<feImage href="https://evil.example/a.png"/>',
  '<a><set attributeName="href" to="javascript:alert(1)"/></a>',
  '<a><animate attributeName="xlink:href" values="javascript:alert(1)"/></a>',
  '<set attributeName="onclick" to="alert(1)"/>',
  '<animate attributeName="d" values="data:text/html,x;1"/>',
  '<style>@import "https://evil.example/a.css";</style>',
  '<style>@\\69mport "a.css";</style>',
  '<style>a{background:url(https://evil.example/a)}</style>',
  '<style>a{background:url("a.svg")}</style>',
  '<style><![CDATA[a{fill:url(//evil.example)}]]></style>',
  '<style>a{width:expression(1)}</style>',
  '<path style="fill:url(https://evil.example/#a)"/>',
  '<path fill="url(https://evil.example/#a)"/>',
  '<path filter="url(data:image/svg+xml,x#a)"/>',
  '<g xml:base="https://evil.example/"/>',
  '<iframe src="a"/>',
  '<handler type="text/javascript">1</handler>',
  '<?xml-stylesheet href="a.css"?>',
  '<path>',
  '&unknown;',
];
const wholes: readonly (string | Buffer)[] = [
  `<!DOCTYPE svg [<!ENTITY x "<script>1</script>">]>${svg('&x;')}`,
  `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${svg('<text>&b;</text>')}`,
  `<?xml version="1.0" encoding="UTF-7"?>${plain}`,
  `<?xml version="1.0" encoding="iso-2022-jp"?>${plain}`,
  Buffer.from(`\ufeff${plain}`, 'utf16le'),
  Buffer.from([0xff, 0xfe, 0xfd]),
  `<?xml-stylesheet type="text/xsl" href="a.xsl"?>${plain}`,
  svg('', 'onload="alert(1)"'),
  '',
  'not a picture',
];

test(`what runs, loads or hides is found: ${Object.keys(running).length + insides.length + wholes.length} files`, async (context) => {
  const files = {
    ...running,
    ...Object.fromEntries(insides.map((inside, at) => [`inside-${at}.svg`, svg(`\n  ${inside}`)])),
    ...Object.fromEntries(wholes.map((whole, at) => [`whole-${at}.svg`, whole])),
  };
  const folder = await makePublic(context, files);
  const found = await check(context, folder);
  const wrong = Object.keys(files).filter((name) => !found.some((line) => line.startsWith(`${name}:`)));
  assert.deepEqual(
    wrong.map((name) => `${name} ${String(files[name])}`),
    [],
    'not found',
  );
  assert.equal(found.length, Object.keys(files).length);
  for (const line of found) {
    assert.match(
      line,
      /^[\w.-]+:\d+:\d+ .*\. Remove it; if it is to run, add "[\w.-]+" to "publicScripts" in src\/site\.ts\.$/,
    );
    if (line.startsWith('inside-')) assert.doesNotMatch(line, /^[^:]+:1:/, 'its own line');
  }
  assert.deepEqual(await check(context, folder, Object.keys(files)), [], 'allowed by name');
});

test('ordinary pictures pass', async (context) => {
  const inner = [
    '<!-- made by a program --><metadata><r:a xmlns:r="urn:x" r:about=""/></metadata><title>On script &amp; style</title>',
    '<style>.a{fill:url(#b);font:1px "A"} /* x */</style><path class="a" style="fill:#fff" fill="url(#b)"/>',
    '<use href="#b"/><use xlink:href="#b"/><use href="other.svg#b"/><image href="a.png"/>',
    '<image href="data:image/png;base64,iVBORw0KGgo="/><a href="https://example.org/">x</a>',
    '<animate attributeName="d" values="M0 0;M1 1" begin="a.click"/><set attributeName="fill" to="red"/>',
  ];
  const files = Object.fromEntries(inner.map((one, at) => [`p-${at}.svg`, svg(one)]));
  const doctype =
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
  const whole = {
    'd.svg': `<?xml version="1.0" encoding="utf-8"?>\n${doctype}${plain}`,
    'u.svg': `\ufeff${plain}`,
  };
  const other = {
    'a.xml': '<a b="c">d</a>',
    'a.txt': 'a <b>',
    'notes.txt': '<abbr',
    'a.png': Buffer.from('89504e470d0a1a0a', 'hex'),
  };
  assert.deepEqual(await check(context, await makePublic(context, { ...files, ...whole, ...other })), []);
});

test('what the site has already, in capitals or not, is found', async (context) => {
  const names = [
    'index.html', 'INDEX.html', 'about', 'about/index.html', '2021/index.html', '2021/03/04/ferry-returns/index.html', 'people',
    'feed.xml', 'Robots.txt', 'favicon.ico', '404.html', '_astro/a.css', 'pagefind/a.txt', 'search/names/a.json', 'old/index.html',
    'cards/a.png', '.well-known/security.txt', 'people/ada-norling/feed.json', '2020/01/03/x/boat.png', 'Old', 'feed.xml/a.txt',
  ]; // prettier-ignore
  for (const name of names) {
    const folder = await makePublic(context, { [name]: 'x' });
    const found = await check(context, folder, [name], '/old/ -> /about/\n/2020/01/03/x/boat.png -> gone\n');
    assert.equal(found.length, 1, `${name}: ${found.join('\n')}`);
    assert.ok(found[0]?.startsWith(`${name}:1:1 the `), found[0]);
  }
  const twins = await makePublic(context, { 'a/b.txt': '', 'A/b.txt': '' });
  assert.equal((await readdir(twins)).length < 3 ? 1 : (await check(context, twins)).length, 1);
});

test('names that no address can have, large files and names in the list that are not there', async (context) => {
  const folder = await makePublic(context, {
    'a\u202eb.txt': '',
    'a?b.txt': '',
    'a%41.txt': '',
    'big.bin': Buffer.alloc(26 * 1024 * 1024),
  });
  const found = await check(context, folder, ['gone.html']);
  assert.equal(found.length, 5, found.join('\n'));
  assert.match(found.join('\n'), /big\.bin:1:1 warning: the file has 26 MB/);
  assert.match(
    found.join('\n'),
    /src\/site\.ts:1:1 warning: "publicScripts" names gone\.html, which is not there/,
  );
});
