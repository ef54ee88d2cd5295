// Removes from a rendered body what the archive adds to a copy, so that only the copy is left to compare.
import {
  findElements,
  hasClass,
  isElement,
  mapElements,
  type TreeElement,
  type TreeNode,
} from './html-tree.ts';

/**
 * The copy without anchors and links of paragraphs, links of names, and the heading and arrows of footnotes; a mark of a
 * footnote is left as the number of the note that it leads to, `<sup>1</sup>`, and the notes as a plain list in a section.
 */
export function readCopy(nodes: readonly TreeNode[]): TreeNode[] {
  const notes = new Map<string, number>();
  for (const section of findElements(nodes, isNotes)) {
    for (const list of section.children)
      if (isElement(list) && list.tag === 'ol')
        for (const item of list.children.filter(isElement))
          notes.set(`#${item.attributes['id'] ?? ''}`, notes.size + 1);
  }
  // A fragment is compared with the ids as written before it is decoded (HTML, 7.4.6.4).
  const numberOf = (address: string): string => {
    const fragment = address.slice(address.indexOf('#'));
    return String(notes.get(fragment) ?? notes.get(decode(fragment)) ?? '?');
  };
  return mapElements(nodes, (element) => {
    const { tag, attributes, children } = element;
    if (hasClass(element, 'here') && children.length === 0) return [];
    if ('data-footnote-backref' in attributes) return [];
    if ('data-footnote-ref' in attributes) return [numberOf(attributes['href'] ?? '')];
    if (attributes['id'] === 'footnote-label') return [];
    if (isNotes(element)) return [{ tag, attributes: {}, children }];
    if (isLinkOfName(element)) return children;
    const { id, ...others } = alignCell(element);
    const isOurs = id === undefined || /^p\d+$/.test(id) || notes.has(`#${id}`);
    return [{ tag, attributes: isOurs ? others : { id, ...others }, children }];
  });
}

/** A class says how the text of a cell is aligned, since the attribute is obsolete in HTML. */
function alignCell({ tag, attributes }: TreeElement): Record<string, string> {
  const { class: name = '', ...others } = attributes;
  const isAligned = (tag === 'th' || tag === 'td') && /^(?:left|center|right)$/.test(name);
  return isAligned ? { align: name, ...others } : attributes;
}

const isNotes = ({ tag, attributes }: TreeElement): boolean =>
  tag === 'section' && 'data-footnotes' in attributes;

const isLinkOfName = (element: TreeElement): boolean =>
  element.tag === 'a' && hasClass(element, 'name') && 'interestfor' in element.attributes;

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Footnote marks are not words of the copy. */
export const withoutMarks = (nodes: readonly TreeNode[]): TreeNode[] =>
  mapElements(nodes, (element) =>
    element.tag === 'sup' && element.children.every((child) => !isElement(child) && /^\d*$/.test(child))
      ? []
      : [element],
  );

const blocksOfItem = new Set([
  'p',
  'ul',
  'ol',
  'blockquote',
  'pre',
  'table',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);

/**
 * Puts the text of every item into a paragraph, as in a list with empty lines between its items. micromark takes
 * a list for one of these if an empty line follows it in a quotation, and then another quotation or list.
 */
export const evenLists = (nodes: readonly TreeNode[]): TreeNode[] =>
  mapElements(nodes, (element) => {
    if (element.tag !== 'li') return [element];
    const children: TreeNode[] = [];
    let text: TreeNode[] = [];
    const end = (): void => {
      if (text.some((node) => isElement(node) || node.trim() !== ''))
        children.push({ tag: 'p', attributes: {}, children: text });
      text = [];
    };
    for (const child of element.children) {
      if (isElement(child) && blocksOfItem.has(child.tag)) {
        end();
        children.push(child);
      } else text.push(child);
    }
    end();
    return [{ ...element, children }];
  });
