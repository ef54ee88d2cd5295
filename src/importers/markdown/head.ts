// Takes the head off a Markdown tree: a headline that the front matter has too, or one with byline and date below it.
import type { Heading, Paragraph, Root } from 'mdast';
import { foldName } from '../../names/normalize.ts';
import { readAll } from '../blocks.ts';
import { countWords, type Hints } from '../draft.ts';
import { isDateLine, readHeadLines } from '../head-lines.ts';

export interface TreeHead {
  title?: string;
  authors: string[];
  published?: string;
  doubts: string[];
  signature: string[];
  /** The blocks that are no longer in the tree. */
  taken: (Heading | Paragraph)[];
  words: { headline: number; byline: number; date: number };
}

/** @param hasFields whether front matter says who wrote it and when, so that the text begins below the headline */
export function takeTreeHead(tree: Root, hints: Hints, hasFields: boolean): TreeHead {
  const head: TreeHead = {
    authors: [],
    doubts: [],
    signature: [],
    taken: [],
    words: { headline: 0, byline: 0, date: 0 },
  };
  const [first] = tree.children;
  if (first?.type === 'heading') {
    const text = readAll(first).replace(/\s+/g, ' ').trim();
    const isTitle = hints.title === undefined ? first.depth === 1 : foldName(text) === foldName(hints.title);
    if (isTitle) {
      head.title = text;
      take(tree, head, 'headline', text);
    }
  }
  if (hasFields) return head;
  for (let next = tree.children[0]; next?.type === 'paragraph'; next = tree.children[0]) {
    const text = readAll(next).replace(/\s+/g, ' ').trim();
    const [line] = readHeadLines([{ text, indent: 0, afterBlank: true, page: 0 }], hints);
    if (line === undefined || countWords(text) > 20) break;
    const dated = isDateLine(line) && line.date?.day !== undefined && head.published === undefined;
    const known =
      line.byline?.certain === true ||
      (line.byline !== undefined && (dated || line.byline.names.every(hints.isPerson)));
    const signed = known && head.authors.length === 0;
    if (!dated && !signed) break;
    if (dated && line.date?.day !== undefined) head.published = line.date.day;
    if (signed) head.authors = line.byline?.names ?? [];
    head.signature.push(text);
    take(tree, head, signed ? 'byline' : 'date', text);
  }
  return head;
}

function take(tree: Root, head: TreeHead, part: keyof TreeHead['words'], text: string): void {
  const block = tree.children.shift();
  if (block?.type === 'heading' || block?.type === 'paragraph') head.taken.push(block);
  head.words[part] += countWords(text);
}
