// Reads an SVG or other XML file as a browser does, and finds what could run, load from afar or hide either.
import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Position } from '../schema/front-matter.ts';

export interface Active extends Position {
  /** What it is, in words that follow "it has": `a script`. */
  what: string;
}

/** Elements that run something, or show a page of another kind within the picture. */
const elements = new Set([
  'script', 'handler', 'listener', 'foreignobject', 'iframe', 'frame', 'embed', 'object', 'applet', 'audio',
  'video', 'source', 'link', 'meta', 'base', 'form', 'portal', 'template',
]); // prettier-ignore

/** Attributes with an address in them. */
const addresses = new Set([
  'href',
  'src',
  'from',
  'to',
  'by',
  'values',
  'action',
  'formaction',
  'data',
  'poster',
]);

const xhtml = 'http://www.w3.org/1999/xhtml';

/** An SVG may embed whole pictures of these kinds; browsers run nothing in them. */
const innerPicture = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[a-z\d+/=\s]*$/i;

/** The first thing in an XML file that makes it more than a picture or data; or why it cannot be read. */
export function findActiveXml(bytes: Buffer): Active | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { line: 1, column: 1, what: 'another encoding than UTF-8, in which a script can hide' };
  }
  let found: Active | undefined;
  const parser = new SaxesParser({ xmlns: true });
  const note = (what: string | undefined): void => {
    if (what !== undefined) found ??= { line: parser.line, column: Math.max(1, parser.columnIndex), what };
  };
  let style = '';
  parser.on('xmldecl', ({ encoding = 'utf-8' }) => {
    if (!/^(?:utf-8|us-ascii)$/i.test(encoding)) note(`the encoding ${encoding}, in which a script can hide`);
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) note('a document type with entities of its own, in which a script can hide');
  });
  parser.on('processinginstruction', ({ target }) => note(`an instruction to load "${target}"`));
  parser.on('opentag', (tag) => {
    if (tag.local.toLowerCase() === 'style') style = '';
    note(describeElement(tag));
  });
  parser.on('text', (value) => (style += value));
  parser.on('cdata', (value) => (style += value));
  parser.on('closetag', ({ local }) => {
    if (local.toLowerCase() === 'style') note(describeStyle(style));
    style = '';
  });
  parser.on('error', (error) => note(`a mistake in its XML (${error.message.replace(/^\d+:\d+: /, '')})`));
  try {
    parser.write(text).close();
  } catch (error) {
    note(`a mistake in its XML (${error instanceof Error ? error.message : String(error)})`);
  }
  return found;
}

function describeElement({ local, uri, attributes }: SaxesTagNS): string | undefined {
  const name = local.toLowerCase();
  if (elements.has(name)) return name === 'script' ? 'a script' : `a <${local}>`;
  if (uri === xhtml) return `<${local}> of HTML`;
  for (const [key, { local: attribute, value, prefix }] of Object.entries(attributes)) {
    const plain = attribute.toLowerCase();
    if (plain.startsWith('on')) return `the handler ${key}`;
    if (prefix === 'xml' && plain === 'base') return 'an address that all others start from (xml:base)';
    if (plain === 'attributename' && /href|^on|src/i.test(value))
      return `a change of ${value} while it is shown`;
    const problem =
      prefix === 'xmlns' || key === 'xmlns'
        ? undefined
        : addresses.has(plain)
          ? describeAddress(value, name)
          : describeStyle(value, plain === 'style');
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Browsers drop these characters from an address before they read its scheme. */
const dropped = /[\u0000-\u0020\u007f-\u00a0]/g;

/** Readers follow links themselves; everything else is loaded at once, so it must come from here. */
function describeAddress(written: string, element: string): string | undefined {
  const value = written.replace(dropped, '');
  if (value.includes('\\')) return 'a backslash in an address';
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(value)?.[1]?.toLowerCase();
  const isForeign = scheme !== undefined || value.startsWith('//');
  if (!isForeign || innerPicture.test(value)) return undefined;
  if (element === 'a' && (scheme === 'https' || scheme === 'http' || scheme === 'mailto')) return undefined;
  // The values of an animation are numbers, colours and names.
  if (
    /^(?:animate|set)/.test(element) &&
    scheme !== 'javascript' &&
    scheme !== 'data' &&
    !/^https?$/.test(scheme ?? '')
  )
    return undefined;
  return `an address that leads elsewhere: "${value.slice(0, 40)}"`;
}

/** @param whole whether all of it is CSS; else only what it loads counts */
function describeStyle(value: string, whole = true): string | undefined {
  const css = value.toLowerCase();
  if (!whole && !css.includes('url(')) return undefined;
  if (css.includes('\\')) return 'an escape in its styles, in which an address can hide';
  if (css.includes('@import')) return 'a style sheet that is loaded (@import)';
  for (const [, inner = ''] of css.matchAll(/(?:url|image|image-set|src)\(\s*["']?([^"')]*)/g)) {
    const address = inner.trim();
    if (address !== '' && !address.startsWith('#') && !innerPicture.test(address))
      return `an address in its styles: "${address.slice(0, 40)}"`;
  }
  return /expression\(|javascript:|-moz-binding|behavior:/.test(css) ? 'a script in its styles' : undefined;
}
