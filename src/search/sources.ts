// The static files that the search page reads, each folder with what builds it: the list that build and development share.
import type { Archive } from '../archive/build.ts';
import { countArticles } from '../archive/record-articles.ts';
import { namedCollections } from '../schema/collection-names.ts';
import { searchIndexUrl, searchNamesUrl, searchRecordsUrl } from '../urls.ts';
import type { SearchFiles } from './files.ts';
import { buildSearchIndex } from './index.ts';
import { buildNameFiles, type IndexedName } from './name-files.ts';
import { buildRecordFiles } from './record-files.ts';

export interface SearchSource {
  /** The folder's address. */
  url: string;
  build: (archive: Archive) => Promise<SearchFiles>;
}

export const searchSources: readonly SearchSource[] = [
  { url: searchNamesUrl(), build: async (archive) => buildNameFiles(listNames(archive)) },
  { url: searchRecordsUrl(), build: (archive) => buildRecordFiles(archive) },
  { url: searchIndexUrl(), build: (archive) => buildSearchIndex(archive) },
];

/** Every person, place and organization with all spellings. */
const listNames = (archive: Archive): IndexedName[] =>
  namedCollections.flatMap((collection) =>
    archive[collection].map((record) => ({
      collection,
      id: record.id,
      names: [record.name, ...record.aliases],
      articles: countArticles(archive, record),
    })),
  );
