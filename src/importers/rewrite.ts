// Rewrites the children of a tree in one pass: removing 100,000 siblings one by one takes a minute.
import type { Nodes as Html, Root as HtmlRoot } from 'hast';
import type { Nodes, Root } from 'mdast';

/** What replaces a node; `undefined` keeps it. */
type Rewrite<T> = (node: T) => readonly T[] | undefined;

/** Changes a tree in place, from the inside out. */
export function rewriteMarkdown(tree: Root, see: Rewrite<Nodes>): void {
  const walk = (node: Nodes): void => {
    if (!('children' in node)) return;
    const children: Nodes[] = [];
    for (const child of node.children) {
      walk(child);
      for (const one of see(child) ?? [child]) children.push(one);
    }
    node.children = children as typeof node.children;
  };
  walk(tree);
}

/** Changes a page in place, from the outside in: what is removed is not looked into. */
export function rewriteHtml(tree: HtmlRoot, see: Rewrite<Html>): void {
  const walk = (node: Html): void => {
    if (!('children' in node)) return;
    const children: Html[] = [];
    for (const child of node.children) for (const one of see(child) ?? [child]) children.push(one);
    node.children = children as typeof node.children;
    for (const child of children) walk(child);
  };
  walk(tree);
}
