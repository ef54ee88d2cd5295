// Accounts for every word of a copy: what it consists of before, and where each of them is after.
import { countWords, type Account, type LeftOut } from './draft.ts';
import type { Head, Piece } from './head.ts';
import type { SourceLine } from './paragraphs.ts';

export interface LineParts {
  source: string;
  /** All lines of the source. */
  lines: readonly SourceLine[];
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

/** Counts the words of a source of lines and of each part, and compares the characters of both. */
export function buildLineAccount(parts: LineParts): Account {
  const { source, lines, head, below, body, trailer, paragraphs, mended } = parts;
  const left = trailer.map(({ text }) => text);
  const running = lines.filter(({ leftOut }) => leftOut !== undefined).map(({ text }) => text);
  const read = [...head.pieces, ...below].map(({ text }) => text);
  const articleLines = lines.filter(({ leftOut }) => leftOut === undefined).map(({ text }) => text);
  const account = {
    source: countWords(source),
    ...countHead(head),
    fields: 0,
    body: countAll(paragraphs),
    mended,
  };
  account.leftOut += countAll(left) + countAll(running);
  const complete =
    addsUp(account) &&
    squeeze([source]) === squeeze(lines.map(({ text }) => text)) &&
    squeeze(articleLines) === squeeze(read) &&
    squeeze(head.rest.map(({ text }) => text)) === squeeze([...body, ...left]) &&
    squeeze(body) === squeeze(paragraphs);
  return { ...account, complete };
}

/** The words of a head's lines, by what they have become. */
export function countHead({
  pieces,
}: Pick<Head, 'pieces'>): Pick<Account, 'headline' | 'byline' | 'date' | 'leftOut'> {
  const count = (part: Piece['part']): number =>
    pieces.filter((piece) => piece.part === part).reduce((sum, { words }) => sum + words, 0);
  return {
    headline: count('headline'),
    byline: count('byline'),
    date: count('date'),
    leftOut: count('left out'),
  };
}

/** Whether every word of the source is counted in one of the parts. */
export function addsUp(account: Omit<Account, 'complete'>): boolean {
  const { source, headline, byline, date, fields, body, leftOut, mended } = account;
  return source === headline + byline + date + fields + body + leftOut + mended;
}

export const countAll = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + countWords(text), 0);

/** All characters but white space, and but hyphens, which are left out where a cut word is mended. */
export const squeeze = (texts: readonly string[]): string => texts.join('').replace(/[\s‐\u00ad-]+/g, '');
