// Turns the raw HTML of foreign Markdown into Markdown: the whole text takes the way through HTML, footnotes unharmed.
import type { Element, Root as Hast } from 'hast';
import type { FootnoteDefinition, FootnoteReference, Nodes, Root } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeRemark from 'rehype-remark';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { mendLists, unwrapLayoutTables } from '../html/body.ts';
import { cleanPage, embeds } from '../html/page.ts';
import type { LeftOut } from '../draft.ts';

const note = 'dateline-note';
const reference = 'dateline-note-reference';

type Named = { identifier: string; label?: string | null | undefined };

const element = (tagName: string, { identifier, label }: Named, children: Element['children']): Element => ({
  type: 'element',
  tagName,
  properties: { dataIdentifier: identifier, dataLabel: label ?? identifier },
  children,
});

const readName = ({ properties }: Element): Required<Pick<Named, 'identifier'>> & { label: string } => ({
  identifier: String(properties['dataIdentifier']),
  label: String(properties['dataLabel']),
});

const toHtml = unified()
  .use(remarkRehype, {
    allowDangerousHtml: true,
    handlers: {
      footnoteReference: (_state: unknown, node: FootnoteReference) => element(reference, node, []),
      footnoteDefinition: (state: { all: (node: Nodes) => Element['children'] }, node: FootnoteDefinition) =>
        element(note, node, state.all(node)),
    },
  })
  .use(rehypeRaw)
  .freeze();

const toMarkdown = unified()
  .use(rehypeRemark, {
    document: true,
    newlines: true,
    handlers: {
      wbr: () => undefined,
      [reference]: (_state, node: Element) => ({ type: 'footnoteReference', ...readName(node) }),
      [note]: (state, node: Element) =>
        ({
          type: 'footnoteDefinition',
          ...readName(node),
          children: state.toFlow(state.all(node)),
        }) as FootnoteDefinition,
    },
  })
  .freeze();

/** Whether a tree has raw HTML in it. */
export function hasRawHtml(tree: Root): boolean {
  let found = false;
  visit(tree, 'html', () => void (found = true));
  return found;
}

/** A tree without raw HTML, and what of it no reader would have seen. */
export function convertRawHtml(tree: Root): {
  tree: Root;
  text: string;
  leftOut: LeftOut[];
  doubts: string[];
} {
  const html = toHtml.runSync(tree) as Hast;
  const leftOut: LeftOut[] = [];
  const links: string[] = [];
  visit(html, (node) => {
    if (node.type === 'comment') leftOut.push({ text: node.value.trim(), why: 'it is a comment', words: 0 });
    if (node.type !== 'element') return;
    if (embeds.has(node.tagName)) {
      const source = String(node.properties['src'] ?? node.properties['data'] ?? '');
      const title = String(node.properties['title'] ?? '')
        .replace(/\s+/g, ' ')
        .trim();
      if (/^https?:\/\//.test(source)) links.push(`[${writeLink(node, source, title)}](${source})`);
      else
        leftOut.push({
          text: [title, `<${node.tagName}>`, source].join(' ').trim(),
          why: 'it is an embedded film, sound or frame',
          words: 0,
        });
    }
    if (node.tagName === 'script' || node.tagName === 'style')
      leftOut.push({
        text: `<${node.tagName}> ${String(node.properties['src'] ?? '')}`.trim(),
        why: 'it is for machines',
        words: 0,
      });
  });
  cleanPage(html);
  mendLists(html);
  const unwrapped = unwrapLayoutTables(html);
  const doubts =
    links.length > 0
      ? [`Embedded films and the like are links now (${links.length}): ${links.join('; ')}.`]
      : [];
  if (unwrapped > 0)
    doubts.push(`Tables that Markdown cannot write (${unwrapped}) were read as paragraphs, cell by cell.`);
  let text = '';
  visit(html, 'text', ({ value }) => void (text += value));
  return { tree: toMarkdown.runSync(html) as Root, text, leftOut, doubts };
}

/** Makes an embedded frame a link to what it shows; its text. */
function writeLink(node: Element, source: string, title: string): string {
  const text = title === '' ? source : title;
  node.tagName = 'p';
  node.properties = {};
  node.children = [
    {
      type: 'element',
      tagName: 'a',
      properties: { href: source },
      children: [{ type: 'text', value: text }],
    },
  ];
  return text;
}
