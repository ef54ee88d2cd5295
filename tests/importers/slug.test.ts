// Ids made from names and headlines, and the names of a text that the archive does not know.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSlug } from '../../src/importers/slug.ts';
import { findUnplacedNames } from '../../src/importers/unplaced.ts';

test('slugs are ids', () => {
  assert.equal(buildSlug('US readies 4,000 troops for 1.5 years'), 'us-readies-4000-troops-for-15-years');
  assert.equal(buildSlug("Kata'ib Hizbullah"), 'kataib-hizbullah');
  assert.equal(buildSlug('Łódź and iPhone — Seán O’Brien'), 'lodz-and-iphone-sean-obrien');
  assert.equal(buildSlug('???'), '');
  const long = buildSlug('word '.repeat(40));
  assert.ok(long.length <= 60 && /^word(?:-word)*$/.test(long));
  assert.equal(buildSlug('x'.repeat(90)).length, 60);
});

test('unknown names are found with their particles and counts', () => {
  const text =
    'On Tuesday the mayor, Ilse van den Berg, met Defense Secretary Omar al-Rashid. Trucks left. Crowds cheered in Ostra’s halls. Ostra slept. The PMF and General Qasem Soleimani said so in January.';
  const start = text.indexOf('Qasem');
  const names = findUnplacedNames([{ text, known: [{ start, end: start + 'Qasem Soleimani'.length }] }]);
  assert.deepEqual(names, [
    { name: 'Ostra', count: 2 },
    { name: 'Ilse van den Berg', count: 1 },
    { name: 'Omar al-Rashid', count: 1 },
    { name: 'PMF', count: 1 },
  ]);
});
