// Loads Pagefind when the first search is made, and says which part of it this site uses.
import type { SearchPeriod } from '../archive/search-periods.ts';
import type { FilterTree } from './date-range.ts';
import type { Fragment } from './fragment.ts';

/** How many articles each value of each filter has. */
export type FilterCounts = Record<string, Record<string, number>>;

export interface PagefindResult {
  id: string;
  /** How well it fits the words. */
  score: number;
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

/** An index, or several with a period each. */
export interface FullText {
  pagefind: Pagefind;
  /** Newest first; none if there is one index. */
  periods: readonly SearchPeriod[];
}

/** Pagefind as its module offers it. */
interface PagefindModule extends Pagefind {
  mergeIndex(url: string): Promise<void>;
}

let loading: Promise<FullText> | undefined;

/**
 * Pagefind, ready to be asked; fails with an error if an index is not there, and may then be tried again.
 * @param url the folder of the index, or of the periods' folders
 * @param periods their names, newest first: `2014 2010-2013`; empty if there is one index
 */
export function loadPagefind(url: string, periods: string): Promise<FullText> {
  return (loading ??= load(indexFolders(url, periods), listPeriods(periods)).catch((error: unknown) => {
    loading = undefined;
    throw error;
  }));
}

const listPeriods = (periods: string): string[] => periods.match(/\S+/g) ?? [];

/** The folder of each index, that of the newest period first. */
export function indexFolders(url: string, periods: string): string[] {
  const names = listPeriods(periods);
  return names.length === 0 ? [url] : names.map((name) => `${url}${name}/`);
}

async function load(
  [newest = '', ...others]: readonly string[],
  names: readonly string[],
): Promise<FullText> {
  const module = (await import(/* @vite-ignore */ `${newest}pagefind.js`)) as PagefindModule;
  await Promise.all(others.map((folder) => module.mergeIndex(folder)));
  const periods = names.map((name) => {
    const [from = '', to = from] = name.split('-');
    return { from, to };
  });
  return { pagefind: module, periods };
}
