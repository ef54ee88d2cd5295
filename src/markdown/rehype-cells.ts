// Says by a class to which side the cells of a table keep; the attribute for it is obsolete, and a page may have no style of its own.
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

const sides = new Set(['left', 'center', 'right']);

export function rehypeCells(): (tree: Root) => void {
  return (tree) => {
    visit(tree, 'element', ({ tagName, properties }) => {
      if (tagName !== 'td' && tagName !== 'th') return;
      const { align } = properties;
      delete properties['align'];
      if (typeof align === 'string' && sides.has(align)) properties['className'] = [align];
    });
  };
}
