// Tells a saved page from other text, and finds the encoding that it declares, as a browser's parser reads it.
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { parsePage, readAttribute } from '../../markdown/html-tree.ts';

/** Elements with which a page, or a piece of one, begins. */
const openings = new Set(['html', 'head', 'body', 'article', 'main']);
/** Elements that are written with an end; Markdown and plain text have few of them. */
const closed = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'table', 'article', 'section']);

/** Whether nothing but comments stands before a doctype or one of a page's own elements. */
export function opensAsPage(start: string): boolean {
  const open: Tree.Node[] = [parse(start, { sourceCodeLocationInfo: true })];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    // The parser adds what a page must have; only what was written has a place.
    const isWritten = 'sourceCodeLocation' in node && node.sourceCodeLocation;
    if (isWritten && node.nodeName === '#documentType') return true;
    if (isWritten && 'tagName' in node) return openings.has(node.tagName);
    if (isWritten && 'value' in node && node.value.trim() !== '') return false;
    if ('childNodes' in node) open.push(...[...node.childNodes].reverse());
  }
  return false;
}

/** How many elements of running text a text closes. */
export const countClosed = (text: string): number =>
  parsePage(text).filter(
    ({ tagName, sourceCodeLocation }) => closed.has(tagName) && sourceCodeLocation?.endTag,
  ).length;

/** The encoding that the beginning of a page declares, as it is written there. */
export function readDeclaredEncoding(start: string): string | undefined {
  for (const element of parsePage(start)) {
    if (element.tagName !== 'meta') continue;
    const charset = readAttribute(element, 'charset');
    if (charset !== undefined) return charset.trim();
    const [, named] = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(readAttribute(element, 'content') ?? '') ?? [];
    if (named !== undefined) return named;
  }
  return undefined;
}
