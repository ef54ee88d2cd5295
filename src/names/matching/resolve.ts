// From a typed name to the records it may mean: the index of all names in memory, and the question put to it.
import anyAscii from 'any-ascii';
import { matchName, type NameMatch, type ResolveOptions } from './match-name.ts';
import type { NameIndex } from './name-index.ts';
import { toLatin } from './other-scripts.ts';
export type { NameMatch, ResolveOptions } from './match-name.ts';
export { buildNameIndex, type NameIndex } from './name-index.ts';
export type { NameRecord } from './spelling.ts';

/** `matchName` with the table of every script at hand; the search page loads the parts of it that a query needs. */
export const resolveName = (index: NameIndex, query: string, options: ResolveOptions = {}): NameMatch[] =>
  matchName(index, query, { latin: toLatin(query, anyAscii), ...options });
