// Ids made from names and headlines.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSlug } from '../../src/importers/slug.ts';

test('slugs are ids', () => {
  assert.equal(buildSlug('US readies 4,000 troops for 1.5 years'), 'us-readies-4000-troops-for-15-years');
  assert.equal(buildSlug("Kata'ib Hizbullah"), 'kataib-hizbullah');
  assert.equal(buildSlug('Łódź and iPhone — Seán O’Brien'), 'lodz-and-iphone-sean-obrien');
  assert.equal(buildSlug('???'), '');
  const long = buildSlug('word '.repeat(40));
  assert.ok(long.length <= 60 && /^word(?:-word)*$/.test(long));
  assert.equal(buildSlug('x'.repeat(90)).length, 60);
});
