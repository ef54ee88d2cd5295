// Whatever a browser would run, load or style by and the project did not write is found in a finished page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finishPage } from '../../src/build/finish-page.ts';
import { layerOrder, speculationRules } from '../../src/build/own-markup.ts';

const own = { sheets: ['p{color:red}', 'a{color:red}'], scripts: new Set(['/_astro/a.js']), leadsOn: false };
const find = (head: string, body = '', leadsOn = false): string[] =>
  finishPage(`<html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`, {
    ...own,
    leadsOn,
  }).strays.map(({ what }) => what);

const faces = (source: string): string =>
  `<style>:root{--newsreader:Newsreader}@font-face{font-family:Newsreader;src:${source};font-display:optional}</style>`;

const written: [name: string, head: string, body?: string][] = [
  ['a sheet of the route', '<style>p{color:red}</style>'],
  ['two sheets in one element', '<style>p{color:red}a{color:red}</style>'],
  ['the order of layers', `<style>${layerOrder}</style>`],
  ['a face of the archive', faces('url("/_astro/fonts/x.woff2") format("woff2")')],
  ['the rules for what to fetch ahead', `<script type="speculationrules">${speculationRules}</script>`],
  ['linked data', '<script type="application/ld+json">{"name":"\\u003c"}</script>'],
  ['a script that was built', '<script type="module" src="/_astro/a.js"></script>'],
  ['links', '<link rel="canonical" href="https://elsewhere.example/"><link rel="icon" href="/favicon.svg">'],
  ['what readers follow', '', '<a href="https://elsewhere.example/">x</a><a href="mailto:a@b.example">x</a>'],
  ['pictures of the archive', '', '<img src="a.png" alt=""><img src="/b.png" alt="">'],
  ['words', '', '&lt;script&gt;<p title="<script>alert(1)</script>">onclick=</p>'],
];
for (const [name, head, body] of written)
  test(`written by the project: ${name}`, () => {
    assert.deepEqual(find(head, body), []);
  });

const strays: [name: string, markup: string, what?: RegExp][] = [
  ['a script', '<script>alert(1)</script>', /a script/],
  ['a script of another address', '<script type="module" src="/_astro/b.js"></script>', /a script/],
  ['a script with text beside its address', '<script type="module" src="/_astro/a.js">x</script>'],
  ['a script that only looks like data', '<script type="application/ld+json" src="/x.js">{}</script>'],
  ['data that could end its element', '<script type="application/ld+json">{"a":"<!--<script>"}</script>'],
  ['other rules', '<script type="speculationrules">{"prerender":[]}</script>'],
  ['an import map', '<script type="importmap">{}</script>'],
  ['a script in a drawing', '<svg><script>alert(1)</script></svg>', /a script/],
  ['a script in a template', '<template><script>alert(1)</script></template>', /a script/],
  ['a script for those without scripts', '<noscript><style>p{display:none}</style></noscript>', /a style/],
  ['a style', '<style>p{display:none}</style>', /a style/],
  ['a style after one of ours', '<style>p{color:red}p{display:none}</style>', /a style/],
  ['a style that loads', '<style>@import "//x.example/a.css";</style>', /a style/],
  ['a foreign face', faces('url(//x.example/f.woff2)'), /a style/],
  ['a face by a crooked way', faces('url("/_astro/fonts/a.woff2"),url("https://x.example/")'), /a style/],
  ['a style attribute', '<p style="color:red">', /"style"/],
  ['a handler', '<p onclick="x()">', /"onclick"/],
  ['a handler in a drawing', '<svg onload=alert(1)>', /"onload"/],
  ['a script address', '<a href="java&#x0A;script:alert(1)">x</a>', /the address/],
  ['a data address', '<a href="data:text/html,x">x</a>', /the address/],
  ['a picture from elsewhere', '<img src="https://x.example/a.png" alt="">', /elsewhere/],
  ['a picture without a protocol', String.raw`<img src="\\x.example/a.png" alt="">`, /elsewhere/],
  ['a set of pictures', '<img srcset="/a.png 1x, //x.example/b.png 2x" alt="">', /elsewhere/],
  ['a drawing that loads', '<svg><use xlink:href="https://x.example/a.svg#x"/></svg>', /elsewhere/],
  [
    'a drawing that moves',
    '<svg><a><animate attributeName="href" to="javascript:x()"/></a></svg>',
    /animate/,
  ],
  ['a form that leads away', '<form action="https://x.example/"></form>', /elsewhere/],
  ['a button that leads away', '<button formaction="https://x.example/">x</button>', /elsewhere/],
  ['a frame', '<iframe src="/"></iframe>', /iframe/],
  ['a base', '<base href="/x/">', /base/],
  ['an object', '<object data="/a.svg"></object>', /object/],
  ['a style sheet', '<link rel="stylesheet" href="/a.css">', /"stylesheet"/],
  ['a foreign icon', '<link rel="icon" href="//x.example/a.png">', /"icon"/],
  ['a connection ahead', '<link rel="preconnect" href="https://x.example">', /"preconnect"/],
  ['a policy', `<meta http-equiv="Content-Security-Policy" content="script-src *">`, /a policy/],
  ['a way to elsewhere', '<meta http-equiv="refresh" content="0; url=/x/">', /"refresh"/],
];
for (const [name, markup, what = /./] of strays)
  for (const place of ['head', 'body'])
    test(`not written by the project: ${name}, in the ${place}`, () => {
      const found = place === 'head' ? find(markup) : find('', markup);
      assert.ok(found.length > 0, markup);
      assert.match(found.join(), what);
    });

test('only a page that has moved leads on, and only within the archive', () => {
  assert.deepEqual(find('<meta http-equiv="refresh" content="0; url=/x/">', '', true), []);
  for (const url of ['//x.example/', 'https://x.example/', '/\\x.example/'])
    assert.equal(find(`<meta http-equiv="refresh" content="0; url=${url}">`, '', true).length, 1, url);
});

test('a stray is named with the markup it stands in', () => {
  const { strays } = finishPage('<meta charset="utf-8"><p>a</p><script>alert(1)</script>', own);
  assert.deepEqual(strays, [{ what: 'a script', markup: '<script>alert(1)</script>' }]);
});

test('no attribute keeps a sign that could be taken for a tag', () => {
  const { html } = finishPage(`<meta charset="utf-8"><p title='</style><b a="1">'>a < b</p>`, own);
  assert.ok(html.endsWith(`<p title='&lt;/style&gt;&lt;b a="1"&gt;'>a < b</p>`), html);
});
