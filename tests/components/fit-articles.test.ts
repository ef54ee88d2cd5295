// What shows in full on a long list: the newest, as many as leave room for the headlines of the others.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitArticles } from '../../src/views/fit-articles.ts';
import { buildSampleArchive } from '../archive/sample.ts';

const { articles } = buildSampleArchive(
  Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`2020/01/0${index + 1}/a`, [['people/ada']]])),
);
const items = articles.map((article) => ({ article }));
const withMentions = articles.map((article) => ({ article, mentions: article.mentions }));
const fullOnes = (fitted: readonly { isFull: boolean }[]): number =>
  fitted.filter(({ isFull }) => isFull).length;

test('where there is room, all show in full', () => {
  assert.equal(fullOnes(fitArticles(items, 10_000)), 9);
});

test('where there is not, the newest do, and no article is left out', () => {
  const fitted = fitArticles(withMentions, 2_000);
  assert.deepEqual(
    fitted.map(({ article }) => article),
    articles,
  );
  const full = fullOnes(fitted);
  assert.ok(full > 0 && full < 9, `${full} in full`);
  assert.ok(fitted.slice(0, full).every(({ isFull }) => isFull));
  assert.equal(fullOnes(fitArticles(items, 100)), 0);
});
