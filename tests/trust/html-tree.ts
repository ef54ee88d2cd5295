// Reads finished HTML as browsers do, to compare what a page shows, block by block and character by character.
import { parse, parseFragment, type DefaultTreeAdapterTypes as Parse5 } from 'parse5';

/** What is compared of an element: its name, its attributes, and what is in it. */
export interface TreeElement {
  tag: string;
  attributes: Record<string, string>;
  children: TreeNode[];
}

export type TreeNode = TreeElement | string;

export const isElement = (node: TreeNode): node is TreeElement => typeof node !== 'string';

/** The nodes of a piece of HTML, comments among them as nothing. */
export const readFragment = (html: string): TreeNode[] => readChildren(parseFragment(html));

/** The nodes of a whole page. */
export const readPage = (html: string): TreeNode[] => readChildren(parse(html));

function readChildren({ childNodes }: Pick<Parse5.ParentNode, 'childNodes'>): TreeNode[] {
  return childNodes.flatMap((node): TreeNode[] => {
    if (node.nodeName === '#text') return [(node as Parse5.TextNode).value];
    if (!('tagName' in node)) return [];
    const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
    return [{ tag: node.tagName, attributes, children: readChildren(node) }];
  });
}

/** The elements that satisfy a test, outermost first, in the order of the page. */
export function* findElements(
  nodes: readonly TreeNode[],
  isMeant: (element: TreeElement) => boolean,
): Generator<TreeElement> {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (isMeant(node)) yield node;
    yield* findElements(node.children, isMeant);
  }
}

export const hasClass = ({ attributes }: TreeElement, name: string): boolean =>
  (attributes['class'] ?? '').split(' ').includes(name);

/** Replaces elements, from the innermost outwards; a list of no nodes takes an element out. */
export function mapElements(
  nodes: readonly TreeNode[],
  replace: (element: TreeElement) => TreeNode[],
): TreeNode[] {
  return nodes.flatMap((node) =>
    isElement(node) ? replace({ ...node, children: mapElements(node.children, replace) }) : [node],
  );
}

/** Elements that end a run of text; around them white space shows nothing. */
const blockTags = new Set(
  'address article aside blockquote br dd div dl dt figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Elements that stand in a line of text as a word does, with nothing in them. */
const wordTags = new Set(['img', 'input']);

/**
 * Nodes as text in which two pages that show the same are the same: attributes in order, runs of white space one space,
 * none beside the borders of blocks. All other characters and preformatted text stay as they are.
 */
export function renderTree(nodes: readonly TreeNode[]): string {
  const parts: string[] = [];
  let isAtBorder = true;
  let hasSpace = false;
  const writeText = (text: string): void => {
    const words = text.replace(/[ \t\n\f\r]+/g, ' ');
    const inner = words.replace(/^ | $/g, '');
    if (words.startsWith(' ')) hasSpace = true;
    if (inner === '') return;
    parts.push(hasSpace && !isAtBorder ? ' ' : '', escape(inner));
    isAtBorder = false;
    hasSpace = words.endsWith(' ');
  };
  const endLine = (): void => {
    isAtBorder = true;
    hasSpace = false;
  };
  const write = (node: TreeNode, isPreformatted: boolean): void => {
    if (!isElement(node)) {
      if (isPreformatted) parts.push(escape(node));
      else writeText(node);
      return;
    }
    const attributes = Object.entries(node.attributes)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => ` ${name}="${escape(value)}"`);
    const isBlock = blockTags.has(node.tag);
    if (isBlock) endLine();
    if (wordTags.has(node.tag)) {
      parts.push(hasSpace && !isAtBorder ? ' ' : '');
      isAtBorder = hasSpace = false;
    }
    parts.push(`<${node.tag}${attributes.join('')}>`);
    for (const child of node.children) write(child, isPreformatted || node.tag === 'pre');
    parts.push(`</${node.tag}>`);
    if (isBlock) endLine();
  };
  for (const node of nodes) write(node, false);
  return parts.join('');
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A run of text between two borders of blocks: a paragraph, a heading, a cell, an item, preformatted text. */
export type TextBlock = string;

/** The texts of all blocks in the order of the page, runs of white space one space but in preformatted text. */
export function listBlocks(nodes: readonly TreeNode[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  let run = '';
  const end = (): void => {
    const text = run.replace(/[ \t\n\f\r]+/g, ' ').replace(/^ | $/g, '');
    if (text !== '') blocks.push(text);
    run = '';
  };
  const read = (node: TreeNode): void => {
    if (!isElement(node)) {
      run += node;
    } else if (node.tag === 'br') {
      run += '\n';
    } else if (node.tag === 'pre') {
      end();
      const text = textOf(node.children).replace(/\n$/, '');
      if (text.trim() !== '') blocks.push(text);
    } else {
      const isBlock = blockTags.has(node.tag);
      if (isBlock) end();
      for (const child of node.children) read(child);
      if (isBlock) end();
    }
  };
  for (const node of nodes) read(node);
  end();
  return blocks;
}

/** All text in some nodes, as it is. */
export const textOf = (nodes: readonly TreeNode[]): string =>
  nodes.map((node) => (isElement(node) ? textOf(node.children) : node)).join('');
