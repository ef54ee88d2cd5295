// From a typed name to the records it may mean: the index of all names in memory, and the question put to it.
export { resolveName, type NameMatch, type ResolveOptions } from './match-name.ts';
export { buildNameIndex, type NameIndex } from './name-index.ts';
export type { NameRecord } from './spelling.ts';
