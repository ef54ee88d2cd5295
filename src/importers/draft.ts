// The draft of an article: what every importer makes of a copy before anything is written, with all that it is unsure of.
import type { Root } from 'mdast';
import type { sourceFormats } from '../schema/article.ts';

/** Two paragraphs of the source that were one before a page break cut them. */
export interface Join {
  before: string;
  after: string;
  /** What stands between them now. */
  by: 'a space' | 'its hyphen' | 'its dash' | 'nothing, the hyphen left out';
}

/** Text of the source that is not in the article, in full. */
export interface LeftOut {
  text: string;
  why: string;
  /** Words of the source in it, where these are not those of `text`: 0 for the address of a picture. */
  words?: number;
}

/** The words of the source and where each of them went; words are what white space separates. */
export interface Account {
  source: number;
  headline: number;
  byline: number;
  date: number;
  /** Words that went into other fields of the article, such as its description. */
  fields: number;
  body: number;
  leftOut: number;
  /** Words that stood in two halves at a cut and are one now. */
  mended: number;
  /** Whether every character of the source but white space is in exactly one of the parts, in order. */
  complete: boolean;
}

export interface Draft {
  format: (typeof sourceFormats)[number];
  /** The headline; missing where none was found. */
  title?: string;
  /** Names as the byline prints them; empty for an unsigned report. */
  authors: string[];
  /** `YYYY-MM-DD`; missing where no date, or no certain one, was found. */
  published?: string;
  /** The body: only what Markdown can say, links with whole addresses, no pictures. */
  tree: Root;
  /** The text of each block of the body, as the page will show it. */
  paragraphs: string[];
  /** What the copy says of itself beside headline, byline and date. */
  facts: Facts;
  /** Sentences: what was decided on thin evidence, and what a maintainer should look at. */
  doubts: string[];
  /** Why `title` or `published` is missing: a sentence each. */
  missing: { title?: string; published?: string };
  leftOut: LeftOut[];
  joins: Join[];
  /** Lines of the head that were read as byline or date, in full. */
  signature: string[];
  /** Lines of the head other than the headline: where a publication may be named. */
  head: string[];
  account: Account;
}

export interface Facts {
  /** Where it was published. */
  url?: string;
  /** A snapshot of it in a web archive. */
  archived?: string;
  /** The name of the publication. */
  siteName?: string;
  /** A BCP 47 tag. */
  language?: string;
  description?: string;
  /** Names of topics. */
  tags?: string[];
}

/** A draft with its body written as Markdown, which has been proved to say the same. */
export type WrittenDraft = Omit<Draft, 'tree'> & { body: string };

/** What the archive knows and the maintainer said that helps to read a copy. */
export interface Hints {
  /** The headline, where the maintainer gave it. */
  title?: string;
  /** `YYYY-MM-DD`, where the maintainer gave the date. */
  published?: string;
  /** Whether a name is one of the archive's people, or was given as the author. */
  isPerson: (name: string) => boolean;
  /** Whether a line is the name of a publication of the archive. */
  isPublication: (line: string) => boolean;
}

/** The words of what was left out that count. */
export const countLeftOut = (leftOut: readonly LeftOut[]): number =>
  leftOut.reduce((sum, { text, words }) => sum + (words ?? countWords(text)), 0);

/** The words of a text: what white space separates. */
export const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** The beginning of a text, `…` where it goes on. */
export const cutStart = (text: string, length = 60): string =>
  text.length > length ? `${text.slice(0, length).trimEnd()}…` : text;

/** The end of a text, `…` where more stands before it. */
export const cutEnd = (text: string, length = 60): string =>
  text.length > length ? `…${text.slice(-length).trimStart()}` : text;

export const quoteStart = (text: string, length?: number): string => `"${cutStart(text, length)}"`;
export const quoteEnd = (text: string, length?: number): string => `"${cutEnd(text, length)}"`;
