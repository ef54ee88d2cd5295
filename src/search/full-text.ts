// Searches the full text: from the state of the page to the articles that fit, and their counts.
import type { SearchPeriod } from '../archive/search-periods.ts';
import { buildRangeFilter, type FilterTree } from './date-range.ts';
import { findUnmet } from './excerpt.ts';
import type { FilterCounts, FullText, PagefindOptions, PagefindResult } from './pagefind.ts';
import { querySpelling } from './spelling.ts';
import { filterNames, sortOf, type FilterName, type RecordReading, type SearchState } from './state.ts';
import { countedAgain, meet, quote, useOf, wordsOf } from './whole-words.ts';

/** For each filter: how many articles there would be with each of its values, the other filters as they are. */
export type Counts = Record<FilterName, Record<string, number>>;

/** The counts where nothing was found. */
export const noCounts = Object.fromEntries(filterNames.map((name) => [name, {}])) as Counts;

export interface Answer {
  /** In the order asked for; each is loaded when its data are asked for. */
  results: PagefindResult[];
  /** Loads every filter of the index, which is large, so it is called only when the counts are shown. */
  counts: () => Promise<Counts>;
}

/** Finds the articles that fit a state; with neither words nor a filter, all of them. */
export async function searchFullText(fullText: FullText, state: SearchState): Promise<Answer> {
  return search(fullText, state, querySpelling(state.query), []);
}

/** Finds the articles of a record that fit the filters of a state, by date. */
export function searchRecord(fullText: FullText, state: SearchState, key: RecordReading): Promise<Answer> {
  return search(fullText, { ...state, query: '' }, '', [recordFilter(key)]);
}

/** Finds the articles that fit a state and are not the record's. */
export function searchOthers(fullText: FullText, state: SearchState, key: RecordReading): Promise<Answer> {
  return search(fullText, state, querySpelling(state.query), [{ not: recordFilter(key) }]);
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

/** What the articles of one period, or of all, come to. */
interface Found {
  period: SearchPeriod | undefined;
  results: PagefindResult[];
  filters: FilterCounts;
}

async function search(
  { pagefind, periods }: FullText,
  state: SearchState,
  term: string,
  scope: readonly FilterTree[],
): Promise<Answer> {
  const { from, to } = state;
  const sort = sortOf(state);
  const fixed = [...scope];
  if (from !== undefined || to !== undefined) {
    const years = Object.keys((await pagefind.filters())['year'] ?? {});
    fixed.push(
      buildRangeFilter({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) }, years),
    );
  }
  const ask = async (
    words: string,
    filters: SearchState['filters'],
    period: SearchPeriod | undefined,
  ): Promise<Found> => {
    const all = [...fixed, ...Object.entries(filters).map(([name, value]) => ({ [name]: value }))];
    if (period !== undefined) all.push(buildRangeFilter(period, yearsOf(period)));
    const options: PagefindOptions = {
      filters: { all },
      ...(sort !== 'relevance' && { sort: { date: sort === 'newest' ? 'desc' : 'asc' } }),
    };
    return { period, ...(await pagefind.search(words === '' ? null : words, options)) };
  };
  // Pagefind cannot put the articles of several indexes in an order of its own, so each period is asked for.
  const inOrder = sort === 'oldest' ? periods.toReversed() : periods;
  const askAll = (words: string, filters: SearchState['filters']): Promise<Found[]> =>
    Promise.all((inOrder.length > 0 ? inOrder : [undefined]).map((period) => ask(words, filters, period)));
  const words = wordsOf(term);
  const meetUnder = async (filters: SearchState['filters']): Promise<ReadonlySet<string> | undefined> => {
    const found = await Promise.all(words.map((word) => askAll(quote(word), filters)));
    return meet(
      words,
      found.map((each, at) => useOf(words[at] ?? '', keysOf(each))),
    );
  };
  const [asked, met] = await Promise.all([askAll(term, state.filters), meetUnder(state.filters)]);
  // We filter the results ourselves, because Pagefind gives the places of words only when it matches beginnings too.
  const answers =
    met !== undefined
      ? asked.map((found) => sift(found, met))
      : asked.length > 1 && term !== ''
        ? await leaveOutNear(asked, state)
        : asked;
  const isSifted = met !== undefined && countAll(answers) < countAll(asked);
  // For a single word Pagefind itself can give the exact counts.
  const [only = '', another] = words;
  const counted = isSifted && another === undefined ? quote(only) : term;

  const countsOf = async (
    name: FilterName,
    all: readonly Found[],
  ): Promise<[FilterName, Record<string, number>]> => {
    // Choosing another year clears the month.
    const others = Object.fromEntries(
      Object.entries(state.filters).filter(
        ([other]) => other !== name && !(name === 'year' && other === 'month'),
      ),
    );
    const isChosen = state.filters[name] !== undefined;
    const sum = sumCounts(isChosen ? await askAll(counted, others) : all, name);
    if (!isSifted || another === undefined) return [name, sum];
    const keys = isChosen ? await meetUnder(others) : met;
    for (const value of keys === undefined ? [] : countedAgain(sum)) {
      const found = await askAll(term, { ...others, [name]: value });
      sum[value] = countAll(found.map((each) => (keys === undefined ? each : sift(each, keys))));
    }
    return [name, sum];
  };
  const counts = async (): Promise<Counts> => {
    // Counts are only given for filters that have been read.
    await pagefind.filters();
    const all = await Promise.all(answers.map(({ period }) => ask(counted, state.filters, period)));
    return Object.fromEntries(await Promise.all(filterNames.map((name) => countsOf(name, all)))) as Counts;
  };
  const merge = (parts: readonly Found[]): PagefindResult[] => {
    const results = parts.flatMap((part) => part.results);
    return sort === 'relevance' ? results.sort((a, b) => b.score - a.score) : results;
  };
  const results = merge(answers);
  const severalWords = /^[^"]+ [^"]+$/u.test(term);
  if (!severalWords || sort !== 'relevance') return { results, counts };
  const phrases = await Promise.all(answers.map(({ period }) => ask(`"${term}"`, state.filters, period)));
  return { results: phraseFirst(results, merge(phrases)), counts };
}

/** Identifies an article across indexes, which may use the same ids. */
const keyOf = (period: SearchPeriod | undefined, { id }: PagefindResult): string =>
  `${period?.from ?? ''} ${id}`;

const keysOf = (found: readonly Found[]): Set<string> =>
  new Set(found.flatMap(({ period, results }) => results.map((result) => keyOf(period, result))));

/** Keeps only the articles with these keys. */
const sift = ({ period, results, filters }: Found, keys: ReadonlySet<string>): Found => ({
  period,
  results: results.filter((result) => keys.has(keyOf(period, result))),
  filters,
});

const countAll = (found: readonly Found[]): number =>
  found.reduce((sum, { results }) => sum + results.length, 0);

function yearsOf({ from, to }: SearchPeriod): string[] {
  const first = Number(from);
  return Array.from({ length: Number(to) - first + 1 }, (_, at) => String(first + at).padStart(4, '0'));
}

/** Articles that show whether a period has the words; where it has not, all that it finds are alike. */
const enough = 2;

/**
 * Leaves out the periods that do not have the words: an index that knows no such word gives its nearest ones, which are
 * no answer where another index has the words themselves.
 */
async function leaveOutNear(answers: readonly Found[], state: SearchState): Promise<Found[]> {
  const unmet = await Promise.all(
    answers.map(async ({ results }) => {
      const some = await Promise.all(results.slice(0, enough).map((result) => result.data()));
      return results.length === 0 ? Infinity : findUnmet(some, state.query).length;
    }),
  );
  const least = Math.min(...unmet);
  // A period without any articles stays: under other filters it may have some.
  return answers.filter((_, at) => unmet[at] === least || unmet[at] === Infinity);
}

function sumCounts(answers: readonly Found[], name: FilterName): Record<string, number> {
  const sum = new Map<string, number>();
  for (const { filters } of answers)
    for (const [value, count] of Object.entries(filters[name] ?? {}))
      if (count > 0) sum.set(value, (sum.get(value) ?? 0) + count);
  return Object.fromEntries(sum);
}

/** Puts first the articles that have the words next to each other, as they were typed; the rest keep their order. */
function phraseFirst(
  results: readonly PagefindResult[],
  withPhrase: readonly PagefindResult[],
): PagefindResult[] {
  const phrases = new Set(withPhrase.map(({ id }) => id));
  return [...results.filter(({ id }) => phrases.has(id)), ...results.filter(({ id }) => !phrases.has(id))];
}
