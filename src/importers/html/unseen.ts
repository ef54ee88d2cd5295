// Lists the words of a page that readers do not see as text: in drawings, in videos, in hidden parts.
import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { countWords, type LeftOut } from '../draft.ts';
import { embeds, isHidden } from './page.ts';

const reasons: Readonly<Record<string, string>> = {
  svg: 'it stands in a drawing',
  canvas: 'it stands in a drawing',
  noscript: 'a page shows it only where no scripts run',
  noembed: 'it is for browsers of long ago',
  noframes: 'it is for browsers of long ago',
};

/** Elements that are only for machines, and whose content is not text. */
const machines = new Set(['head', 'script', 'style', 'template', 'datalist', 'title']);

/** Call it before these parts are removed from the page. */
export function listUnseen(page: Root): LeftOut[] {
  const found: LeftOut[] = [];
  visit(page, 'element', (node) => {
    if (machines.has(node.tagName)) return SKIP;
    const why = findReason(node);
    if (why === undefined) return undefined;
    const text = readWords(node);
    if (text !== '') found.push({ text, why, words: countWords(text) });
    return SKIP;
  });
  return found;
}

function findReason(node: Element): string | undefined {
  if (embeds.has(node.tagName)) return 'it stands in an embedded film, sound or frame';
  return reasons[node.tagName] ?? (isHidden(node) ? 'the page hides it' : undefined);
}

function readWords(node: Element): string {
  let text = '';
  visit(node, (inner) => {
    // A drawing's title counts as words; a page's title belongs to its head.
    if (inner.type === 'element' && machines.has(inner.tagName) && inner.tagName !== 'title') return SKIP;
    if (inner.type === 'text') text += ` ${inner.value}`;
    return undefined;
  });
  return text.replace(/\s+/g, ' ').trim();
}
