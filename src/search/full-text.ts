// Searches the full text: from the state of the page to the articles that fit, and their counts.
import { buildRangeFilter, type FilterTree } from './date-range.ts';
import type { FilterCounts, Pagefind, PagefindOptions, PagefindResult } from './pagefind.ts';
import { querySpelling } from './spelling.ts';
import { filterNames, sortOf, type FilterName, type RecordReading, type SearchState } from './state.ts';

/** For each filter: how many articles there would be with each of its values, the other filters as they are. */
export type Counts = Record<FilterName, Record<string, number>>;

/** The counts where nothing was found. */
export const noCounts = Object.fromEntries(filterNames.map((name) => [name, {}])) as Counts;

export interface Answer {
  /** In the order asked for; each is loaded when its data are asked for. */
  results: PagefindResult[];
  counts: Counts;
}

/** Finds the articles that fit a state; with neither words nor a filter, all of them. */
export async function searchFullText(pagefind: Pagefind, state: SearchState): Promise<Answer> {
  return search(pagefind, state, querySpelling(state.query), []);
}

/** Finds the articles of a record that fit the filters of a state, by date. */
export function searchRecord(pagefind: Pagefind, state: SearchState, key: RecordReading): Promise<Answer> {
  return search(pagefind, { ...state, query: '' }, '', [recordFilter(key)]);
}

/** Finds the articles that fit a state and are not the record's. */
export function searchOthers(pagefind: Pagefind, state: SearchState, key: RecordReading): Promise<Answer> {
  return search(pagefind, state, querySpelling(state.query), [{ not: recordFilter(key) }]);
}

/** The counts of two answers that have no article in common. */
export function addCounts(a: Counts, b: Counts): Counts {
  const sums = filterNames.map((name): [FilterName, Record<string, number>] => {
    const sum = new Map(Object.entries(a[name]));
    for (const [value, count] of Object.entries(b[name])) sum.set(value, (sum.get(value) ?? 0) + count);
    return [name, Object.fromEntries(sum)];
  });
  return Object.fromEntries(sums) as Counts;
}

/** What the index knows a record's articles by; an author's are those that name them and those they wrote. */
function recordFilter(key: RecordReading): FilterTree {
  const [collection, id = ''] = key.split('/');
  if (collection === 'people') return { any: [{ person: id }, { author: id }] };
  return collection === 'places' ? { place: id } : { organization: id };
}

async function search(
  pagefind: Pagefind,
  state: SearchState,
  term: string,
  scope: readonly FilterTree[],
): Promise<Answer> {
  const { from, to } = state;
  const fixed = [...scope];
  if (from !== undefined || to !== undefined) {
    const years = Object.keys((await pagefind.filters())['year'] ?? {});
    fixed.push(
      buildRangeFilter({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) }, years),
    );
  }
  const sort = sortOf(state);
  const options = (filters: SearchState['filters']): PagefindOptions => ({
    filters: { all: [...fixed, ...Object.entries(filters).map(([name, value]) => ({ [name]: value }))] },
    ...(sort !== 'relevance' && { sort: { date: sort === 'newest' ? 'desc' : 'asc' } }),
  });
  const ask = (words: string, filters = state.filters): ReturnType<Pagefind['search']> =>
    pagefind.search(words === '' ? null : words, options(filters));

  const { results, filters } = await ask(term);
  const countsOf = async (name: FilterName): Promise<[FilterName, Record<string, number>]> => {
    let counts: FilterCounts = filters;
    if (state.filters[name] !== undefined) {
      // Whoever turns to another year leaves the month.
      const others = Object.entries(state.filters).filter(
        ([other]) => other !== name && !(name === 'year' && other === 'month'),
      );
      counts = (await ask(term, Object.fromEntries(others))).filters;
    }
    const found = Object.entries(counts[name] ?? {}).filter(([, count]) => count > 0);
    return [name, Object.fromEntries(found)];
  };
  const counts = Object.fromEntries(await Promise.all(filterNames.map(countsOf))) as Counts;
  const severalWords = /^[^"]+ [^"]+$/u.test(term);
  if (!severalWords || sort !== 'relevance') return { results, counts };
  return { results: phraseFirst(results, (await ask(`"${term}"`)).results), counts };
}

/** Puts first the articles that have the words next to each other, as they were typed; the rest keep their order. */
function phraseFirst(
  results: readonly PagefindResult[],
  withPhrase: readonly PagefindResult[],
): PagefindResult[] {
  const phrases = new Set(withPhrase.map(({ id }) => id));
  return [...results.filter(({ id }) => phrases.has(id)), ...results.filter(({ id }) => !phrases.has(id))];
}
