// A copy in any of the usual encodings is the same text; where one was guessed, that is said.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeCopy, isEncoding } from '../../src/importers/encoding.ts';

/** A text in an encoding of one byte a character, by what each byte is decoded to. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const byteOf = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte] as const),
  );
  return Uint8Array.from([...text], (sign) => {
    const byte = byteOf.get(sign);
    assert.ok(byte !== undefined, `${encoding} has no ${sign}`);
    return byte;
  });
}

const english = 'The mayor said “nobody knows” – and José left the café at nine.\nThat was all.\n';
const russian = 'Докеры Остры проголосовали в четверг вечером за то, чтобы не выходить на причалы.\n';
const arabic = 'صوّت عمال ميناء أوسترا مساء الخميس على البقاء بعيدا عن الأرصفة أسبوعا ثانيا.\n';
const polish = 'Dokerzy zagłosowali za tym, żeby jeszcze tydzień nie przychodzić na nabrzeże, które śpi.\n';

test('what is not UTF-8 is guessed, and the maintainer sees by which words', () => {
  for (const [text, encoding, word] of [
    [english, 'windows-1252', 'José'],
    [russian, 'windows-1251', 'Докеры'],
    [russian, 'koi8-r', 'Докеры'],
    [arabic, 'windows-1256', 'ميناء'],
    [polish, 'windows-1250', 'zagłosowali'],
    [polish, 'iso-8859-2', 'zagłosowali'],
  ] as const) {
    const decoded = decodeCopy(encode(text, encoding), undefined);
    assert.ok('text' in decoded);
    assert.equal(decoded.text, text, encoding);
    assert.equal(decoded.doubts.length, 1);
    assert.match(decoded.doubts[0] ?? '', new RegExp(`^The file is not UTF-8; .*${word}.*--encoding`));
  }
});

test('UTF-16 is read with and without its mark', () => {
  const little = Buffer.from(english, 'utf16le');
  const big = Buffer.from(little).swap16();
  for (const bytes of [
    little,
    big,
    Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
    Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
    Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(english)]),
  ])
    assert.deepEqual(decodeCopy(bytes, undefined), { text: english, doubts: [] });
});

test('line ends of every system become those of the archive', () => {
  for (const end of ['\r\n', '\r', '\u2028'])
    assert.deepEqual(decodeCopy(Buffer.from(english.replaceAll('\n', end)), undefined), {
      text: english,
      doubts: [],
    });
});

test("the maintainer's word counts first, then the file's own", () => {
  const bytes = encode(polish, 'iso-8859-2');
  assert.deepEqual(decodeCopy(bytes, undefined, 'iso-8859-2'), { text: polish, doubts: [] });
  assert.deepEqual(decodeCopy(bytes, 'iso-8859-2', 'windows-1251'), { text: polish, doubts: [] });
  assert.ok('refusal' in decodeCopy(bytes, 'utf-8'));
  assert.equal(isEncoding('windows-1256'), true);
  assert.equal(isEncoding('windows-7'), false);
});
