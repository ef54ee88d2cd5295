// What the reader is looking for, as one value that the address of the search page holds: reload, Back and links keep it.
import type { NamedCollection } from '../schema/collection-names.ts';
import { isPartialDate } from './date-range.ts';

/** The filters of the index, in the order in which the page offers them; also their names in the address. */
export const filterNames = [
  'person',
  'place',
  'organization',
  'topic',
  'publication',
  'author',
  'year',
  'month',
] as const;

export type FilterName = (typeof filterNames)[number];

export const sortOrders = ['relevance', 'newest', 'oldest'] as const;

export type SortOrder = (typeof sortOrders)[number];

/** A record whose name the words are: `people/qasem-soleimani`. */
export type RecordReading = `${NamedCollection}/${string}`;

/** How the words are meant: as they are typed and no name, or as the name of one record among several. */
export type Reading = 'typed' | RecordReading;

export interface SearchState {
  /** As typed, without space around it. */
  query: string;
  /** Ids of records; for `year` four digits, for `month` a month of that year, `2020-01`. */
  filters: Partial<Record<FilterName, string>>;
  /** First and last day of what is looked for; a year or a month stands for all its days. */
  from?: string;
  to?: string;
  /** As chosen; absent where the reader has left the order to the page. */
  sort?: SortOrder;
  /** Absent where the page may take the words for a name if they are one. */
  as?: Reading;
}

/** The order of the results of a state: without words there is no relevance to sort by. */
export function sortOf({ query, sort = 'relevance' }: SearchState): SortOrder {
  return query === '' && sort === 'relevance' ? 'newest' : sort;
}

/** Whether less is looked for than the words alone would find. */
export function isNarrowed({ filters, from, to }: SearchState): boolean {
  return Object.keys(filters).length > 0 || from !== undefined || to !== undefined;
}

/** Whether nothing is asked for: no words, no filter, and no order for all articles. */
export function isEmpty(state: SearchState): boolean {
  return state.query === '' && !isNarrowed(state) && state.sort === undefined;
}

/** The state itself, or, if it is empty, all articles, so that the filters stay in view. */
export const orAll = (state: SearchState): SearchState =>
  isEmpty(state) ? { ...state, sort: 'newest' } : state;

/** Reads the query part of an address, `?q=kirkuk&year=2020`; what is not understood is left out. */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const query = (parameters.get('q') ?? '').trim();
  const filters: SearchState['filters'] = {};
  for (const name of filterNames) {
    const value = parameters.get(name)?.trim();
    if (value !== undefined && value !== '') filters[name] = value;
  }
  // A month lies in its year; when the reader turns to another year it is no longer meant.
  if (filters.month !== undefined) {
    filters.year ??= filters.month.slice(0, 4);
    if (!isPartialDate(filters.month) || !filters.month.startsWith(`${filters.year}-`)) delete filters.month;
  }
  if (!/^\d{4}$/.test(filters.year ?? '')) delete filters.year;
  const [from, to] = ['from', 'to'].map((name) => {
    const date = parameters.get(name)?.trim() ?? '';
    return isPartialDate(date) ? date : undefined;
  });
  const sort = sortOrders.find((order) => order === parameters.get('sort'));
  const as = query === '' ? undefined : readReading(parameters.get('as') ?? '');
  return {
    query,
    filters,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(sort !== undefined && { sort }),
    ...(as !== undefined && { as }),
  };
}

/** Renders the query part of the address of a state: the same state always gives the same string. */
export function renderState({ query, filters, from, to, sort, as }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', query);
  if (query !== '' && as !== undefined) parameters.set('as', as);
  for (const name of filterNames) {
    const value = filters[name];
    if (value !== undefined) parameters.set(name, value);
  }
  if (from !== undefined) parameters.set('from', from);
  if (to !== undefined) parameters.set('to', to);
  if (sort !== undefined && sort !== 'relevance') parameters.set('sort', sort);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

function readReading(text: string): Reading | undefined {
  if (text === 'typed') return text;
  return /^(?:people|places|organizations)\/[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)
    ? (text as RecordReading)
    : undefined;
}
