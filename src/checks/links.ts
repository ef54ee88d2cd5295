// Finds links inside the archive that lead nowhere: to a page that is not published, or to an anchor that a page does not have.
import type { Archive } from '../archive/build.ts';
import type { Evidence } from '../reading/entry.ts';
import type { ContentFiles } from '../reading/list.ts';
import type { EntryProblem } from '../reading/locate.ts';
import { gone, type Ledger } from '../reading/permalinks.ts';
import { publishedPaths } from '../views/published.ts';
import type { PageLink } from '../markdown/article-file.ts';
import { recordCollections } from '../schema/collection-names.ts';
import { nearest } from '../schema/sentence.ts';
import { articleUrl, dateUrl, permalinkPath, recordUrl } from '../urls.ts';

type Problem = Pick<EntryProblem, 'severity' | 'message' | 'fix'>;

interface Targets {
  paths: ReadonlySet<string>;
  evidence: ReadonlyMap<string, Evidence>;
  permalinks: Ledger['permalinks'];
}

/** @param evidence where each article leads to, and its anchors */
export function checkLinks(
  archive: Archive,
  files: ContentFiles,
  evidence: ReadonlyMap<string, Evidence>,
  { permalinks }: Pick<Ledger, 'permalinks'>,
): EntryProblem[] {
  if ([...evidence.values()].every(({ links }) => links.length === 0)) return [];
  const targets = { paths: listPaths(archive, files), evidence, permalinks };
  return [...evidence].flatMap(([id, { links }]) =>
    links.flatMap((link): EntryProblem[] => {
      const problem = describeLink(link, id, targets);
      if (problem === undefined) return [];
      const { line, column } = link;
      return [{ check: 'link', collection: 'articles', id, path: [], place: { line, column }, ...problem }];
    }),
  );
}

/** What is published, and what will be once its file is mended. */
function listPaths(archive: Archive, files: ContentFiles): Set<string> {
  const urls = [
    ...files.articles.flatMap(({ id }) => [
      articleUrl(id),
      ...[4, 7, 10].map((length) => dateUrl(id.slice(0, length).replaceAll('/', '-'))),
    ]),
    ...recordCollections.flatMap((collection) =>
      files[collection].map(({ id }) => recordUrl(collection, id)),
    ),
  ];
  return new Set([...publishedPaths(archive), ...urls.map(permalinkPath)]);
}

function describeLink(
  { url }: PageLink,
  from: string,
  { paths, evidence, permalinks }: Targets,
): Problem | undefined {
  const base = `https://archive.example${permalinkPath(articleUrl(from))}`;
  if (!URL.canParse(url, base))
    return { severity: 'error', message: `"${url}" is no address`, fix: 'Correct it' };
  const { pathname, hash } = new URL(url, base);
  const written = url.split(/[?#]/)[0] ?? '';
  if (!paths.has(pathname)) {
    const whole = `${pathname.replace(/\/index\.html$/, '').replace(/\/$/, '')}/`;
    if (paths.has(whole))
      return { severity: 'error', message: `the page of "${written}" is at ${whole}`, fix: `Write ${whole}` };
    const to = permalinks.get(pathname)?.to;
    if (to === gone)
      return { severity: 'error', message: `${pathname} was withdrawn`, fix: 'Remove the link' };
    if (to !== undefined)
      return { severity: 'warning', message: `${pathname} has moved to ${to}`, fix: `Write ${to}` };
    const near = nearest(pathname, paths);
    const hint = near === undefined ? '' : `; did you mean ${near}?`;
    return {
      severity: 'error',
      message: `the archive has no page at ${pathname}`,
      fix: `Link to a page that it has${hint}`,
    };
  }
  const [anchor = ''] = decodeURI(hash).slice(1).split(':~:');
  const anchors = evidence.get(pathname.slice(1, -1))?.anchors;
  if (anchor === '' || anchors === undefined || anchors.includes(anchor)) return undefined;
  const last = anchors.findLast((one) => /^p\d+$/.test(one)) ?? 'p1';
  return {
    severity: 'error',
    message: `there is no #${anchor} on that page`,
    fix: `Its paragraphs are #p1 to #${last}`,
  };
}
