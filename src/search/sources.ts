// The static files that the search page reads, each folder with what builds it: the list that build and development share.
import type { Archive } from '../archive/build.ts';
import { searchIndexUrl, searchNamesUrl, searchRecordsUrl } from '../urls.ts';
import type { SearchFiles } from './files.ts';
import { buildSearchIndex } from './index.ts';
import { buildNameFiles } from './name-files.ts';
import { buildRecordFiles } from './record-files.ts';

export interface SearchSource {
  /** The folder's address. */
  url: string;
  build: (archive: Archive) => Promise<SearchFiles>;
}

export const searchSources: readonly SearchSource[] = [
  { url: searchNamesUrl(), build: async (archive) => buildNameFiles(archive) },
  { url: searchRecordsUrl(), build: (archive) => buildRecordFiles(archive) },
  { url: searchIndexUrl(), build: (archive) => buildSearchIndex(archive) },
];
