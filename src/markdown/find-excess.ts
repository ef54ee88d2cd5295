// Finds what would take a parser of Markdown for ever, before it is given the text: by count, the same on every machine.
import type { Position } from '../schema/front-matter.ts';

export interface Excess extends Position {
  message: string;
  fix: string;
}

/** Far beyond what any copy needs, far below what exhausts the stack of a parser or a browser. */
const maxDepth = 100;

/** Columns before a list: that of the hundredth list in another begins there at the earliest. */
const maxIndent = 300;

/** Marks that open one quotation or list after another on one line. */
const opener = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))/y;

/** A list so far to the right. */
const farList = new RegExp(`^[ \\t]{${maxIndent},}(?:>|[-*+][ \\t]|\\d{1,9}[.)][ \\t])`);

/**
 * Signs that a parser compares with each other as long as a paragraph lasts, so that twice as many take four times as
 * long. A long article has some hundred in all.
 */
const signs: readonly { sign: RegExp; most: number; what: string }[] = [
  { sign: /[*_]+|~~+/g, most: 3000, what: 'signs such as * and _' },
  { sign: /[[\]]/g, most: 4000, what: 'square brackets' },
  { sign: /`+/g, most: 3000, what: 'signs such as `' },
  { sign: /</g, most: 4000, what: 'signs such as <' },
];

/** What begins a paragraph of its own without an empty line before it. */
const start = /^[ \t]*(?:[-*+>#|]|\d{1,9}[.)]|\[[^\]]{1,200}\]:)|\|/;

/** The first place where a text has more than can be read, or nothing. */
export function findExcess(body: string): Excess | undefined {
  const counts = signs.map(() => 0);
  let first = 1;
  for (const [index, line] of body.split('\n').entries()) {
    const at = { line: index + 1, column: 1 };
    if (isTooDeep(line)) {
      return {
        ...at,
        message: `this is nested more than ${maxDepth} levels deep`,
        fix: 'Put a backslash before signs such as > and - that are part of the text',
      };
    }
    if (line.trim() === '' || start.test(line)) {
      counts.fill(0);
      first = at.line;
    }
    for (const [which, { sign, most, what }] of signs.entries()) {
      const count = (counts[which] ?? 0) + (line.match(sign)?.length ?? 0);
      counts[which] = count;
      if (count <= most) continue;
      return {
        line: first,
        column: 1,
        message: `this paragraph has more than ${most.toLocaleString('en')} ${what}`,
        fix: 'Divide it, or put code on lines between two lines of ```',
      };
    }
  }
  return undefined;
}

function isTooDeep(line: string): boolean {
  if (line.length < maxDepth) return false;
  if (farList.test(line)) return true;
  opener.lastIndex = 0;
  for (let depth = 0; depth < maxDepth; depth += 1) if (!opener.test(line)) return false;
  return true;
}
