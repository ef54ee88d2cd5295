// The plugin of markdown-it that reads footnotes; it brings no types of its own.
declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it';
  const footnotes: (reader: MarkdownIt) => void;
  export default footnotes;
}
