// Reads unambiguous HTML many times faster than a full parser, and gives up on everything else.

/** An element as it stands in the source; offsets are those of the source. */
export interface PageElement {
  tagName: string;
  /** Whether it is HTML; elements of pictures have names of their own. */
  isHtml: boolean;
  attrs: PageAttribute[];
  /** Where its start tag begins and ends, and where its end tag ends; an element without one ends with its start tag. */
  start: number;
  opened: number;
  end: number;
  /** What is inside a script or style; of other elements it is not read. */
  text: string;
}

export interface PageAttribute {
  /** As in the source: `xlink:href`. */
  name: string;
  /** As a browser reads it, without references to characters. */
  value: string;
  start: number;
  end: number;
}

/** Elements without an end tag. */
const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** What stands in these is text, or is none where they are out of place: it must not look like a tag. */
const textual = new Set('script style title textarea'.split(' '));

/** Elements that change how the rest is read, or that parsers make others of. */
const unplain = new Set(
  'annotation-xml foreignobject frameset iframe image isindex keygen listing math noembed noframes plaintext template xmp'.split(
    ' ',
  ),
);

const doctype = '<!doctype html>';
const htmlName = /[a-z][a-z0-9-]*/y;
const pictureName = /[a-zA-Z][a-zA-Z0-9-]*/y;
const attributePattern = /[ \t\n\f]+([a-zA-Z_][\w:.-]*)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'`=<>]+)))?/y;
const startEnd = /[ \t\n\f]*(\/?)>/y;
const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The elements of a page or of a piece of one, in the order of the source.
 *
 * Such HTML has a start tag and an end tag for every element but the empty ones, in their proper order; every attribute
 * is written once; there are no comments, no references but those that are needed, and nothing that looks like a tag and
 * is none. On such HTML the rules of the standard (13.2.5 and 13.2.6) leave no choice where a tag begins and ends. A
 * parser may add elements that are implied, and move or copy one; it finds none that is not in this list.
 * @returns nothing if the HTML is not plain
 */
export function readPlainHtml(html: string): PageElement[] | undefined {
  // Parsers change these before they read anything.
  if (html.includes('\r') || html.includes('\0')) return undefined;
  const elements: PageElement[] = [];
  const open: PageElement[] = [];
  let pictures = 0;
  let at = html.slice(0, doctype.length).toLowerCase() === doctype ? doctype.length : 0;
  for (;;) {
    const start = html.indexOf('<', at);
    if (start === -1) break;
    if (html[start + 1] === '/') {
      const element = open.pop();
      const end = start + 3 + (element?.tagName.length ?? 0);
      if (element === undefined || !html.startsWith(`${element.tagName}>`, start + 2)) return undefined;
      if (element.tagName === 'svg') pictures -= 1;
      element.end = end;
      at = end;
      continue;
    }
    const namePattern = pictures > 0 ? pictureName : htmlName;
    namePattern.lastIndex = start + 1;
    const tagName = namePattern.exec(html)?.[0];
    if (tagName === undefined || unplain.has(tagName.toLowerCase())) return undefined;
    const isPicture = pictures > 0 || tagName === 'svg';
    const attrs = readAttributes(html, start + 1 + tagName.length, isPicture);
    if (attrs === undefined) return undefined;
    startEnd.lastIndex = attrs.at(-1)?.end ?? start + 1 + tagName.length;
    const [closing, slash] = startEnd.exec(html) ?? [];
    if (closing === undefined) return undefined;
    at = startEnd.lastIndex;
    const element = { tagName, isHtml: !isPicture, attrs, start, opened: at, end: at, text: '' };
    elements.push(element);
    if (isPicture ? slash === '/' : empty.has(tagName)) continue;
    // Of an element that is not empty, a browser does not read the slash.
    if (slash === '/') return undefined;
    if (textual.has(tagName)) {
      // In a picture these names may mean something else.
      if (pictures > 0 && tagName !== 'title') return undefined;
      // Styles compare widths.
      const end = html.indexOf(tagName === 'style' ? '</' : '<', at);
      if (!html.startsWith(`</${tagName}>`, end)) return undefined;
      if (tagName === 'script' || tagName === 'style') element.text = html.slice(at, end);
      at = element.end = end + tagName.length + 3;
      continue;
    }
    if (tagName === 'svg') pictures += 1;
    open.push(element);
  }
  return open.length === 0 ? elements : undefined;
}

function readAttributes(html: string, from: number, isPicture: boolean): PageAttribute[] | undefined {
  const attrs: PageAttribute[] = [];
  attributePattern.lastIndex = from;
  for (;;) {
    const start = attributePattern.lastIndex;
    const match = attributePattern.exec(html);
    if (match === null) return attrs;
    const [written, name = '', double, single, bare = ''] = match;
    // HTML knows no capitals in names.
    if (!isPicture && /[A-Z]/.test(name)) return undefined;
    if (attrs.some((attribute) => attribute.name === name)) return undefined;
    const value = readReferences(double ?? single ?? bare);
    if (value === undefined) return undefined;
    const space = written.length - written.trimStart().length;
    attrs.push({ name, value, start: start + space, end: attributePattern.lastIndex });
  }
}

/** Nothing if a reference is not one of the few that are needed. */
function readReferences(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let isPlain = true;
  const value = text.replace(/&(#?\w*)(;?)/g, (written: string, name: string, end: string) => {
    if (name === '') return written;
    // Before a letter the sign may be a reference even without its end.
    const character = end === '' ? undefined : (references[name] ?? readNumber(name));
    isPlain &&= character !== undefined;
    return character ?? '';
  });
  return isPlain ? value : undefined;
}

/** A few numbers stand for other characters, or for none. */
function readNumber(name: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const isUsual = (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0xd800);
  return isUsual ? String.fromCodePoint(code) : undefined;
}
