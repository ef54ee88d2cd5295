// Reads the file of a copy from disk, or says in one sentence why it cannot be imported.
import { readFile, stat } from 'node:fs/promises';
import { maxFileSize } from '../archive/source.ts';
import { forbiddenCharacters } from '../schema/characters.ts';

/** The text of a copy with LF line ends, vertical tabs and form feeds left, and no byte order mark, or the reason why there is none. */
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
  text = text.replace(/\r\n?|\u2028/g, '\n').replace(/\u2029/g, '\n\n');
  // Breaks of lines and pages, which are read as such; no file of the archive has them.
  const control = text.replace(/[\v\f]/g, ' ').search(forbiddenCharacters);
  if (control !== -1) {
    const before = text.slice(0, control).split('\n');
    const code = text.codePointAt(control)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
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
