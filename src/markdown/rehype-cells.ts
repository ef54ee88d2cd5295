// Aligns the cells of tables by a class: the attribute is obsolete, and content may not have styles.
import type { Root } from 'hast';
import { walkElements } from './walk.ts';

const sides = new Set(['left', 'center', 'right']);

export function rehypeCells(): (tree: Root) => void {
  return (tree) => {
    walkElements(tree, ({ tagName, properties }) => {
      if (tagName !== 'td' && tagName !== 'th') return;
      const { align } = properties;
      delete properties['align'];
      if (typeof align === 'string' && sides.has(align)) properties['className'] = [align];
    });
  };
}
