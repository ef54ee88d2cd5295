// Reads Markdown with markdown-it, which shares no code with the pipeline, to say what a page of it must show.
import MarkdownIt, { type Env, type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';

export type { Token };

/** What a body says, before it is rendered. */
export interface Reading {
  markdown: string;
  tokens: Token[];
  /** The addresses of all definitions. */
  addresses: string[];
}

/** CommonMark alone, raw HTML included. */
const plain = new MarkdownIt('commonmark', { maxNesting: 200 });

/** CommonMark with the three constructs of GFM that an article may use. */
const extended = new MarkdownIt('commonmark', { maxNesting: 200 })
  .enable(['table', 'strikethrough'])
  .use(footnotes)
  // "^[...]" is not part of GFM.
  .disable('footnote_inline');

for (const reader of [plain, extended]) {
  // Which addresses are safe is for the archive to decide.
  reader.validateLink = () => true;
}
const { rules } = extended.renderer;
rules['s_open'] = () => '<del>';
rules['s_close'] = () => '</del>';
const writeCell: typeof rules.text = (tokens, at) => {
  const { tag, attrs } = tokens[at] as Token;
  const [, align] = /^text-align:(\w+)$/.exec(String(attrs?.find(([name]) => name === 'style')?.[1])) ?? [];
  return align === undefined ? `<${tag}>` : `<${tag} align="${align}">`;
};
rules['th_open'] = rules['td_open'] = writeCell;
// A note is identified by its number, as on the page: the mark in the text and the item at its end.
rules['footnote_ref'] = (tokens, at) => `<sup>${Number((tokens[at] as Token).meta?.id) + 1}</sup>`;
rules['footnote_block_open'] = () => '<section><ol>';
rules['footnote_block_close'] = () => '</ol></section>';
rules['footnote_open'] = () => '<li>';
rules['footnote_close'] = () => '</li>';
rules['footnote_anchor'] = () => '';

export function readCommonMark(markdown: string): Reading {
  const env: Env = {};
  const tokens = plain.parse(markdown, env);
  return { markdown, tokens, addresses: Object.values(env.references ?? {}).map(({ href }) => href) };
}

export const renderCommonMark = (tokens: Token[]): string => plain.renderer.render(tokens, plain.options, {});

/** The HTML of an article's body: footnotes as `<sup>1</sup>` and as a list in a section at the end. */
export const renderReference = (markdown: string): string => extended.render(markdown, {});

/** Every token, those within lines of text included. */
export const allTokens = (tokens: readonly Token[]): Token[] =>
  tokens.flatMap((token) => [token, ...allTokens(token.children ?? [])]);
