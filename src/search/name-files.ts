// From the archive to the files of the name index: every person, place and organization with its spellings.
import { recordKey, type Archive } from '../archive/build.ts';
import { namedCollections } from '../schema/collections.ts';
import type { SearchFiles } from './files.ts';
import type { ListedName } from './name-finder.ts';

/** The files by their path below `searchNamesUrl`. */
export function buildNameFiles(archive: Archive): SearchFiles {
  const names = namedCollections.flatMap((collection) =>
    archive[collection].map(({ id, name, aliases }): ListedName => {
      const named = archive.mentionsByRecord.get(recordKey(collection, id)) ?? [];
      const written = collection === 'people' ? (archive.articlesByAuthor.get(id) ?? []) : [];
      const articles = new Set([...named.map(({ article }) => article), ...written]).size;
      return { collection, id, articles, spellings: [name, ...aliases] };
    }),
  );
  return new Map([['names.json', new TextEncoder().encode(JSON.stringify(names))]]);
}
