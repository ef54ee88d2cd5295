// From two archives to what changed between them for a reader: pages, names and words; pure.
import { recordKey, type Archive, type Article } from '../archive/build.ts';
import { gone, type Ledger } from '../reading/permalinks.ts';
import { publishedPaths } from '../views/published.ts';
import { compareText } from '../schema/finding.ts';
import { articleUrl, permalinkPath, recordUrl } from '../urls.ts';
import { describePages, type Page, type PageContent, type Texts } from './page-content.ts';
import { countWordChanges, type WordChanges } from './word-changes.ts';

/** A page that is no longer at its address. */
export interface LostPage extends Page {
  /** Where its address leads now, or `gone`; absent if it leads nowhere. */
  to?: string;
}

/** Names that were not in the archive before. */
export interface AddedNames extends Page {
  isNewRecord: boolean;
  spellings: string[];
}

export interface ChangedWords extends Page, WordChanges {}

/** Every list by path. */
export interface ChangeReport {
  gained: Page[];
  changed: Page[];
  lost: LostPage[];
  names: AddedNames[];
  words: ChangedWords[];
}

export interface Version {
  archive: Archive;
  /** By path: what was ever published, and where it leads now. */
  permalinks: Ledger['permalinks'];
}

/** @param texts the bodies of all articles whose digest is not in both versions */
export function buildChangeReport(before: Version, after: Version, texts: Texts): ChangeReport {
  const [old, now] = [before, after].map(({ archive }) => describePages(archive, texts)) as [Pages, Pages];
  const both = [...now.values()].filter(({ path }) => old.has(path));
  return {
    gained: listPages([...now.values()].filter(({ path }) => !old.has(path))),
    changed: listPages(both.filter(({ path, checksum }) => old.get(path)?.checksum !== checksum)),
    lost: findLost(before, after, old),
    names: findNames(before.archive, after.archive),
    words: compareWords(before.archive, after, texts),
  };
}

type Pages = Map<string, PageContent>;

const byPath = (a: Page, b: Page): number => compareText(a.path, b.path);

const listPages = (pages: readonly PageContent[]): Page[] =>
  pages.map(({ path, kind, title }) => ({ path, kind, title })).sort(byPath);

/** What was published or in the ledger and is neither published nor, with the same outcome as before, led on. */
function findLost(before: Version, after: Version, pages: Pages): LostPage[] {
  const published = publishedPaths(after.archive);
  const known = new Set([...publishedPaths(before.archive), ...before.permalinks.keys()]);
  return [...known]
    .filter((path) => !published.has(path))
    .flatMap((path): LostPage[] => {
      const to = after.permalinks.get(path)?.to;
      if (to !== undefined && before.permalinks.get(path)?.to !== undefined) return [];
      const { kind, title } = pages.get(path) ?? { kind: path.endsWith('/') ? 'page' : 'picture', title: '' };
      return [{ path, kind, title, ...(to !== undefined && { to }) }];
    })
    .sort(byPath);
}

function findNames(before: Archive, after: Archive): AddedNames[] {
  return [...after.recordByKey.values()]
    .flatMap((record): AddedNames[] => {
      const { collection, id, name, aliases } = record;
      const old = before.recordByKey.get(recordKey(collection, id));
      const known = new Set(old === undefined ? [] : [old.name, ...old.aliases]);
      const spellings = [...new Set([name, ...aliases])].filter((spelling) => !known.has(spelling));
      if (spellings.length === 0) return [];
      const path = permalinkPath(recordUrl(collection, id));
      return [{ path, kind: collection, title: name, isNewRecord: old === undefined, spellings }];
    })
    .sort(byPath);
}

/** Articles whose text is new, changed or gone; one that only moved is compared with itself. */
function compareWords(
  before: Archive,
  { archive: after, permalinks }: Version,
  texts: Texts,
): ChangedWords[] {
  const pathOf = ({ id }: Article): string => permalinkPath(articleUrl(id));
  const textOf = (article: Article | undefined): string =>
    (article && texts.get(article.digest))?.map(({ text }) => text).join('\n') ?? '';
  const olds = new Map(
    before.articles.map((article): [string, Article] => {
      const path = pathOf(article);
      const to = after.articleById.has(article.id) ? undefined : permalinks.get(path)?.to;
      return [to === undefined || to === gone ? path : to, article];
    }),
  );
  const news = new Map(after.articles.map((article) => [pathOf(article), article]));
  return [...new Set([...olds.keys(), ...news.keys()])]
    .flatMap((path): ChangedWords[] => {
      const [old, now] = [olds.get(path), news.get(path)];
      const title = (now ?? old)?.title;
      if (title === undefined || old?.digest === now?.digest) return [];
      const words = countWordChanges(textOf(old), textOf(now));
      return words.added + words.removed === 0 ? [] : [{ path, kind: 'article', title, ...words }];
    })
    .sort(byPath);
}
