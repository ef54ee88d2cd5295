// Checks that every id an entry names has a record, which Astro's own references only log.
import { namedCollections, recordCollections } from '../schema/collection-names.ts';
import { type Collection } from '../schema/collections.ts';
import { didYouMean, nearest } from '../schema/sentence.ts';
import type { RecordCollection } from '../urls.ts';
import type { ContentFiles } from './list.ts';
import type { EntryProblem } from './locate.ts';
import type { Entries } from './read.ts';

type Problem = Pick<EntryProblem, 'path' | 'message' | 'fix'>;

type Ids = Record<RecordCollection, Set<string>>;

/** One problem for every reference that leads nowhere or round in a circle. */
export function checkReferences(entries: Entries, files: ContentFiles): EntryProblem[] {
  // A record that exists but is wrong has its own findings; what names it is not to blame.
  const ids = (collection: RecordCollection): Set<string> => new Set(files[collection].map(({ id }) => id));
  const known: Ids = {
    people: ids('people'),
    places: ids('places'),
    organizations: ids('organizations'),
    topics: ids('topics'),
    publications: ids('publications'),
  };
  const missing = (
    path: PropertyKey[],
    noun: string,
    collection: RecordCollection,
    id: string,
  ): Problem[] => {
    if (known[collection].has(id)) return [];
    const near = nearest(id, known[collection]);
    const hint = near === undefined ? 'Add' : `Did you mean "${near}"? Or add`;
    return [
      { path, message: `unknown ${noun} "${id}"`, fix: `${hint} ${folderOf(files, collection)}/${id}.md` },
    ];
  };
  const problems: EntryProblem[] = [];
  const report = (collection: Collection, id: string, found: Problem[]): void => {
    problems.push(
      ...found.map((problem): EntryProblem => ({
        check: 'reference',
        severity: 'error',
        collection,
        id,
        ...problem,
      })),
    );
  };

  for (const { id, fields } of entries.articles) {
    report('articles', id, [
      ...fields.authors.flatMap((author, index) => missing(['authors', index], 'person', 'people', author)),
      ...missing(['publication'], 'publication', 'publications', fields.publication),
      ...fields.topics.flatMap((topic, index) => missing(['topics', index], 'topic', 'topics', topic)),
      ...(fields.dateline === undefined ? [] : missing(['dateline'], 'place', 'places', fields.dateline)),
      ...Object.entries(fields.mentions).flatMap(([spelling, target]) =>
        target === false ? [] : unknownMention(['mentions', spelling], target, known),
      ),
    ]);
  }
  for (const collection of recordCollections) {
    for (const { id, fields } of entries[collection]) {
      const others = fields.differentFrom;
      report(
        collection,
        id,
        others.flatMap((other, index) => missing(['differentFrom', index], 'record', collection, other)),
      );
    }
  }
  const parents = new Map(entries.places.map(({ id, fields }) => [id, fields.within]));
  for (const { id, fields } of entries.places) {
    if (fields.within === undefined) continue;
    report('places', id, [
      ...missing(['within'], 'place', 'places', fields.within),
      ...circle(id, parents, 'within'),
    ]);
  }
  const wholes = new Map(entries.organizations.map(({ id, fields }) => [id, fields.partOf]));
  for (const { id, fields } of entries.organizations) {
    if (fields.partOf === undefined) continue;
    report('organizations', id, [
      ...missing(['partOf'], 'organization', 'organizations', fields.partOf),
      ...circle(id, wholes, 'partOf'),
    ]);
  }
  return problems;
}

function unknownMention(path: PropertyKey[], target: string, known: Ids): Problem[] {
  const [collection, id] = target.split('/');
  const found = namedCollections.filter(
    (name) => known[name].has(id ?? target) && (id === undefined || name === collection),
  );
  if (found.length === 1) return [];
  if (found.length > 1) {
    return [
      {
        path,
        message: `"${target}" is the id of several records`,
        fix: `Write ${found.map((name) => `${name}/${target}`).join(' or ')}`,
      },
    ];
  }
  const candidates = namedCollections.flatMap((name) => [...known[name]]);
  return [
    {
      path,
      message: `unknown person, place or organization "${target}"`,
      fix: `Use the id of a record, or false${didYouMean(id ?? target, candidates)}`,
    },
  ];
}

function circle(id: string, parents: ReadonlyMap<string, string | undefined>, field: string): Problem[] {
  const seen = [id];
  for (let at = parents.get(id); at !== undefined; at = parents.get(at)) {
    if (at === id) {
      return [
        {
          path: [field],
          message: `"${id}" would lie in itself: ${[...seen, id].join(' > ')}`,
          fix: `Change "${field}" in one of them`,
        },
      ];
    }
    if (seen.includes(at)) break;
    seen.push(at);
  }
  return [];
}

/** The folder as findings name it, taken from a file in it or, in an empty collection, from its name. */
function folderOf(files: ContentFiles, collection: RecordCollection): string {
  return files[collection][0]?.file.split('/').slice(0, -1).join('/') ?? `content/${collection}`;
}
