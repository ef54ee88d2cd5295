// The policy of a page allows what the project wrote for it, by hash, and nothing that stands in its words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finishPage } from '../../src/build/finish-page.ts';
import { speculationRules } from '../../src/build/own-markup.ts';

const css = 'p{color:red}';
const own = { sheets: [css], scripts: new Set(['/a.js']), leadsOn: false };
const finish = (head: string, body = '<p>'): string =>
  finishPage(`<html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`, own).html;
const policyOf = (html: string): string => /security-policy" content="([^"]*)"/.exec(html)?.[1] ?? '';

test('an article without script may run none, load nothing and use its own style', () => {
  const html = finish(`<style>${css}</style>`);
  assert.equal(
    policyOf(html),
    "default-src 'none';img-src 'self';font-src 'self';manifest-src 'self';connect-src 'self';form-action 'self';base-uri 'none';" +
      // The hash is that of `printf 'p{color:red}' | openssl dgst -sha256 -binary | base64`.
      "style-src 'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64='",
  );
  assert.ok(html.indexOf('http-equiv') < html.indexOf('<style>'));
});

test('only a page with a script of the archive may run scripts and compile WebAssembly', () => {
  const search = policyOf(finish('<script type="module" src="/a.js"></script>'));
  assert.match(search, /script-src 'self' 'wasm-unsafe-eval'$/);
});

test('rules for what to fetch ahead are allowed, and no script with them', () => {
  const policy = policyOf(finish(`<script type="speculationrules">${speculationRules}</script>`));
  assert.match(policy, /;script-src 'inline-speculation-rules'$/);
});

test('data for other programs is not run, and no script is allowed for it', () => {
  assert.doesNotMatch(policyOf(finish('<script type="application/ld+json">{}</script>')), /script-src/);
});

test('the words of a page change nothing', () => {
  const plain = policyOf(finish(`<style>${css}</style>`));
  const words = '<style>p{color:red}</style><script>alert(1)</script>';
  const escaped = words.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const pages = [
    finish(`<title>${words}</title><style>${css}</style>`, `<p title='${words}'>${escaped}`),
    finish(`<meta name="description" content='${words}'><style>${css}</style>`),
    finish(`<style>${css}</style>`, `<!-- ${words} --><p><textarea>${words}</textarea>`),
  ];
  for (const page of pages) assert.equal(policyOf(page), plain);
});

test('what the project did not write gets no leave', () => {
  const html = finish(
    '',
    '<script>alert(1)</script><style>p{display:none}</style><script src="/b.js"></script>',
  );
  assert.doesNotMatch(policyOf(html), /script-src|style-src/);
});

test('a page without its charset is refused', () => {
  assert.throws(() => finishPage('<html><head></head></html>', own), /charset/);
});
