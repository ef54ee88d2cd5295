// Puts an archive together without files: articles with the names in each paragraph, and records for all of them.
import { buildArchive, type Archive } from '../../src/archive/build.ts';
import type { ArticleEntry } from '../../src/reading/entry.ts';
import type { NamedCollection } from '../../src/schema/collection-names.ts';
import type { Place } from '../../src/schema/place.ts';

const record = { aliases: [], description: 'An invention', differentFrom: [] };

/** By article id, the keys named in each paragraph: `{ '2021/03/04/x': [['people/ada'], ['people/ada', 'places/bay']] }`. */
export type SampleArticles = Record<string, readonly (readonly string[])[]>;

/** @param places by id: what a place has beside its name; a record that only an article names is made up */
export function buildSampleArchive(
  articles: SampleArticles,
  places: Record<string, Partial<Place>> = {},
  datelines: Record<string, string> = {},
): Archive {
  const keys = new Set([
    ...Object.values(articles).flat(2),
    ...Object.keys(places).map((id) => `places/${id}`),
  ]);
  const idsOf = (collection: string): string[] =>
    [...keys]
      .filter((key) => key.startsWith(`${collection}/`))
      .map((key) => key.slice(collection.length + 1));
  return buildArchive({
    articles: Object.entries(articles).map(([id, paragraphs]) => buildEntry(id, paragraphs, datelines[id])),
    people: idsOf('people').map((id) => ({ id, fields: { name: id, ...record } })),
    places: idsOf('places').map((id) => ({
      id,
      fields: { name: id, kind: 'city', ...record, ...places[id] },
    })),
    organizations: idsOf('organizations').map((id) => ({ id, fields: { name: id, ...record } })),
    topics: [],
    publications: [{ id: 'the-tide', fields: { name: 'The Tide', language: 'en', ...record } }],
  });
}

function buildEntry(
  id: string,
  paragraphs: readonly (readonly string[])[],
  dateline: string | undefined,
): ArticleEntry {
  const published = id.split('/').slice(0, 3).join('-');
  const mentions = paragraphs.flatMap((keys, paragraph) =>
    keys.map((key, index) => {
      const [collection, name = ''] = key.split('/') as [NamedCollection, string];
      return { collection, id: name, anchor: `p${paragraph + 1}`, start: index * 10, end: index * 10 + 5, spelling: name };
    }),
  ); // prettier-ignore
  return {
    id,
    fields: {
      title: id,
      description: 'What happened.',
      published,
      authors: [],
      publication: 'the-tide',
      topics: [],
      ...(dateline !== undefined && { dateline }),
      source: { retrieved: published, format: 'text' },
      rights: { statement: 'https://creativecommons.org/publicdomain/zero/1.0/', holder: 'Nobody' },
      copy: 'summary',
      mentions: {},
      corrections: [],
    },
    rendered: { digest: id, words: 0, images: [], mentions },
  };
}
