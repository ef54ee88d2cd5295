// What the words of a search mean as a name: one record, several that share the spelling, near ones, or none.
import { foldName } from '../names/normalize.ts';
import type { FoundName, NameFinder } from './name-finder.ts';
import type { RecordFile } from './record-file.ts';
import type { RecordReading, SearchState } from './state.ts';

export type NameAnswer =
  /** One record has this spelling, or the reader has chosen among several. */
  | { kind: 'matched'; spelling: string; record: RecordFile }
  /** Several records have the spelling; none is preferred. */
  | { kind: 'choice'; records: RecordFile[] }
  /** No record has it; these are offered. */
  | { kind: 'near'; names: FoundName[] }
  /** The reader wants the words and no name. */
  | { kind: 'typed' }
  | { kind: 'none' };

/** The key of a record in the address and in the files. */
export const readingOf = ({ collection, id }: Pick<FoundName, 'collection' | 'id'>): RecordReading =>
  `${collection}/${id}`;

/** @param readRecord throws if the record has no file */
export async function answerName(
  { query, as }: SearchState,
  finder: NameFinder,
  readRecord: (key: RecordReading) => Promise<RecordFile>,
): Promise<NameAnswer> {
  if (as === 'typed') return { kind: 'typed' };
  // Quotation marks say that the words are meant as they stand.
  if (query === '' || /["“”„«»]/u.test(query)) return { kind: 'none' };
  if (as !== undefined) {
    const record = await readRecord(as).catch(() => undefined);
    // An address that was made by hand is not believed that words are a name which they are not.
    const spelling = record && findSpelling(query, record);
    if (record !== undefined && spelling !== undefined) return { kind: 'matched', spelling, record };
  }
  const names = await finder.find(query);
  const exact = names.filter(({ match }) => match === 'exact');
  if (exact.length === 0) return names.length === 0 ? { kind: 'none' } : { kind: 'near', names };
  const records = await Promise.all(exact.map((name) => readRecord(readingOf(name))));
  const [record] = records;
  if (record === undefined || records.length > 1) return { kind: 'choice', records };
  return { kind: 'matched', spelling: exact[0]?.spelling ?? query, record };
}

function findSpelling(query: string, { name, aliases }: RecordFile): string | undefined {
  const typed = foldName(query);
  return [name, ...aliases].find((spelling) => foldName(spelling) === typed);
}

/** So near must a name be, and so much nearer than the next, that its articles are what the reader is after. */
const [certain, ahead] = [0.75, 0.06];

/** The one near name that can be meant; nothing if several can. */
export function findLikeliest(answer: NameAnswer): FoundName | undefined {
  if (answer.kind !== 'near') return undefined;
  const [first, second] = answer.names;
  if (first === undefined || first.score < certain) return undefined;
  return second === undefined || first.score - second.score >= ahead ? first : undefined;
}
