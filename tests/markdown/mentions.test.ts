// Names in Markdown: across line ends and inline signs, never across cells and breaks, never in code; with their places.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderBody, type RenderedBody } from '../../src/markdown/pipeline.ts';
import { buildNameTrie } from '../../src/names/recognition/recognize.ts';
import type { Finding } from '../../src/schema/finding.ts';

const names = buildNameTrie([
  { spelling: 'Port Anselm', targets: [{ collection: 'places', id: 'port-anselm' }] },
  { spelling: 'Ada Norling', targets: [{ collection: 'people', id: 'ada-norling' }] },
  {
    spelling: 'Sadr',
    targets: [
      { collection: 'people', id: 'one' },
      { collection: 'people', id: 'two' },
    ],
  },
]);

function render(body: string, title = 'News'): RenderedBody & { findings: Finding[] } {
  const findings: Finding[] = [];
  const article = {
    id: '2021/03/04/x',
    file: 'x.md',
    images: new Set<string>(),
    names,
    overrides: undefined,
  };
  return { ...renderBody(body, { ...article, title, findings }), findings };
}

for (const [body, count] of [
  ['Port\nAnselm', 1],
  ['*Port* Anselm, **Port** [Anselm](/x/)', 2],
  ['[Port Anselm](/x/)', 1],
  ['Port&nbsp;Anselm, Port&#8203; Anselm', 2],
  ['Port  \nAnselm', 0],
  ['Port\\\nAnselm', 0],
  ['| a | b |\n| - | - |\n| Port | Anselm |', 0],
  ['- Port\n- Anselm', 0],
  ['`Port Anselm`, `Port` Anselm, Port `x` Anselm', 0],
  ['    Port Anselm', 0],
  ['Seen at www.Port-Anselm.example and at https://x.example/Port-Anselm', 0],
] satisfies [string, number][]) {
  test(`${JSON.stringify(body)} has ${count}`, () => assert.equal(render(body).mentions.length, count));
}

test('a mention that no link can be made of leaves the link to the next', () => {
  const { html, mentions } = render('*Port* Anselm, [Port Anselm](/x/), Port Anselm.');
  assert.equal(mentions.length, 3);
  assert.equal(
    html,
    '<p id="p1"><em>Port</em> Anselm, <a href="/x/">Port Anselm</a>, <a class="name" href="/places/port-anselm/" interestfor="n1">Port Anselm</a>.<a class="here" href="#p1" aria-label="Paragraph 1"></a></p>',
  );
});

test('a headline that names somebody in full is enough for the surname', () => {
  assert.equal(render('So Norling left.').mentions.length, 0);
  assert.equal(render('So Norling left.', 'Ada Norling leaves').mentions.length, 1);
});

for (const [body, place] of [
  ['One Sadr', '1:5'],
  ['\n\nOne\ntwo *Sadr*', '4:6'],
  ['> A [link](https://x.example/Sadr) and\n> *the* \\*Sadr\\* &amp; co', '2:11'],
  ['- a\n- b Sadr', '2:5'],
  ['x[^1]\n\n[^1]: So\n    says Sadr.', '4:10'],
] satisfies [string, string][]) {
  test(`in ${JSON.stringify(body)} the open name is asked about at ${place}`, () => {
    const { findings } = render(body);
    assert.deepEqual(
      findings.map(({ line, column, message }) => `${line}:${column} ${message}`),
      [`${place} "Sadr" may be people/one or people/two, so it is not linked`],
    );
  });
}

test('names without a record come with the place of the first', () => {
  assert.deepEqual(render('So\nPort Anselm and Osk met Ilse\nBerg; Ilse Berg left.').unplaced, {
    names: [
      { name: 'Ilse Berg', count: 2 },
      { name: 'Osk', count: 1 },
    ],
    kind: 'person',
    line: 2,
    column: 25,
  });
});

test('a name is placed behind words that the Markdown writes in another way, however many', () => {
  const words = Array.from({ length: 100_000 }, (_, number) => `caf&eacute;${number}`).join(' ');
  const { findings } = render(`Thus:\n${words}\nand Sadr.`);
  assert.deepEqual(
    findings.map(({ check, line, column }) => [check, line, column]),
    [['ambiguous-name', 3, 5]],
  );
});
