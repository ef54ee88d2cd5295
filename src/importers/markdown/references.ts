// Writes the addresses of foreign Markdown where they are used, so that what follows meets no references.
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Gives links and pictures by name their address themselves.
 * @returns a sentence about definitions that nothing refers to, which have no reader
 */
export function inlineReferences(tree: Root): string[] {
  const defined = new Map<string, { url: string; title?: string | null | undefined; used: boolean }>();
  visit(tree, 'definition', ({ identifier, url, title }) => {
    if (!defined.has(identifier)) defined.set(identifier, { url, title, used: false });
  });
  visit(tree, (node, index, parent) => {
    if (index === undefined || parent === undefined) return undefined;
    if (node.type === 'linkReference' || node.type === 'imageReference') {
      const found = defined.get(node.identifier);
      if (found === undefined) return undefined;
      found.used = true;
      const { url, title } = found;
      parent.children[index] =
        node.type === 'linkReference'
          ? { type: 'link', url, title: title ?? null, children: node.children }
          : { type: 'image', url, title: title ?? null, alt: node.alt ?? null };
      return index;
    }
    if (node.type !== 'definition') return undefined;
    parent.children.splice(index, 1);
    return index;
  });
  const unused = [...defined]
    .filter(([, { used }]) => !used)
    .map(([name, { url, title }]) => `[${name}]: ${url}${title ? ` "${title}"` : ''}`);
  return unused.length === 0
    ? []
    : [`Addresses that nothing refers to are not kept (${unused.length}): ${unused.join(', ')}.`];
}
