// The text importer on copies of several shapes: what it finds, joins and leaves out, and that no word is lost.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Draft } from '../../src/importers/draft.ts';
import { buildTextDraft } from '../../src/importers/text.ts';
import { sampleCopy, sampleName } from './sample-copy.ts';

const fixtures = new URL('fixtures/text/', import.meta.url);
const nobody = { isPerson: () => false, isPublication: () => false };

interface Expected {
  title: string;
  authors: string[];
  published: string;
  paragraphs: number;
  /** How the second half of each begins. */
  joins: string[];
  leftOut: string[];
  /** A part of each, in order. */
  doubts: string[];
}

for (const name of (await readdir(fixtures)).sort()) {
  test(`fixture ${name}`, async () => {
    const text = await readFile(new URL(`${name}/copy.txt`, fixtures), 'utf8');
    const expected = JSON.parse(
      await readFile(new URL(`${name}/expected.json`, fixtures), 'utf8'),
    ) as Expected;
    const draft = buildTextDraft(text, nobody);
    assert.equal(draft.title, expected.title);
    assert.deepEqual(draft.authors, expected.authors);
    assert.equal(draft.published, expected.published);
    assert.equal(draft.paragraphs.length, expected.paragraphs);
    assert.deepEqual(
      draft.joins.map(({ after }) => after),
      expected.joins,
    );
    assert.deepEqual(
      draft.leftOut.map((block) => block.text),
      expected.leftOut,
    );
    for (const doubt of expected.doubts) {
      assert.ok(
        draft.doubts.some((said) => said.includes(doubt)),
        `not said: ${doubt}\n${draft.doubts.join('\n')}`,
      );
    }
    assert.equal(draft.doubts.length, expected.doubts.length, draft.doubts.join('\n'));
    assertComplete(draft);
  });
}

test('the sample copy keeps every character of its body', async (context) => {
  const { text, isReal } = await sampleCopy();
  context.diagnostic(`input: ${sampleName(isReal)}`);
  const draft = buildTextDraft(text, nobody);
  assertComplete(draft);
  assert.equal(draft.joins.length, 3);
  assert.equal(draft.leftOut.length, 2);
  if (isReal) {
    assert.equal(
      draft.title,
      'US assassinates top Iranian general as 4,000 troops readied for Iraq intervention',
    );
    assert.deepEqual(draft.authors, ['Bill Van Auken']);
    assert.equal(draft.published, '2020-01-03');
    assert.equal(draft.paragraphs.length, 35);
    assert.equal(draft.account.body, 1789);
  }
  // With the joins undone, the paragraphs are the source's own lines.
  let body = draft.paragraphs.join('\n\n');
  for (const { after } of draft.joins) body = body.replace(` ${after}`, `\n\n${after}`);
  assert.ok(text.includes(body));
});

test('a byte order mark aside, line ends and blank lines do not matter', () => {
  const text = 'Ostra waits\n\nBy Dana Orell\n3 January 2020\n\nOne went.\n\nTwo\u00a0came.\n';
  const spaced = text.replaceAll('\n\n', '\n \u00a0\n\n\f\n');
  const draft = buildTextDraft(spaced, nobody);
  assert.deepEqual(draft.paragraphs, ['One went.', 'Two\u00a0came.']);
  assert.deepEqual(draft.paragraphs, buildTextDraft(text, nobody).paragraphs);
  assertComplete(draft);
});

test('form feeds and vertical tabs break pages and lines, and that is said', () => {
  const head = 'Ostra waits\nBy Dana Orell\n3 January 2020\n\n';
  const draft = buildTextDraft(`${head}One went.\vTwo came\n\fand stayed.\fAll slept.\n\f`, nobody);
  assert.deepEqual(draft.paragraphs, ['One went.', 'Two came and stayed.', 'All slept.']);
  assert.equal(draft.joins.length, 1);
  assert.ok(draft.doubts.some((said) => said.startsWith('Form feeds (3) were read as page breaks')));
  assert.ok(draft.doubts.includes('Vertical tabs (1) were read as line breaks.'));
  assertComplete(draft);
});

test('byline and date are found in the shapes newspapers give them', () => {
  const prose = 'The town was quiet on Monday, and the mayor told everybody who asked that it would stay so.';
  for (const head of [
    'Ostra waits\nBy Jane Doe\n3 January 2020',
    'Ostra waits\n3 January 2020\nBy Jane Doe',
    'Ostra waits\n3 January 2020\nJane Doe',
    '3 January 2020\nOstra waits\nJane Doe',
    'By Jane Doe\nOstra waits\n3 January 2020',
    'Ostra waits\nJane Doe | 3 January 2020',
    'Ostra waits\nJane Doe, January 3, 2020',
    'Ostra waits\nJan. 3, 2020 | By Jane Doe',
    'Ostra waits\nPosted by Jane Doe on January 3, 2020',
    'Ostra waits\nBy Jane Doe • 3 January 2020 • 5 min read',
    'Ostra waits\nBy Jane Doe | Published 3:45 PM EST, Fri January 3, 2020',
    'Title: Ostra waits\nAuthor: Jane Doe\nDate: 3 January 2020',
    'Ostra waits\npar Jane Doe\nle 3 janvier 2020',
    'Ostra waits\nText: Jane Doe\n3. Januar 2020',
    'Ostra waits\nJane Doe, Senior Port Correspondent\nJanuary 3rd, 2020',
    'Ostra waits\nJane Doe\nJanuary 3, 2020 — Updated January 5, 2020',
    'Ostra waits\nАвтор: Jane Doe\n3 января 2020',
    'Ostra waits\nبقلم Jane Doe\n3 يناير 2020',
    'Ostra waits\n\nThe mayor promised calm.\n\nBY JANE DOE\n\nFRIDAY 03 JANUARY 2020',
  ]) {
    const draft = buildTextDraft(`${head}\n\n${prose}\n`, nobody);
    assert.deepEqual(
      [draft.title, draft.authors, draft.published],
      ['Ostra waits', ['Jane Doe'], '2020-01-03'],
      head,
    );
    assert.equal(draft.paragraphs.at(-1), prose);
    assertComplete(draft);
  }
});

test('a missing headline or date is said, not made up', () => {
  const prose = 'The town was quiet on Monday, and the mayor told everybody who asked that it would stay so.';
  const headless = buildTextDraft(`By Dana Orell\n3 January 2020\n\n${prose}`, nobody);
  assert.equal(headless.title, undefined);
  assert.match(headless.missing.title ?? '', /no headline/);
  const undated = buildTextDraft(`Ostra waits\nBy Dana Orell\n\nOSTRA, Jan. 3, 2020 — ${prose}`, nobody);
  assert.equal(undated.published, undefined);
  assert.match(undated.missing.published ?? '', /no date was found.*2020-01-03/);
  const twice = buildTextDraft(
    `Ostra waits\nBy Dana Orell\n3 January 2020\n5 January 2020\n\n${prose}`,
    nobody,
  );
  assert.equal(twice.published, undefined);
  assert.match(twice.missing.published ?? '', /2020-01-03 and 2020-01-05/);
});

test('what only looks cut is not joined, and said', () => {
  const draft = buildTextDraft(
    [
      'Ostra waits\nBy Dana Orell\n3 January 2020',
      'The committee sat until the early hours and still had not decided what to do with',
      'Qadi said so.',
      'It was a mezzo-',
      'port matter in the U.S.',
      'courts.',
    ].join('\n\n'),
    nobody,
  );
  assert.equal(draft.joins.length, 0);
  assert.equal(draft.paragraphs.length, 5);
  assert.equal(draft.doubts.filter((doubt) => /may be cut/.test(doubt)).length, 3);
  assertComplete(draft);
});

function assertComplete({ account }: Draft): void {
  const { source, headline, byline, date, body, leftOut, mended } = account;
  assert.equal(headline + byline + date + body + leftOut + mended, source);
  assert.ok(account.complete);
}
