// Finds published addresses that would vanish, and redirects that would not arrive; the ledger says what was published.
import type { Archive } from '../archive/build.ts';
import { findOwnFile } from '../archive/own-files.ts';
import { gone, type Ledger, type Permalink } from '../reading/permalinks.ts';
import { publishedPaths } from '../views/published.ts';
import type { Finding } from '../schema/finding.ts';
import { findSuccessor } from './successor.ts';

/** How many lines of one kind are printed; an archive that lost a folder has lost thousands of pages. */
const enough = 100;

/** Only for an archive that was read without errors: what is missing for another reason has not vanished. */
export function checkPermalinks(archive: Archive, ledger: Ledger): Finding[] {
  const published = publishedPaths(archive);
  const ends = followAll(ledger.permalinks, published);
  const folded = new Map([...published].map((path) => [path.toLowerCase(), path]));
  const findings: Finding[] = [];
  let more = 0;
  for (const permalink of ledger.permalinks.values()) {
    if (permalink.to === undefined && published.has(permalink.path)) continue;
    const [message, fix] =
      describeCollision(permalink, ledger, published, folded) ??
      describeProblem(permalink, archive, ledger, published, ends, findings.length < enough) ??
      [];
    if (message === undefined || fix === undefined) continue;
    const { file } = ledger;
    const { line } = permalink;
    if (findings.length < enough)
      findings.push({ check: 'permalink', severity: 'error', file, line, column: 1, message, fix });
    else more += 1;
  }
  const last = findings.at(-1);
  if (last !== undefined && more > 0)
    findings.push({
      ...last,
      message: `${more} more lines are wrong, this one the last that is named`,
      fix: 'Fix those above first',
    });
  return findings;
}

/** Why a page cannot be published at an address that redirects or was withdrawn. */
function describeCollision(
  { path, to }: Permalink,
  { permalinks }: Ledger,
  published: ReadonlySet<string>,
  folded: ReadonlyMap<string, string>,
): [message: string, fix: string] | undefined {
  if (to === undefined || published.has(path)) return undefined;
  const place = path.replace(/^\/|\/$/g, '');
  const own = /(?:^|\/)index\.html(?:\/|$)/i.test(place) ? 'index.html' : findOwnFile(place);
  const fix = 'Remove the line; nothing can be published there besides';
  if (own !== undefined)
    return [`/${own} is a file or folder of the site itself, in the way of ${path}`, fix];
  const twin = folded.get(path.toLowerCase());
  if (twin !== undefined)
    return [`some systems have no capitals, and for them ${path} is the published ${twin}`, fix];
  const parts = path.split('/').slice(1, -1);
  for (let length = 1; length <= parts.length; length += 1) {
    const above = `/${parts.slice(0, length).join('/')}`;
    const picture = folded.get(above.toLowerCase()) ?? (permalinks.get(above)?.to && above);
    if (picture !== undefined) return [`${picture} is a picture, in the way of ${path}`, fix];
  }
  return undefined;
}

/** @param thoroughly whether to look for the page's new place, which is slow */
function describeProblem(
  { path, to }: Permalink,
  archive: Archive,
  { permalinks }: Ledger,
  published: ReadonlySet<string>,
  ends: ReadonlyMap<string, string | undefined>,
  thoroughly: boolean,
): [message: string, fix: string] | undefined {
  if (published.has(path)) {
    if (to === undefined) return undefined;
    return [`${path} is published, so it cannot lead to ${to}`, `Remove " -> ${to}"; ${fixes}`];
  }
  if (to === undefined) {
    const successor = thoroughly ? findSuccessor(path, archive, permalinks, published) : undefined;
    const kind = isPicture(path) ? 'picture' : 'page';
    return [
      `the published ${kind} ${path} would vanish`,
      successor === undefined
        ? 'Put it back, or say where it is now by adding " -> /new/address/" to the line, or " -> gone"'
        : `Put it back, or add " -> ${successor}" to the line; ${fixes}`,
    ];
  }
  if (to === gone || (published.has(to) && endingOf(to) === endingOf(path))) return undefined;
  if (published.has(to) && isPicture(to) === isPicture(path))
    return [`${path} leads to ${to}, a picture of another kind`, 'Name one of its kind'];
  if (published.has(to))
    return [`${path} leads to ${to}, and one of the two is a picture`, 'Name one of its kind'];
  const end = ends.get(path);
  if (end === undefined && ends.has(path))
    return [
      `${path} leads to ${to}, and from there in a circle`,
      'Name a page of the archive, or write gone',
    ];
  return end === undefined
    ? [`${path} leads to ${to}, which is not published`, 'Name a page of the archive, or write gone']
    : [`${path} leads to ${to}, which leads on`, `Write " -> ${end}"; ${fixes}`];
}

const fixes = '"npm run check -- --fix" does it';

/** Pages end in a slash. */
export const isPicture = (path: string): boolean => !path.endsWith('/');

/** `jpg` of a picture; empty for a page. */
const endingOf = (path: string): string =>
  isPicture(path) ? (path.split('.').at(-1) ?? '').toLowerCase().replace('jpeg', 'jpg') : '';

/**
 * Where each redirect ends after following any others: at a published address or at `gone`. A redirect in a
 * loop has `undefined`; one that ends nowhere is missing.
 */
export function followAll(
  permalinks: ReadonlyMap<string, Pick<Permalink, 'to'>>,
  published: ReadonlySet<string>,
): Map<string, string | undefined> {
  const ends = new Map<string, string | undefined>();
  const nowhere = new Set<string>();
  for (const start of permalinks.keys()) {
    const way: string[] = [];
    const seen = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && !seen.has(at) && !ends.has(at) && !nowhere.has(at)) {
      if (at === gone || published.has(at)) break;
      seen.add(at);
      way.push(at);
      at = permalinks.get(at)?.to;
    }
    if (at === undefined || nowhere.has(at)) for (const step of way) nowhere.add(step);
    else {
      const end = at === gone || published.has(at) ? at : ends.get(at);
      for (const step of way) ends.set(step, end);
    }
  }
  return ends;
}
