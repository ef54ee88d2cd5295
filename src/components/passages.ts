// Cuts the sentences around a record's mentions out of an article's blocks, with a link that lands on the words.
import { readBody } from '../reading/body.ts';
import type { Block, Mention } from '../markdown/article-file.ts';
import { mentionUrl } from './mention-url.ts';
import { splitSentences, type Sentence } from './sentences.ts';

export interface Passage {
  /** The paragraph, with a text fragment for the first mention. */
  href: string;
  /** The text in pieces; the marked ones are spellings of the record. */
  parts: { text: string; marked: boolean }[];
  /** Those that it shows. */
  mentions: readonly Mention[];
}

/** Characters: a longer sentence is cut between words, and keeps this much before and after a mention. */
const longestSentence = 320;
const before = 100;
const after = 130;

export interface PassageSource {
  /** Of the article. */
  id: string;
  /** BCP 47. */
  language: string;
}

/** @param article `digest` names its body on disk */
export function readPassages(
  article: PassageSource & { digest: string },
  mentions: readonly Mention[],
): Passage[] {
  return buildPassages(article, readText(article.digest), mentions);
}

/** Every mention in its sentence; mentions in one sentence share a passage. `mentions` are in reading order. */
export function buildPassages(
  article: PassageSource,
  { blocks, page }: ArticleText,
  mentions: readonly Mention[],
): Passage[] {
  const passages: Passage[] = [];
  for (let next = 0; next < mentions.length;) {
    const first = mentions[next] as Mention;
    const block = blocks.get(first.anchor) ?? { text: first.spelling };
    const excerpt = cutAround(block, first, article.language);
    let past = next + 1;
    while (mentions[past]?.anchor === first.anchor && (mentions[past]?.end ?? 0) <= excerpt.to) past += 1;
    const shown = mentions.slice(next, past);
    next = past;
    passages.push({
      href: mentionUrl(article.id, block.text, page, first),
      parts: cutParts(block.text, excerpt, shown),
      mentions: shown,
    });
  }
  return passages;
}

interface Excerpt {
  from: number;
  to: number;
  /** Whether the sentence begins before it, or goes on after it. */
  cutBefore: boolean;
  cutAfter: boolean;
}

/** A mention's sentence, or whole words around it where the sentence is long. */
function cutAround(block: BlockText, { start, end }: Mention, language: string): Excerpt {
  const { text } = block;
  const sentences = (block.sentences ??= splitSentences(text, language));
  // A name may hold a full stop, and so reach over the end of what was taken for a sentence.
  let from = sentences.findLast((sentence) => sentence[0] <= start)?.[0] ?? 0;
  let to = sentences.find((sentence) => sentence[1] >= end)?.[1] ?? text.length;
  const isLong = to - from > longestSentence;
  const cutBefore = isLong && start - from > before + 20;
  const cutAfter = isLong && to - end > after + 20;
  if (cutBefore) {
    const gap = text.slice(start - before, start).search(/\s/u);
    from = gap === -1 ? start : start - before + gap + 1;
  }
  if (cutAfter) {
    const gap = text.slice(end, end + after).search(/\s\S*$/u);
    to = gap === -1 ? end : end + gap;
  }
  return { from, to, cutBefore, cutAfter };
}

function cutParts(text: string, excerpt: Excerpt, marked: readonly Mention[]): Passage['parts'] {
  const parts: Passage['parts'] = [];
  let at = excerpt.from;
  for (const { start, end } of marked) {
    parts.push(
      { text: text.slice(at, start), marked: false },
      { text: text.slice(start, end), marked: true },
    );
    at = end;
  }
  parts.push({ text: text.slice(at, excerpt.to), marked: false });
  if (excerpt.cutBefore) parts.unshift({ text: '… ', marked: false });
  if (excerpt.cutAfter) parts.push({ text: ' …', marked: false });
  return parts.filter((part) => part.text !== '');
}

interface BlockText {
  text: string;
  /** Found when a passage is first cut from the block. */
  sentences?: readonly Sentence[];
}

export interface ArticleText {
  /** By anchor. */
  blocks: Map<string, BlockText>;
  /** All of them. */
  page: string;
}

export const joinBlocks = (blocks: readonly Pick<Block, 'anchor' | 'text'>[]): ArticleText => ({
  blocks: new Map(blocks.map(({ anchor, text }): [string, BlockText] => [anchor, { text }])),
  page: blocks.map(({ text }) => text).join('\n'),
});

/** The newest few articles are asked for again and again. */
const cache = new Map<string, ArticleText>();
const cacheSize = 1000;

function readText(digest: string): ArticleText {
  let text = cache.get(digest);
  if (text === undefined) {
    text = joinBlocks(readBody(digest).blocks);
    const oldest = cache.keys().next().value;
    if (cache.size >= cacheSize && oldest !== undefined) cache.delete(oldest);
    cache.set(digest, text);
  }
  return text;
}
