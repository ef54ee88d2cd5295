// Counts the words of a copy outside its lines: titles of links and other elements, texts of pictures.
import type { Nodes as HtmlNodes, Root as HtmlRoot } from 'hast';
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { countWords, type LeftOut } from './draft.ts';

const squash = (text: unknown): string => (typeof text === 'string' ? text : '').replace(/\s+/g, ' ').trim();

const said = (...texts: unknown[]): string[] => texts.map(squash).filter((text) => text !== '');

/** Every title and text of a picture in a page, in order. */
export function listHtmlLabels(tree: HtmlRoot): string[] {
  const labels: string[] = [];
  visit(tree, 'element', ({ tagName, properties }: Extract<HtmlNodes, { type: 'element' }>) => {
    labels.push(...said(properties['alt'], properties['title']));
    if (tagName === 'input' && properties['type'] !== 'hidden')
      labels.push(...said(properties['value'], properties['placeholder']));
  });
  return labels;
}

/** The same for a Markdown tree whose links and pictures have inline addresses. */
export function listLabels(tree: Root): string[] {
  const labels: string[] = [];
  visit(tree, (node: Nodes) => {
    if (node.type === 'link') labels.push(...said(node.title));
    if (node.type === 'image') labels.push(...said(node.alt, node.title));
  });
  return labels;
}

export interface LabelAccount {
  /** Words of all labels. */
  source: number;
  /** Those of them that the body has. */
  body: number;
  /** The others, except those of pictures, which are reported with their addresses. */
  leftOut: LeftOut[];
}

/**
 * Where the labels of a copy went.
 * @param all those of the copy
 * @param tree the body
 * @param pictures labels of the pictures that were taken out of it
 */
export function accountForLabels(
  all: readonly string[],
  tree: Root,
  pictures: readonly string[],
): LabelAccount {
  const open = new Map<string, number>();
  for (const label of [...listLabels(tree), ...pictures]) open.set(label, (open.get(label) ?? 0) + 1);
  const others = all.filter((label) => {
    const times = open.get(label) ?? 0;
    if (times > 0) open.set(label, times - 1);
    return times === 0;
  });
  const count = (labels: readonly string[]): number =>
    labels.reduce((sum, label) => sum + countWords(label), 0);
  return {
    source: count(all),
    body: count(listLabels(tree)),
    leftOut:
      others.length === 0
        ? []
        : [
            {
              text: others.join(' | '),
              why: 'these are titles of links and texts of pictures outside the text',
              words: count(others),
            },
          ],
  };
}
