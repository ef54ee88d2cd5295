// Dates below the head: subheadings stay in the text, other dates of the head are shown, none is dropped in silence.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Draft } from '../../src/importers/draft.ts';
import { buildTextDraft } from '../../src/importers/text.ts';

function read(text: string, published?: string): Draft {
  const draft = buildTextDraft(text, {
    isPerson: () => false,
    isPublication: () => false,
    ...(published !== undefined && { published }),
  });
  assert.ok(draft.account.complete);
  return draft;
}

const days =
  'Monday, 11 March 2019\n\nThe dockers went home.\n\nTuesday, 12 March 2019\n\nThe port closed.\n';
const dayLines = days.trim().split('\n\n');

test('a date below the head that has one is a paragraph of the text', () => {
  for (const head of [
    'Ostra waits\n\nBy Dana Orell\nPublished: 14 March 2019',
    'Ostra waits\nDana Orell\n14 March 2019',
    'Ostra waits\n\nBy Dana Orell\n\n14 March 2019',
    '14 March 2019\nOstra waits\nBy Dana Orell',
  ]) {
    const draft = read(`${head}\n\n${days}`);
    assert.deepEqual(draft.paragraphs, dayLines, head);
    assert.equal(draft.published, '2019-03-14');
    assert.deepEqual(draft.authors, ['Dana Orell']);
    assert.ok(draft.doubts.some((said) => said.startsWith('"Monday, 11 March 2019", a date below the head')));
  }
});

test('a date without a year, or behind text, is a paragraph too', () => {
  const head = 'Ostra waits\nBy Dana Orell\n14 March 2019\n\n';
  const yearless = read(`${head}Monday, March 11\n\nThe dockers went home.\n`, '2019-03-14');
  assert.deepEqual(yearless.paragraphs, ['Monday, March 11', 'The dockers went home.']);
  const later = read(`${head}It began at dawn.\n\n${days}`);
  assert.deepEqual(later.paragraphs, ['It began at dawn.', ...dayLines]);
  assert.equal(later.published, '2019-03-14');
});

test('where the maintainer gives the date, subheadings are not taken for it', () => {
  const { paragraphs } = read(`Ostra waits\nBy Dana Orell\n\n${days}`, '2019-03-14');
  assert.deepEqual(paragraphs, dayLines);
  const alone = read('Ostra waits\n\nBy Dana Orell\n\n13 March 2019\n\nThe port closed.\n', '2019-03-14');
  assert.deepEqual(alone.paragraphs, ['The port closed.']);
  assert.deepEqual(alone.signature, ['By Dana Orell', '13 March 2019']);
});

test('of two dates in the head none is chosen, and the one not given is shown', () => {
  const text = 'Ostra waits\n\nMarch 12, 2019\nBy Dana Orell\nMarch 14, 2019\n\nThe port closed.\n';
  assert.match(read(text).missing.published ?? '', /2019-03-12 and 2019-03-14/);
  const second = read(text, '2019-03-14');
  assert.equal(second.published, '2019-03-14');
  assert.deepEqual(second.paragraphs, ['The port closed.']);
  assert.deepEqual(
    second.leftOut.map((block) => block.text),
    ['March 12, 2019'],
  );
  const first = read(text, '2019-03-12');
  assert.deepEqual(first.paragraphs, ['March 14, 2019', 'The port closed.']);
  const apart = text.replaceAll(/\n+/g, '\n\n');
  assert.match(read(apart).missing.published ?? '', /several dates/);
});

test('names parted at a word that names have inside are said', () => {
  const parted = read('Ostra espera\nPor Marta Ruiz y Luis Vega\n14 marzo 2019\n\nNada.\n');
  assert.deepEqual(parted.authors, ['Marta Ruiz', 'Luis Vega']);
  assert.ok(parted.doubts.some((said) => /several authors.*"y".*--author/.test(said)));
  const places = read('Ostra waits\nBy Dana Orell in Ostra and Port Selm\n14 March 2019\n\nNothing.\n');
  assert.ok(places.doubts.some((said) => /no field: not kept\..*--author/.test(said)));
});
