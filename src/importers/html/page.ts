// Parses a saved page and cleans it of what no reader sees; nothing in it is run or fetched.
import type { Element, ElementContent, Nodes, Parents, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { rewriteHtml } from '../rewrite.ts';

const parser = unified().use(rehypeParse).freeze();

/** Elements whose text is on no page. */
export const unseen = new Set(
  'head title script style template noscript noembed noframes svg datalist canvas audio video iframe object embed map'.split(
    ' ',
  ),
);

/** What a browser shows that is neither text nor picture. */
export const embeds = new Set(['iframe', 'video', 'audio', 'object', 'embed']);

/** Elements that begin and end a block of text. */
export const blockTags = new Set(
  `address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption figure
  footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section select
  summary table tbody td textarea tfoot th thead time tr ul`.split(/\s+/),
);

/** Inline elements that old pages set around whole columns of text. */
const wrappers = new Set(['font', 'span', 'big', 'small', 'b', 'i', 'strong', 'em', 'a']);

/** The tree of a page as it stands in the file. */
export const parsePage = (html: string): Root => parser.parse(html);

/** A picture or embedded frame keeps its place, so that it can be reported. */
export function cleanPage(tree: Root): void {
  rewriteHtml(tree, (node) => {
    if (node.type === 'comment' || node.type === 'doctype') return [];
    if (node.type === 'text') node.value = node.value.replaceAll('\u00ad', '');
    if (node.type !== 'element') return undefined;
    if (embeds.has(node.tagName) && !isHidden(node)) {
      node.children = [];
      return undefined;
    }
    if (unseen.has(node.tagName) || isHidden(node)) return [];
    if (node.tagName === 'img') node.properties['src'] = findPicture(node);
    if (node.tagName === 'q') {
      // A browser sets the quotation marks, and they are part of what is read.
      node.tagName = 'span';
      node.children = [{ type: 'text', value: '“' }, ...node.children, { type: 'text', value: '”' }];
    }
    return undefined;
  });
  splitAtBreaks(tree);
}

/** The address of a picture that a script would have put in its place later. */
function findPicture({ properties }: Element): string {
  const address = (name: string): string => String([properties[name]].flat()[0] ?? '').trim();
  const later = ['dataSrc', 'dataLazySrc', 'dataOriginal', 'srcSet', 'dataSrcset', 'dataLazySrcset']
    .map((name) => address(name).split(/[\s,]+/)[0] ?? '')
    .find((one) => one !== '' && !one.startsWith('data:'));
  const own = address('src');
  return own !== '' && !own.startsWith('data:') ? own : (later ?? (own === '' ? '' : 'data:'));
}

export function isHidden({ tagName, properties }: Element): boolean {
  const style = String(properties['style'] ?? '').replace(/\s+/g, '');
  return (
    ('hidden' in properties && properties['hidden'] !== 'until-found') ||
    /(?:^|;)(?:display:none|visibility:hidden)/i.test(style) ||
    (tagName === 'dialog' && !('open' in properties))
  );
}

const isElement = (node: Nodes | undefined, tagName: string): node is Element =>
  node?.type === 'element' && node.tagName === tagName;

const isBlank = (node: Nodes): boolean => node.type === 'text' && node.value.trim() === '';

/** Two line breaks in a row part paragraphs on old pages: each part becomes a paragraph of its own. */
function splitAtBreaks(tree: Root): void {
  const split = (parent: Parents): void => {
    for (const child of parent.children) if (child.type === 'element') split(child);
    const parts = partAtBreaks(parent.children as ElementContent[]);
    if (parts.length < 2) return;
    if (parent.type === 'element' && (wrappers.has(parent.tagName) || parent.tagName === 'p'))
      parent.tagName = parent.tagName === 'a' ? 'a' : 'div';
    parent.children = parts.flatMap((part) =>
      part.some(isBlockElement)
        ? part
        : [{ type: 'element', tagName: 'p', properties: {}, children: part } satisfies Element],
    );
  };
  split(tree);
}

const isBlockElement = (node: Nodes): boolean => node.type === 'element' && blockTags.has(node.tagName);

function partAtBreaks(children: ElementContent[]): ElementContent[][] {
  const parts: ElementContent[][] = [[]];
  for (let at = 0; at < children.length; at += 1) {
    const child = children[at] as ElementContent;
    let next = at + 1;
    let breaks = 1;
    if (isElement(child, 'br')) {
      for (; next < children.length; next += 1) {
        const other = children[next] as ElementContent;
        if (isElement(other, 'br')) breaks += 1;
        else if (!isBlank(other)) break;
      }
      if (breaks > 1) {
        parts.push([]);
        at = next - 1;
        continue;
      }
    }
    parts.at(-1)?.push(child);
  }
  return parts.filter((part) => !part.every(isBlank));
}
