// Cuts the passages around a record's mentions out of an article's blocks, with a link that lands on the words.
import { readBody } from '../archive/body.ts';
import type { Article } from '../archive/build.ts';
import type { Mention } from '../markdown/article-file.ts';
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

/**
 * The address of a mention: its paragraph, and a text fragment with the words around it. A browser stops at the first
 * place that fits, so where the same words stand twice on the page there is no fragment.
 */
function mentionUrl(id: string, texts: Texts, { anchor, start, end }: Mention): string {
  const text = texts.get(anchor) ?? '';
  // A fragment matches whole words only, and a possessive ending belongs to the word.
  const stop = end + (/^['’]\p{L}+/u.exec(text.slice(end))?.[0].length ?? 0);
  // The cells of a table row are parted by line ends, and no fragment reaches over two cells.
  const gap = text.startsWith('\n') ? '[^\\S\\n]+' : '\\s+';
  const prefix = contextOf(text.slice(0, start), new RegExp(`(?:(?<!\\S)\\S+${gap}){0,3}\\S*$`, 'u'));
  const suffix = contextOf(text.slice(stop), new RegExp(`^\\S*(?:${gap}\\S+){0,3}`, 'u'));
  const words = text.slice(start, stop);
  const page = [...texts.values()].join('\n');
  if (page.split(prefix + words + suffix).length !== 2) return paragraphUrl(id, anchor);
  const fragment = [
    prefix.trim() && `${encodeFragment(prefix)}-,`,
    encodeFragment(words),
    suffix.trim() && `,-${encodeFragment(suffix)}`,
  ].join('');
  return `${paragraphUrl(id, anchor)}:~:text=${fragment}`;
}

/** A few words; nothing where a script without spaces or a web address makes them endless. */
function contextOf(text: string, words: RegExp): string {
  const context = words.exec(text)?.[0] ?? '';
  return context.length > 100 ? '' : context;
}

const encodeFragment = (words: string): string => encodeURIComponent(words.trim()).replaceAll('-', '%2D');

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
