// The Markdown of a body: whatever stands in a copy, the page shows the very same characters.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildPlainBody, proveBody, renderMarkdown } from '../../src/importers/body.ts';
import { checkContentFile, renderContentFile } from '../../src/importers/content-file.ts';
import { readFrontMatter } from '../../src/schema/front-matter.ts';
import { topicSchema } from '../../src/schema/topic.ts';
import { buildNameTrie } from '../../src/names/recognition/recognize.ts';

const article = { id: '2020/01/03/x', file: 'x.md', names: buildNameTrie([]) };

const paragraphs = [
  "Plain words—with dashes, “quotes” and Kata'ib.",
  '*Stars*, _lines_, `ticks`, <b>bold</b>, [x], [x](y), ![x](y.png) and &amp; &nbsp; &#35;',
  '# Not a heading',
  '1. Not a list',
  '2) nor this',
  '+ plus',
  '- minus',
  '> quoted',
  '| a | b |',
  '---',
  '***',
  '===',
  '```js',
  '~~gone~~ and ~kept~ [^1] and [^1]: note',
  '\\* backslash \\',
  '    four spaces, two  spaces, a\ttab',
  '\u00a0nbsp\u00a0',
  '<!-- comment --> <https://x.example> http://a.example/_x_ a@b.example',
  '[x]: https://x.example "title"',
  '<script>alert(1)</script>',
];

test('everything that Markdown would read as a sign is kept as text', () => {
  const { texts, refusal } = proveBody(renderMarkdown(buildPlainBody(paragraphs)), paragraphs, article);
  assert.equal(refusal, undefined);
  assert.deepEqual(texts, paragraphs);
});

test('plain prose is written as it is', () => {
  const prose = ['The U.S. said so—“twice.”', 'Kata\'ib, 4,000 (some) and 1980-88; it\'s "done."'];
  assert.equal(renderMarkdown(buildPlainBody(prose)), `${prose.join('\n\n')}\n`);
});

test('a body that would show something else is refused', () => {
  assert.match(proveBody('Another text.\n', ['One text.'], article).refusal ?? '', /would not show/);
  assert.match(proveBody('<b>x</b>\n', ['x'], article).refusal ?? '', /raw HTML/);
});

test('random signs survive', () => {
  const signs = ['*', '_', '#', '1.', '<', '>', '[', ']', '(', ')', '&', 'amp;', '`', '|', '-', '+', '=', '~', '!', '\\', ':', '^', '“', 'a', 'b ', ' ']; // prettier-ignore
  let seed = 42;
  const random = (below: number): number => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % below;
  for (let round = 0; round < 1500; round += 1) {
    const text = Array.from({ length: 1 + random(10) }, () => signs[random(signs.length)])
      .join('')
      .trim();
    if (text === '') continue;
    assert.equal(
      proveBody(renderMarkdown(buildPlainBody([text, text])), [text, text], article).refusal,
      undefined,
      text,
    );
  }
});

test('front matter reads back as it was given, with quotes only where needed', () => {
  const name = 'A: "b" #c, [d] & {e} — \'f\'';
  const text = renderContentFile({
    name,
    aliases: ['2020-01-03', 'true', 'null', '- x', '@y', '*z', ''.padEnd(200, 'long ').trim()],
    description: "plain, it's so",
  });
  assert.deepEqual(checkContentFile(text, topicSchema, 'x.md'), []);
  assert.equal((readFrontMatter(text, '').data as { name: string }).name, name);
  assert.match(text, /^ {2}- 2020-01-03$/m);
  assert.match(text, /^description: plain, it's so$/m);
  assert.match(
    checkContentFile('---\nname: x\n---\n', topicSchema, 'x.md').join(),
    /"description" is missing/,
  );
});
