// The static files that the search page reads, each folder with what builds it: build and development share the list.
import type { Archive, Article } from '../archive/build.ts';
import { isInPeriod, periodName, planSearchPeriods } from '../archive/search-periods.ts';
import { countArticles } from '../archive/record-articles.ts';
import { namedCollections } from '../schema/collection-names.ts';
import { searchIndexUrl, searchNamesUrl, searchRecordsUrl } from '../urls.ts';
import type { SearchFiles } from './files.ts';
import { describeForIndex, type IndexedArticle } from './document.ts';
import { buildSearchIndex } from './index.ts';
import { buildNameFiles, type IndexedName } from './name-files.ts';
import { buildRecordFiles } from './record-files.ts';

export interface SearchFolder {
  /** Its address. */
  url: string;
  /** All that the files are made from, as plain data in pieces: from the same pieces come the same files. */
  pieces: Iterable<unknown>;
  build: () => Promise<SearchFiles>;
  /** Of an index of the full text: its articles, so that it can be built elsewhere. */
  indexed?: () => IndexedArticle[];
}

/** Every folder, each built for itself. */
export function searchFolders(archive: Archive): SearchFolder[] {
  const names = listNames(archive);
  return [
    { url: searchNamesUrl(), pieces: names, build: async () => buildNameFiles(names) },
    {
      url: searchRecordsUrl(),
      pieces: [...archive.recordByKey.values(), ...archive.articles.map(withoutMentions)],
      build: async () => buildRecordFiles(archive),
    },
    ...listIndexes(archive),
  ];
}

/** The indexes of the full text: one, or one for each period. */
function listIndexes(archive: Archive): SearchFolder[] {
  const toFolder = (url: string, articles: readonly Article[]): SearchFolder => {
    const list = function* (): Generator<IndexedArticle> {
      for (const article of articles) yield describeForIndex(article, archive);
    };
    return {
      url,
      pieces: list(),
      indexed: () => [...list()],
      build: () => buildSearchIndex([...list()]),
    };
  };
  const periods = planSearchPeriods(archive.articles);
  if (periods.length === 0) return [toFolder(searchIndexUrl(), archive.articles)];
  return periods.map((period) =>
    toFolder(
      searchIndexUrl(periodName(period)),
      archive.articles.filter((article) => isInPeriod(period, article)),
    ),
  );
}

export interface SearchSource {
  url: string;
  build: (archive: Archive) => Promise<SearchFiles>;
}

/** What development serves: everything below each of these addresses. */
export const searchSources: readonly SearchSource[] = [
  searchNamesUrl(),
  searchRecordsUrl(),
  searchIndexUrl(),
].map((url) => ({
  url,
  async build(archive) {
    const files: SearchFiles = new Map();
    for (const folder of searchFolders(archive)) {
      if (!folder.url.startsWith(url)) continue;
      for (const [path, content] of await folder.build())
        files.set(folder.url.slice(url.length) + path, content);
    }
    return files;
  },
}));

/** The digest stands for the text and for what is named in it. */
const withoutMentions = ({ mentions: _mentions, ...article }: Article): unknown => article;

/** Every person, place and organization with all spellings. */
function listNames(archive: Archive): IndexedName[] {
  return namedCollections.flatMap((collection) =>
    archive[collection].map((record) => ({
      collection,
      id: record.id,
      names: [record.name, ...record.aliases],
      articles: countArticles(archive, record),
    })),
  );
}
