// Finds what a print copy repeats on every page and is not the article's: running headers and page numbers.
import { countWords } from './draft.ts';
import { endsSentence, startsInLowerCase, type SourceLine } from './paragraphs.ts';

const pageNumber =
  /^(?:(?:page|p\.|seite|página|pagina)\s*)?[-–—\s]*\d{1,4}[-–—\s]*(?:(?:of|\/|von|de)\s*\d{1,4})?$/iu;
const saysPage = /\b(?:page|seite|página|pagina)\s*\d|\d\s*(?:of|\/)\s*\d/iu;

const header = 'it is a running header or footer, repeated on the pages';
const number = 'it is the number of a page';

/** How many lines from the edge of a page a header or footer may reach. */
const edge = 2;

/** The same lines, with a reason at those that are not the article's. */
export function markRunningLines(lines: readonly SourceLine[]): SourceLine[] {
  const pages = [...Map.groupBy(lines, ({ page }) => page).values()];
  const reasons = pages.length > 1 ? findAtEdges(pages) : findNumbered(lines);
  return lines.map((line) => {
    const leftOut = reasons.get(line);
    return leftOut === undefined ? line : { ...line, leftOut };
  });
}

/** A line but for its numbers, which count pages. */
const fold = (text: string): string => text.replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase();

/** Where the pages are known: what stands at the edge of most of them. */
function findAtEdges(pages: readonly SourceLine[][]): Map<SourceLine, string> {
  const reasons = new Map<SourceLine, string>();
  for (const atEdge of [
    (page: SourceLine[]) => page.slice(0, edge),
    (page: SourceLine[]) => page.slice(-edge).reverse(),
  ]) {
    const seen = new Map<string, number>();
    for (const page of pages)
      for (const text of new Set(atEdge(page).map((line) => fold(line.text))))
        seen.set(text, (seen.get(text) ?? 0) + 1);
    const repeats = (line: SourceLine): boolean =>
      countWords(line.text) <= 20 && (seen.get(fold(line.text)) ?? 0) >= Math.max(2, pages.length / 2);
    for (const [index, page] of pages.entries()) {
      for (const line of atEdge(page)) {
        // On the first page the headline may say what the other pages repeat.
        const isHeadline =
          index === 0 && !/\d/.test(line.text) && page.filter(({ text }) => text === line.text).length === 1;
        if (!repeats(line) || isHeadline) break;
        reasons.set(line, pageNumber.test(line.text) ? number : header);
      }
    }
  }
  return reasons;
}

/** Where they are not: lines set apart that are the same but for a number, which counts on by one. */
function findNumbered(lines: readonly SourceLine[]): Map<SourceLine, string> {
  const reasons = new Map<SourceLine, string>();
  const alone = lines.flatMap((line, index) =>
    /\d/.test(line.text) &&
    countWords(line.text) <= 20 &&
    line.afterBlank &&
    lines[index + 1]?.afterBlank !== false
      ? [{ line, index }]
      : [],
  );
  for (const same of Map.groupBy(alone, ({ line }) => fold(line.text)).values()) {
    const counts = same.map(({ line }) => (line.text.match(/\d+/g) ?? []).map(Number));
    const countsOn = (counts[0] ?? []).some((first, place) =>
      counts.every((numbers, index) => numbers[place] === first + index),
    );
    // "2" between two sections is a heading; one in the middle of a sentence, or that says so, counts pages.
    const cuts = same.some(({ index }) => {
      const before = lines[index - 1]?.text ?? '';
      return (
        !endsSentence(before) && countWords(before) > 4 && startsInLowerCase(lines[index + 1]?.text ?? '')
      );
    });
    if (same.length < 2 || !countsOn || !(cuts || same.every(({ line }) => saysPage.test(line.text))))
      continue;
    for (const { line } of same) reasons.set(line, pageNumber.test(line.text) ? number : header);
  }
  return reasons;
}
