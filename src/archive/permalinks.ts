// The ledger: every address that was ever published, and where those lead that have moved; a text file, one a line.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compareText, type Finding } from '../schema/finding.ts';
import { contentPath } from './folders.ts';
import { readSource } from './source.ts';

/** The name of the ledger in the content folder. */
export const ledgerName = 'permalinks.txt';

/** Where a page leads that was withdrawn and has no successor. */
export const gone = 'gone';

export interface Permalink {
  /** Below the site's base: `/2020/01/03/slug/` for a page, `/2020/01/03/slug/map.png` for a picture. */
  path: string;
  /** Another path, or `gone`; absent while the archive publishes it. */
  to?: string;
  /** Why the page was withdrawn, for its readers; of `gone` alone. */
  reason?: string;
  /** 1-based. */
  line: number;
}

export interface Ledger {
  /** Absolute path on disk. */
  onDisk: string;
  /** The path as findings name it. */
  file: string;
  /** As it stands on disk; empty if there is none. */
  text: string;
  /** By path; of two lines for one path the one that leads somewhere counts. */
  permalinks: Map<string, Permalink>;
  findings: Finding[];
}

const heading = `# Every address this archive has published, one a line, so that none is ever lost.
# "npm run check -- --fix" adds what is new. An address that has moved says where to: /old/ -> /new/
# One that was withdrawn and has no successor: /old/ -> gone, or with the reason, for its readers: /old/ -> gone: The reason.
`;

/** A page ends in a slash, a picture lies beside an article; no part begins with a dot. */
const pathPattern = /^\/(?:(?:\w[\w.-]*\/)*|\d{4}\/\d\d\/\d\d\/[\w-]+\/\w[\w.-]*)$/;

/** What stands behind the arrow of a page that was withdrawn with a reason. */
const withReason = /^gone: *(\S.*)$/;

/** Reads the ledger below `root`; an archive that has none yet has published nothing. Lines may be in any order. */
export function readLedger(root: string): Ledger {
  const onDisk = join(root, ledgerName);
  const file = contentPath(onDisk);
  const ledger: Ledger = { onDisk, file, text: '', permalinks: new Map(), findings: [] };
  if (!existsSync(onDisk)) return ledger;
  const { source, findings } = readSource(onDisk, file, 16 * 1024 * 1024);
  ledger.findings.push(...findings);
  ledger.text = source;
  for (const [index, text] of source.split('\n').entries()) {
    const line = index + 1;
    const [path = '', target, ...more] = text.trim().split(/\s+->\s+/);
    if (path === '' || path.startsWith('#')) continue;
    const report = (message: string, fix: string): void => {
      ledger.findings.push({ check: 'permalink', severity: 'error', file, line, column: 1, message, fix });
    };
    const [, reason] = withReason.exec(target ?? '') ?? [];
    const to = reason === undefined ? target : gone;
    if (
      !pathPattern.test(path) ||
      more.length > 0 ||
      (to !== undefined && to !== gone && !pathPattern.test(to))
    ) {
      report('this is not an address of the archive', 'Write /old/, /old/ -> /new/ or /old/ -> gone');
      continue;
    }
    const known = ledger.permalinks.get(path);
    if (known?.to !== undefined && to !== undefined && known.to !== to)
      report(`line ${known.line} has this address lead to ${known.to}`, 'Remove one of the two lines');
    if (known?.to === undefined)
      ledger.permalinks.set(path, {
        path,
        ...(to !== undefined && { to }),
        ...(reason !== undefined && { reason }),
        line,
      });
  }
  return ledger;
}

/** The ledger as text, sorted by path. */
export function renderLedger(permalinks: Iterable<Omit<Permalink, 'line'>>): string {
  const lines = [...permalinks]
    .sort((a, b) => compareText(a.path, b.path))
    .map(({ path, to, reason }) => {
      if (to === undefined) return path;
      return to === gone && reason !== undefined ? `${path} -> ${to}: ${reason}` : `${path} -> ${to}`;
    });
  return `${heading}\n${lines.join('\n')}\n`;
}

/** The addresses below `root` that lead elsewhere or were withdrawn, by path. */
export function listRedirects(root: string): { path: string; to: string; reason?: string }[] {
  return [...readLedger(root).permalinks.values()]
    .flatMap(({ path, to, reason }) =>
      to === undefined ? [] : [{ path, to, ...(reason !== undefined && { reason }) }],
    )
    .sort((a, b) => compareText(a.path, b.path));
}
