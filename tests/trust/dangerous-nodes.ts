// Finds in rendered HTML, read by a real parser, what may run, load or change the page around it.
import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

const dangerous = new Set(
  'script style iframe object embed form base meta link svg math frame frameset applet portal template'.split(
    ' ',
  ),
);

const addresses = [
  'href',
  'src',
  'action',
  'formAction',
  'xLinkHref',
  'data',
  'poster',
  'srcSet',
  'background',
];

export interface RenderedWords {
  /** One phrase for each dangerous node or attribute. */
  dangers: string[];
  /** All text and all titles, alternative texts and addresses. */
  words: string;
}

export function inspectHtml(html: string): RenderedWords {
  const tree: Root = parser.parse(html);
  const dangers: string[] = [];
  let words = '';
  visit(tree, (node) => {
    if (node.type === 'text') words += ` ${node.value}`;
    if (node.type === 'comment') dangers.push(`a comment, ${node.value.slice(0, 40)}`);
    if (node.type !== 'element') return;
    if (dangerous.has(node.tagName)) dangers.push(`<${node.tagName}>`);
    for (const [name, value] of Object.entries(node.properties)) {
      if (/^on/i.test(name) || name === 'style' || name === 'srcDoc') dangers.push(`the attribute ${name}`);
      if (name === 'title' || name === 'alt' || name === 'href') words += ` ${String(value)}`;
    }
    dangers.push(...listBadAddresses(node));
  });
  return { dangers, words };
}

const listBadAddresses = ({ properties }: Element): string[] =>
  addresses.flatMap((name) => {
    const value = properties[name];
    if (value === undefined || value === null) return [];
    // What a browser leaves out of an address before it looks at its scheme.
    const address = String(value).replaceAll(/[\u0000-\u0020]/g, '');
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
    return scheme === undefined || ['http', 'https', 'mailto'].includes(scheme)
      ? []
      : [`${name} with ${scheme}:`];
  });
