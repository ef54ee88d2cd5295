// The static files that the search page reads, each folder with what builds it: the list that build and development share.
import { recordKey, type Archive, type Article } from '../archive/build.ts';
import { countArticles } from '../archive/record-articles.ts';
import { namedCollections } from '../schema/collection-names.ts';
import { searchIndexUrl, searchNamesUrl, searchRecordsUrl, type RecordCollection } from '../urls.ts';
import type { SearchFiles } from './files.ts';
import { articleFilters } from './filters.ts';
import { buildSearchIndex } from './index.ts';
import { buildNameFiles, type IndexedName } from './name-files.ts';
import { buildRecordFiles } from './record-files.ts';

export interface SearchSource {
  /** The folder's address. */
  url: string;
  /** All that the files are made from, as plain data in pieces: from the same pieces come the same files. */
  pieces: (archive: Archive) => Iterable<unknown>;
  build: (archive: Archive) => Promise<SearchFiles>;
}

export const searchSources: readonly SearchSource[] = [
  {
    url: searchNamesUrl(),
    pieces: listNames,
    build: async (archive) => buildNameFiles(listNames(archive)),
  },
  {
    url: searchRecordsUrl(),
    pieces: (archive) => [...archive.recordByKey.values(), ...archive.articles.map(withoutMentions)],
    build: (archive) => buildRecordFiles(archive),
  },
  { url: searchIndexUrl(), pieces: listDocuments, build: (archive) => buildSearchIndex(archive) },
];

/** The digest stands for the text and for what is named in it. */
const withoutMentions = ({ mentions: _mentions, ...article }: Article): unknown => article;

/** What the document of each article is made from. */
function* listDocuments(archive: Archive): Generator<unknown> {
  const nameOf = (collection: RecordCollection, id: string): string =>
    archive.recordByKey.get(recordKey(collection, id))?.name ?? id;
  for (const article of archive.articles) {
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
