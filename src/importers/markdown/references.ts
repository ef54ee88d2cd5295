// Writes the addresses of foreign Markdown where they are used, so that what follows meets no references.
import type { Definition, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { rewriteMarkdown } from '../rewrite.ts';

/**
 * Gives links and pictures by name their address themselves.
 * @returns a sentence about definitions that nothing refers to, or that are there twice, which have no reader
 */
export function inlineReferences(tree: Root): string[] {
  const defined = new Map<string, Definition>();
  const unread = new Set<Definition>();
  visit(tree, 'definition', (node) => {
    unread.add(node);
    if (!defined.has(node.identifier)) defined.set(node.identifier, node);
  });
  rewriteMarkdown(tree, (node) => {
    if (node.type === 'definition') return [];
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return undefined;
    const found = defined.get(node.identifier);
    if (found === undefined) return undefined;
    unread.delete(found);
    const { url, title } = found;
    return node.type === 'linkReference'
      ? [{ type: 'link', url, title: title ?? null, children: node.children }]
      : [{ type: 'image', url, title: title ?? null, alt: node.alt ?? null }];
  });
  const lost = [...unread].map(
    ({ identifier, url, title }) => `[${identifier}]: ${url}${title ? ` "${title}"` : ''}`,
  );
  return lost.length === 0
    ? []
    : [`Addresses that nothing refers to are not kept (${lost.length}): ${lost.join(', ')}.`];
}
