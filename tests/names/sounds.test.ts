// Sounds: spellings of one name share a key, words that sound alike are alike, strangers are not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { romanize } from '../../src/names/matching/romanize.ts';
import { compareLetters, compareSounds, readSound } from '../../src/names/matching/similarity.ts';
import { reverseSound, soundKeys, soundOf } from '../../src/names/matching/sounds.ts';

for (const [one, ...others] of [
  ['Soleimani', 'Suleimani', 'Sulaymani', 'Soleymani', 'Souleimani', 'Süleymani'],
  ['Khrushchev', 'Chruschtschow', 'Khrouchtchev', 'Chroesjtsjov'],
  ['Gorbachev', 'Gorbatschow', 'Gorbatchev', 'Gorbatsjov', 'Gorbaczow'],
  ['Zhou', 'Chou'],
  ['Xiaoping', 'Hsiaoping'],
  ['Qaddafi', 'Kadhafi', 'Gaddafi'],
  ['Kadhimi', 'Kazimi', 'Kadhemi'],
  ['Jibril', 'Djibril', 'Dschibril', 'Cibril'],
  ['Khamenei', 'Chamenei', 'Hamenei'],
  ['Putin', 'Poutine', 'Poetin', 'Путин'],
  ['Papandreou', 'Παπανδρέου'],
] as [string, ...string[]][]) {
  test(`${one} shares a key with its other spellings`, () => {
    const keys = new Set(soundKeys(soundOf(one)));
    const ends = new Set(soundKeys(reverseSound(soundOf(one))));
    for (const other of others) {
      const shared =
        soundKeys(soundOf(other)).some((key) => keys.has(key)) ||
        soundKeys(reverseSound(soundOf(other))).some((key) => ends.has(key));
      assert.ok(shared, `${other}: ${soundKeys(soundOf(other)).join(' ')} and ${[...keys].join(' ')}`);
    }
  });
}

const likeness = (a: string, b: string, prefix = false): number =>
  compareSounds(readSound(soundOf(a)), readSound(soundOf(b)), prefix);

test('likeness falls from the same sound over its transliterations to strangers', () => {
  assert.equal(likeness('Sulaymani', 'Sulaimani'), 1);
  assert.ok(likeness('Soleimani', 'Suleymani') > likeness('Soleimani', 'Salmani'));
  assert.ok(likeness('Qasem', 'Ghasim') > 0.8);
  assert.ok(likeness('Qasem', 'Robert') < 0.55);
});

test('likeness does not depend on which word comes first', () => {
  for (const [a, b] of [
    ['Qasem', 'Ghassim'],
    ['Zhou', 'Chou'],
    ['Basra', 'Bsara'],
    ['al', 'Aleppo'],
  ] as const)
    assert.equal(likeness(a, b), likeness(b, a), `${a} ${b}`);
});

test('an unfinished word is like the word it begins', () => {
  assert.ok(likeness('Solei', 'Soleimani', true) > 0.85);
  assert.ok(likeness('Solei', 'Soleimani', false) < likeness('Solei', 'Soleimani', true));
});

test('very long words are compared by their beginning, without failing', () => {
  const long = 'ka'.repeat(500);
  assert.equal(likeness(long, long), 1);
});

for (const [a, b, one] of [
  ['basra', 'barsa', true],
  ['basra', 'basr', true],
  ['basra', 'basras', true],
  ['basra', 'bagra', true],
  ['basra', 'bagrra', false],
  ['basra', 'srabb', false],
] as const)
  test(`${a} and ${b} differ by ${one ? 'one typing error' : 'more'}`, () =>
    assert.equal(compareLetters(a, b) > 0, one));

test('letters of other scripts become Latin ones, marks and all', () => {
  assert.equal(romanize('лавров'), 'lavrov');
  assert.equal(romanize('سليماني'), 'slymany');
  assert.equal(romanize('თბილისი'), 'tbilisi');
  assert.equal(romanize('北京'), '北京');
});
