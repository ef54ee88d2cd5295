// The state of the search page and its address say the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isEmpty, orAll, readState, renderState, sortOf } from '../../src/search/state.ts';
import { describeAnswer, describeNamed } from '../../src/search/status.ts';

for (const address of [
  '',
  '?q=Kirkuk',
  '?q=%22caretaker+government%22&person=a&place=b&organization=c&topic=d&publication=e&author=f&year=2020&sort=oldest',
  '?place=iraq',
  '?q=Mahdi&as=typed',
  '?q=Mahdi&as=people%2Fabu-mahdi-al-muhandis&year=2020&month=2020-01&from=2019&to=2020-02-29',
  '?q=Kata%27ib+%26+more&sort=newest',
]) {
  test(`"${address}" is read and written as it is`, () => {
    assert.equal(renderState(readState(address)), address);
  });
}

for (const [given, kept] of [
  ['?q=++', ''],
  ['?q=a&sort=price', '?q=a'],
  ['?q=a&sort=relevance', '?q=a'],
  ['?q=a&q=b', '?q=a'],
  ['?year=&person=+&utm_source=x', ''],
  ['?year=2020&q=a', '?q=a&year=2020'],
  ['?month=2020-01', '?year=2020&month=2020-01'],
  ['?year=2019&month=2020-01', '?year=2019'],
  ['?year=2020&month=2020-13', '?year=2020'],
  ['?year=last', ''],
  ['?month=last', ''],
  ['?person=constructor', '?person=constructor'],
  ['?from=20&to=2021-02-29', ''],
  ['?from=+2020-02-29+&to=0000-00', '?from=2020-02-29'],
  ['?q=a&as=topics/x', '?q=a'],
  ['?q=a&as=people/../x', '?q=a'],
  ['?as=typed', ''],
] as const) {
  test(`"${given}" becomes "${kept}"`, () => assert.equal(renderState(readState(given)), kept));
}

test('without words the newest come first, with words the best', () => {
  assert.equal(sortOf(readState('?place=iraq')), 'newest');
  assert.equal(sortOf(readState('?place=iraq&sort=oldest')), 'oldest');
  assert.equal(sortOf(readState('?q=a')), 'relevance');
});

test('a filter alone is something to look for, and so is an order', () => {
  assert.equal(isEmpty(readState('')), true);
  assert.equal(isEmpty(readState('?sort=oldest')), false);
  assert.deepEqual(orAll(readState('')), readState('?sort=newest'));
  assert.deepEqual(orAll(readState('?year=2020')), readState('?year=2020'));
  assert.equal(isEmpty(readState('?year=2020')), false);
  assert.equal(isEmpty(readState('?to=2020')), false);
});

test('the answer is said in a sentence', () => {
  const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
  const say = (found: number, unmet: string[], address: string): string =>
    describeAnswer(found, unmet, readState(address), countOf);
  assert.equal(say(1, [], '?q=a'), '1 article for “a”.');
  assert.equal(say(2, [], '?q=a'), '2 articles for “a”, best matches first.');
  assert.equal(say(2, [], '?year=2020'), '2 articles, newest first.');
  assert.equal(say(0, [], '?q="a b"'), 'No article was found for "a b".');
  assert.equal(say(0, [], '?q=a&year=2020'), 'No article was found for “a” with these filters.');
  assert.equal(
    say(3, ['x', 'y'], '?q=a+x+y&sort=oldest'),
    'No article was found with “x” or “y”. Nearest: 3 articles, oldest first.',
  );
  assert.equal(
    say(1, [...'abcdefgh'], '?q=a'),
    'No article was found with “a” or “b” or “c” or “d” or “e” or 3 other words. Nearest: 1 article.',
  );
  assert.equal(say(0, [], `?q=${'x'.repeat(5000)}`), `No article was found for “${'x'.repeat(80)}…”.`);
});

test('the answer for a name tells its own articles from the others', () => {
  const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
  const say = (found: number, others: number, address: string): string =>
    describeNamed('Mara', found, others, readState(address), countOf);
  assert.equal(say(1, 0, '?q=m'), '1 article for Mara.');
  assert.equal(say(2, 0, '?q=m'), '2 articles for Mara, newest first.');
  assert.equal(say(2, 0, '?q=m&sort=oldest'), '2 articles for Mara, oldest first.');
  assert.equal(
    say(2, 3, '?q=m'),
    '2 articles for Mara, newest first. 3 other articles with “m”, best matches first.',
  );
  assert.equal(say(0, 0, '?q=m'), 'No article was found for Mara.');
  assert.equal(
    say(0, 1, '?q=m&to=2020'),
    'No article was found for Mara with these filters. 1 other article with “m”.',
  );
});
