// A page carries the styles of what it has, in every state that it may come to, and of nothing else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trimStyles } from '../../src/build/styles.ts';

const styleOf = (css: string, body: string): string =>
  /<style>(.*?)<\/style>/s.exec(trimStyles(`<head><style>${css}</style></head><body>${body}</body>`))?.[1] ??
  '';

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
  const html = trimStyles('<style>p{content:"$&"}</style><p><style>a{color:red}</style><a>');
  assert.equal(html, '<style>p{content:"$&"}a{color:red}</style><p><a>');
});

test('a page whose script may add elements keeps every rule', () => {
  const html = '<style>.b{color:red}</style><script type="module" src="/a.js"></script>';
  assert.equal(trimStyles(html), html);
});

test('what is no script changes nothing', () => {
  const data = '<script type="application/ld+json">{}</script>';
  assert.equal(trimStyles(`<style>.b{color:red}</style>${data}`), `<style></style>${data}`);
});
