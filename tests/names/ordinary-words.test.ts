// Ordinary words: those of any text in every form, countries by all their names; never the names that look like them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countryNames, ordinaryForms, ordinaryStems } from '../../src/names/matching/ordinary-words.ts';
import { findStem } from '../../src/names/matching/word-stems.ts';

const isOrdinary = (word: string): boolean => findStem(word, ordinaryStems()) !== undefined;

test('words of news and their forms are ordinary', () => {
  for (const word of [
    'budget',
    'budgets',
    'meeting',
    'hurried',
    'colour',
    'color',
    'refugees',
    'monday',
    'august',
  ])
    assert.ok(isOrdinary(word), word);
});

test('names are not', () => {
  for (const word of ['soleimani', 'mosul', 'kirkuk', 'baghdad', 'kataib', 'sadr', 'mao'])
    assert.ok(!isOrdinary(word), word);
});

test('every form is found again by the stem that is kept for it', () => {
  for (const [form, stem] of ordinaryForms()) {
    assert.ok(ordinaryStems().has(stem), stem);
    assert.ok(findStem(form, new Set([stem])) === stem, `${form} by ${stem}`);
  }
});

test('countries by the names of CLDR and of the news', () => {
  for (const name of [
    'niger',
    'saudi arabia',
    'ivory coast',
    'turkey',
    'trinidad and tobago',
    'myanmar',
    'burma',
  ])
    assert.ok(countryNames().has(name), name);
});
