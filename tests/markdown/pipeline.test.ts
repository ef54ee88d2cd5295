// The pipeline: the copy's characters come out as they went in, every block has an anchor, names are linked once.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { renderBody, type RenderedBody } from '../../src/markdown/pipeline.ts';
import { buildNameTrie } from '../../src/names/recognition/recognize.ts';
import type { Finding } from '../../src/schema/finding.ts';

const names = buildNameTrie([
  { spelling: 'Port Anselm', targets: [{ collection: 'places', id: 'port-anselm' }] },
  { spelling: 'HB', targets: [{ collection: 'organizations', id: 'harbour-board' }] },
]);

function render(body: string, findings: Finding[] = []): RenderedBody {
  return renderBody(body, {
    id: '2021/03/04/x',
    file: 'x.md',
    images: new Set(['boat.png']),
    names,
    overrides: undefined,
    findings,
  });
}

function renderSound(body: string): RenderedBody {
  const findings: Finding[] = [];
  const rendered = render(body, findings);
  assert.deepEqual(findings, []);
  return rendered;
}

test('no character is altered: quotes, dashes, dots, addresses and amounts stay', () => {
  const text = `"Quoted" -- 'single' --- dots... (c) 1/2 ~5% www.example.org a@b.example "x" — “y”`;
  assert.equal(renderSound(text).blocks[0]?.text, text);
});

test('tables, strikethrough and footnotes are understood; task lists and autolinks are not', () => {
  const { html } = renderSound(
    '| a | b |\n| - | -: |\n| 1 | 2 |\n\n~~gone~~ x[^n]\n\n- [ ] not a task\n\n[^n]: The note.\n',
  );
  assert.match(html, /<table>[^]*<td class="right">2<\/td>/);
  assert.match(html, /<del>gone<\/del>/);
  assert.match(html, /<li id="p\d+">\[ \] not a task</);
  const target = /href="#([^"]+)"[^>]*data-footnote-ref/.exec(html)?.[1];
  assert.ok(target !== undefined && html.includes(`id="${target}"`), 'the reference leads to the note');
  const back = /href="#([^"]+)"[^>]*data-footnote-backref/.exec(html)?.[1];
  assert.ok(back !== undefined && html.includes(`id="${back}"`), 'and the note leads back');
});

test('every block of text has an anchor, in reading order, and its line in the file', () => {
  const { html, blocks } = renderSound('\n\nOne.\n\n> Two.\n\n- Three\n- Four\n\n## Five\n\n```\nsix\n```\n');
  assert.deepEqual(
    blocks.map(({ anchor, text, line }) => [anchor, text.trim(), line]),
    [
      ['p1', 'One.', 3],
      ['p2', 'Two.', 5],
      ['p3', 'Three', 7],
      ['p4', 'Four', 8],
      ['p5', 'Five', 10],
      ['p6', 'six', 12],
    ],
  );
  for (const { anchor } of blocks) assert.equal(html.split(`id="${anchor}"`).length, 2);
});

test('the first mention is linked, all are found, none inside a link or code', () => {
  const { html, mentions } = renderSound('[Port Anselm](/x/) `HB` *Port Anselm* and Port Anselm, HB.');
  assert.equal(
    html,
    '<p id="p1"><a href="/x/">Port Anselm</a> <code>HB</code> <em><a class="name" href="/places/port-anselm/" interestfor="n1">Port Anselm</a></em> and Port Anselm, <a class="name" href="/organizations/harbour-board/" interestfor="n2">HB</a>.<a class="here" href="#p1" aria-label="Paragraph 1"></a></p>',
  );
  // What is in a link is named there all the same; code names nobody.
  assert.equal(mentions.length, 4);
});

test("a picture from the article's own folder gets the address it is published at", () => {
  assert.match(
    renderSound('![A boat](x/boat.png)').html,
    /<img src="\/2021\/03\/04\/x\/boat\.png" alt="A boat">/,
  );
});

const shared = process.env['DATELINE_SHARED'] ?? '../shared';
const corpus = join(shared, 'corpora/xss-payloads.txt');
const naughty = join(shared, 'corpora/naughty-strings.json');
const ownPayloads = [
  '<img src=x onerror=alert(1)>', '[a](javascript:alert(1))', '[a](JaVaScRiPt&colon;alert(1))', '![a](data:text/html,x)',
  '<svg/onload=alert(1)>', '[a]: javascript:alert(1)\n\n[a]', '<javascript:alert(1)>', '[x](\u0001javascript:alert(1))', '`<script>`',
]; // prettier-ignore
const payloads = existsSync(corpus)
  ? readFileSync(corpus, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
  : [];

test(`nothing in a text runs: ${ownPayloads.length} payloads of our own, ${payloads.length} of the shared corpus`, () => {
  for (const payload of [...ownPayloads, ...payloads]) {
    const findings: Finding[] = [];
    const { html } = render(payload, findings);
    // What is not refused may hold markup that the pipeline itself makes, and nothing else.
    const tags = html.match(/<[^>]*>/g) ?? [];
    for (const tag of tags) {
      assert.match(
        tag,
        /^<\/?(?:p|a|em|strong|del|code|pre|blockquote|ul|ol|li|hr|br|h[1-6]|img|sup|section|table|thead|tbody|tr|th|td)\b/,
        payload,
      );
      assert.doesNotMatch(tag, /\son\w+\s*=|\sstyle\s*=|\ssrcdoc\s*=/i, payload);
      const address = /\s(?:href|src)="([^"]*)"/.exec(tag)?.[1];
      if (address === undefined) continue;
      assert.doesNotMatch(address, /^[^/#]*(?:script|data|file):/i, payload);
      if (findings.length === 0) assert.match(address, /^(?:https?:|mailto:|[#/.])/i, payload);
    }
  }
});

const strings = existsSync(naughty)
  ? (JSON.parse(readFileSync(naughty, 'utf8')) as string[])
  : ['Ω≈ç√∫˜µ≤≥÷', '𝒯𝒽𝑒', '田中さん', 'مرحبا'];

test(`awkward text is shown as it is or refused: ${strings.length} strings${existsSync(naughty) ? ' of the shared corpus' : ' of our own'}`, () => {
  for (const string of strings) {
    const findings: Finding[] = [];
    const escaped = string
      .replace(/[!-/:-@[-`{-~]/g, '\\$&')
      .replace(/[\s\u00a0]+/g, ' ')
      .trim();
    const plain = string.replace(/[\s\u00a0]+/g, ' ').trim();
    if (plain === '' || /\u0000/.test(plain)) continue;
    const { blocks } = render(escaped, findings);
    if (findings.length === 0) assert.equal(blocks.map(({ text }) => text).join(' '), plain);
  }
});
