// Asks the extractor of Firefox's reader view which texts of a page are its article; the copy itself is taken from the page.
import { Readability } from '@mozilla/readability';
import JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import type { Element, Nodes, Properties, Root, Text } from 'hast';
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
 * The texts and elements of a page that are its article, or `undefined` if it has none. The extractor works on a copy
 * in which each of them has a number; it may rename, merge and move them, but the numbers it leaves say what it kept.
 */
export function findArticle(tree: Root, title: string): ReadonlySet<Nodes> | undefined {
  const nodes: (Element | Text)[] = [];
  const mark = (node: Element | Text): Properties => ({ [`dataN${nodes.push(node) - 1}`]: '' });
  const number = (node: Nodes): Nodes => {
    if (node.type === 'root') return { ...node, children: node.children.map(number) as Root['children'] };
    // A text has a number of its own, for the element around it may be put aside for another.
    if (node.type === 'text' && node.value.trim() !== '')
      return { type: 'element', tagName: 'span', properties: mark(node), children: [node] };
    if (node.type !== 'element') return node;
    const properties = mark(node);
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
  return new Set([...kept].flatMap(([, index]) => nodes[Number(index)] ?? []));
}
