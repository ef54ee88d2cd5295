// The fast reader of HTML against a parser for all HTML: it misses nothing that the parser finds, or gives up.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributeName, parsePage, readText, type HtmlElement } from '../../src/markdown/html-tree.ts';
import { readPlainHtml, type PageElement } from '../../src/markdown/plain-html.ts';
import { readPayloads } from '../trust/payloads.ts';

/** A small page that has one of everything that our pages have. */
const page = (words: string): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A page</title><style>@media (width < 40rem){p{color:red}}</style><script type="application/ld+json">{"name":"a \\u003c b"}</script><link rel="icon" href="/favicon.svg"></head><body class="page"><main><h1>Ships &amp; ports</h1>${words}<p title="5 &#x3E; 4" hidden>Words<br/>and <em>more</em></p><svg viewBox="0 0 8 8" role="img"><title>A map</title><path d="M0 0"/><use xlink:href="#x"></use></svg><input type=text disabled></main></body></html>`;

interface Found {
  tagName: string;
  isHtml: boolean;
  attrs: (readonly [name: string, value: string])[];
  text: string;
}

const fromTree = (element: HtmlElement): Found => ({
  tagName: element.tagName,
  isHtml: element.namespaceURI === 'http://www.w3.org/1999/xhtml',
  attrs: element.attrs.map((attribute) => [attributeName(attribute), attribute.value]),
  text: ['script', 'style'].includes(element.tagName) ? readText(element) : '',
});

const fromSource = ({ tagName, isHtml, attrs, text }: PageElement): Found => ({
  tagName,
  isHtml,
  attrs: attrs.map(({ name, value }) => [name, value]),
  text,
});

/** What the parser finds and the list of the reader lacks. A second html or body is none of its own for a parser. */
function findMissed(html: string, read: readonly PageElement[]): Found[] {
  const known = new Set(read.map((element) => JSON.stringify(fromSource(element))));
  return parsePage(html)
    .filter(({ sourceCodeLocation, tagName }) => sourceCodeLocation && !/^(?:html|body)$/.test(tagName))
    .map(fromTree)
    .filter((found) => !known.has(JSON.stringify(found)));
}

test('a page as ours are is read like a parser reads it, with the place of everything', () => {
  const html = page('<p>One.</p>');
  const elements = readPlainHtml(html);
  assert.ok(elements !== undefined);
  const parsed = parsePage(html);
  assert.deepEqual(elements.map(fromSource), parsed.map(fromTree));
  for (const [index, { attrs, start, opened, end }] of elements.entries()) {
    const place = parsed[index]?.sourceCodeLocation;
    assert.deepEqual([start, end], [place?.startOffset, place?.endOffset]);
    assert.equal(opened, place?.startTag?.endOffset ?? place?.endOffset);
    for (const attribute of attrs) {
      // The parser keeps the places of attributes in pictures under names without capitals.
      const at = place?.attrs?.[attribute.name] ?? place?.attrs?.[attribute.name.toLowerCase()];
      assert.deepEqual([attribute.start, attribute.end], [at?.startOffset, at?.endOffset], attribute.name);
    }
  }
});

for (const [what, words] of [
  ['a comment', '<!-- x -->'],
  ['a tag that never ends', '<p title="x'],
  ['an element without an end', '<div>'],
  ['an end without a beginning', '</div>'],
  ['ends in another order', '<b><i>x</b></i>'],
  ['capitals', '<P>x</P>'],
  ['an attribute twice', '<p class="a" class="b">x</p>'],
  ['no space between attributes', '<p class="a"id="b">x</p>'],
  ['a sign that is no tag', '<p>1 < 2</p>'],
  ['a reference by an uncommon name', '<a href="java&Tab;script:x">x</a>'],
  ['a reference without its end', '<a href="&#106avascript:x">x</a>'],
  ['a reference to a control character', '<a href="java&#9;script:x">x</a>'],
  ['a slash where there is none', '<p/>'],
  ['a tag inside of a title', '<title><b></title>'],
  [
    'a tag inside of a picture’s title',
    '<svg><title><a title="</title><script>x</script>"></a></title></svg>',
  ],
  ['a style inside of a picture', '<svg><style>x</style></svg>'],
  ['text that is not parsed', '<iframe><p></iframe>'],
  ['a template', '<template><p>x</p></template>'],
  ['an odd end of a style', '<style>x</style ></style>'],
  ['a carriage return', '<p>a\r\nb</p>'],
  ['a space that is none to a browser', '<p\u00a0onclick="x">x</p>'],
] as const) {
  test(`${what} is left to the parser`, () => {
    assert.equal(readPlainHtml(page(words)), undefined);
  });
}

test('hostile words hide nothing, wherever they stand', async (context) => {
  const { values, own, from } = await readPayloads();
  const some = [...new Set([...own, ...values.filter((_, at) => at % 10 === 0)])];
  let read = 0;
  let tried = 0;
  for (const value of some) {
    for (const words of [
      value,
      `<p title="${value}">x</p>`,
      `<p title='${value}'>x</p>`,
      `<p title=${value}>x</p>`,
      `<a href="${value.replaceAll('"', '&quot;')}">x</a>`,
      `<svg><title>${value}</title></svg>`,
      `<textarea>${value}</textarea>`,
      `<style>${value}</style>`,
      `<div ${value}>x</div>`,
    ]) {
      const html = page(words);
      const elements = readPlainHtml(html);
      tried += 1;
      if (elements === undefined) continue;
      read += 1;
      assert.deepEqual(findMissed(html, elements), [], words);
    }
  }
  context.diagnostic(`${tried} pages with ${from}, ${read} of them plain`);
  assert.ok(read > tried / 10 && read < tried);
});
