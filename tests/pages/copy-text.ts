// The words of a copy, once as its file has them and once as a page or a feed shows them, in a form that can be compared.
import type { Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { syntaxPlugins } from '../../src/markdown/pipeline.ts';
import { attributeOf, descendantsOf, hasClass, isElement, wordsIn, type Element } from './html-tree.ts';

export interface CopyText {
  /** As a reader sees it, all white space alike. */
  main: string;
  /** The footnotes in any order, sorted. */
  notes: string[];
  pictures: { src: string; alt: string }[];
  links: { href: string; text: string }[];
}

const processor = unified().use(remarkParse).use(syntaxPlugins).freeze();

const inlineNodes = new Set([
  ...[
    'text',
    'emphasis',
    'strong',
    'delete',
    'inlineCode',
    'link',
    'linkReference',
    'image',
    'imageReference',
  ],
  ...['footnoteReference'],
]);

/** What the file says, read without any plugin of the archive that alters a tree. */
export function readSource(body: string): CopyText {
  const tree = processor.parse(body);
  const read: CopyText = { main: '', notes: [], pictures: [], links: [] };
  const targets = new Map<string, string>();
  const find = (node: Nodes): void => {
    if (node.type === 'definition' && !targets.has(node.identifier)) targets.set(node.identifier, node.url);
    if ('children' in node) for (const child of node.children) find(child);
  };
  find(tree);
  const tell = (node: Nodes): string => {
    if (node.type === 'footnoteDefinition') {
      read.notes.push(wordsIn(node.children.map(tell).join('')));
      return '';
    }
    if (node.type === 'image' || node.type === 'imageReference')
      read.pictures.push({
        src: node.type === 'image' ? node.url : (targets.get(node.identifier) ?? ''),
        alt: node.alt ?? '',
      });
    const own = node.type === 'text' || node.type === 'inlineCode' || node.type === 'code' ? node.value : '';
    const text = own + ('children' in node ? node.children.map(tell).join('') : '');
    if (node.type === 'link' || node.type === 'linkReference')
      read.links.push({
        href: node.type === 'link' ? node.url : (targets.get(node.identifier) ?? ''),
        text: wordsIn(text),
      });
    return inlineNodes.has(node.type) ? text : `\n${text}\n`;
  };
  read.main = wordsIn(tell(tree));
  read.notes.sort();
  return read;
}

const inlineTags = new Set(['a', 'em', 'strong', 'del', 'code', 'img', 'sup']);

/** Made by the renderer or the archive, and no part of the copy. */
const isAdded = (element: Element): boolean =>
  hasClass(element, 'here') ||
  hasClass(element, 'place') ||
  attributeOf(element, 'id') === 'footnote-label' ||
  ['data-footnote-ref', 'data-footnote-backref'].some((name) => attributeOf(element, name) !== undefined);

export function readProse(prose: Element): CopyText {
  const read: CopyText = { main: '', notes: [], pictures: [], links: [] };
  const tell = (element: Element): string => {
    if (isAdded(element)) return '';
    if (element.tagName === 'section') {
      const notes = descendantsOf(element).filter(
        ({ tagName, parentNode }) =>
          tagName === 'li' &&
          parentNode !== null &&
          isElement(parentNode) &&
          parentNode.parentNode === element,
      );
      read.notes.push(...notes.map((note) => wordsIn(inside(note))));
      return '';
    }
    if (element.tagName === 'img')
      read.pictures.push({ src: attributeOf(element, 'src') ?? '', alt: attributeOf(element, 'alt') ?? '' });
    const text = inside(element);
    if (element.tagName === 'a' && !hasClass(element, 'name'))
      read.links.push({ href: attributeOf(element, 'href') ?? '', text: wordsIn(text) });
    const isCode = element.tagName === 'code' && (element.parentNode as Element).tagName === 'pre';
    return inlineTags.has(element.tagName) && !isCode ? text : `\n${text}\n`;
  };
  const inside = (element: Element): string =>
    element.childNodes
      .map((child) => ('value' in child ? child.value : isElement(child) ? tell(child) : ''))
      .join('');
  read.main = wordsIn(tell(prose));
  read.notes.sort();
  return read;
}
