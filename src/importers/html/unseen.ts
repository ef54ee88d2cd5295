// Lists the words of a page that its readers do not meet as text, though somebody wrote them: in drawings, films, hidden parts.
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

/** What is for machines alone, and whose text is no text. */
const machines = new Set(['head', 'script', 'style', 'template', 'datalist', 'title']);

/** To be called before a page is cleaned of them. */
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
    // The title of a drawing is words; that of a page is its head's.
    if (inner.type === 'element' && machines.has(inner.tagName) && inner.tagName !== 'title') return SKIP;
    if (inner.type === 'text') text += ` ${inner.value}`;
    return undefined;
  });
  return text.replace(/\s+/g, ' ').trim();
}
