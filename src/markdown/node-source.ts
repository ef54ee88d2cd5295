// What was typed where a node of the Markdown tree stands, and the place of a part of it.
import type { Node } from 'mdast';
import type { Position } from '../schema/front-matter.ts';

/** The Markdown of a node, as typed. */
export const sourceOf = (source: string, { position }: Node): string =>
  source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);

/** Line and column, 1-based, of an offset in the Markdown of a node. */
export function placeInNode(source: string, node: Node, offset: number): Position {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  const before = sourceOf(source, node).slice(0, offset).split('\n');
  if (before.length === 1) return { line, column: column + offset };
  return { line: line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}
