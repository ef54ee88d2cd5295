// Goes over the nodes of a Markdown or HTML tree in reading order; trees too deep for it never get this far.
import type { Element, Root } from 'hast';
import type { Nodes } from 'mdast';

/** Calls `see` for a node and everything in it; where it returns `false` what is inside is left out. */
export function walkNodes(node: Nodes, see: (node: Nodes) => unknown): void {
  if (see(node) === false || !('children' in node)) return;
  for (const child of node.children) walkNodes(child, see);
}

/** Calls `see` for every element of an HTML tree, those included that it adds to what it sees. */
export function walkElements(node: Root | Element, see: (element: Element) => void): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    see(child);
    walkElements(child, see);
  }
}

/** Whether a reader sees any words or picture in a node. */
export function hasWords(node: Nodes): boolean {
  let found = false;
  walkNodes(node, (child) => {
    if ('value' in child && child.value.trim() !== '') found = true;
    if (child.type === 'image' || child.type === 'imageReference') found = true;
    return found ? false : undefined;
  });
  return found;
}
