// A page of the site as a tree: what every examination of a page asks of it.
import { parse, type DefaultTreeAdapterTypes, type ParserError } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;

export interface Page {
  /** As in the address, without the site's base: `/2020/01/03/slug/`, `/404.html`. */
  path: string;
  html: string;
  /** In the order of the page. */
  elements: readonly Element[];
  /** The first element of each id. */
  byId: ReadonlyMap<string, Element>;
  /** What the parser of HTML had to put right. */
  parseErrors: readonly ParserError[];
}

/** Reads a page by the rules that browsers follow; as one without JavaScript does, so that `noscript` has elements. */
export function parsePage(path: string, html: string): Page {
  const parseErrors: ParserError[] = [];
  const document = parse(html, {
    scriptingEnabled: false,
    sourceCodeLocationInfo: true,
    onParseError: (error) => parseErrors.push(error),
  });
  const elements: Element[] = [];
  const byId = new Map<string, Element>();
  const walk = (nodes: readonly ChildNode[]): void => {
    for (const node of nodes) {
      if (!isElement(node)) continue;
      elements.push(node);
      const id = attributeOf(node, 'id');
      if (id !== undefined && !byId.has(id)) byId.set(id, node);
      walk(node.childNodes);
    }
  };
  walk(document.childNodes);
  return { path, html, elements, byId, parseErrors };
}

export const isElement = (node: DefaultTreeAdapterTypes.Node): node is Element => 'tagName' in node;

export const attributeOf = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

/** Every value of an attribute that is a list of words. */
export const wordsOf = (element: Element, name: string): string[] =>
  (attributeOf(element, name) ?? '').split(/\s+/).filter((word) => word !== '');

export const hasClass = (element: Element, name: string): boolean => wordsOf(element, 'class').includes(name);

/** The elements of these names, in the order of the page. */
export const findAll = (page: Page, ...names: readonly string[]): Element[] =>
  page.elements.filter(({ tagName }) => names.includes(tagName));

/** The elements of the `main` part of a page that have these names. */
export const findInMain = (page: Page, ...names: readonly string[]): Element[] =>
  findAll(page, ...names).filter((element) => isWithin(element, ({ tagName }) => tagName === 'main'));

/** Whether something around the element, itself left out, is such an element. */
export const isWithin = (element: Element, isSuch: (around: Element) => boolean): boolean =>
  ancestorsOf(element).some(isSuch);

/** From the parent outward. */
export function ancestorsOf(element: Element): Element[] {
  const { parentNode } = element;
  if (parentNode === null || !isElement(parentNode)) return [];
  return [parentNode, ...ancestorsOf(parentNode)];
}

/** Every element inside another, in order. */
export function descendantsOf(element: Element): Element[] {
  return element.childNodes.filter(isElement).flatMap((child) => [child, ...descendantsOf(child)]);
}

/** @param isLeftOut elements whose text does not count */
export function textOf(
  node: ChildNode | Element,
  isLeftOut: (element: Element) => boolean = () => false,
): string {
  if ('value' in node) return node.value;
  if (!isElement(node) || isLeftOut(node)) return '';
  return node.childNodes.map((child) => textOf(child, isLeftOut)).join('');
}

/** Without line breaks and repeated spaces, as a reader sees it. */
export const wordsIn = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What assistive technology calls an element, as far as its own words, its label and the pictures in it say. */
export function nameOf(page: Page, element: Element): string {
  const label = attributeOf(element, 'aria-label');
  if (label?.trim()) return label.trim();
  const labelled = wordsOf(element, 'aria-labelledby').map((id) => page.byId.get(id));
  const told = labelled.map((other) => (other === undefined ? '' : wordsIn(textOf(other)))).join(' ');
  if (told.trim() !== '') return told.trim();
  const pictures = descendantsOf(element).map(
    (inner) => attributeOf(inner, 'alt') ?? attributeOf(inner, 'aria-label') ?? '',
  );
  const isSilent = (inner: Element): boolean => attributeOf(inner, 'aria-hidden') === 'true';
  return wordsIn(`${textOf(element, isSilent)} ${pictures.join(' ')}`);
}

/** An element as a finding names it: its tag with the attribute that tells it best, and where it stands. */
export function describeElement({ tagName, attrs, sourceCodeLocation }: Element): string {
  const telling = ['id', 'href', 'src', 'name', 'property', 'rel', 'class', 'aria-label'];
  const [name] = telling.filter((one) => attrs.some((attribute) => attribute.name === one));
  const value = attrs.find((attribute) => attribute.name === name)?.value.slice(0, 80);
  const place = sourceCodeLocation;
  const at = place ? ` at ${place.startLine}:${place.startCol}` : '';
  return `<${tagName}${name === undefined ? '' : ` ${name}="${value}"`}>${at}`;
}
