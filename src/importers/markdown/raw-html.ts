// Turns the raw HTML of foreign Markdown into Markdown: the whole text takes the way through HTML, footnotes unharmed.
import type { Element, Root as Hast } from 'hast';
import type { FootnoteDefinition, FootnoteReference, Nodes, Root } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeRemark from 'rehype-remark';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { mendLists, narrowCells, unwrapLayoutTables } from '../html/body.ts';
import { oddElements } from '../html/odd-elements.ts';
import { cleanPage, embeds, isHidden, unseen } from '../html/page.ts';
import { countWords, type LeftOut } from '../draft.ts';
import { cleanHtml, type Taken } from '../invisible.ts';
import { listHtmlLabels } from '../labels.ts';

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
      ...oddElements,
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
export function convertRawHtml(
  tree: Root,
  taken: Taken,
): {
  tree: Root;
  text: string;
  /** Titles and texts of pictures. */
  labels: string[];
  leftOut: LeftOut[];
  doubts: string[];
} {
  const html = toHtml.runSync(tree) as Hast;
  cleanHtml(html, taken);
  const leftOut: LeftOut[] = [];
  const links: string[] = [];
  visit(html, (node) => {
    if (node.type === 'comment') leftOut.push({ text: node.value.trim(), why: 'it is a comment', words: 0 });
    if (node.type !== 'element') return undefined;
    const { tagName, properties } = node;
    const source = String(properties['src'] ?? properties['data'] ?? '');
    const isEmbed = embeds.has(tagName);
    if (!isEmbed && !unseen.has(tagName) && !isHidden(node)) return undefined;
    // An unclosed tag hides everything after it.
    const text = readAllText(node).replace(/\s+/g, ' ').trim();
    const leaveOut = (what: string, why: string): void => {
      const shown = [what, `<${tagName}>`, source, text].filter((part) => part !== '').join(' ');
      leftOut.push({ text: shown, why, words: countWords(text) });
    };
    if (!isEmbed) {
      leaveOut('', isCode(node) ? 'it is for machines' : 'no reader of the page would see it');
      return SKIP;
    }
    const title = String(properties['title'] ?? '')
      .replace(/\s+/g, ' ')
      .trim();
    const isLinked = /^https?:\/\//.test(source);
    if (!isLinked || text !== '') leaveOut(title, 'it is an embedded film, sound or frame');
    if (isLinked) links.push(`[${writeLink(node, source, title)}](${source})`);
    else makeEmpty(node);
    return SKIP;
  });
  cleanPage(html);
  const labels = listHtmlLabels(html);
  narrowCells(html);
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
  return { tree: toMarkdown.runSync(html) as Root, text, labels, leftOut, doubts };
}

const isCode = ({ tagName }: Element): boolean => tagName === 'script' || tagName === 'style';

/** The text of an element, including that of templates in it. */
function readAllText(node: Element): string {
  let text = textOf(node);
  visit(node, 'element', ({ content }) => {
    if (content !== undefined) text += ` ${textOf(content)}`;
  });
  return text;
}

/** Its title stays, to be counted. */
function makeEmpty(node: Element): void {
  node.tagName = 'span';
  node.children = [];
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
