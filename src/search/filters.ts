// Which values of each filter an article has, and what they are called: the same for the index and for the page.
import type { Archive, Article } from '../archive/build.ts';
import { placesAround } from '../archive/place-path.ts';
import { compareText } from '../schema/finding.ts';
import type { RecordCollection } from '../urls.ts';
import { filterNames, type FilterName } from './state.ts';

/** Names of the values of each filter that has records behind it, by id. */
export type Labels = Record<Exclude<FilterName, 'year' | 'month'>, Record<string, string>>;

const collectionOf: Record<keyof Labels, RecordCollection> = {
  person: 'people',
  place: 'places',
  organization: 'organizations',
  topic: 'topics',
  publication: 'publications',
  author: 'people',
};

/** The values of an article by filter, each list sorted and without doubles. */
export function articleFilters(article: Article, archive: Archive): Record<FilterName, string[]> {
  const named = (collection: RecordCollection): string[] =>
    article.mentions.filter((mention) => mention.collection === collection).map(({ id }) => id);
  const places = named('places');
  if (article.dateline !== undefined) places.push(article.dateline);
  const filters: Record<FilterName, string[]> = {
    person: named('people'),
    place: places.flatMap((id) => [id, ...placesAround(id, archive).map((around) => around.id)]),
    organization: named('organizations'),
    topic: article.topics,
    publication: [article.publication],
    author: article.authors,
    year: [article.published.slice(0, 4)],
    month: [article.published.slice(0, 7)],
  };
  for (const name of filterNames) filters[name] = [...new Set(filters[name])].sort(compareText);
  return filters;
}

/** The labels of all values that occur in articles, each filter's by name. */
export function buildLabels(archive: Archive): Labels {
  const used: Record<FilterName, Set<string>> = {
    person: new Set(),
    place: new Set(),
    organization: new Set(),
    topic: new Set(),
    publication: new Set(),
    author: new Set(),
    year: new Set(),
    month: new Set(),
  };
  for (const article of archive.articles) {
    const filters = articleFilters(article, archive);
    for (const name of filterNames) for (const value of filters[name]) used[name].add(value);
  }
  const label = (name: keyof Labels): Record<string, string> =>
    Object.fromEntries(
      archive[collectionOf[name]]
        .filter(({ id }) => used[name].has(id))
        .map((record) => [record.id, record.name]),
    );
  return {
    person: label('person'),
    place: label('place'),
    organization: label('organization'),
    topic: label('topic'),
    publication: label('publication'),
    author: label('author'),
  };
}
