// Sentences: a passage begins and ends where a reader would say it does, whatever stops stand in names.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitSentences } from '../../src/components/sentences.ts';

const split = (text: string, language = 'en'): string[] =>
  splitSentences(text, language).map(([from, to]) => text.slice(from, to));

for (const [name, sentences, language] of [
  ['ranks', ['The raid killed Maj. Gen. Idris Vane.', 'Lt. Col. Smith left.']],
  ['initials', ['Then J. R. Vane spoke.', 'Nobody answered.']],
  ['countries', ['He left the U.S. in May.', 'The U.S. Navy stayed.']],
  ['quotation', ['"It is over."', 'She left.']],
  ['honorifics', ['Mr. and Mrs. Vane met Dr. Norling on Jan. 3 at St. Anselm.', 'It rained.']],
  ['numbers', ['No. 10 said nothing.', 'In 1999.', 'In 2000 it did.']],
  ['date', ['Am 3. Januar kam er an.', 'Dann ging er.'], 'de'],
  ['company', ['Vane & Co. sold it to Harbour Inc. for nothing.', 'Why?', 'Nobody knows!']],
  ['arabic', ['قتل يوسف.', 'ثم ذهب؟', 'نعم.'], 'ar'],
  ['unknown language', ['First here.', 'Second there.'], 'und'],
] as const) {
  test(`${name}: sentences are kept whole`, () => {
    assert.deepEqual(split(sentences.join(' '), language), [...sentences]);
  });
}

test('scripts without spaces have sentences too', () => {
  assert.deepEqual(split('他去了。然后回来了！', 'zh'), ['他去了。', '然后回来了！']);
});

test('a line end of the file is no end of a sentence, the end of a table cell is', () => {
  assert.deepEqual(split('The ferry came\nback. It left.'), ['The ferry came\nback.', 'It left.']);
  assert.deepEqual(split('\nPort Anselm\n12 ferries'), ['Port Anselm', '12 ferries']);
});

test('nothing is lost between the sentences but space', () => {
  const text = '  One. Two, e.g. Iraq.\n\nThree (a.m.) and four? “Five.”  ';
  let rest = '';
  let at = 0;
  for (const [from, to] of splitSentences(text, 'en')) {
    rest += text.slice(at, from);
    at = to;
  }
  assert.equal((rest + text.slice(at)).trim(), '');
  assert.deepEqual(splitSentences('', 'en'), []);
});

test('signs without end are no abbreviation, and are not looked through again and again', () => {
  const sentences = split(`Nobody ${".'".repeat(200_000)} came. Then Mr.     Vane left.`);
  assert.equal(sentences.at(-1), 'Then Mr.     Vane left.');
});
