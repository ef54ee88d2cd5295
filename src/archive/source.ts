// Reads one content file as text, refusing what would be altered or read differently on its way to the page.
import { readFileSync } from 'node:fs';
import type { Finding } from '../schema/finding.ts';

/** More than a book; a larger file is not a news article. */
export const maxFileSize = 1024 * 1024;

/** C0 and C1 controls but tab and line ends, bidirectional overrides and isolates, tag characters. */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu;

/** The text of a file with LF line ends and no byte order mark, or why it cannot be taken. */
export function readSource(path: string, file: string): { source: string; findings: Finding[] } {
  const findings: Finding[] = [];
  const report = (line: number, column: number, message: string, fix: string): void => {
    findings.push({ check: 'text', severity: 'error', file, line, column, message, fix });
  };
  // Synchronous on purpose: it runs in worker threads, where waiting for the thread pool costs more than reading.
  const bytes = readFileSync(path);
  if (bytes.length > maxFileSize) {
    report(
      1,
      1,
      `the file has ${Math.ceil(bytes.length / 1024)} KB; more than 1024 KB is not an article`,
      'Split it',
    );
    return { source: '', findings };
  }
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    const good = bytes.toString('utf8').split('\ufffd')[0] ?? '';
    const lines = good.split('\n');
    report(
      lines.length,
      (lines.at(-1)?.length ?? 0) + 1,
      'the file is not UTF-8 text',
      'Save it again with the encoding UTF-8',
    );
    return { source: '', findings };
  }
  for (const match of source.matchAll(forbidden)) {
    const before = source.slice(0, match.index).split('\n');
    const code = match[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
    report(
      before.length,
      (before.at(-1)?.length ?? 0) + 1,
      `the invisible control character U+${code} is not allowed`,
      'Delete it',
    );
  }
  return { source, findings };
}
