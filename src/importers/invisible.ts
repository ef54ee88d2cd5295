// Removes the invisible control characters that no file of the archive may hold, and says which they were.
import type { Nodes as Html, Root as HtmlRoot } from 'hast';
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { forbiddenCharacters, renderCodePoint } from '../schema/characters.ts';

/**
 * What a text can lose without reading differently: terminal controls, marks of direction, noncharacters.
 * The overrides U+202D and U+202E, which reverse letters, and U+0080 to U+009F, which are letters of a misread
 * encoding, are not among them: a copy with these in its body is refused.
 */
const harmless =
  /[\u0000-\u0008\u000e-\u001f\u007f\u202a-\u202c\u2066-\u2069\u{e0000}-\u{e007f}\ufdd0-\ufdef\ufffe\uffff]/gu;

/** How often each character was removed, by its name. */
export type Taken = Map<string, number>;

/** A text without these characters. */
export function takeInvisible(text: string, taken: Taken, signs = harmless): string {
  if (text.search(signs) === -1) return text;
  return text.replace(signs, (sign) => {
    const name = renderCodePoint(sign);
    taken.set(name, (taken.get(name) ?? 0) + 1);
    return '';
  });
}

/** A text without any character that the archive forbids. */
export const takeForbidden = (text: string, taken: Taken): string =>
  takeInvisible(text, taken, forbiddenCharacters);

/** `U+0007 (3), U+202C`; empty if nothing was removed. */
export const listTaken = (taken: Taken): string =>
  [...taken].map(([name, times]) => (times === 1 ? name : `${name} (${times})`)).join(', ');

/** A sentence for the report, or none. */
export const describeTaken = (taken: Taken): string[] =>
  taken.size === 0 ? [] : [`Invisible control characters were taken out of the text: ${listTaken(taken)}.`];

/** Changes what readers see of a page, and the words in its attributes, in place. */
export function cleanHtml(tree: HtmlRoot, taken: Taken): void {
  visit(tree, (node: Html) => {
    if (node.type === 'text') node.value = takeInvisible(node.value, taken);
    if (node.type !== 'element') return;
    for (const name of ['title', 'alt', 'href', 'src', 'content']) {
      const value = node.properties[name];
      if (typeof value === 'string') node.properties[name] = takeInvisible(value, taken);
    }
  });
}

/** The same for a Markdown tree, in which references such as &#8238; can name these characters. */
export function cleanMarkdown(tree: Root, taken: Taken): void {
  visit(tree, (node: Nodes) => {
    if ('value' in node) node.value = takeInvisible(node.value, taken);
    if ('url' in node) node.url = takeForbidden(node.url, taken);
    if ('title' in node && typeof node.title === 'string')
      node.title = takeForbidden(node.title, taken).replace(/\s+/g, ' ').trim() || null;
    if ('alt' in node && typeof node.alt === 'string') node.alt = takeForbidden(node.alt, taken);
  });
}

/** Characters that a terminal would act on are shown by name. */
export const showInvisible = (text: string): string =>
  text.replace(forbiddenCharacters, (sign) => `<${renderCodePoint(sign)}>`);
