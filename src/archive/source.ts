// Reads one content file as text, refusing what would be altered or read differently on its way to the page.
import { readFileSync } from 'node:fs';
import { forbiddenCharacters, renderCodePoint } from '../schema/characters.ts';
import type { Finding } from '../schema/finding.ts';

/** More than a book; a larger file is not a news article. */
export const maxFileSize = 1024 * 1024;

/** So many findings of one kind say it all; a binary file has thousands. */
const enough = 20;

/** The text of a file with LF line ends and no byte order mark, or why it cannot be taken; `most` bytes at most. */
export function readSource(
  path: string,
  file: string,
  most = maxFileSize,
): { source: string; findings: Finding[] } {
  const findings: Finding[] = [];
  const report = (line: number, column: number, message: string, fix: string): void => {
    findings.push({ check: 'text', severity: 'error', file, line, column, message, fix });
  };
  let bytes: Buffer;
  try {
    // Synchronous on purpose: it runs in worker threads, where waiting for the thread pool costs more than reading.
    bytes = readFileSync(path);
  } catch (error) {
    report(
      1,
      1,
      `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      'Allow reading it',
    );
    return { source: '', findings };
  }
  if (bytes.length > most) {
    const size = Math.ceil(bytes.length / 1024);
    report(1, 1, `the file has ${size} KB; more than ${most / 1024} KB are not read`, 'Split it');
    return { source: '', findings };
  }
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    const lines = (bytes.toString('utf8').split('\ufffd')[0] ?? '').split('\n');
    const column = (lines.at(-1)?.length ?? 0) + 1;
    report(lines.length, column, 'the file is not UTF-8 text', 'Save it again with the encoding UTF-8');
    return { source: '', findings };
  }
  for (const [index, line] of source.split('\n').entries()) {
    for (const match of line.matchAll(forbiddenCharacters)) {
      report(
        index + 1,
        match.index + 1,
        `the invisible control character ${renderCodePoint(match[0])} is not allowed`,
        'Delete it',
      );
      if (findings.length === enough) return { source, findings };
    }
  }
  return { source, findings };
}
