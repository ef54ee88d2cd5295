// Reads the file of a copy from disk, or says in one sentence why it cannot be imported.
import { readFile, stat } from 'node:fs/promises';
import { maxFileSize } from '../archive/source.ts';

/** What the archive accepts in no file: invisible controls and signs that reverse the order of letters. */
const forbidden = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u;

/** The text of a copy with LF line ends and no byte order mark, or the reason why there is none. */
export async function readCopy(path: string): Promise<{ text: string } | { refusal: string }> {
  let bytes: Buffer;
  try {
    const found = await stat(path);
    if (found.isDirectory()) return { refusal: 'This is a folder; name the files in it.' };
    if (found.size > maxFileSize) {
      return {
        refusal: `The file has ${Math.ceil(found.size / 1024)} KB; more than 1024 KB is not an article.`,
      };
    }
    bytes = await readFile(path);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { refusal: missing ? 'There is no such file.' : 'The file cannot be read; are you allowed to?' };
  }
  const start = bytes
    .subarray(0, 1024)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase();
  const today = 'import takes text copies today: save the article as plain text and import that.';
  if (start.startsWith('%pdf')) return { refusal: `This is a PDF; ${today}` };
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype|html|head|body)\b/s.test(start)) {
    return { refusal: `This is HTML; ${today}` };
  }
  if (/^(?:pk\u0003\u0004|\u00d0\u00cf\u0011\u00e0|\{\\rtf)/.test(start)) {
    return { refusal: `This is the file of a word processor; ${today}` };
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const line = (bytes.toString('utf8').split('\ufffd')[0] ?? '').split(/\r\n?|\n/).length;
    return {
      refusal: `The file is not UTF-8 text (see line ${line}); save it again with the encoding UTF-8.`,
    };
  }
  text = text.replace(/\r\n?|\u2028|\v/g, '\n').replace(/\u2029/g, '\n\n');
  const control = forbidden.exec(text);
  if (control !== null) {
    const before = text.slice(0, control.index).split('\n');
    const code = control[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
    return {
      refusal:
        `Line ${before.length} has the invisible control character U+${code} ` +
        `at its character ${(before.at(-1)?.length ?? 0) + 1}; delete it and import again.`,
    };
  }
  const gap = /[^\S\n]{1000}/.exec(text);
  if (gap !== null) {
    const line = text.slice(0, gap.index).split('\n').length;
    return { refusal: `Line ${line} has a thousand spaces in a row; shorten it and import again.` };
  }
  if (text.trim() === '') return { refusal: 'The file is empty.' };
  return { text };
}
