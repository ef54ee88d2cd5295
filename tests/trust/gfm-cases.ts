// Cases of the three constructs of GFM that an article may use, and of those that it may not: what a page must show.

interface GfmCase {
  name: string;
  markdown: string;
  /** Footnotes as `<sup>1</sup>` and as a plain list in a section. */
  html: string;
}

const notes = (...items: string[]): string =>
  `<section><ol>${items.map((item) => `<li>${item}</li>`).join('')}</ol></section>`;

/** The examples of the GFM specification (0.29); footnotes, which it lacks, are as GitHub shows them. */
export const gfmCases: readonly GfmCase[] = [
  {
    name: 'table (GFM 198)',
    markdown: '| foo | bar |\n| --- | --- |\n| baz | bim |\n',
    html: '<table><thead><tr><th>foo</th><th>bar</th></tr></thead><tbody><tr><td>baz</td><td>bim</td></tr></tbody></table>',
  },
  {
    name: 'alignment of cells (GFM 199)',
    markdown: '| abc | defghi |\n:-: | -----------:\nbar | baz\n',
    html: '<table><thead><tr><th align="center">abc</th><th align="right">defghi</th></tr></thead><tbody><tr><td align="center">bar</td><td align="right">baz</td></tr></tbody></table>',
  },
  {
    name: 'a bar in a cell (GFM 200)',
    markdown: '| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |\n',
    html: '<table><thead><tr><th>f|oo</th></tr></thead><tbody><tr><td>b <code>|</code> az</td></tr><tr><td>b <strong>|</strong> im</td></tr></tbody></table>',
  },
  {
    name: 'a quotation ends a table (GFM 201)',
    markdown: '| abc | def |\n| --- | --- |\n| bar | baz |\n> bar\n',
    html: '<table><thead><tr><th>abc</th><th>def</th></tr></thead><tbody><tr><td>bar</td><td>baz</td></tr></tbody></table><blockquote><p>bar</p></blockquote>',
  },
  {
    name: 'a line without bars is a row, an empty line ends the table (GFM 202)',
    markdown: '| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar\n',
    html: '<table><thead><tr><th>abc</th><th>def</th></tr></thead><tbody><tr><td>bar</td><td>baz</td></tr><tr><td>bar</td><td></td></tr></tbody></table><p>bar</p>',
  },
  {
    name: 'a head with another number of cells is none (GFM 203)',
    markdown: '| abc | def |\n| --- |\n| bar |\n',
    html: '<p>| abc | def |\n| --- |\n| bar |</p>',
  },
  {
    name: 'a row with fewer cells (GFM 204, first row)',
    markdown: '| abc | def |\n| --- | --- |\n| bar |\n',
    html: '<table><thead><tr><th>abc</th><th>def</th></tr></thead><tbody><tr><td>bar</td><td></td></tr></tbody></table>',
  },
  {
    name: 'a table without rows (GFM 205)',
    markdown: '| abc | def |\n| --- | --- |\n',
    html: '<table><thead><tr><th>abc</th><th>def</th></tr></thead></table>',
  },
  {
    name: 'strikethrough (GFM 491)',
    markdown: '~~Hi~~ Hello, world!\n',
    html: '<p><del>Hi</del> Hello, world!</p>',
  },
  {
    name: 'strikethrough does not reach over paragraphs (GFM 492)',
    markdown: 'This ~~has a\n\nnew paragraph~~.\n',
    html: '<p>This ~~has a</p><p>new paragraph~~.</p>',
  },
  {
    name: 'one tilde is an amount, not a deletion',
    markdown: 'From ~5% to ~7%.\n',
    html: '<p>From ~5% to ~7%.</p>',
  },
  {
    name: 'a footnote',
    markdown: 'Here[^1] and there.\n\n[^1]: The note, *in italics*.\n',
    html: `<p>Here<sup>1</sup> and there.</p>${notes('<p>The note, <em>in italics</em>.</p>')}`,
  },
  {
    name: 'footnotes are numbered as they are first referred to, and stand at the end',
    markdown: 'One[^b], two[^a], one again[^b].\n\n[^a]: Second.\n\n[^b]: First.\n\nAfter.\n',
    html: `<p>One<sup>1</sup>, two<sup>2</sup>, one again<sup>1</sup>.</p><p>After.</p>${notes('<p>First.</p>', '<p>Second.</p>')}`,
  },
  {
    name: 'a footnote of several blocks',
    markdown: 'Text[^long].\n\n[^long]: One.\n\n    Two.\n\n    - a\n    - b\n',
    html: `<p>Text<sup>1</sup>.</p>${notes('<p>One.</p><p>Two.</p><ul><li>a</li><li>b</li></ul>')}`,
  },
  {
    name: 'a footnote in a table, its name in another script',
    markdown: '| a |\n| - |\n| b[^Σημ] |\n\n[^σημ]: Note.\n',
    html: `<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b<sup>1</sup></td></tr></tbody></table>${notes('<p>Note.</p>')}`,
  },
  {
    name: 'no task lists',
    markdown: '- [ ] foo\n- [x] bar\n',
    html: '<ul><li>[ ] foo</li><li>[x] bar</li></ul>',
  },
  {
    name: 'no addresses that become links by themselves',
    markdown: 'www.example.org, https://example.org/a_b_c and a@example.org\n',
    html: '<p>www.example.org, https://example.org/a_b_c and a@example.org</p>',
  },
];
