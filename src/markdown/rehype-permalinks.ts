// Gives every block a link to itself, empty so that the copy's words stay alone; the style sheet draws its sign.
import type { Element, Root } from 'hast';
import { walkElements } from './walk.ts';

const linked = new Set(['p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

export function rehypePermalinks(): (tree: Root) => void {
  return (tree) => {
    walkElements(tree, (node) => {
      const [, number] = /^p(\d+)$/.exec(String(node.properties['id'])) ?? [];
      if (number === undefined || !linked.has(node.tagName)) return;
      const permalink: Element = {
        type: 'element',
        tagName: 'a',
        properties: { className: ['here'], href: `#p${number}`, ariaLabel: `Paragraph ${number}` },
        children: [],
      };
      // A list within an item has links of its own, and what comes after it would look like one of them.
      const nested = node.children.findIndex(
        (child) => child.type === 'element' && (child.tagName === 'ul' || child.tagName === 'ol'),
      );
      node.children.splice(nested === -1 ? node.children.length : nested, 0, permalink);
    });
  };
}
