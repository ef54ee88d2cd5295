// Searches the full text: from the state of the page to the articles that fit, and their counts.
import type { FilterCounts, Pagefind, PagefindOptions, PagefindResult } from './pagefind.ts';
import { querySpelling } from './spelling.ts';
import { filterNames, sortOf, type FilterName, type SearchState } from './state.ts';

export interface Answer {
  /** In the order asked for; each is loaded when its data are asked for. */
  results: PagefindResult[];
  /** For each filter: how many articles there would be with each of its values, the other filters as they are. */
  counts: Record<FilterName, Record<string, number>>;
}

/** Finds the articles that fit a state; with neither words nor a filter, all of them. */
export async function searchFullText(pagefind: Pagefind, state: SearchState): Promise<Answer> {
  const term = querySpelling(state.query);
  const search = (filters: SearchState['filters']): ReturnType<Pagefind['search']> =>
    pagefind.search(term === '' ? null : term, searchOptions({ ...state, filters }));
  const { results, filters } = await search(state.filters);
  const severalWords = /^[^"]+ [^"]+$/u.test(term);

  const countsOf = async (name: FilterName): Promise<[FilterName, Record<string, number>]> => {
    let counts: FilterCounts = filters;
    if (state.filters[name] !== undefined) {
      const { [name]: own, ...others } = state.filters;
      counts = (await search(others)).filters;
    }
    const found = Object.entries(counts[name] ?? {}).filter(([, count]) => count > 0);
    return [name, Object.fromEntries(found)];
  };
  const counts = Object.fromEntries(await Promise.all(filterNames.map(countsOf))) as Answer['counts'];
  if (!severalWords || sortOf(state) !== 'relevance') return { results, counts };
  return {
    results: await phraseFirst(results, () => pagefind.search(`"${term}"`, searchOptions(state))),
    counts,
  };
}

/** Puts first the articles that have the words next to each other, as they were typed; the rest keep their order. */
async function phraseFirst(
  results: readonly PagefindResult[],
  searchPhrase: () => ReturnType<Pagefind['search']>,
): Promise<PagefindResult[]> {
  const phrases = new Set((await searchPhrase()).results.map(({ id }) => id));
  return [...results.filter(({ id }) => phrases.has(id)), ...results.filter(({ id }) => !phrases.has(id))];
}

function searchOptions(state: SearchState): PagefindOptions {
  const sort = sortOf(state);
  return {
    filters: { ...state.filters },
    ...(sort !== 'relevance' && { sort: { date: sort === 'newest' ? 'desc' : 'asc' } }),
  };
}
