// Looks at public/, whose files are published as they are: no links, nothing that runs, nothing in the way of a page.
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Archive } from '../archive/build.ts';
import { contentPath } from '../disk/folders.ts';
import { findOwnFile } from '../archive/own-files.ts';
import type { Ledger } from '../reading/permalinks.ts';
import { publishedPaths } from '../views/published.ts';
import { readBytes } from '../reading/source.ts';
import { forbiddenCharacters, renderCodePoint } from '../schema/characters.ts';
import { compareText, type Finding } from '../schema/finding.ts';
import type { Position } from '../schema/front-matter.ts';
import { findScript } from './public-scripts.ts';

/** Bytes; some hosts take no larger files. */
const largest = 25 * 1024 * 1024;

/** Hidden files that hosts ask for. */
const wantedByHosts = new Set(['.well-known', '.htaccess', '.nojekyll', '.domains']);

/** The sign of the archive, which its icons are drawn from. */
const sign = 'favicon.svg';

type Report = (
  path: string,
  message: string,
  fix: string,
  place?: Position,
  severity?: Finding['severity'],
) => void;

/**
 * @param folder public/, or the folder that takes its place
 * @param allowed names of files that may hold scripts, from site.ts
 */
export function checkPublic(
  folder: string,
  archive: Archive,
  { permalinks }: Pick<Ledger, 'permalinks'>,
  allowed: readonly string[],
): Finding[] {
  const findings: Finding[] = [];
  const report: Report = (
    path,
    message,
    fix,
    { line, column } = { line: 1, column: 1 },
    severity = 'error',
  ) => {
    findings.push({ check: 'public', severity, file: contentPath(path), line, column, message, fix });
  };
  const names = listFiles(folder, report);
  const taken = listTaken([...publishedPaths(archive), ...permalinks.keys()]);
  const twins = new Map<string, string>();
  for (const name of names) {
    const path = join(folder, name);
    const collision = describeCollision(name, taken);
    if (collision !== undefined) report(path, collision, 'Give it another name, or remove it');
    const twin = twins.get(name.toLowerCase());
    if (twin !== undefined)
      report(path, `some systems have no capitals, and for them this is ${twin}`, 'Rename one of the two');
    twins.set(name.toLowerCase(), name);
    checkBytes(path, name, allowed, report);
  }
  if (!names.includes(sign))
    report(join(folder, sign), 'the sign of the archive is missing', `Put a square SVG picture at ${sign}`);
  for (const name of allowed) {
    if (names.includes(name)) continue;
    const message = `"publicScripts" names ${name}, which is not there`;
    findings.push({
      check: 'public',
      severity: 'warning',
      file: 'src/site.ts',
      line: 1,
      column: 1,
      message,
      fix: 'Remove it from the list',
    });
  }
  return findings;
}

/** Every file below a folder by its path in it; anything else is reported. A missing folder is empty. */
function listFiles(folder: string, report: Report, prefix = ''): string[] {
  const path = join(folder, prefix);
  if (prefix === '') {
    const stats = lstatSync(folder, { throwIfNoEntry: false });
    if (stats === undefined) return [];
    if (!stats.isDirectory()) {
      report(folder, 'this is not a folder of its own', 'Put the folder itself here');
      return [];
    }
  }
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    report(path, `the folder cannot be read (${reason})`, 'Allow reading it');
    return [];
  }
  return entries
    .sort((a, b) => compareText(a.name, b.name))
    .flatMap((entry): string[] => {
      const name = prefix + entry.name;
      const onDisk = join(folder, name);
      const odd = describeName(entry.name);
      if (odd !== undefined) report(onDisk, ...odd);
      if (entry.name.startsWith('.') && !wantedByHosts.has(entry.name)) {
        report(onDisk, 'this is hidden, and would be published all the same', 'Remove it, or its dot');
        return [];
      }
      if (entry.isDirectory()) return listFiles(folder, report, `${name}/`);
      if (entry.isFile()) return [name];
      const what = entry.isSymbolicLink() ? 'a link' : 'neither a file nor a folder';
      report(onDisk, `this is ${what}, and what is behind it would be published`, 'Put the file itself here');
      return [];
    });
}

function describeName(name: string): [message: string, fix: string] | undefined {
  const control = name.match(forbiddenCharacters)?.[0];
  const fix = 'Give it another name';
  if (control !== undefined) return [`its name holds the invisible sign ${renderCodePoint(control)}`, fix];
  if (name.includes('\ufffd')) return ['its name is not UTF-8', fix];
  if (/[\\:*?"<>|#%]|[ .]$/.test(name)) return [`no address and no Windows has the name "${name}"`, fix];
  return undefined;
}

interface Taken {
  /** `about` for the page /about/, and the path of a picture; in lower case, each with the address. */
  paths: ReadonlyMap<string, string>;
  /** Every folder that holds one, in lower case. */
  folders: ReadonlySet<string>;
}

function listTaken(addresses: readonly string[]): Taken {
  const paths = new Map<string, string>();
  const folders = new Set<string>();
  for (const address of addresses) {
    const path = address.toLowerCase().replace(/^\/|\/$/g, '');
    paths.set(path, address);
    const parts = path.split('/');
    for (let length = 1; length < parts.length; length += 1) folders.add(parts.slice(0, length).join('/'));
  }
  return { paths, folders };
}

/** What the site itself has at the address of a file, above it or below. */
function describeCollision(name: string, { paths, folders }: Taken): string | undefined {
  const own = findOwnFile(name);
  if (own !== undefined) return `the site itself makes ${own}, and only one of the two can be published`;
  const path = name.toLowerCase();
  const page = path === 'index.html' ? '' : path.replace(/\/index\.html$/, '');
  const address = paths.get(page) ?? paths.get(path);
  if (address !== undefined) return `the archive has ${address}, and only one of the two can be published`;
  if (folders.has(path)) return `the archive has pages below /${name}/, so no file can have this name`;
  const parts = path.split('/');
  for (let length = 1; length < parts.length; length += 1) {
    const above = paths.get(parts.slice(0, length).join('/'));
    if (above !== undefined && !above.endsWith('/'))
      return `the archive has the picture ${above}, in the way of this`;
  }
  return undefined;
}

function checkBytes(path: string, name: string, allowed: readonly string[], report: Report): void {
  const bytes = readBytes(path, Number.MAX_SAFE_INTEGER);
  if ('message' in bytes) {
    report(path, bytes.message, bytes.fix);
    return;
  }
  if (bytes.length > largest) {
    const size = (bytes.length / 1024 / 1024).toFixed(0);
    report(
      path,
      `the file has ${size} MB, and some hosts take no more than 25`,
      'Make it smaller',
      undefined,
      'warning',
    );
  }
  const script = allowed.includes(name) ? undefined : findScript(name, bytes);
  if (script === undefined) return;
  report(
    path,
    `${script.what}, and what it does would be done in the name of the archive`,
    `Remove it; if it is to run, add "${name}" to "publicScripts" in src/site.ts`,
    script,
  );
}
