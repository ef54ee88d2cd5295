// What a field may not hold is mended, and each change is said; what nothing is left of is left out with a reason.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { WrittenDraft } from '../../src/importers/draft.ts';
import { readDrafts } from '../../src/importers/drafts.ts';
import { readKnownArchive } from '../../src/importers/known.ts';
import { mendText, type MendOptions } from '../../src/importers/mend.ts';

const data: MendOptions = { what: 'It', isPrinted: false, isCut: false };

test('a value of data becomes a line of plain text', () => {
  const cases: [value: string, text: string | undefined, note?: RegExp][] = [
    ['Plain words', 'Plain words'],
    ['5 < 6 and R&D', '5 < 6 and R&D'],
    ['<dfn>A term</dfn> of <b>art</b>', 'A term of art', /markup.*<dfn>/],
    ['&lt;b&gt;twice&lt;/b&gt; &amp;amp; more', 'twice & more', /markup/],
    ['<script>alert(1)</script>', 'alert(1)', /markup/],
    ['<template>kept <b>too</b></template>', 'kept too', /markup/],
    ['two\nlines\u2028and\tmore', 'two lines and more'],
    ['a\u0000b\u001b[31m\u202ec', 'ab[31mc', /U\+0000, U\+001B, U\+202E/],
    ['zero\u200bwidth', 'zerowidth', /U\+200B/],
    ['p\u0430yp\u0430l', 'paypal', /two alphabets.*"paypal"/],
    ['<img src=x onerror=alert(1)>', undefined, /<img src=x onerror=alert\(1\)>.* says nothing/],
    ['null', undefined, /says nothing/],
    ['\u0007', undefined, /says nothing/],
    ['x'.repeat(2001), undefined, /2001 characters/],
  ];
  for (const [value, text, note] of cases) {
    const mended = mendText(value, data);
    assert.equal(mended.text, text, JSON.stringify(value));
    if (note === undefined) continue;
    assert.match(mended.notes.join(' '), note);
  }
});

test('a long description is cut at a word, and the rest is in the report', () => {
  const value = `${'word '.repeat(500)}and the end`;
  const { text = '', notes } = mendText(value, { ...data, isCut: true });
  assert.ok(text.length <= 2000 && text.endsWith('word…'), text.slice(-20));
  assert.equal(`${text.slice(0, -1)} ${/left out: "(.*)"/.exec(notes.join(' '))?.[1] ?? ''}`, value);
});

test('a headline that readers saw keeps its signs, unless nothing else is in it', () => {
  const printed = { ...data, isPrinted: true };
  assert.equal(mendText('How <b> changed the web', printed).text, 'How <b> changed the web');
  assert.equal(mendText('<b>Bold</b>', printed).text, 'Bold');
});

const nothing = await readKnownArchive(join(import.meta.dirname, 'fixtures/no-archive/'));

async function draft(context: TestContext, name: string, content: string): Promise<WrittenDraft> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-mend-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, name), content);
  const options = { authors: [], replace: false, today: '2026-01-01' };
  const [one] = await readDrafts([join(folder, name)], nothing, options);
  assert.ok(one !== undefined && !('refusals' in one), JSON.stringify(one));
  assert.ok(one.account.complete);
  return one;
}

const prose = 'The town of Ostra waited through the night for news of the boats, and for bread.';
const page = (body: string): string =>
  `<!doctype html><title>Ostra waits</title><article><h1>Ostra waits</h1><p>${prose}</p>${body}<p>${prose} Lund waited too.</p></article>`;

test('titles of links are kept, texts of pictures and other titles reported, and all of them counted', async (context) => {
  const plain = await draft(context, 'plain.html', page('<p>A link and a short form here.</p>'));
  const full = await draft(
    context,
    'full.html',
    page(
      '<p>A <a href="https://example.org/x" title="two words">link</a> and a <abbr title="three words more">short form</abbr> here.' +
        '<img src="/boat.jpg" alt="A red boat" title="In the harbour"><a href="javascript:x" title="gone with it"></a></p>',
    ),
  );
  assert.match(full.body, /\[link\]\(https:\/\/example\.org\/x "two words"\)/);
  const said = full.leftOut.map(({ text, why }) => `${why}: ${text}`).join('\n');
  assert.match(said, /it is a picture.*: A red boat In the harbour \(\/boat\.jpg\)/);
  assert.match(said, /titles of links and texts of pictures.*: three words more \| gone with it/);
  assert.equal(full.account.source - plain.account.source, 2 + 3 + 3 + 3 + 3);
  assert.equal(full.account.body - plain.account.body, 2);
});

test('a link to where nobody can go becomes text, and its title is in the report', async (context) => {
  for (const href of [
    'javascript:alert(1)',
    'JaVa\tscript:x',
    'data:text/html,x',
    'https://e',
    'vbscript:x',
  ]) {
    const { body, leftOut, doubts } = await draft(
      context,
      'link.html',
      page(`<p>Follow <a href="${href}" title="a title">the link</a> now.</p>`),
    );
    assert.match(body, /^Follow the link now\.$/m, href);
    assert.match(doubts.join('\n'), /lead nowhere/);
    assert.match(leftOut.map(({ text }) => text).join('\n'), /a title/);
  }
});

test('what an unclosed tag hides in Markdown is reported in full and counted', async (context) => {
  for (const tag of ['<svg>', '<script>', '<style>', '<noembed>', '<iframe>', '<template>']) {
    const { body, leftOut, account } = await draft(
      context,
      'hidden.md',
      `---\ntitle: Ostra waits\ndate: 2020-01-03\n---\n\n${prose}\n\n${tag} hidden words\n\nAnd a last one.\n`,
    );
    const said = `${body}\n${leftOut.map(({ text }) => text).join('\n')}`.replace(/\s+/g, ' ');
    for (const words of ['hidden words', 'And a last one.'])
      assert.ok(said.includes(words), `${tag}: ${said}`);
    assert.equal(account.source, account.headline + account.date + account.body + account.leftOut);
  }
});

test('control characters of a text are taken out and named', async (context) => {
  const { body, doubts } = await draft(
    context,
    'bell.txt',
    `Ostra waits\n3 January 2020\n\n${prose.repeat(9)}\u0007 The \u2066end\u2069.\n`,
  );
  assert.match(body, /The end\.$/m);
  assert.match(doubts.join('\n'), /taken out of the text: U\+0007, U\+2066, U\+2069/);
});
