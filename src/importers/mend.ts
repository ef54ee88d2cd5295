// Turns a value from a copy into one that a field may have: a line of plain text, each change in a sentence.
import type { Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { needlessCharacters, renderCodePoint } from '../schema/characters.ts';
import { emptyValue } from '../schema/leftovers.ts';
import { findLookAlikes } from '../schema/look-alikes.ts';
import { text as textField } from '../schema/field.ts';
import { listTaken, takeForbidden, type Taken } from './invisible.ts';

export interface Mended {
  /** Missing if nothing is left that a field may say. */
  text?: string;
  /** What was changed, or why nothing is left: a sentence each. */
  notes: string[];
}

export interface MendOptions {
  /** As the start of a sentence: `The headline`. */
  what: string;
  /** Whether markup characters are part of the value's own text, as in a headline that a reader sees. */
  isPrinted: boolean;
  /** Whether a value that is too long is cut at a word; otherwise it is refused. */
  isCut: boolean;
}

/** How many characters a field may have. */
const longest = 2000;

/** A longer value is not even looked at. */
const readable = 8000;

const fragment = unified().use(rehypeParse, { fragment: true }).freeze();

/** @param value as the copy has it */
export function mendText(value: string, { what, isPrinted, isCut }: MendOptions): Mended {
  const notes: string[] = [];
  const note = (how: string): void => void notes.push(`${what} ${how}`);
  const taken: Taken = new Map();
  let text = squash(takeForbidden(value, taken));
  for (const sign of text.match(needlessCharacters) ?? []) {
    const name = renderCodePoint(sign);
    taken.set(name, (taken.get(name) ?? 0) + 1);
  }
  text = squash(text.replace(needlessCharacters, (sign) => (/[\u2028\u2029]/.test(sign) ? ' ' : '')));
  if (taken.size > 0) note(`had signs that nobody sees, which were taken out: ${listTaken(taken)}.`);
  if (text.length > (isCut ? readable : longest)) {
    if (!isCut)
      return { notes: [`${what} has ${text.length} characters and more than 2,000 are not taken.`] };
    note(`had ${text.length} characters; what comes after the first ${readable} is left out.`);
    text = text.slice(0, readable);
  }
  if (!isPrinted || emptyValue.test(text)) {
    const plain = readMarkup(text);
    if (plain !== text) note(`had markup, of which only the words were kept: "${text}".`);
    text = plain;
  }
  for (const { word, plain } of findLookAlikes(text)) {
    if (plain === undefined) continue;
    text = text.replace(word, () => plain);
    note(`wrote "${word}" in letters of two alphabets that look alike; it is "${plain}" now.`);
  }
  if (text.length > longest) {
    if (!isCut) return { notes: [...notes, `${what} has more than 2,000 characters.`] };
    const cut = `${text.slice(0, longest - 1).replace(/\s+\S*$/, '')}…`;
    note(`was cut after 2,000 characters; left out: "${text.slice(cut.length - 1).trim()}".`);
    text = cut;
  }
  if (emptyValue.test(text) || !textField.safeParse(text).success)
    return { notes: [`${what} "${squash(value)}" says nothing.`] };
  return { text, notes };
}

const squash = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The words in markup; some data is escaped twice or more. */
function readMarkup(text: string): string {
  let plain = text;
  // The parser of HTML decides what is markup: "5 < 6" and "R&D" are not.
  for (let round = 0; round < 4 && /[<&]/.test(plain); round += 1) {
    const next = squash(readWords(fragment.parse(plain)));
    if (next === plain) break;
    plain = next;
  }
  return plain;
}

function readWords(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.content !== undefined) return readWords(node.content);
  return 'children' in node ? node.children.map(readWords).join('') : '';
}
