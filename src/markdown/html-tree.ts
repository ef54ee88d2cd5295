// HTML as a browser reads it: the tree of a real parser, with the place of everything in the source, and edits made there.
import { parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { readPlainHtml, type PageElement } from './plain-html.ts';

export type HtmlElement = Tree.Element;

/** Text to put in the place of what stands between two offsets of the source. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The elements of a whole page, in document order, those inside templates included. */
export const parsePage = (html: string): HtmlElement[] =>
  // What a browser without scripts would make of <noscript> counts too.
  listElements(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }));

/** The elements of a piece of a page, in document order. */
export const parsePiece = (html: string): HtmlElement[] =>
  listElements(parseFragment(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }));

/** Walked without recursion, which deep trees would break. */
function listElements(root: Tree.ParentNode): HtmlElement[] {
  const elements: HtmlElement[] = [];
  const open: Tree.Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('tagName' in node) elements.push(node);
    const children = 'content' in node ? [node.content] : 'childNodes' in node ? node.childNodes : [];
    for (let at = children.length - 1; at >= 0; at -= 1) open.push(children[at] as Tree.Node);
  }
  return elements;
}

/** The value of an attribute; its name is written as in the tree, `xlink:href` with its prefix. */
export const readAttribute = (element: HtmlElement, name: string): string | undefined =>
  element.attrs.find((attribute) => attributeName(attribute) === name)?.value;

export const attributeName = ({ prefix, name }: HtmlElement['attrs'][number]): string =>
  prefix === undefined || prefix === '' ? name : `${prefix}:${name}`;

/** All text inside an element, as the parser reads it. */
export function readText(element: HtmlElement): string {
  let text = '';
  const open: Tree.Node[] = [...element.childNodes].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.nodeName === '#text' && 'value' in node) text += node.value;
    if ('childNodes' in node) open.push(...[...node.childNodes].reverse());
  }
  return text;
}

/** Puts every edit in its place, in any order; they must not overlap, and what is inserted comes before what is replaced. */
export function applyEdits(html: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += html.slice(at, start) + text;
    at = end;
  }
  return result + html.slice(at);
}

/** The elements of a page or of a piece of one, as far as finishing it needs to know them, in document order. */
export const readPage = (html: string): PageElement[] =>
  readPlainHtml(html) ?? parsePage(html).map((element) => toPageElement(element, html));

export const readPiece = (html: string): PageElement[] =>
  readPlainHtml(html) ?? parsePiece(html).map((element) => toPageElement(element, html));

/** An element that is not in the source, but implied, is at its beginning. */
function toPageElement(element: HtmlElement, html: string): PageElement {
  const { tagName, attrs, namespaceURI, sourceCodeLocation: place } = element;
  const { startOffset: start, endOffset: end } = place ?? { startOffset: 0, endOffset: 0 };
  return {
    tagName,
    isHtml: namespaceURI === 'http://www.w3.org/1999/xhtml',
    attrs: attrs.map((attribute) => {
      const name = attributeName(attribute);
      const at = place?.attrs?.[name] ?? { startOffset: 0, endOffset: 0 };
      return { name, value: attribute.value, start: at.startOffset, end: at.endOffset };
    }),
    start,
    opened: place?.startTag?.endOffset ?? end,
    end: Math.min(end, html.length),
    text: tagName === 'script' || tagName === 'style' ? readText(element) : '',
  };
}

/** The value of an attribute of an element that has been read. */
export const valueOf = ({ attrs }: PageElement, name: string): string | undefined =>
  attrs.find((attribute) => attribute.name === name)?.value;

/**
 * The edits after which no attribute has a `<` or `>`. A browser reads them the same either way; programs that look for
 * tags with less care do not.
 */
export function listAttributeEscapes(html: string, elements: readonly PageElement[]): Edit[] {
  const edits: Edit[] = [];
  for (const { attrs } of elements) {
    for (const { value, start, end } of attrs) {
      if (!value.includes('<') && !value.includes('>')) continue;
      const source = html.slice(start, end);
      const text = source.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      if (text !== source) edits.push({ start, end, text });
    }
  }
  return edits;
}
