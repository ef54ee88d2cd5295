// From the lines of a copy to its paragraphs: wrapped lines are put together, paragraphs cut by a page break joined.
import { countWords, quoteEnd, quoteStart, type Join } from './draft.ts';
import { decideHyphen, joinTexts, wordAtJoin } from './hyphens.ts';

/** A line of the source that is not blank. */
export interface SourceLine {
  /** Without white space at its ends. */
  text: string;
  /** How far it is indented, in characters. */
  indent: number;
  /** Whether a blank line, or the beginning, stands before it. */
  afterBlank: boolean;
  /** On which page of a print copy it stands, counted from 0. */
  page: number;
  /** Why it is not part of the article, where that is certain from the layout. */
  leftOut?: string;
}

/** Whether a text ends a sentence: a closing sign, with quotation marks, brackets or a footnote's number behind it. */
export const endsSentence = (text: string): boolean =>
  /[.?!:…。！？؟۔][\p{Pe}\p{Pf}"'”’]*(?:\[\d+\])?\s*$/u.test(text);

/** Whether a text begins in lower case, opening quotation marks and brackets aside. */
export const startsInLowerCase = (text: string): boolean => /^[\p{Ps}\p{Pi}"'“‘«]*\p{Ll}/u.test(text);

/** The lines of a text that are not blank. A form feed, where a page ended, counts as a blank line, a vertical tab ends one. */
export function splitLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let afterBlank = true;
  for (const [page, part] of text.split('\f').entries()) {
    if (page > 0) afterBlank = true;
    for (const line of part.split(/[\n\v]/)) {
      const trimmed = line.trim();
      if (trimmed !== '') lines.push({ text: trimmed, indent: line.search(/\S/), afterBlank, page });
      afterBlank = trimmed === '';
    }
  }
  return lines;
}

/** Text is wrapped at widths between these; longer lines are whole paragraphs, shorter ones lists and labels. */
const narrowestWrap = 40;
const widestWrap = 120;

export interface Paragraphs {
  paragraphs: string[];
  joins: Join[];
  /** Words cut at the end of a line that are whole again. */
  mendedWords: string[];
  doubts: string[];
  /** Line breaks inside paragraphs that have become spaces. */
  unwrapped: number;
  /** Words that stood in two halves and are one now. */
  mended: number;
}

/**
 * Puts the lines of wrapped paragraphs together. A text is taken for wrapped if most of its breaks inside blocks come
 * where the next word would not have fitted; otherwise each line is a paragraph.
 * @param whole the whole source: where it prints a word in one piece, a hyphen at a line's end is certain to be a cut
 */
export function buildBlocks(lines: readonly SourceLine[], whole: string): Paragraphs {
  const result: Paragraphs = {
    paragraphs: [],
    joins: [],
    doubts: [],
    mendedWords: [],
    unwrapped: 0,
    mended: 0,
  };
  const inBlock = lines.filter((line, index) => !line.afterBlank || lines[index + 1]?.afterBlank === false);
  const width = Math.max(0, ...inBlock.map(({ text, indent }) => text.length + indent));
  const isFull = (line: SourceLine, next: SourceLine): boolean =>
    line.text.length + line.indent + 1 + (/^\S+/.exec(next.text)?.[0].length ?? 0) > width - 3;
  const breaks = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    return next === undefined || next.afterBlank
      ? []
      : [isFull(line, next) && !(endsSentence(line.text) && !startsInLowerCase(next.text))];
  });
  const cut = lines.some((line, index) => lines[index + 1]?.afterBlank === false && !endsSentence(line.text));
  const wrapped =
    width >= narrowestWrap &&
    width <= widestWrap &&
    cut &&
    breaks.filter(Boolean).length * 2 >= breaks.length;

  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1];
    const last = result.paragraphs.length - 1;
    const open = result.paragraphs[last];
    const goesOn =
      wrapped &&
      previous !== undefined &&
      open !== undefined &&
      !line.afterBlank &&
      line.indent <= previous.indent + 1 &&
      (isFull(previous, line) || (startsInLowerCase(line.text) && !endsSentence(previous.text)));
    if (!goesOn) {
      result.paragraphs.push(line.text);
      continue;
    }
    const by = decideHyphen(open, line.text, whole);
    result.unwrapped += 1;
    if (by === undefined)
      result.doubts.push(
        `A hyphen ends a line: ${quoteEnd(open, 20)} and ${quoteStart(line.text, 20)} were put together with it.`,
      );
    if (by !== 'a space') result.mended += 1;
    if (by === 'nothing, the hyphen left out') result.mendedWords.push(wordAtJoin(open, line.text, by));
    result.paragraphs[last] = joinTexts(open, line.text, by ?? 'its hyphen');
  }
  return result;
}

type JoinedParagraphs = Omit<Paragraphs, 'unwrapped' | 'mendedWords'>;

/** Joins paragraphs that a page break cut in two; what only looks cut stays as it is and becomes a doubt. */
export function joinParagraphs(blocks: readonly string[], whole: string): JoinedParagraphs {
  const result: JoinedParagraphs = { paragraphs: [], joins: [], doubts: [], mended: 0 };
  const { paragraphs, doubts } = result;
  for (const block of blocks) {
    const before = paragraphs.at(-1);
    if (before === undefined) {
      paragraphs.push(block);
      continue;
    }
    // A line of stars or dashes is whole as it is.
    const ends = endsSentence(before) || !/[\p{L}\p{N}]/u.test(before);
    const by = decideHyphen(before, block, whole);
    const places = `${quoteEnd(before)} and ${quoteStart(block)}`;
    if (!ends && startsInLowerCase(block) && by !== undefined) {
      result.joins.push({ before, after: block, by });
      if (by !== 'a space') result.mended += 1;
      paragraphs[paragraphs.length - 1] = joinTexts(before, block, by);
      continue;
    }
    if (!ends && startsInLowerCase(block)) {
      doubts.push(
        `A word may be cut at its hyphen between ${places}: not joined, because the copy does not show it whole.`,
      );
    } else if (!ends && !isListItem(before)) {
      doubts.push(
        isLabel(before)
          ? `${quoteStart(before)} is kept as a paragraph of its own: a subheading, or it may be cut.`
          : `It may be cut: ${places} were not joined, because the second does not begin in lower case.`,
      );
    } else if (ends && startsInLowerCase(block) && !/:["'”’]*$/.test(before)) {
      doubts.push(`It may be cut: ${places} were not joined, because the first ends a sentence.`);
    }
    paragraphs.push(block);
  }
  const last = paragraphs.at(-1);
  if (last !== undefined && !endsSentence(last))
    doubts.push(`The text may be cut at its end: ${quoteEnd(last)}.`);
  return result;
}

const isListItem = (text: string): boolean => /^(?:[-*+•–]|\d{1,2}[.)])\s/.test(text);
const isLabel = (text: string): boolean => countWords(text) <= 12;
