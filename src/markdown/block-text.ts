// The text of a block as one string, with the node each part of it comes from: what names are looked for in.
import type { Element, Text } from 'hast';

export interface TextPart {
  /** Where the part starts in the block's text. */
  start: number;
  node: Text;
  parent: Element;
  /** Whether a link may be made here: not inside a link or code. */
  linkable: boolean;
  /** Whether it is code, in which nothing is a name. */
  code: boolean;
}

const nested = new Set(['ul', 'ol', 'table', 'blockquote', 'section']);

/** Reads a block's text; nested lists, tables, quotations and whatever else has an anchor of its own are left out. */
export function readBlockText(block: Element): { text: string; parts: TextPart[] } {
  const parts: TextPart[] = [];
  let text = '';
  const read = (parent: Element, linkable: boolean, code: boolean): void => {
    for (const child of parent.children) {
      if (child.type === 'text') {
        parts.push({ start: text.length, node: child, parent, linkable, code });
        text += child.value;
      } else if (
        child.type === 'element' &&
        !nested.has(child.tagName) &&
        !isBlock(child) &&
        !isFootnoteMark(child)
      ) {
        if (child.tagName === 'br' || child.tagName === 'td' || child.tagName === 'th') text += '\n';
        const inCode = code || child.tagName === 'code';
        read(child, linkable && child.tagName !== 'a' && !inCode, inCode);
      }
    }
  };
  const isCode = block.tagName === 'pre';
  read(block, !isCode, isCode);
  return { text, parts };
}

/** The numbers and arrows that join a footnote to its place: made by the renderer, not part of the copy. */
function isFootnoteMark(element: Element): boolean {
  const { properties } = element;
  return 'dataFootnoteRef' in properties || 'dataFootnoteBackref' in properties;
}

const leaves = new Set(['p', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr']);

/** Whether an element is a block of text with an anchor of its own. */
export function isBlock(node: Element): boolean {
  if (node.properties['id'] === 'footnote-label') return false;
  if (node.tagName === 'li')
    return !node.children.some((child) => child.type === 'element' && child.tagName === 'p');
  return leaves.has(node.tagName);
}
