// The blocks of a body as the page will show them: what a draft promises and what the written Markdown must keep.
import type { Nodes, Parents, Root } from 'mdast';

export interface TextBlock {
  type: 'paragraph' | 'heading' | 'code' | 'tableRow';
  /** White space at its ends aside; a line break is one `\n`, cells are parted by `\n`. */
  text: string;
}

/** The blocks of a Markdown tree in the order of the page: footnotes last, in the order in which they are referred to. */
export function listBlocks(tree: Root): TextBlock[] {
  const blocks: TextBlock[] = [];
  const notes = new Map<string, Nodes>();
  const referred: string[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'footnoteDefinition' && !referred.includes(node.identifier)) {
      notes.set(node.identifier, node);
    } else if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableRow') {
      add(node.type, node.type === 'tableRow' ? readCells(node) : readText(node));
      referred.push(...listReferences(node));
    } else if (node.type === 'code') {
      add('code', node.value);
    } else if ('children' in node) {
      node.children.forEach(walk);
    }
  };
  const add = (type: TextBlock['type'], text: string): void => {
    const shown = layOut(text);
    if (shown !== '') blocks.push({ type, text: shown });
  };
  walk(tree);
  // A note may refer to another.
  for (let at = 0; at < referred.length; at += 1) {
    const note = notes.get(referred[at] ?? '');
    if (note === undefined || !('children' in note)) continue;
    notes.delete(referred[at] ?? '');
    note.children.forEach(walk);
  }
  return blocks;
}

/** The texts of these blocks. */
export const listTexts = (tree: Root): string[] => listBlocks(tree).map(({ text }) => text);

/** A block's text as it is compared: the layout of its lines does not count. */
export const layOut = (text: string): string =>
  text.replace(/\s*\n\s*/g, '\n').replace(/^[ \t\n]+|[ \t\n]+$/g, '');

function readText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map(readText).join('') : '';
}

const readCells = (row: Parents): string => row.children.map((cell) => readText(cell).trim()).join('\n');

function listReferences(node: Nodes): string[] {
  if (node.type === 'footnoteReference') return [node.identifier];
  return 'children' in node ? node.children.flatMap(listReferences) : [];
}

/** All text of a tree in the order in which it is written. */
export function readAll(node: Nodes): string {
  if (node.type === 'code' || node.type === 'html') return node.value;
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
    return readText(node);
  return 'children' in node ? node.children.map(readAll).join('\n') : '';
}
