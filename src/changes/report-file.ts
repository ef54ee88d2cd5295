// What the run that checks a pull request hands to the one that comments on it: a file of data, trusted in nothing.
import { readFile, stat } from 'node:fs/promises';
import * as z from 'zod';
import type { Finding } from '../schema/finding.ts';
import type { ChangeReport } from './change-report.ts';
import { isZip, unpackReport } from './report-archive.ts';

/** Everything that was found out about a pull request. */
export interface PullRequestReport {
  findings: Finding[];
  /** Absent where the archive has files that cannot be read. */
  changes?: ChangeReport | undefined;
}

/** Bytes; what this project writes is cut before it comes near. */
const mostBytes = 1024 * 1024;
/** Entries of each list that are handed on; the comment shows fewer still, and says how many there are. */
const mostEntries = 100;
/** Characters of each text. */
const mostCharacters = 1024;

const word = z.string().max(64);
const text = z.string().max(mostCharacters);
const count = z.int().min(0).max(1e9);
const page = { path: text, kind: word, title: text };
/** A list that may have been cut, with its true length. */
const list = <T extends z.ZodType>(entry: T) =>
  z.strictObject({ total: count, entries: z.array(entry).max(mostEntries) });

const reportSchema = z.strictObject({
  findings: list(
    z.strictObject({
      check: word,
      severity: z.enum(['error', 'warning']),
      file: text,
      line: count,
      column: count,
      message: text,
      fix: text,
    }),
  ),
  changes: z
    .strictObject({
      gained: list(z.strictObject(page)),
      changed: list(z.strictObject(page)),
      lost: list(z.strictObject({ ...page, to: text.optional() })),
      names: list(
        z.strictObject({ ...page, isNewRecord: z.boolean(), spellings: z.array(text).max(mostEntries) }),
      ),
      words: list(z.strictObject({ ...page, added: count, removed: count })),
    })
    .optional(),
});

/** A report as it travels: every list with its length before it was cut. */
export type ReportFile = z.output<typeof reportSchema>;

/** Cuts what is too long to be read by anybody. */
export function buildReportFile({ findings, changes }: PullRequestReport): ReportFile {
  const cutText = (value: unknown): unknown =>
    typeof value === 'string'
      ? value.slice(0, mostCharacters)
      : Array.isArray(value)
        ? cutList(value).entries
        : value;
  const cutList = (entries: readonly unknown[]): { total: number; entries: unknown[] } => ({
    total: entries.length,
    entries: entries
      .slice(0, mostEntries)
      .map((entry) =>
        typeof entry === 'object' && entry !== null
          ? Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, cutText(value)]))
          : cutText(entry),
      ),
  });
  return reportSchema.parse({
    findings: cutList(findings),
    ...(changes && {
      changes: Object.fromEntries(Object.entries(changes).map(([name, entries]) => [name, cutList(entries)])),
    }),
  });
}

/**
 * Reads a report that somebody else has written, as it is or in the ZIP file of an artifact.
 * @throws Error with a sentence if it is too large, packed or unpacked, or is not one
 */
export async function readReportFile(path: string): Promise<ReportFile> {
  const { size } = await stat(path);
  if (size > mostBytes) throw new Error(`The report has ${size} bytes; more than ${mostBytes} are not read.`);
  const bytes = await readFile(path);
  const report = isZip(bytes) ? unpackReport(bytes, mostBytes) : bytes;
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder().decode(report));
  } catch {
    throw new Error('The report is not JSON.');
  }
  const result = reportSchema.safeParse(data);
  if (!result.success) throw new Error(`The report is not one of ours:\n${z.prettifyError(result.error)}`);
  return result.data;
}
