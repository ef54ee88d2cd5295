// A page carries the styles of what it has, in every state that it may come to, and of nothing else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finishPage } from '../../src/build/finish-page.ts';

const finish = (head: string, body: string, sheets: string[], scripts: string[] = []): string =>
  finishPage(`<head><meta charset="utf-8">${head}</head><body>${body}</body>`, {
    sheets,
    scripts: new Set(scripts),
    leadsOn: false,
  }).html;

const styleOf = (css: string, body: string): string =>
  /<style>(.*?)<\/style>/s.exec(finish(`<style>${css}</style>`, body, [css]))?.[1] ?? '';

const kept: [name: string, css: string, body: string][] = [
  ['a tag', 'p{color:red}', '<p>'],
  ['a class among others', '.b{color:red}', '<p class="a b c">'],
  ['what is inside another', '.a>li .b{color:red}', '<ul class="a"><li><b class="b">'],
  ['an attribute of any value', 'a[href^=http]{color:red}', '<a href="/x/">'],
  ['what a reader may open', 'details[open]{color:red}', '<details>'],
  ['what a reader may reach', ':focus-visible{color:red}', ''],
  ['what a reader may come to', '[id]:is(:target,:has(:target)){color:red}', '<p id="p1">'],
  ['everything', '*,:before{color:red}', ''],
  ['what may be several tags', ':is(h1,p) a{color:red}', '<h1><p><a>'],
  ['what is not something', 'p:not(.a){color:red}', '<p>'],
  ['a place in the page', '::backdrop{color:red}', ''],
  ['the steps of an animation', '@keyframes a{from{x:y}50%{x:y}}', ''],
  ['what is nested', '.a{&:hover{x:y}b{x:y}}', '<p class="a"><b>'],
  ['what holds nothing', '@media print{@page{margin:1cm}}', ''],
  ['a face for a letter of the page', '@font-face{font-family:X;unicode-range:U+41,U+61-62}', 'b'],
  ['a face that leans', '@font-face{unicode-range:U+20-7E;font-style:italic}', '<em>'],
  ['a heavy face', '@font-face{unicode-range:U+20-7E;font-weight:600}', '<h3 id="p4">'],
  ['a face for every letter', '@font-face{font-family:X}', ''],
];
for (const [name, css, body] of kept)
  test(`kept: ${name}`, () => {
    assert.equal(styleOf(css, body), css);
  });

const left: [name: string, css: string, body: string, rest?: string][] = [
  ['a tag', 'table{color:red}', 'table<p class="table">'],
  ['a class', '.b{color:red}', '<b id="b">.b'],
  ['a class in a title', '.b{color:red}', `<p title='class="b" > <p class="b"'>`],
  ['an attribute', '[href]{color:red}', '<a class="href">'],
  ['one selector of two', 'p,table{color:red}', '<p>', 'p{color:red}'],
  ['what would be inside', 'p .b{color:red}', '<p>'],
  ['none of several tags', ':where(h1,h2) a{color:red}', '<p><a>'],
  ['one of several tags', ':is(h1,p) a{color:red}', '<p><a>', ':is(p) a{color:red}'],
  ['what holds no rule then', '@layer a{@media print{table{color:red}}}', ''],
  [
    'a layer begun anew',
    '@layer a{p{x:y}}@layer b{p{x:y}}@layer a{p{z:y}}',
    '<p>',
    '@layer a{p{x:y}p{z:y}}@layer b{p{x:y}}',
  ],
  ['a face that leans', '@font-face{unicode-range:U+20-7E;font-style:italic}', '<input>'],
  ['a heavy face', '@font-face{unicode-range:U+20-7E;font-weight:600}', '<h3>'],
  ['a face for a letter of no page', '@font-face{font-family:X;unicode-range:U+100-2FF}', 'é'],
];
for (const [name, css, body, rest = ''] of left)
  test(`left out: ${name}`, () => {
    assert.equal(styleOf(css, body), rest);
  });

test('all styles of a page become one, in their order', () => {
  const sheets = ['p{content:"$&"}', 'a{color:red}'];
  const html = finish(`<style>${sheets[0]}</style>`, `<p><style>${sheets[1]}</style><a>`, sheets);
  assert.ok(html.includes('<style>p{content:"$&"}a{color:red}</style></head><body><p><a>'), html);
});

test('a page whose script may add elements keeps every rule', () => {
  const css = '.b{color:red}';
  const script = '<script type="module" src="/a.js"></script>';
  assert.ok(finish(`<style>${css}</style>${script}`, '', [css], ['/a.js']).includes(css));
});

test('what is no script changes nothing', () => {
  const css = '.b{color:red}';
  const data = '<script type="application/ld+json">{}</script>';
  assert.ok(!finish(`<style>${css}</style>${data}`, '', [css]).includes(css));
});

test('tags and rules in the words of an attribute or a text are words', () => {
  const css = '.b{color:red}i{color:red}';
  const body = `<p title='<i class="b">'>&lt;i class="b"&gt;<textarea><i class="b"></textarea>`;
  assert.equal(styleOf(css, body), '');
});
