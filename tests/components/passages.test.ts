// Passages: every mention once, in its sentence, marked as printed, and cut at words where the sentence is long.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildPassages, joinBlocks } from '../../src/components/passages.ts';
import type { Mention } from '../../src/markdown/article-file.ts';

/** Passages of all places where a name stands, marked with brackets; the marks of one record. */
function passagesOf(name: string, ...paragraphs: string[]): { told: string[]; hrefs: string[] } {
  const blocks = paragraphs.map((text, index) => ({ anchor: `p${index + 1}`, text }));
  const mentions = blocks.flatMap(({ anchor, text }) =>
    [...text.matchAll(new RegExp(name, 'g'))].map(({ 0: spelling, index: start }): Mention => ({
      collection: 'people',
      id: 'vane',
      anchor,
      start,
      end: start + spelling.length,
      spelling,
    })),
  );
  const passages = buildPassages({ id: '2020/01/03/x', language: 'en' }, joinBlocks(blocks), mentions);
  assert.deepEqual(
    passages.flatMap((passage) => passage.mentions),
    mentions,
    'every mention is shown once',
  );
  return {
    told: passages.map(({ parts }) =>
      parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join(''),
    ),
    hrefs: passages.map(({ href }) => href),
  };
}

test('a mention stands in its whole sentence, those of one sentence in one passage', () => {
  const { told, hrefs } = passagesOf(
    'Vane',
    'It rained. Maj. Gen. Idris Vane spoke, and Vane was heard. Nobody else was.',
    'Nothing here.',
    'Then Vane left.',
  );
  assert.deepEqual(told, ['Maj. Gen. Idris [Vane] spoke, and [Vane] was heard.', 'Then [Vane] left.']);
  assert.deepEqual(hrefs, [
    '/2020/01/03/x/#p1:~:text=Maj.%20Gen.%20Idris-,Vane,-spoke%2C%20and%20Vane',
    '/2020/01/03/x/#p3:~:text=Then-,Vane,-left.',
  ]);
});

test('a long sentence is cut at words on both sides, and says so', () => {
  const around = 'and then one word after another followed '.repeat(12);
  const { told } = passagesOf(
    'Vane',
    `Before it all. So ${around}until Vane came ${around}at last. After it all.`,
  );
  assert.equal(told.length, 1);
  assert.match(told[0] ?? '', /^… (?:\w+ )+until \[Vane\] came (?:\w+ )+…$/);
  assert.ok((told[0]?.length ?? 999) < 260);
});

test('two mentions far apart in a long sentence have a passage each', () => {
  const around = 'and then one word after another followed '.repeat(12);
  const { told } = passagesOf('Vane', `Vane began ${around}until Vane came at last.`);
  assert.deepEqual(
    told.map((text) => text.replace(/(?:\w+ ){3,}/, '~ ')),
    ['[Vane] ~ …', '… ~ [Vane] came at last.'],
  );
});

test('a name that holds a full stop is never cut in two', () => {
  assert.deepEqual(passagesOf('Idris Q. Vane', 'It was Idris Q. Vane! So it was.').told, [
    'It was [Idris Q. Vane]!',
  ]);
  assert.deepEqual(passagesOf('Yahoo! Inc', 'It was Yahoo! Inc that lost.').told, [
    'It was [Yahoo! Inc] that lost.',
  ]);
});

test('a cell of a table is a passage of its own', () => {
  assert.deepEqual(passagesOf('Vane', '\nVane\n12 ferries').told, ['[Vane]']);
});

test('a text without end before a mention costs no more than its length', () => {
  const { hrefs } = passagesOf('Vane', `${'x'.repeat(400_000)} and so at long last Vane came.`);
  assert.deepEqual(hrefs, ['/2020/01/03/x/#p1:~:text=at%20long%20last-,Vane,-came.']);
});
