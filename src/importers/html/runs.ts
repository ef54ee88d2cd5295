// Lists what a reader sees of a page, run of text by run of text, each with what surrounds it and whether it is kept.
import type { Element, Nodes, Root, Text } from 'hast';
import { countWords } from '../draft.ts';
import { blockTags } from './page.ts';

/** Text within one block of the page that is in the article as a whole or not at all. */
export interface Run {
  /** White space collapsed. */
  text: string;
  /** The same, with ` | ` where a line was broken. */
  lines: string;
  words: number;
  nodes: Text[];
  /** The names of the elements that its texts stand in. */
  parents: Set<string>;
  /** The elements around its beginning, outermost first. */
  path: Element[];
  kept: boolean;
}

export function listRuns(tree: Root, article: ReadonlySet<Nodes>): Run[] {
  const runs: Run[] = [];
  let open: Run | undefined;
  const close = (): void => {
    if (open === undefined) return;
    open.lines = open.text
      .trim()
      .replace(/\s*\n\s*/g, ' | ')
      .replace(/\s+/g, ' ');
    open.text = open.text.replace(/\s+/g, ' ').trim();
    open.words = countWords(open.text);
    if (open.text !== '') runs.push(open);
    open = undefined;
  };
  const read = (node: Nodes, path: Element[]): void => {
    if (node.type === 'text') {
      const parent = path.at(-1);
      const kept = article.has(node);
      if (node.value.trim() === '') {
        if (open !== undefined) open.text += ' ';
        return;
      }
      if (open?.kept !== kept) close();
      open ??= { text: '', lines: '', words: 0, nodes: [], parents: new Set(), path, kept };
      open.text += node.value.replace(/\s+/g, ' ');
      open.nodes.push(node);
      open.parents.add(parent?.tagName ?? '');
    } else if (node.type === 'element') {
      const isBlock = blockTags.has(node.tagName);
      if (isBlock) close();
      if (node.tagName === 'br' && open !== undefined) open.text += '\n';
      const inside = [...path, node];
      for (const child of node.children) read(child, inside);
      if (isBlock) close();
    } else if (node.type === 'root') {
      for (const child of node.children) read(child, path);
      close();
    }
  };
  read(tree, []);
  return runs;
}
