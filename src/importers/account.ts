// Accounts for every word of a copy: what it consists of before, and where each of them is after.
import { countWords, type Account, type LeftOut } from './draft.ts';
import type { Head } from './head.ts';
import type { SourceLine } from './paragraphs.ts';

export interface Parts {
  source: string;
  head: Head;
  /** The lines below the head. */
  below: readonly SourceLine[];
  /** Paragraphs before joining, without the trailer. */
  body: readonly string[];
  trailer: readonly LeftOut[];
  /** Paragraphs after joining. */
  paragraphs: readonly string[];
  mended: number;
}

/** Counts the words of the source and of each part, and compares the characters of both. */
export function buildAccount({ source, head, below, body, trailer, paragraphs, mended }: Parts): Account {
  const left = trailer.map(({ text }) => text);
  const inHead = (part: 'headline' | 'byline' | 'date' | 'left out'): number =>
    head.pieces.filter((piece) => piece.part === part).reduce((sum, { words }) => sum + words, 0);
  const count = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + countWords(text), 0);
  const account = {
    source: countWords(source),
    headline: inHead('headline'),
    byline: inHead('byline'),
    date: inHead('date'),
    body: count(paragraphs),
    leftOut: inHead('left out') + count(left),
    mended,
  };
  const { headline, byline, date, leftOut } = account;
  const read = [...head.pieces, ...below].map(({ text }) => text);
  const complete =
    account.source === headline + byline + date + account.body + leftOut + mended &&
    squeeze([source]) === squeeze(read) &&
    squeeze(head.rest.map(({ text }) => text)) === squeeze([...body, ...left]) &&
    squeeze(body) === squeeze(paragraphs);
  return { ...account, complete };
}

/** All characters but white space, and but hyphens, which are left out where a cut word is mended. */
const squeeze = (texts: readonly string[]): string => texts.join('').replace(/[\s‐-]+/g, '');
