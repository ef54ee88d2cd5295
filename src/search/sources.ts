// The static files that the search page reads, each folder with what builds it: build and development share the list.
import { recordKey, type Archive, type Article } from '../archive/build.ts';
import { isInPeriod, periodName, planSearchPeriods } from '../archive/search-periods.ts';
import { countArticles } from '../archive/record-articles.ts';
import { namedCollections } from '../schema/collection-names.ts';
import { searchIndexUrl, searchNamesUrl, searchRecordsUrl, type RecordCollection } from '../urls.ts';
import type { SearchFiles } from './files.ts';
import { articleFilters } from './filters.ts';
import { buildSearchIndex } from './index.ts';
import { buildNameFiles, type IndexedName } from './name-files.ts';
import { buildRecordFiles } from './record-files.ts';

export interface SearchFolder {
  /** Its address. */
  url: string;
  /** All that the files are made from, as plain data in pieces: from the same pieces come the same files. */
  pieces: Iterable<unknown>;
  build: () => Promise<SearchFiles>;
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
  const toFolder = (url: string, articles: readonly Article[]): SearchFolder => ({
    url,
    pieces: listDocuments(archive, articles),
    build: () => buildSearchIndex(archive, { articles }),
  });
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

/** What the document of each of these articles is made from. */
function* listDocuments(archive: Archive, articles: readonly Article[]): Generator<unknown> {
  const nameOf = (collection: RecordCollection, id: string): string =>
    archive.recordByKey.get(recordKey(collection, id))?.name ?? id;
  for (const article of articles) {
    const { id, digest, title, description, language, published, authors, publication } = article;
    const names = [nameOf('publications', publication), ...authors.map((author) => nameOf('people', author))];
    yield [id, digest, title, description, language, published, names, articleFilters(article, archive)];
  }
}

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
