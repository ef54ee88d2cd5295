// What must never stand in a page because of its content, found without the project's own code for the same purpose.
import { parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';

type Element = Tree.Element;

const elements = new Set(
  `animate animatemotion animatetransform applet audio base body button embed form frame frameset head html iframe input
  isindex keygen link listing marquee math meta noembed noframes object plaintext script select set style svg template
  textarea title video xmp xss`.split(/\s+/),
);

/** Elements that belong to the frame of a page; each page's own are counted separately. */
const frame = new Set('html head body link meta title form input button select svg textarea'.split(' '));

const addresses = new Set(
  'action background cite data formaction href poster src srcdoc xlink:href'.split(' '),
);

/** A sentence for each danger in a piece of HTML that content alone has made: no element of a page's frame may be in it. */
export const findDangersInPiece = (html: string): string[] =>
  walk(parseFragment(html)).flatMap((element) => [
    ...(elements.has(element.tagName.toLowerCase()) ? [`the element <${element.tagName}>`] : []),
    ...findInAttributes(element),
  ]);

/** A sentence for each thing in a page that runs, styles, loads from elsewhere or leads on by itself. */
export const findActive = (html: string): string[] =>
  walk(parse(html, { scriptingEnabled: false })).flatMap((element) => [
    ...(active.has(element.tagName.toLowerCase()) && !isFrames(element)
      ? [`the element <${element.tagName}>`]
      : []),
    ...(element.tagName === 'meta' && element.attrs.some(isInstruction)
      ? ['an instruction to the browser']
      : []),
    ...findInAttributes(element),
  ]);

/** All text of a piece of HTML, and all titles, texts of pictures and addresses. */
export function readWords(html: string): string {
  const fragment = parseFragment(html);
  const attributes = walk(fragment).flatMap(({ attrs }) =>
    attrs.filter(({ name }) => ['title', 'alt', 'href'].includes(name)).map(({ value }) => value),
  );
  return [readText(fragment), ...attributes].join(' ');
}

function readText(node: Tree.Node): string {
  if (node.nodeName === '#text' && 'value' in node) return ` ${node.value}`;
  return 'childNodes' in node ? node.childNodes.map(readText).join('') : '';
}

const active = new Set('applet base embed frame frameset iframe object script style'.split(' '));

/** A sentence for each danger in a whole page as it is published. */
export function findDangersInPage(html: string): string[] {
  const all = walk(parse(html, { scriptingEnabled: false, sourceCodeLocationInfo: true }));
  const found = all.flatMap((element) => [
    ...(elements.has(element.tagName.toLowerCase()) && !frame.has(element.tagName) && !isFrames(element)
      ? [`the element <${element.tagName}>`]
      : []),
    ...findInAttributes(element),
    ...findUnescaped(html, element),
  ]);
  const styles = all.filter(({ tagName }) => tagName === 'style').length;
  const bases = all.filter(({ tagName, attrs }) => tagName === 'meta' && attrs.some(isInstruction)).length;
  if (styles > 1) found.push(`${styles} styles`);
  if (bases > 2) found.push(`${bases} instructions to the browser`);
  return found;
}

const isInstruction = ({ name }: Element['attrs'][number]): boolean => name === 'http-equiv';

/** Scripts and styles of the frame: data, what to fetch ahead, the one script of the search, one style. */
function isFrames({ tagName, attrs, parentNode }: Element): boolean {
  const value = (name: string): string | undefined =>
    attrs.find((attribute) => attribute.name === name)?.value;
  if (tagName === 'style')
    return parentNode !== null && 'tagName' in parentNode && parentNode.tagName === 'head';
  if (tagName !== 'script') return false;
  const type = value('type');
  if (type === 'application/ld+json' || type === 'speculationrules') return value('src') === undefined;
  return type === 'module' && /^\/_astro\/[\w.-]+\.js$/.test(value('src') ?? '');
}

function findInAttributes({ tagName, attrs }: Element): string[] {
  return attrs.flatMap(({ prefix, name: local, value }) => {
    const name = (prefix ? `${prefix}:${local}` : local).toLowerCase();
    if (name.startsWith('on')) return [`the handler ${name} on <${tagName}>`];
    if (name === 'style' || name === 'srcdoc' || name === 'ping') return [`the attribute ${name}`];
    if (!addresses.has(name)) return [];
    // What the URL standard has browsers skip before they look for a protocol.
    const plain = value.replace(/^[\u0000-\u0020]+|[\t\n\r]/g, '').toLowerCase();
    const protocol = /^([a-z][a-z0-9+.-]*):/.exec(plain)?.[1];
    if (protocol !== undefined && !['http', 'https', 'mailto'].includes(protocol))
      return [`the address ${value.slice(0, 40)}`];
    const isLoaded = name !== 'href' && name !== 'cite';
    const isForeign = protocol !== undefined || /^[\\/]{2}/.test(plain);
    return isLoaded && isForeign ? [`something loaded from ${value.slice(0, 40)}`] : [];
  });
}

/** An attribute with a character that less careful programs take for the beginning or end of a tag. */
function findUnescaped(html: string, { attrs, sourceCodeLocation: place }: Element): string[] {
  return attrs.flatMap(({ prefix, name }) => {
    const at = place?.attrs?.[prefix ? `${prefix}:${name}` : name];
    const source = at === undefined ? '' : html.slice(at.startOffset, at.endOffset);
    return /[<>]/.test(source) ? [`an unescaped sign in ${source.slice(0, 60)}`] : [];
  });
}

function walk(root: Tree.ParentNode): Element[] {
  const found: Element[] = [];
  const open: Tree.Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('tagName' in node) found.push(node);
    const children = 'content' in node ? [node.content] : 'childNodes' in node ? node.childNodes : [];
    open.push(...[...children].reverse());
  }
  return found;
}
