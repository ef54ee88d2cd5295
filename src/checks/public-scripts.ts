// Finds out whether a file in public/ is more than text, data or a picture: whether a browser would run what is in it.
import { extname } from 'node:path';
import type { Position } from '../schema/front-matter.ts';
import { findActiveXml } from './active-xml.ts';

/** Kinds of file that are pages or programs as a whole. */
const programs: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['.html', '.htm', '.xhtml', '.xht', '.shtml', '.mhtml', '.mht', '.hta'].map((ending) => [
      ending,
      'a web page',
    ]),
  ),
  ...Object.fromEntries(['.js', '.mjs', '.cjs', '.jse', '.vbs'].map((ending) => [ending, 'a script'])),
  '.wasm': 'a program',
  '.swf': 'a program',
  '.jar': 'a program',
  '.svgz': 'a compressed picture that may hold scripts',
};

/** Kinds of file that a browser reads as XML. */
const xml = new Set([
  '.svg', '.xml', '.xsl', '.xslt', '.rdf', '.rss', '.atom', '.kml', '.gpx', '.mml', '.mathml', '.xul', '.xsd',
  '.xspf', '.dtd', '.smil', '.opml',
]); // prettier-ignore

/** How many bytes a browser looks at to guess what a file is. */
const sniffed = 1445;

/** Beginnings that browsers take for a page (MIME Sniffing Standard, 7.1), in lower case. */
const pageStarts = [
  '<!doctype html', '<html', '<head', '<script', '<iframe', '<h1', '<div', '<font', '<table', '<a', '<style',
  '<title', '<b', '<body', '<br', '<p', '<!--', '<svg', '<?xml',
]; // prettier-ignore

export interface Runs extends Position {
  /** `a web page`; or what it has: `it has a script`. */
  what: string;
}

/** Why a file may run something in a browser, and where; nothing if it does not. */
export function findScript(name: string, bytes: Buffer): Runs | undefined {
  const ending = extname(name).toLowerCase();
  const program = programs[ending];
  if (program !== undefined) return { line: 1, column: 1, what: `this is ${program}` };
  if (xml.has(ending)) {
    const active = findActiveXml(bytes);
    return active && { ...active, what: `this file has ${active.what}` };
  }
  if (!looksLikePage(bytes)) return undefined;
  return { line: 1, column: 1, what: 'this file begins as a web page does, whatever its name says' };
}

function looksLikePage(bytes: Buffer): boolean {
  const mark = bytes.subarray(0, 2).toString('hex');
  const isWide =
    mark === 'fffe' || mark === 'feff' || (bytes[0] === 0 && bytes[1] === 0x3c) || bytes[1] === 0;
  const head = bytes.subarray(0, sniffed).toString(isWide ? 'latin1' : 'utf8');
  const start = (isWide ? head.replaceAll(/[\0\u00fe\u00ff]/g, '') : head)
    .replace(/^\ufeff?[\t\n\f\r ]*/, '')
    .toLowerCase();
  return pageStarts.some((one) => {
    const next = start[one.length];
    return (
      start.startsWith(one) &&
      (one === '<!--' || one === '<?xml' || next === undefined || /[\s>/]/.test(next))
    );
  });
}
