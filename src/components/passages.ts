// Cuts the passages around a record's mentions out of an article's blocks, with a link that lands on the words.
import { readBody } from '../archive/body.ts';
import type { Article } from '../archive/build.ts';
import type { Mention } from '../markdown/article-file.ts';
import { renderTextDirective } from '../search/text-directive.ts';
import { paragraphUrl } from '../urls.ts';

export interface Passage {
  /** The paragraph, with a text fragment for the first mention. */
  href: string;
  /** The text in pieces; the marked ones are spellings of the record. */
  parts: { text: string; marked: boolean }[];
}

export interface Passages {
  passages: Passage[];
  /** Mentions that no passage shows. */
  more: number;
  /** The first of them. */
  moreHref: string | undefined;
}

/** Characters of context on either side of a mention. */
const before = 70;
const after = 90;

/** At most `most` passages; mentions that stand close together share one. */
export async function readPassages(
  article: Article,
  mentions: readonly Mention[],
  most: number,
): Promise<Passages> {
  const texts = await readTexts(article.digest);
  const passages: Passage[] = [];
  let next = 0;
  while (passages.length < most) {
    const first = mentions[next];
    if (first === undefined) break;
    const text = texts.get(first.anchor) ?? first.spelling;
    const [from, to] = windowAround(text, first);
    const shared = mentions.slice(next).findIndex(({ anchor, end }) => anchor !== first.anchor || end > to);
    const marked = shared === -1 ? mentions.slice(next) : mentions.slice(next, next + Math.max(shared, 1));
    next += marked.length;
    passages.push({ href: mentionUrl(article.id, texts, first), parts: cutParts(text, from, to, marked) });
  }
  const rest = mentions[next];
  const moreHref = rest && mentionUrl(article.id, texts, rest);
  return { passages, more: mentions.length - next, moreHref };
}

/** The offsets of whole words around a mention. */
function windowAround(text: string, { start, end }: Mention): [from: number, to: number] {
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

function cutParts(text: string, from: number, to: number, marked: readonly Mention[]): Passage['parts'] {
  const parts: Passage['parts'] = [];
  let at = from;
  for (const { start, end } of marked) {
    parts.push(
      { text: text.slice(at, start), marked: false },
      { text: text.slice(start, end), marked: true },
    );
    at = end;
  }
  parts.push({ text: text.slice(at, to), marked: false });
  if (from > 0) parts.unshift({ text: '… ', marked: false });
  if (to < text.length) parts.push({ text: ' …', marked: false });
  return parts.filter((part) => part.text !== '');
}

/** The address of a mention: its paragraph, and where it is certain a text fragment with the words around it. */
function mentionUrl(id: string, texts: Texts, { anchor, start, end }: Mention): string {
  const text = texts.get(anchor) ?? '';
  // A fragment matches whole words only, and a possessive ending belongs to the word.
  const stop = end + (/^['’]\p{L}+/u.exec(text.slice(end))?.[0].length ?? 0);
  // The cells of a table row are parted by line ends, and no fragment reaches over two cells.
  const gap = text.startsWith('\n') ? '[^\\S\\n]+' : '\\s+';
  const before = new RegExp(`(?:(?<!\\S)\\S+${gap}){0,3}\\S*$`, 'u').exec(text.slice(0, start))?.[0] ?? '';
  const after = new RegExp(`^\\S*(?:${gap}\\S+){0,3}`, 'u').exec(text.slice(stop))?.[0] ?? '';
  const page = [...texts.values()].join('\n');
  const directive = renderTextDirective(before, text.slice(start, stop), after, page);
  return `${paragraphUrl(id, anchor)}${directive === undefined ? '' : `:~:${directive}`}`;
}

/** Texts of an article's blocks by anchor. */
type Texts = Map<string, string>;

/** The newest few articles are asked for again and again. */
const cache = new Map<string, Promise<Texts>>();
const cacheSize = 1000;

function readTexts(digest: string): Promise<Texts> {
  let texts = cache.get(digest);
  if (texts === undefined) {
    texts = readBody(digest).then(({ blocks }) => new Map(blocks.map(({ anchor, text }) => [anchor, text])));
    const oldest = cache.keys().next().value;
    if (cache.size >= cacheSize && oldest !== undefined) cache.delete(oldest);
    cache.set(digest, texts);
  }
  return texts;
}
