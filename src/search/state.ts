// What the reader is looking for, as one value that the address of the search page holds: reload, Back and links keep it.

/** The filters of the index, in the order in which the page offers them; also their names in the address. */
export const filterNames = [
  'person',
  'place',
  'organization',
  'topic',
  'publication',
  'author',
  'year',
] as const;

export type FilterName = (typeof filterNames)[number];

export const sortOrders = ['relevance', 'newest', 'oldest'] as const;

export type SortOrder = (typeof sortOrders)[number];

export interface SearchState {
  /** As typed, without space around it. */
  query: string;
  /** Ids of records; for `year` four digits. */
  filters: Partial<Record<FilterName, string>>;
  /** As chosen; absent where the reader has left the order to the page. */
  sort?: SortOrder;
}

/** The order of the results of a state: without words there is no relevance to sort by. */
export function sortOf({ query, sort = 'relevance' }: SearchState): SortOrder {
  return query === '' && sort === 'relevance' ? 'newest' : sort;
}

/** Reads the query part of an address, `?q=kirkuk&year=2020`; what is not understood is left out. */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const query = (parameters.get('q') ?? '').trim();
  const filters: SearchState['filters'] = {};
  for (const name of filterNames) {
    const value = parameters.get(name)?.trim();
    if (value !== undefined && value !== '') filters[name] = value;
  }
  const chosen = parameters.get('sort');
  const sort = sortOrders.find((order) => order === chosen);
  return { query, filters, ...(sort !== undefined && { sort }) };
}

/** Renders the query part of the address of a state: the same state always gives the same string. */
export function renderState({ query, filters, sort }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', query);
  for (const name of filterNames) {
    const value = filters[name];
    if (value !== undefined) parameters.set(name, value);
  }
  if (sort !== undefined && sort !== 'relevance') parameters.set('sort', sort);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** Whether there is nothing to look for: neither words nor a filter. */
export function isEmpty({ query, filters }: SearchState): boolean {
  return query === '' && Object.keys(filters).length === 0;
}
