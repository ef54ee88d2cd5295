// Cuts what is shown of an article that names a record: the text around the first mention, and where a link lands; pure.
import type { Block, Mention } from '../markdown/article-file.ts';
import type { Excerpt } from './excerpt.ts';
import { renderMentionDirective } from './text-directive.ts';

/** Characters before and after the mention. */
const before = 70;
const after = 110;

/** The text of an article, prepared for as many excerpts as it has records. */
export interface ArticleText {
  textByAnchor: ReadonlyMap<string, string>;
  /** All of it, to see whether some words stand there only once. */
  page: string;
}

export const readText = (blocks: readonly Block[]): ArticleText => ({
  textByAnchor: new Map(blocks.map(({ anchor, text }) => [anchor, text])),
  page: blocks.map(({ text }) => text).join('\n'),
});

/** @param mentions those of one record in reading order; there is no excerpt without one that stands in a block */
export function buildMentionExcerpt(
  { textByAnchor, page }: ArticleText,
  mentions: readonly Mention[],
): Excerpt | undefined {
  const [first] = mentions;
  const text = textByAnchor.get(first?.anchor ?? '');
  if (first === undefined || text === undefined) return undefined;
  const { anchor } = first;
  const [from, to] = cutWindow(text, first);
  const marks = mentions
    .filter((mention) => mention.anchor === anchor && mention.start >= from && mention.end <= to)
    .sort((a, b) => a.start - b.start);

  const pieces: Excerpt['pieces'] = [];
  let at = from;
  for (const { start, end } of marks) {
    pieces.push({ text: text.slice(at, start), hit: false }, { text: text.slice(start, end), hit: true });
    at = end;
  }
  pieces.push({ text: text.slice(at, to), hit: false });
  if (from > 0) pieces.unshift({ text: '… ', hit: false });
  if (to < text.length) pieces.push({ text: ' …', hit: false });
  const directive = renderMentionDirective(text, first, page);
  return {
    anchor,
    pieces: pieces.filter((piece) => piece.text !== ''),
    ...(directive !== undefined && { directive }),
  };
}

/** The offsets of whole words around a mention; an end of the text that is near is taken in. */
function cutWindow(text: string, { start, end }: Mention): [from: number, to: number] {
  let from = 0;
  if (start > before + 20) {
    const gap = text.slice(start - before, start).search(/\s/u);
    from = gap === -1 ? start : start - before + gap + 1;
  }
  let to = text.length;
  if (text.length - end > after + 20) {
    const gap = text.slice(end, end + after).search(/\s\S*$/u);
    to = gap === -1 ? end : end + gap;
  }
  return [from, to];
}
