// Moves the addresses of imported Markdown to where they are used, so that later steps see no references.
import type { Definition, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { rewriteMarkdown } from '../rewrite.ts';

/**
 * Turns reference links and pictures into inline ones.
 * @returns a sentence about definitions that are unused or repeated, which readers would not see
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
