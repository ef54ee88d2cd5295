// The pictures for sharing: every script in its own face, letters joined as their script joins them, lines that fit.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { buildCard } from '../../src/exports/card.ts';
import { readCardFaces, splitRuns } from '../../src/exports/card-faces.ts';
import { openDrawing } from '../../src/exports/draw-cards.ts';
import { wrapIcon } from '../../src/exports/icon.ts';
import { unpackWoff } from '../../src/exports/woff.ts';

const cache = await mkdtemp(join(tmpdir(), 'dateline-cards-'));
process.env['CACHE_DIR'] = cache;
after(() => rm(cache, { recursive: true }));
const { drawCard, measure } = await openDrawing();

const card = {
  name: 'Dateline',
  title: 'News',
  direction: 'ltr',
  source: 'The Tide, 3 January 2020',
} as const;
const line = (text: string, family: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="200"><text y="100" font-size="50" font-family="${family}">${text}</text></svg>`;
/** The words of each line of a card's headline. */
const linesOf = (svg: string): string[] =>
  [...svg.matchAll(/<text [^>]*xml:space="preserve">(.*?)<\/text>/g)]
    .map(([, content = '']) => content.replace(/<[^>]*>|[\u202a-\u202e]/g, ''))
    .slice(0, -1);

test('a WOFF file becomes the font it was made from', () => {
  for (const face of readCardFaces()) {
    const font = Buffer.from(face);
    assert.ok([0x00010000, 0x4f54544f].includes(font.readUInt32BE(0)), 'TrueType or OpenType');
    const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
      const at = 12 + index * 16;
      const [offset, length] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)];
      assert.ok(offset + length <= font.length);
      return font.toString('latin1', at, at + 4);
    });
    assert.deepEqual(['cmap', 'glyf', 'head'].filter((name) => !tables.includes(name)), []); // prettier-ignore
  }
  assert.throws(
    () => unpackWoff(Buffer.from('wOF2, as it happens, and long enough for its header')),
    RangeError,
  );
});

test('each stretch of a text has the face of its script; what no face has is known', () => {
  assert.deepEqual(splitRuns('Łódź в Αθήνα, القاهرة'), [
    { family: 'Newsreader', text: 'Łódź ' },
    { family: 'Noto Serif', text: 'в' },
    { family: 'Newsreader', text: ' ' },
    { family: 'Noto Serif', text: 'Αθήνα' },
    { family: 'Newsreader', text: ', ' },
    { family: 'Noto Naskh Arabic', text: 'القاهرة' },
  ]);
  assert.equal(splitRuns('東京'), undefined);
});

test('Arabic letters are joined and not set one beside the other', () => {
  const family = 'Noto Naskh Arabic';
  const joined = measure(line('بببب', family));
  const apart = [...'بببب'].reduce((sum, letter) => sum + measure(line(letter, family)), 0);
  assert.ok(joined > 0 && joined < apart * 0.8, `${joined} of ${apart}`);
});

test('a headline keeps all its words, in lines that fit, whatever its length and direction', () => {
  const titles = [
    ['ltr', 'News'],
    ['ltr', 'US assassinates top Iranian general as 4,000 troops readied for Iraq intervention'],
    ['ltr', 'A & B <see> "C"'],
    ['rtl', 'ماذا يعني الجفاف (2020) في Baghdad اليوم عند نصير الخزاعي'],
  ] as const;
  for (const [direction, title] of titles) {
    const svg = buildCard({ ...card, title, direction }, measure);
    const words = linesOf(svg).join(' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'); // prettier-ignore
    assert.equal(words, title);
    assert.ok(measure(svg.replace(/<(?:rect|path)[^>]*>/g, '')) <= 1040);
  }
});

test('a headline too long for the card ends with a sign that it goes on; one in no known script is left out', () => {
  const long = buildCard({ ...card, title: 'interventions '.repeat(60).trim() }, measure);
  assert.equal(linesOf(long).at(-1), '…');
  assert.deepEqual(linesOf(buildCard({ ...card, title: '東京の朝' }, measure)), []);
});

test('the same card is drawn once, and to the same bytes', async () => {
  const first = await drawCard(card);
  assert.equal(Buffer.from(first).toString('latin1', 1, 4), 'PNG');
  assert.deepEqual(Buffer.from(await drawCard(card)), Buffer.from(first));
});

test('an icon file says how large its picture is and where it lies', async () => {
  const png = await drawCard(card);
  const icon = Buffer.from(wrapIcon(png, 32));
  assert.deepEqual([...icon.subarray(0, 8)], [0, 0, 1, 0, 1, 0, 32, 32]);
  assert.deepEqual(icon.subarray(icon.readUInt32LE(18)), Buffer.from(png));
});
