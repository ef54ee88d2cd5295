// Rebuilds the paragraphs of a PDF from where its lines stand: gaps, indents, sizes and how far a line reaches.
import { decideHyphen, joinTexts, wordAtJoin } from '../hyphens.ts';
import { endsSentence, startsInLowerCase, type SourceLine } from '../paragraphs.ts';
import type { PdfLine } from './lines.ts';

export interface PdfParagraphs {
  /** Paragraphs as lines, those that are not the article's with a reason. */
  lines: SourceLine[];
  /** Words that stood in two halves and are one now. */
  mended: number;
  /** Those of them whose hyphen is gone. */
  mendedWords: string[];
  /** Hyphens at line ends that may be a cut or the word's own. */
  doubts: string[];
}

/** A gap this much wider than the usual one parts paragraphs. */
const wideGap = 1.3;

/**
 * Puts lines together.
 * @param lines in reading order
 * @param reasons why a line is not the article's, by its index
 */
export function buildParagraphs(
  lines: readonly PdfLine[],
  reasons: ReadonlyMap<number, string>,
): PdfParagraphs {
  const result: PdfParagraphs = { lines: [], mended: 0, mendedWords: [], doubts: [] };
  const whole = lines.map(({ text }) => text).join('\n');
  const usual = measureGaps(lines);
  const edges = measureEdges(lines);
  let previous: PdfLine | undefined;
  for (const [index, line] of lines.entries()) {
    const leftOut = reasons.get(index);
    if (leftOut !== undefined) {
      result.lines.push({ text: line.text, indent: 0, afterBlank: true, page: line.page, leftOut });
      continue;
    }
    const last = result.lines.findLast((one) => one.leftOut === undefined);
    if (previous === undefined || last === undefined || !goesOn(previous, line, usual, edges)) {
      result.lines.push({ text: line.text, indent: 0, afterBlank: true, page: line.page });
    } else {
      const by = decideHyphen(last.text, line.text, whole);
      if (by === undefined)
        result.doubts.push(
          `A hyphen ends a line: "${wordAtJoin(last.text, line.text, 'its hyphen')}" was put together with it.`,
        );
      if (by !== 'a space') result.mended += 1;
      if (by === 'nothing, the hyphen left out')
        result.mendedWords.push(wordAtJoin(last.text, line.text, by));
      last.text = joinTexts(last.text, line.text, by ?? 'its hyphen');
    }
    previous = line;
  }
  return result;
}

/** Whether a line goes on with the paragraph of the line before. */
function goesOn(
  before: PdfLine,
  line: PdfLine,
  usual: ReadonlyMap<number, number>,
  edges: ReadonlyMap<PdfLine, Edges>,
): boolean {
  const { size, text } = line;
  if (Math.abs(before.size - size) > size * 0.08) return false;
  const gap = before.y - line.y;
  const { left, right } = edges.get(before) ?? { left: before.left, right: before.right };
  const ends = endsSentence(before.text);
  const firstWord = (/^\S+/.exec(text)?.[0].length ?? 0) / Math.max(text.length, 1);
  // Where the next word would have fitted, the line was ended on purpose.
  const hadRoom = right - before.right > (line.right - line.left) * firstWord + size;
  if (before.page !== line.page || gap <= 0) {
    const indented = line.left - (edges.get(line)?.left ?? line.left) > size * 0.8;
    return !ends && !hadRoom && !indented && before.fonts === line.fonts && !startsInLowerCase(text);
  }
  const expected = usual.get(Math.round(size)) ?? size * 1.4;
  if (gap > Math.max(expected * wideGap, size * 1.1)) return false;
  const isIndented = line.left - left > size * 0.8 && before.left - left < size * 0.8;
  if (isIndented && (ends || !startsInLowerCase(text))) return false;
  const otherFont = !before.fonts.split(' ').some((font) => line.fonts.split(' ').includes(font));
  if (otherFont && hadRoom) return false;
  return !(hadRoom && (ends || !startsInLowerCase(text)));
}

/** The usual distance from line to line for letters of each size, in points: the middle one of those that may be one. */
function measureGaps(lines: readonly PdfLine[]): Map<number, number> {
  const gaps = new Map<number, number[]>();
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (
      before === undefined ||
      before.page !== line.page ||
      Math.abs(before.size - line.size) > line.size * 0.08
    )
      continue;
    const gap = before.y - line.y;
    if (gap > line.size * 0.8 && gap < line.size * 3)
      gaps.set(Math.round(line.size), [...(gaps.get(Math.round(line.size)) ?? []), gap]);
  }
  return new Map(
    [...gaps].map(([size, all]) => {
      const sorted = all.sort((a, b) => a - b);
      // Two lines of a headline, or paragraphs of one line each, say nothing of what is usual.
      const usual = sorted[Math.floor(sorted.length / 3)] ?? 0;
      return [size, Math.min(usual, size * 1.9)];
    }),
  );
}

interface Edges {
  left: number;
  right: number;
}

/** How far the column of each line reaches: a column ends where a line stands higher than the one before it. */
function measureEdges(lines: readonly PdfLine[]): Map<PdfLine, Edges> {
  const edges = new Map<PdfLine, Edges>();
  let column: PdfLine[] = [];
  const close = (): void => {
    const left = Math.min(...column.map((line) => line.left));
    const right = Math.max(...column.map((line) => line.right));
    for (const line of column) edges.set(line, { left, right });
    column = [];
  };
  for (const line of lines) {
    const before = column.at(-1);
    if (before !== undefined && (before.page !== line.page || line.y > before.y + line.size * 0.5)) close();
    column.push(line);
  }
  close();
  return edges;
}
