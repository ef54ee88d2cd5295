// The ledger: every address ever published, and where moved ones lead now; a text file, one address a line.
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { compareText, type Finding } from '../schema/finding.ts';
import { pictureName } from '../schema/picture.ts';
import { contentPath } from '../disk/folders.ts';
import { readSource } from './source.ts';

/** The name of the ledger in the content folder. */
export const ledgerName = 'permalinks.txt';

/** The target of a page that was withdrawn and has no successor. */
export const gone = 'gone';

export interface Permalink {
  /** Below the site's base: `/2020/01/03/slug/` for a page, `/2020/01/03/slug/map.png` for a picture. */
  path: string;
  /** Another path, or `gone`; absent while the archive publishes it. */
  to?: string;
  /** Why the page was withdrawn, for its readers; only with `gone`. */
  reason?: string;
  /** 1-based. */
  line: number;
}

export interface Ledger {
  /** Absolute path on disk. */
  onDisk: string;
  /** The path as findings name it. */
  file: string;
  /** The file as it is on disk; empty if there is none. */
  text: string;
  /** By path; if two lines have the same path, the one with a target counts. */
  permalinks: Map<string, Permalink>;
  findings: Finding[];
}

const heading = `# Every address this archive has published, one a line, so that none is ever lost.
# "npm run check -- --fix" adds what is new. An address that has moved says where to: /old/ -> /new/
# One that was withdrawn and has no successor: /old/ -> gone, or with the reason, for its readers: /old/ -> gone: The reason.
`;

/** No part of an address begins with a dot, and none is empty. */
const pagePath = /^\/(?:\w[\w.-]*\/)*$/;
const pictureFolder = /^\/\d{4}\/\d\d\/\d\d\/[\w-]+\//;

/** No file system has longer names. */
const longestPart = 255;
/** With the folders around the site, paths must have fewer than 4,096 characters. */
const longestPath = 1500;

/** More than an archive of 100,000 articles has. */
const largestLedger = 16 * 1024 * 1024;

/** How many wrong lines are reported. */
const enough = 100;

const howTo = 'Write /old/, /old/ -> /new/ or /old/ -> gone';

/** What follows the arrow if a page was withdrawn with a reason. */
const withReason = /^gone: *(\S.*)$/;

/** Reads the ledger below `root`; an archive that has none yet has published nothing. Lines may be in any order. */
export function readLedger(root: string): Ledger {
  const onDisk = join(root, ledgerName);
  const file = contentPath(onDisk);
  const ledger: Ledger = { onDisk, file, text: '', permalinks: new Map(), findings: [] };
  if (lstatSync(onDisk, { throwIfNoEntry: false }) === undefined) return ledger;
  const { source, findings } = readSource(onDisk, file, largestLedger);
  ledger.findings.push(...findings);
  ledger.text = source;
  /** Paths as a system that ignores case sees them. */
  const folded = new Map<string, Permalink>();
  for (const [index, text] of source.split('\n').entries()) {
    const line = index + 1;
    const [path = '', target, ...more] = text.trim().split(/\s+->\s+/);
    if (path === '' || path.startsWith('#')) continue;
    const report = (message: string, fix: string): void => {
      if (ledger.findings.length > enough) return;
      const whole =
        ledger.findings.length < enough ? message : `${message}; the lines below are not looked at`;
      ledger.findings.push({
        check: 'permalink',
        severity: 'error',
        file,
        line,
        column: 1,
        message: whole,
        fix,
      });
    };
    const [, reason] = withReason.exec(target ?? '') ?? [];
    const to = reason === undefined ? target : gone;
    const problem = more.length > 0 ? notOne : (describePath(path) ?? describeTarget(to));
    if (problem !== undefined) {
      report(...problem);
      continue;
    }
    const known = ledger.permalinks.get(path);
    const twin = folded.get(path.toLowerCase());
    if (known === undefined && twin !== undefined && (twin.to !== undefined || to !== undefined)) {
      report(
        `some systems have no capitals, and for them this is ${twin.path} of line ${twin.line}`,
        'Remove one of the two lines',
      );
      continue;
    }
    if (known?.to !== undefined && to !== undefined && known.to !== to)
      report(`line ${known.line} has this address lead to ${known.to}`, 'Remove one of the two lines');
    if (known?.to !== undefined) continue;
    const permalink: Permalink = {
      path,
      ...(to !== undefined && { to }),
      ...(reason !== undefined && { reason }),
      line,
    };
    ledger.permalinks.set(path, permalink);
    folded.set(path.toLowerCase(), permalink);
  }
  return ledger;
}

type Problem = readonly [message: string, fix: string];

const notOne: Problem = ['this is not an address of the archive', howTo];

/** Why no file can be published at a path. */
function describePath(path: string): Problem | undefined {
  const isPicture = pictureFolder.test(path) && pictureName.test(path.replace(pictureFolder, ''));
  if (!isPicture && !pagePath.test(path)) return notOne;
  const longest = Math.max(...path.split('/').map((part) => part.length));
  if (longest > longestPart || path.length > longestPath) {
    const [what, limit] =
      longest > longestPart ? ['a part of this address', longestPart] : ['this address', longestPath];
    return [`${what} has more than ${limit.toLocaleString('en')} letters`, 'No site has it; remove the line'];
  }
  return undefined;
}

const describeTarget = (to: string | undefined): Problem | undefined =>
  to === undefined || to === gone ? undefined : describePath(to);

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
