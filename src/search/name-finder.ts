// Answers a typed name in the browser from the static files of the name index.
import { distance } from 'fastest-levenshtein';
import { foldName } from '../names/normalize.ts';
import type { NamedCollection } from '../schema/collections.ts';
import { readJson } from './read-json.ts';

export interface FoundName {
  collection: NamedCollection;
  id: string;
  /** The preferred name. */
  name: string;
  /** The spelling that matched, as listed. */
  spelling: string;
  match: 'exact' | 'near';
  /** 0 to 1. */
  score: number;
  /** How many articles the record has. */
  articles: number;
}

export interface NameFinder {
  /** Best first; exact matches before near ones; empty for ordinary words. `typing`: the last word may be unfinished. */
  find(query: string, options?: { limit?: number; typing?: boolean }): Promise<FoundName[]>;
  /** The nearest names whatever the words, for when nothing else was found. */
  findNearest(query: string, limit?: number): Promise<FoundName[]>;
}

/** A record as the file lists it; its preferred name is the first of its spellings. */
export interface ListedName extends Pick<FoundName, 'collection' | 'id' | 'articles'> {
  spellings: string[];
}

/** A finder over the files below an address; they are loaded when a name is first asked for. */
export function openNameFinder(url: string): NameFinder {
  let names: Promise<ListedName[]> | undefined;
  const search = async (
    query: string,
    limit: number,
    most: (typed: string) => number,
    typing: boolean,
  ): Promise<FoundName[]> => {
    names ??= readJson<ListedName[]>(`${url}names.json`).catch((error: unknown) => {
      names = undefined;
      throw error;
    });
    const typed = foldName(query);
    if (typed === '') return [];
    const rank = (spelling: string): number => {
      const folded = foldName(spelling);
      if (folded === typed) return 0;
      if (typing && ` ${folded}`.includes(` ${typed}`)) return 0.5;
      // A whole word of a longer name is near, not exact.
      const words = folded.split(' ').map((word) => distance(word, typed) + 0.5);
      return Math.min(distance(folded, typed), ...words);
    };
    return (await names)
      .flatMap(({ spellings, ...record }): (FoundName & { rank: number })[] => {
        const ranked = spellings.map((spelling) => ({ spelling, rank: rank(spelling) }));
        const [best] = ranked.sort((a, b) => a.rank - b.rank);
        const [name = ''] = spellings;
        if (best === undefined || best.rank > most(typed)) return [];
        const match = best.rank === 0 ? 'exact' : 'near';
        return [{ ...record, ...best, name, match, score: 1 / (1 + best.rank) }];
      })
      .sort((a, b) => a.rank - b.rank || b.articles - a.articles)
      .slice(0, limit)
      .map(({ rank: _, ...found }) => found);
  };
  return {
    find: (query, { limit = 8, typing = false } = {}) =>
      search(query, limit, ({ length }) => Math.min(2, length / 3), typing),
    findNearest: (query, limit = 5) => search(query, limit, () => Infinity, false),
  };
}
