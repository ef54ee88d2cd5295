// The policy of a page allows what the page itself holds, by hash, and nothing more.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addPolicy } from '../../src/build/policy.ts';

const page = (head: string, body = ''): string =>
  `<html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const policyOf = (html: string): string => /content="([^"]*)"/.exec(html)?.[1] ?? '';

test('an article without script may run none, load nothing and use its own style', () => {
  const html = addPolicy(page('<style>p{color:red}</style>'), false);
  assert.equal(
    policyOf(html),
    "default-src 'none';img-src 'self';font-src 'self';manifest-src 'self';connect-src 'self';form-action 'self';base-uri 'none';" +
      // The hash is that of `printf 'p{color:red}' | openssl dgst -sha256 -binary | base64`.
      "style-src 'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64='",
  );
  assert.ok(html.indexOf('http-equiv') < html.indexOf('<style>'));
});

test('a script of the page is named; only the search page may compile WebAssembly', () => {
  const inline = policyOf(addPolicy(page('', '<script type="module">go()</script>'), false));
  assert.match(inline, /script-src 'sha256-[^ ']{44}'$/);
  const search = policyOf(addPolicy(page('', '<script type="module" src="/a.js"></script>'), true));
  assert.match(search, /script-src 'self' 'wasm-unsafe-eval'$/);
});

test('rules for what to fetch ahead are allowed, and no script with them', () => {
  const rules = '<script type="speculationrules">{"prefetch":[]}</script>';
  const policy = policyOf(addPolicy(page(rules), false));
  assert.match(policy, /;script-src 'inline-speculation-rules'$/);
});

test('data for other programs is not run, and no script is allowed for it', () => {
  const policy = policyOf(addPolicy(page('<script type="application/ld+json">{}</script>'), false));
  assert.doesNotMatch(policy, /script-src/);
});

test('text that looks like a tag in an attribute or a title changes nothing', () => {
  const html = page('<title>&lt;style&gt;</title>', '<p title="&lt;script&gt;">x</p>');
  assert.doesNotMatch(policyOf(addPolicy(html, false)), /script-src|style-src/);
});
