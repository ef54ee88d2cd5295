// Runs the checks of "check" on the files of an import before they are written.
import { buildArchive, type Archive, type ArchiveEntries } from '../archive/build.ts';
import type { Evidence } from '../reading/entry.ts';
import type { EntryProblem } from '../reading/locate.ts';
import { readLedger, type Ledger } from '../reading/permalinks.ts';
import { decodeSource } from '../reading/source.ts';
import { checks } from '../checks/checks.ts';
import { checkDuplicates } from '../checks/duplicates.ts';
import type { KnownArchive } from '../importers/known.ts';
import type { ImportPlan } from '../importers/plan.ts';
import type { ArticleFields } from '../schema/article.ts';
import { articleUrl, permalinkPath, recordUrl } from '../urls.ts';

/** Sentences that say why the files of a plan would not pass; empty if they would. */
export type CheckPlan = (plan: ImportPlan, archive: KnownArchive) => string[];

/** Checks plans against the ledger of an archive. */
export function openPlanCheck(root: string): CheckPlan {
  const ledger = readLedger(root);
  return (plan, before) => {
    if (plan.files.length === 0) return [];
    return [
      ...plan.files.flatMap(({ file, text }) =>
        decodeSource(Buffer.from(text), file).findings.map(
          ({ line, message, fix }) => `Line ${line} of ${file}: ${message}. ${fix}.`,
        ),
      ),
      ...listProblems(plan, before).map(
        ({ path, message, fix }) => `${path.length === 0 ? '' : `${path.join('.')}: `}${message}. ${fix}.`,
      ),
      ...checkAddresses(plan, ledger),
      ...checkOwnLinks(plan),
    ];
  };
}

/** Only the problems in the files to be written. */
function listProblems(plan: ImportPlan, before: KnownArchive): EntryProblem[] {
  const written = new Set(plan.files.map(({ path }) => path.slice(before.root.length + 1, -'.md'.length)));
  const article = plan.archive.articles.find(({ id }) => id === plan.id);
  if (article === undefined) return [];
  const archive = buildPart(plan.archive, [article]);
  const own = checks
    .flatMap((check) => check(archive))
    .filter(({ collection, id }) => written.has(`${collection}/${id}`.replaceAll('\\', '/')));
  return [...own, ...listDuplicates(plan, article)].filter(({ severity }) => severity === 'error');
}

/** Only an article from the same host, or with the very same text, can conflict. */
function listDuplicates({ archive, id, sketch }: ImportPlan, article: Known): EntryProblem[] {
  const { url } = article.fields.source;
  const host = url === undefined ? undefined : new URL(url).hostname.replace(/^www\./, '');
  const like = archive.articles.filter(
    (other) =>
      other.id === id ||
      (host !== undefined && other.fields.source.url?.includes(host) === true) ||
      (sketch !== '' && archive.sketches.get(other.id) === sketch),
  );
  const evidence = new Map<string, Evidence>(
    like.map((other): [string, Evidence] => [
      other.id,
      { links: [], anchors: [], sketch: other.id === id ? sketch : (archive.sketches.get(other.id) ?? '') },
    ]),
  );
  return checkDuplicates(buildPart(archive, like), evidence).filter(
    (problem) => problem.id === id || problem.message.includes(`articles/${id}.md`),
  );
}

type Known = { id: string; fields: ArticleFields };

/** An archive of some articles and the records that they name. */
function buildPart({ people, publications }: KnownArchive, articles: readonly Known[]): Archive {
  const authors = new Set(articles.flatMap(({ fields }) => fields.authors));
  const papers = new Set(articles.map(({ fields }) => fields.publication));
  const rendered = { digest: '', words: 0, images: [], mentions: [] };
  const entries: ArchiveEntries = {
    articles: articles.map(({ id, fields }) => ({ id, fields, rendered })),
    people: people.filter(({ id }) => authors.has(id)),
    publications: publications.filter(({ id }) => papers.has(id)),
    places: [],
    organizations: [],
    topics: [],
  };
  return buildArchive(entries);
}

/** An address that redirects cannot be given to a page. */
function checkAddresses({ id, archive, files }: ImportPlan, { file, permalinks }: Ledger): string[] {
  const urls = files.map(({ path }) => path.slice(archive.root.length).replace(/\.md$/, '/'));
  return urls.flatMap((url) => {
    const path = url.replaceAll('\\', '/').replace(/^\/articles\//, '/');
    const to = permalinks.get(path)?.to;
    if (to === undefined) return [];
    const other = path === permalinkPath(articleUrl(id)) ? ', or give another address with --slug' : '';
    return [`${file} says that ${path} leads to ${to}. Remove " -> ${to}" from that line${other}.`];
  });
}

/** A link from the copy into this archive must lead to a page. */
function checkOwnLinks({ links, archive }: ImportPlan): string[] {
  if (links.length === 0) return [];
  const paths = new Set([
    '/',
    ...archive.articles.map(({ id }) => permalinkPath(articleUrl(id))),
    ...Object.entries(archive.records).flatMap(([collection, records]) =>
      records.map(({ id }) => permalinkPath(recordUrl(collection as keyof typeof archive.records, id))),
    ),
  ]);
  return links.flatMap(({ url }) => {
    const [path = ''] = url.split(/[?#]/);
    return paths.has(path) && !url.includes('#')
      ? []
      : [`The text has a link to ${url}, a page of this archive that it does not have. Remove the link.`];
  });
}
