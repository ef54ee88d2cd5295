// Reads one content file as text, refusing what would be altered or read differently on its way to the page.
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { forbiddenCharacters, renderCodePoint } from '../schema/characters.ts';
import type { Finding } from '../schema/finding.ts';

/** More than a book; a larger file is not a news article. */
export const maxFileSize = 1024 * 1024;

/** More findings of one kind would say nothing new, and a binary file has thousands. */
const enough = 20;

/** The text of a file with LF line ends and no byte order mark, or why it cannot be taken; `most` bytes at most. */
export function readSource(path: string, file: string, most = maxFileSize): Source {
  const bytes = readBytes(path, most);
  return 'message' in bytes
    ? { source: '', findings: [describeUnread(file, bytes)], warnings: [] }
    : decodeSource(bytes, file);
}

/** The finding for a file that `readBytes` could not read. */
export const describeUnread = (file: string, problem: Pick<Finding, 'message' | 'fix'>): Finding => ({
  ...place(file),
  ...problem,
});

export interface Source {
  source: string;
  /** Why it cannot be taken. */
  findings: Finding[];
  /** What is odd, but does no harm. */
  warnings: Finding[];
}

/** The bytes of a file, or why they cannot be read: no link is followed, and nothing is taken that changes meanwhile. */
export function readBytes(path: string, most = maxFileSize): Buffer | Pick<Finding, 'message' | 'fix'> {
  let file: number | undefined;
  try {
    // Synchronous on purpose: it runs in worker threads, where waiting for the thread pool costs more than reading.
    file = openSync(path, flags);
    const before = fstatSync(file);
    if (!before.isFile()) return { message: 'this is not a file', fix: 'Put a file in its place' };
    if (before.size > most) {
      const message = `the file has ${Math.ceil(before.size / 1024)} KB; more than ${most / 1024} KB are not read`;
      return { message, fix: 'Split it' };
    }
    const bytes = readFileSync(file);
    const after = fstatSync(file);
    if (bytes.length === before.size && after.size === before.size && after.mtimeMs === before.mtimeMs)
      return bytes;
    return { message: 'the file has changed while it was read', fix: 'Save it, and run the command again' };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const problem = fileProblems[reason];
    if (problem !== undefined) return { message: problem[0], fix: problem[1] };
    return { message: `the file cannot be read (${reason})`, fix: 'Allow reading it' };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Windows has no such flags. With O_NONBLOCK a pipe opens at once, and is then refused. */
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 }: Partial<typeof constants> = constants;
const flags = (O_RDONLY ?? 0) | O_NOFOLLOW | O_NONBLOCK;

const fileProblems: Readonly<Record<string, readonly [message: string, fix: string]>> = {
  ENOENT: ['the file has vanished while the archive was read', 'Put it back, or run the command again'],
  ELOOP: ['this is a link, not a file', 'Put the file itself here'],
  EISDIR: ['this is a folder, not a file', 'Put a file in its place'],
};

const place = (file: string): Omit<Finding, 'message' | 'fix'> => ({
  check: 'text',
  severity: 'error',
  file,
  line: 1,
  column: 1,
});

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** What Git leaves in a file where two versions of it could not be joined. */
const conflict = /^(?:<{7}|\|{7}|>{7}) .*|^<{7}$/m;

/** The text of a file's bytes. */
export function decodeSource(bytes: Buffer, file: string): Source {
  const findings: Finding[] = [];
  const report = (line: number, column: number, message: string, fix: string): void => {
    findings.push({ ...place(file), line, column, message, fix });
  };
  if (isUtf16(bytes)) {
    report(1, 1, 'the file is UTF-16, not UTF-8 text', 'Save it again with the encoding UTF-8');
    return { source: '', findings, warnings: [] };
  }
  let source: string;
  try {
    source = utf8.decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    const lines = (bytes.toString('utf8').split('\ufffd')[0] ?? '').split('\n');
    const column = (lines.at(-1)?.length ?? 0) + 1;
    report(lines.length, column, 'the file is not UTF-8 text', 'Save it again with the encoding UTF-8');
    return { source: '', findings, warnings: [] };
  }
  const marker = conflict.exec(source);
  if (marker !== null) {
    const line = source.slice(0, marker.index).split('\n').length;
    const fix =
      'Keep one of the two versions, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>';
    report(line, 1, 'two versions of this text were left side by side by a merge', fix);
  }
  if (source.search(forbiddenCharacters) !== -1) reportControls(source, report);
  const hasMark = bytes.subarray(0, 3).toString('hex') === 'efbbbf';
  const message = 'the file begins with an invisible byte order mark';
  const fix = 'Save it as UTF-8 without one; "npm run check -- --fix" does it';
  return {
    source,
    findings,
    warnings: hasMark ? [{ ...place(file), severity: 'warning', message, fix }] : [],
  };
}

function reportControls(
  source: string,
  report: (line: number, column: number, message: string, fix: string) => void,
): void {
  let found = 0;
  for (const [index, line] of source.split('\n').entries()) {
    for (const match of line.matchAll(forbiddenCharacters)) {
      const name = renderCodePoint(match[0]);
      report(
        index + 1,
        match.index + 1,
        `the invisible control character ${name} is not allowed`,
        'Delete it',
      );
      found += 1;
      if (found === enough) return;
    }
  }
}

/** Whether every other byte is NUL, as in Latin text of two bytes a letter, or the file says so itself. */
function isUtf16(bytes: Buffer): boolean {
  const mark = bytes.subarray(0, 2).toString('hex');
  const start = bytes.subarray(0, 64);
  const empty = start.filter((byte) => byte === 0).length;
  return mark === 'fffe' || mark === 'feff' || (start.length >= 8 && empty * 3 > start.length);
}
