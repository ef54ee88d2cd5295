// Finds published addresses that would vanish, and redirects that would not arrive; the ledger says what was published.
import type { Archive } from '../archive/build.ts';
import { gone, type Ledger, type Permalink } from '../archive/permalinks.ts';
import { publishedPaths } from '../archive/published.ts';
import type { Finding } from '../schema/finding.ts';
import { findSuccessor } from './successor.ts';

/** Only for an archive that was read without errors: what is missing for another reason has not vanished. */
export function checkPermalinks(archive: Archive, ledger: Ledger): Finding[] {
  const published = publishedPaths(archive);
  return [...ledger.permalinks.values()].flatMap((permalink): Finding[] => {
    const problem = describeProblem(permalink, archive, ledger, published);
    if (problem === undefined) return [];
    const [message, fix] = problem;
    const { file } = ledger;
    return [{ check: 'permalink', severity: 'error', file, line: permalink.line, column: 1, message, fix }];
  });
}

function describeProblem(
  { path, to }: Permalink,
  archive: Archive,
  { permalinks }: Ledger,
  published: ReadonlySet<string>,
): [message: string, fix: string] | undefined {
  if (published.has(path)) {
    if (to === undefined) return undefined;
    return [`${path} is published, so it cannot lead to ${to}`, `Remove " -> ${to}"; ${mends}`];
  }
  if (to === undefined) {
    const successor = findSuccessor(path, archive, permalinks, published);
    const kind = isPicture(path) ? 'picture' : 'page';
    return [
      `the published ${kind} ${path} would vanish`,
      successor === undefined
        ? 'Put it back, or say where it is now by adding " -> /new/address/" to the line, or " -> gone"'
        : `Put it back, or add " -> ${successor}" to the line; ${mends}`,
    ];
  }
  if (to === gone || (published.has(to) && isPicture(to) === isPicture(path))) return undefined;
  if (published.has(to))
    return [`${path} leads to ${to}, and one of the two is a picture`, 'Name one of its kind'];
  const end = followRedirects(to, permalinks, published);
  return end === undefined
    ? [`${path} leads to ${to}, which is not published`, 'Name a page of the archive, or write gone']
    : [`${path} leads to ${to}, which leads on`, `Write " -> ${end}"; ${mends}`];
}

const mends = '"npm run check -- --fix" does it';

/** Pages end in a slash. */
export const isPicture = (path: string): boolean => !path.endsWith('/');

/** Where a redirect ends that leads over others; `undefined` if it ends nowhere or goes round in a circle. */
export function followRedirects(
  path: string,
  permalinks: ReadonlyMap<string, Pick<Permalink, 'to'>>,
  published: ReadonlySet<string>,
): string | undefined {
  const seen = new Set<string>();
  let at: string | undefined = path;
  while (at !== undefined && at !== gone && !published.has(at)) {
    if (seen.has(at)) return undefined;
    seen.add(at);
    at = permalinks.get(at)?.to;
  }
  return at;
}
