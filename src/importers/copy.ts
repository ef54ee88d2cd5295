// Reads the file of a copy from disk and tells by its content what it is, or says in one sentence why it cannot be imported.
import { readFile, stat } from 'node:fs/promises';
import { maxFileSize } from '../reading/source.ts';
import type { sourceFormats } from '../schema/article.ts';
import { forbiddenCharacters } from '../schema/characters.ts';
import { decodeCopy } from './encoding.ts';
import { countClosed, opensAsPage, readDeclaredEncoding } from './html/recognize-page.ts';
import { describeTaken, takeInvisible, type Taken } from './invisible.ts';

type Format = (typeof sourceFormats)[number];

/** A copy as it lies on disk: text with LF line ends and no byte order mark, a PDF as its bytes. */
export type Copy =
  { format: Exclude<Format, 'pdf'>; text: string; doubts: string[] } | { format: 'pdf'; bytes: Uint8Array };

export interface CopyFlags {
  /** What the maintainer says it is. */
  format?: Format | undefined;
  /** The maintainer's word on its encoding. */
  encoding?: string | undefined;
}

/** Bytes a file may have: a page carries its styles and a PDF its fonts and pictures, a text only itself. */
const limits: Record<Format, number> = {
  text: maxFileSize,
  markdown: maxFileSize,
  html: 16 * maxFileSize,
  pdf: 64 * maxFileSize,
};

/** The openings of files that are no copies. */
const others: readonly [RegExp, string][] = [
  [/^\{\\rtf/, 'the file of a word processor'],
  [/^(?:PK\u0003\u0004|\u00d0\u00cf\u0011\u00e0)/, 'the file of a word processor or an archive of files'],
  [/^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8|RIFF[^]{4}WEBP|[^]{4}ftypavif)/, 'a picture'],
  [/^(?:\u001f\u008b|7z\u00bc\u00af|BZh)/, 'a packed file'],
  [/^MIME-Version:|^From: \x3cSaved by|^Content-Type: multipart\/related/im, 'a web archive (MHTML)'],
];

/** More lines than any article has. */
const mostLines = 50_000;

const saveAgain = 'save the article as plain text, HTML, PDF or Markdown and import that';

/** Reads a file; never throws. */
export async function readCopy(path: string, flags: CopyFlags = {}): Promise<Copy | { refusal: string }> {
  let bytes: Buffer;
  try {
    const found = await stat(path);
    if (!found.isFile()) return { refusal: 'This is no file.' };
    if (found.size > limits.pdf) return { refusal: describeSize(found.size, limits.pdf) };
    bytes = await readFile(path);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return {
      refusal: missing
        ? 'There is no such file; is its name spelled right?'
        : 'The file cannot be read; are you allowed to?',
    };
  }
  const start = bytes.subarray(0, 1024).toString('latin1');
  // Some programs write a line or two before the PDF begins.
  if (flags.format === 'pdf' || (flags.format === undefined && start.includes('%PDF-')))
    return { format: 'pdf', bytes: new Uint8Array(bytes) };
  const other = others.find(([opening]) => opening.test(start))?.[1];
  if (other !== undefined && flags.format === undefined)
    return {
      refusal: `This is ${other}; ${saveAgain}.`,
    };
  const declared = readDeclaredEncoding(bytes.subarray(0, 4096).toString('latin1'));
  // A declaration that can be read here is not in UTF-16: the HTML standard, too, treats it as a mistake.
  const isLie = declared !== undefined && /^utf-?16/i.test(declared);
  const decoded = decodeCopy(bytes, flags.encoding, isLie ? undefined : declared);
  if ('refusal' in decoded) return decoded;
  const { text, doubts } = decoded;
  if (text.trim() === '') return { refusal: 'The file is empty; save the copy once more.' };
  const format = flags.format ?? findFormat(text);
  if (bytes.length > limits[format]) return { refusal: describeSize(bytes.length, limits[format]) };
  // What is hidden in a page need not be in its article, whose characters are looked at before it is written.
  if (format === 'html') {
    const problem = describeData(text);
    return problem === undefined ? { format, text, doubts } : { refusal: problem };
  }
  const taken: Taken = new Map();
  const clean = takeInvisible(text, taken);
  const problem = describeData(text) ?? describeCharacters(clean);
  return problem === undefined
    ? { format, text: clean, doubts: [...doubts, ...describeTaken(taken)] }
    : { refusal: problem };
}

const describeSize = (size: number, limit: number): string =>
  `The file has ${Math.ceil(size / 1024)} KB; more than ${limit / 1024} KB is not an article. Save the article alone and import that.`;

/** The first characters are enough to recognize a page. */
const enough = 256 * 1024;

/** What a text is, by its content. */
export function findFormat(text: string): Exclude<Format, 'pdf'> {
  const start = text.slice(0, 4096).trimStart();
  if (opensAsPage(start)) return 'html';
  if (
    /^(?:---(?:json|toml|yaml)?[ \t]*\n(?:[^\n]*\n)*?---[ \t]*(?:\n|$)|\+\+\+[ \t]*\n[^]*\n\+\+\+[ \t]*(?:\n|$)|\{\s*\n?\s*"[^]*\n\}\s*\n)/.test(
      text,
    )
  )
    // prettier-ignore
    return 'markdown';
  if (/^#{1,6} \S/.test(start)) return 'markdown';
  const signs = [/^#{1,6} \S/m, /^(?:```|~~~)/m, /^ {0,3}> \S/m, /^\[[^\]]+\]: \S/m, /^\|(?:.*\|)+\s*\n\|[ :|-]+\|/m]; // prettier-ignore
  if (signs.filter((sign) => sign.test(text)).length >= 2) return 'markdown';
  return countClosed(text.slice(0, enough)) >= 3 ? 'html' : 'text';
}

function describeData(text: string): string | undefined {
  const unseen = text.match(/[\u0000-\u0008\u000e-\u001f\u007f]/g)?.length ?? 0;
  return unseen > 3 && unseen > text.length / 200
    ? `This is no text but data for a program; ${saveAgain}.`
    : undefined;
}

function describeCharacters(text: string): string | undefined {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  if (lines > mostLines)
    return `The file has ${lines} lines, more than any article; save the article alone and import that.`;
  // Breaks of lines and pages, which are read as such; no file of the archive has them.
  const control = text.replace(/[\v\f]/g, ' ').search(forbiddenCharacters);
  if (control !== -1) {
    const before = text.slice(0, control).split('\n');
    const code = text.codePointAt(control)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
    return (
      `Line ${before.length} has the invisible control character U+${code} ` +
      `at its character ${(before.at(-1)?.length ?? 0) + 1}; delete it and import again.`
    );
  }
  const gap = /[^\S\n]{1000}/.exec(text);
  if (gap === null) return undefined;
  const line = text.slice(0, gap.index).split('\n').length;
  return `Line ${line} has a thousand spaces in a row; shorten it and import again.`;
}
