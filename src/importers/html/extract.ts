// Asks the extractor of Firefox's reader view which elements of a page are its article; the copy itself is taken from the page.
import { Readability } from '@mozilla/readability';
import JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import type { Element, Nodes, Properties, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

/** Attributes that the extractor looks at. */
const telling = [
  'id',
  'className',
  'role',
  'itemProp',
  'itemType',
  'rel',
  'href',
  'src',
  'style',
  'dir',
  'ariaHidden',
];

/** Written so that the strict parser reads it: every element closed, characters named by number. */
const writer = unified()
  .use(rehypeStringify, {
    closeEmptyElements: true,
    closeSelfClosing: true,
    characterReferences: { useNamedReferences: false },
  })
  .freeze();

/**
 * The elements of a page that hold its article, or `undefined` if it has none. The extractor works on a copy in which
 * each element has a number; it may rename, merge and move them, but the numbers it leaves say what it kept.
 */
export function findArticleElements(tree: Root, title: string): ReadonlySet<Element> | undefined {
  const elements: Element[] = [];
  const number = (node: Nodes): Nodes => {
    if (node.type === 'root') return { ...node, children: node.children.map(number) as Root['children'] };
    if (node.type !== 'element') return node;
    const properties: Properties = { [`dataN${elements.push(node) - 1}`]: '' };
    for (const name of telling) {
      const value = node.properties[name];
      // A link without an address of the web is taken apart by the extractor.
      if (value !== undefined && value !== null && !/^\s*javascript:/i.test(String(value)))
        properties[name] = value;
    }
    return { ...node, properties, children: node.children.map(number) as Element['children'] };
  };
  const numbered = number(tree) as Root;
  const head: Element = {
    type: 'element',
    tagName: 'head',
    properties: {},
    children: [
      { type: 'element', tagName: 'title', properties: {}, children: [{ type: 'text', value: title }] },
    ],
  };
  const html = numbered.children.find((node) => node.type === 'element');
  html?.children.unshift(head);
  const page = new JSDOMParser().parse(writer.stringify(numbered));
  const article = new Readability(page, { keepClasses: true, disableJSONLD: true }).parse();
  const kept = article?.content?.matchAll(/\sdata-n(\d+)=/g);
  if (kept === undefined) return undefined;
  const found = new Set<Element>();
  for (const [, index] of kept) {
    const element = elements[Number(index)];
    if (element !== undefined) found.add(element);
  }
  return found;
}
