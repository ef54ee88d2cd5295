// Finds text that would take a Markdown parser forever, before it is parsed: by count, the same anywhere.
import type { Position } from '../schema/front-matter.ts';

export interface Excess extends Position {
  message: string;
  fix: string;
}

/** Far beyond what any copy needs, far below what exhausts the stack of a parser or a browser. */
const maxDepth = 100;

/** Columns before a list: the hundredth nested list begins there at the earliest. */
const maxIndent = 300;

/** Paragraphs, items, rows and headings: more than a book has, and as many as can be read in about a second. */
const maxBlocks = 10_000;

const maxLines = 50_000;

/** Characters of one paragraph: some hundred pages. */
const maxParagraph = 200_000;

/** Notes and addresses of links below the text: each is looked up among the others. */
const maxDefinitions = 2000;

/** Cells of one table; a row that has fewer than the first is filled up. */
const maxCells = 20_000;

/** Marks that open one quotation or list after another on one line. */
const opener = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))/y;

/** A list so far to the right. */
const farList = new RegExp(`^[ \\t]{${maxIndent},}(?:>|[-*+][ \\t]|\\d{1,9}[.)][ \\t])`);

/**
 * Characters that a parser compares with each other throughout a paragraph, so that twice as many take four
 * times as long. A long article has some hundred in all.
 */
const signs: readonly { sign: RegExp; most: number; what: string }[] = [
  { sign: /[*_]+|~~+/g, most: 3000, what: 'signs such as * and _' },
  { sign: /[[\]]/g, most: 4000, what: 'square brackets' },
  { sign: /`+/g, most: 3000, what: 'signs such as `' },
  { sign: /</g, most: 4000, what: 'signs such as <' },
  { sign: /\|/g, most: 1000, what: 'signs such as |' },
  { sign: /[\\&]/g, most: 20_000, what: 'signs such as & and \\' },
];

const definition = /^[ \t]*\[[^\]]{1,200}\]:/;

/** What begins a block of its own without an empty line before it. */
const start = /^[ \t]*(?:[-*+>#=]|\d{1,9}[.)]|\[[^\]]{1,200}\]:)|\|/;

/** The line under the first row of a table has no other characters. */
const tableRule = /^[ \t>|:-]+$/;

const backslash = 'put a backslash before signs such as > and - that are part of the text';

/** The first place where a text has more than can be read, or nothing. */
export function findExcess(body: string): Excess | undefined {
  const counts = signs.map(() => 0);
  const lines = body.split('\n');
  let paragraph = 1;
  let length = 0;
  let isNew = true;
  let blocks = 0;
  let definitions = 0;
  let columns = 0;
  let cells = 0;
  if (lines.length > maxLines) return describe(maxLines, 1, 'the file', 'lines', 'Divide it');
  for (const [index, line] of lines.entries()) {
    const deep = findDepth(line);
    if (deep !== undefined) {
      const message = `this is nested more than ${maxDepth} levels deep`;
      return { line: index + 1, column: deep + 1, message, fix: `P${backslash.slice(1)}` };
    }
    const isEmpty = line.trim() === '';
    if (isEmpty || isNew || start.test(line)) {
      counts.fill(0);
      length = 0;
      paragraph = index + 1;
      if (!isEmpty) blocks += 1;
    }
    isNew = isEmpty;
    if (blocks > maxBlocks) {
      const what = 'paragraphs, headings, items of lists and rows of tables';
      return describe(maxBlocks, index + 1, 'this article', what, `Divide it, or ${backslash}`);
    }
    if (definition.test(line)) definitions += 1;
    if (definitions > maxDefinitions) {
      const what = 'notes and addresses below its text';
      return describe(maxDefinitions, index + 1, 'this article', what, 'Divide it');
    }
    if (isEmpty) columns = cells = 0;
    else if (line.includes('|') && tableRule.test(line))
      columns = Math.max(columns, line.match(/-+/g)?.length ?? 0);
    cells += columns;
    if (cells > maxCells) return describe(maxCells, index + 1, 'this table', 'cells', 'Divide it');
    length += line.length;
    if (length > maxParagraph)
      return describe(maxParagraph, paragraph, 'this paragraph', 'characters', 'Divide it');
    for (const [which, { sign, most, what }] of signs.entries()) {
      const count = (counts[which] ?? 0) + (line.match(sign)?.length ?? 0);
      counts[which] = count;
      if (count > most)
        return describe(
          most,
          paragraph,
          'this paragraph',
          what,
          'Divide it, or put a backslash before each that is part of the text',
        );
    }
  }
  return undefined;
}

const describe = (most: number, line: number, which: string, what: string, fix: string): Excess => ({
  line,
  column: 1,
  message: `${which} has more than ${most.toLocaleString('en')} ${what}`,
  fix,
});

/** Where on a line the hundredth quotation or list has been opened, as an offset. */
function findDepth(line: string): number | undefined {
  if (line.length < maxDepth) return undefined;
  if (farList.test(line)) return maxIndent;
  opener.lastIndex = 0;
  for (let depth = 0; depth < maxDepth; depth += 1) if (!opener.test(line)) return undefined;
  return opener.lastIndex;
}
