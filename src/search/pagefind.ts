// Loads Pagefind when the first search is made, and says which part of it this site uses.
import type { FilterTree } from './date-range.ts';
import type { Fragment } from './fragment.ts';

/** How many articles each value of each filter has. */
export type FilterCounts = Record<string, Record<string, number>>;

export interface PagefindResult {
  id: string;
  data(): Promise<Fragment>;
}

export interface PagefindOptions {
  filters?: FilterTree;
  sort?: { date: 'asc' | 'desc' };
}

export interface Pagefind {
  filters(): Promise<FilterCounts>;
  /** `null` finds every article that fits the filters. */
  search(
    term: string | null,
    options: PagefindOptions,
  ): Promise<{ results: PagefindResult[]; filters: FilterCounts }>;
}

let loading: Promise<Pagefind> | undefined;

/** Pagefind with all its filters read; fails with an error if the index is not there, and may then be tried again. */
export function loadPagefind(indexUrl: string): Promise<Pagefind> {
  return (loading ??= load(indexUrl).catch((error: unknown) => {
    loading = undefined;
    throw error;
  }));
}

async function load(indexUrl: string): Promise<Pagefind> {
  const module = (await import(/* @vite-ignore */ `${indexUrl}pagefind.js`)) as Pagefind;
  // Counts are only given for filters that have been read.
  await module.filters();
  return module;
}
