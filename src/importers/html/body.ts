// From the kept part of a page to Markdown: rehype-remark on a tree that holds the article's text and nothing else.
import type { Element, Nodes, Root as Hast, Text } from 'hast';
import type { Root } from 'mdast';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { oddElements } from './odd-elements.ts';
import { blockTags } from './page.ts';

const converter = unified()
  .use(rehypeRemark, { document: true, newlines: false, handlers: oddElements })
  .freeze();

export const convertTree = (tree: Hast): Root => converter.runSync(tree);

/** A copy of a tree with these texts, the pictures among these elements, and what stands around them. */
export function pickArticle(tree: Hast, texts: ReadonlySet<Text>, article: ReadonlySet<Nodes>): Hast {
  const pick = (node: Nodes): Nodes | undefined => {
    // Where something was left out in the middle of a line, the words around it stay apart.
    if (node.type === 'text') return { ...node, value: texts.has(node) ? node.value : toSpace(node.value) };
    if (node.type === 'element' && (node.tagName === 'img' || node.tagName === 'hr'))
      return article.has(node) ? { ...node } : undefined;
    if (node.type === 'element' && node.tagName === 'br') return { ...node };
    if (node.type !== 'element' && node.type !== 'root') return undefined;
    const children = node.children.flatMap((child) => pick(child) ?? []);
    if (node.type === 'root' || children.some(isSeen)) return { ...node, children } as Nodes;
    const space = children.map((child) => (child.type === 'text' ? child.value : ' ')).join('');
    return space === '' || blockTags.has(node.tagName) ? undefined : { type: 'text', value: space };
  };
  return pick(tree) as Hast;
}

const toSpace = (text: string): string => (text.trim() === '' ? text : ' ');

const isSeen = (node: Nodes): boolean =>
  node.type === 'element' ? node.tagName !== 'br' : node.type === 'text' && node.value.trim() !== '';

/** Text that old pages put into a list without an item becomes one, and a list without any item is only an indent. */
export function mendLists(tree: Hast): void {
  visit(tree, 'element', (list) => {
    if (list.tagName === 'menu' || list.tagName === 'dir') list.tagName = 'ul';
    if (list.tagName === 'dl') {
      const isPart = ({ tagName }: Element): boolean => ['dt', 'dd', 'div'].includes(tagName);
      if (!list.children.some((child) => child.type === 'element' && isPart(child))) list.tagName = 'div';
    }
    if (list.tagName !== 'ul' && list.tagName !== 'ol') return;
    const isItem = (node: Nodes): boolean =>
      node.type === 'element' && ['li', 'ul', 'ol'].includes(node.tagName);
    if (!list.children.some(isItem)) list.tagName = 'div';
    else
      list.children = list.children.map((child) =>
        isItem(child) || !isSeen(child)
          ? child
          : { type: 'element', tagName: 'li', properties: {}, children: [child] },
      );
  });
}

/** Columns that a cell may span. */
const widest = 50;

/** Narrows cells that claim to span thousands of rows and columns: Markdown would need a cell for each. */
export function narrowCells(tree: Hast): void {
  visit(tree, 'element', (table) => {
    if (table.tagName !== 'table') return;
    let rows = 0;
    visit(table, 'element', ({ tagName }) => void (rows += tagName === 'tr' ? 1 : 0));
    for (const cell of listCells(table)) {
      const { colSpan, rowSpan } = cell.properties;
      if (Number(colSpan) > widest) cell.properties['colSpan'] = widest;
      if (Number(rowSpan) > rows) cell.properties['rowSpan'] = rows;
    }
  });
}

/** Tables that only lay out a page become blocks; Markdown's tables hold words, not paragraphs. */
export function unwrapLayoutTables(tree: Hast): number {
  let unwrapped = 0;
  visit(tree, 'element', (table, index, parent) => {
    if (table.tagName !== 'table' || index === undefined || parent === undefined) return undefined;
    const caption = table.children.find((node) => node.type === 'element' && node.tagName === 'caption');
    if (caption?.type === 'element') {
      table.children.splice(table.children.indexOf(caption), 1);
      parent.children.splice(index, 0, { ...caption, tagName: 'p' });
      return index + 1;
    }
    if (isDataTable(table)) {
      for (const cell of listCells(table)) inlineParagraph(cell);
      return undefined;
    }
    unwrapped += 1;
    const flatten = (node: Element): void => {
      node.tagName = 'div';
      for (const child of node.children) {
        if (child.type !== 'element') continue;
        if (/^(?:thead|tbody|tfoot|tr|td|th|caption)$/.test(child.tagName)) flatten(child);
      }
    };
    flatten(table);
    return undefined;
  });
  return unwrapped;
}

const listCells = (node: Element): Element[] =>
  node.children.flatMap((child) =>
    child.type !== 'element' ? [] : /^t[dh]$/.test(child.tagName) ? [child] : listCells(child),
  );

/** A cell of Markdown is one line: a paragraph in it only stands apart from what is beside it. */
function inlineParagraph(cell: Element): void {
  const space: Text = { type: 'text', value: ' ' };
  cell.children = cell.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'p' ? [space, ...child.children, space] : [child],
  );
}

/** What a table of words is made of. */
const tableTags = new Set(['thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'p']);

function isDataTable(table: Element): boolean {
  const rows: number[] = [];
  let isLaidOut = false;
  const walk = (node: Element): void => {
    const elements = node.children.filter((child) => child.type === 'element');
    // One paragraph in a cell is the cell's text; Markdown has no place for a second.
    if (elements.filter(({ tagName }) => tagName === 'p').length > 1) isLaidOut = true;
    for (const child of elements) {
      const { tagName } = child;
      if (tagName === 'tr') rows.push(child.children.filter(({ type }) => type === 'element').length);
      if (tagName === 'br' || (blockTags.has(tagName) && !tableTags.has(tagName))) isLaidOut = true;
      walk(child);
    }
  };
  walk(table);
  return !isLaidOut && rows.length > 1 && Math.max(...rows) > 1;
}
