// Addresses of links: what is written is on the page, or there is a finding with its place; none is lost in silence.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { renderBody } from '../../src/markdown/pipeline.ts';
import { buildNameTrie } from '../../src/names/recognition/recognize.ts';
import type { Finding } from '../../src/schema/finding.ts';

const names = buildNameTrie([]);

function render(body: string): { hrefs: string[]; attributes: string[]; findings: Finding[]; lost: boolean } {
  const findings: Finding[] = [];
  const images = new Set(['boat.png']);
  const { html } = renderBody(body, {
    id: '2021/03/04/x',
    file: 'x.md',
    images,
    names,
    overrides: undefined,
    findings,
  });
  const hrefs: string[] = [];
  const attributes: string[] = [];
  let lost = false;
  visit(unified().use(rehypeParse, { fragment: true }).parse(html), 'element', ({ tagName, properties }) => {
    for (const name of ['title', 'alt'])
      if (typeof properties[name] === 'string') attributes.push(properties[name]);
    if (tagName !== 'a' || properties['className'] !== undefined) return;
    if (properties['href'] === undefined) lost = true;
    else hrefs.push(String(properties['href']));
  });
  return { hrefs, attributes, findings, lost };
}

test('the scheme of an address may be written in capitals', () => {
  for (const [body, href] of [
    ['[x](HTTPS://Example.ORG/a)', 'https://Example.ORG/a'],
    ['[x](hTTp://example.org/)', 'http://example.org/'],
    ['<HTTPS://Example.ORG/a>', 'https://Example.ORG/a'],
    ['<MAILTO:A@B.ORG>', 'mailto:A@B.ORG'],
    ['[x](MailTo:a@b.org)', 'mailto:a@b.org'],
    ['[x]\n\n[x]: HTTPS://Example.ORG/a', 'https://Example.ORG/a'],
    ['[x][y]\n\n[Y]: MAILTO:a@b.org "t"', 'mailto:a@b.org'],
  ] as const) {
    const { hrefs, findings } = render(body);
    assert.deepEqual(findings, [], body);
    assert.deepEqual(hrefs, [href], body);
  }
});

const schemes = [
  'https://', 'HTTPS://', 'Https://', 'http://', 'HTTP://', 'mailto:', 'MAILTO:', 'javascript:', 'JavaScript:', 'data:',
  'vbscript:', 'file:///', 'ftp://', 'tel:', 'urn:', 'about:', '//', '///', '/', './', '../', '#', '?', '', 'x:', 'https:',
  'https:/', 'https:\\\\', 'ht&#9;tps://', '&#32;https://', 'https&colon;//', 'https://https://', 'blob:https://', '\u0430ttps://',
]; // prettier-ignore
const hosts = [
  'example.org', 'Example.ORG', 'a@b.org', 'A@B.ORG', 'user:pw@example.org', 'example.org:80', 'localhost', '127.0.0.1',
  '[::1]', 'xn--bcher-kva.example', 'b\u00fccher.example', 'people/x/', 'p3', 'example.org.', '', '-', '0x7f.1', 'a\u200db.org',
]; // prettier-ignore
const rests = [
  '', '/', '/a?b=c&d=e#f', '/a%20b', '/%', '/%zz', '/%C3%A4', '/\u00e4', '/&#10;a', '/&#0;', '/&#xD800;', '/&#8238;', '/a:b',
  '?a:b', '#a:b', '/(a)', '/a\\(b', '/\\', '/*a*', '/"', "/'", '/`a`', '/&amp;', '/&lt;b&gt;', '/[a]', '/;', '/{a}', '/|', '/^',
  '/\u{1f600}', '/a&#32;', '/&nbsp;', '/..;/', '/a//b', '/.', '/../..', '?', '#', ':', '@',
]; // prettier-ignore

/** One in seven, so that every scheme, host and rest is among them in many company. */
const addresses = schemes
  .flatMap((scheme) => hosts.flatMap((host) => rests.map((rest) => `${scheme}${host}${rest}`)))
  .filter((_, at) => at % 7 === 0);

test(`no link loses its address in silence: ${addresses.length} addresses`, () => {
  const same = (written: string, shown: string): boolean => {
    const base = 'https://archive.example/2021/03/04/x/';
    const plain = (address: string): string =>
      new URL(address, base).href.replaceAll(/%[2-7][\da-f]/gi, (code) =>
        String.fromCharCode(Number.parseInt(code.slice(1), 16)),
      );
    return plain(written) === plain(shown);
  };
  let kept = 0;
  for (const address of addresses) {
    const { hrefs, findings, lost } = render(`[x](<${address}>)`);
    for (const { line, column } of findings) assert.ok(line === 1 && column >= 1, address);
    if (findings.some(({ severity }) => severity === 'error')) continue;
    assert.ok(!lost && hrefs.length === 1, `lost: ${address}`);
    const decoded = address.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    const plain = decoded
      .replaceAll('&colon;', ':')
      .replaceAll('&nbsp;', '\u00a0')
      .replace(/\\([(*])/g, '$1');
    const [shown = ''] = hrefs;
    // A sign that stands for nothing in an address is written as what stands for itself.
    const asShown = plain.replace(/%(?![\da-f]{2})/gi, '%25');
    assert.ok(same(plain, shown) || same(asShown, shown), `${address} -> ${shown}`);
    kept += 1;
  }
  assert.ok(kept > 100, `${kept} kept`);
});

test('markup in the title of a link and in the text of a picture is shown as a warning with its place', () => {
  for (const [body, column, what] of [
    ['See [x](https://e.org "a <script> b")', 26, 'title of a link'],
    ['See [x](https://e.org "a <style></style > b")', 26, 'title of a link'],
    ['See [x][y]\n\n[y]: https://e.org "<b>"', 21, 'title of a link'],
    ['![a \\<b>c](x/boat.png)', 6, 'text of a picture'],
    ['![a](x/boat.png "&lt;b>")', 1, 'title of a picture'],
    ['![a &amp;lt; b](x/boat.png)', 1, 'text of a picture'],
  ] as const) {
    const { findings } = render(body);
    assert.equal(findings.length, 1, body);
    const [found] = findings;
    assert.equal(found?.severity, 'warning', body);
    assert.equal(found.column, column, body);
    assert.ok(found.message.includes(what), found.message);
  }
});

test('ordinary words in titles and texts of pictures are on the page as they are', () => {
  for (const words of [
    'Profit & loss',
    '5 < 6 > 4',
    'R&D',
    'a "b" c',
    '\u00e4 \u2014 \u{1f600}',
    'x &y; z',
  ]) {
    const written = words.replaceAll('"', '\\"');
    const { attributes, findings } = render(
      `[x](https://e.org "${written}") ![${words}](x/boat.png "${written}")`,
    );
    assert.deepEqual(findings, [], words);
    assert.deepEqual(attributes, [words, words, words]);
  }
  assert.equal(render('[x](https://e.org "a &#8238; b")').findings[0]?.severity, 'error');
});
