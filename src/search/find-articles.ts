// Everything that a search finds, in the order in which it is shown: a record's own articles, then those with the words.
import { findUnmet } from './excerpt.ts';
import type { Labels } from './filters.ts';
import { addCounts, noCounts, searchFullText, searchOthers, searchRecord, type Counts } from './full-text.ts';
import { readTerms } from './match.ts';
import { readingOf } from './name-answer.ts';
import type { FoundName } from './name-finder.ts';
import type { FullText, PagefindResult } from './pagefind.ts';
import { readRecordFile, type RecordFile } from './record-file.ts';
import { countCertain, itemOfFragment, itemOfNamed, itemOfRecord } from './result-item.ts';
import { pageSize, type ResultSource } from './result-list.ts';
import { isNarrowed, sortOf, type SearchState } from './state.ts';

export interface FoundArticles {
  /** The articles of the record whose name the words are, by date. */
  named: ResultSource[];
  /** All others that have the words. */
  others: ResultSource[];
  /** Words that the others do not really have; where a name was matched there are no such others. */
  unmet: string[];
  counts: () => Promise<Counts>;
}

/** What a record's own file tells at once: nothing if the state asks for other articles than its newest. */
export function findKnown(record: RecordFile, state: SearchState): ResultSource[] {
  if (isNarrowed(state) || sortOf(state) === 'oldest') return [];
  return record.newest.slice(0, countCertain(record)).map((article) => async () => itemOfRecord(article));
}

/** Asks the full text for the articles of a record, if there is one, and for those with the words. */
export async function findArticles(
  fullText: FullText,
  labels: Labels,
  state: SearchState,
  record: RecordFile | undefined,
): Promise<FoundArticles> {
  const toSource =
    (result: PagefindResult): ResultSource =>
    async () =>
      itemOfFragment(await result.data(), state.query, labels);
  if (record === undefined) {
    const { results, counts } = await searchFullText(fullText, state);
    const unmet = await readUnmet(results, state);
    // Articles that have none of the words are no answer, nor are all of them to a query of signs alone.
    if (results.length > 0 && state.query !== '' && unmet.length === new Set(readTerms(state.query)).size)
      return { named: [], others: [], unmet: [], counts: () => Promise.resolve(noCounts) };
    return { named: [], others: results.map(toSource), unmet, counts };
  }
  const [own, rest] = await Promise.all([
    findOwn(fullText, labels, state, record),
    searchOthers(fullText, state, readingOf(record)),
  ]);
  // Articles that are only nearest to the words are no help where the words are a name.
  if (rest.results.length === 0 || (await readUnmet(rest.results, state)).length > 0) return own;
  const counts = async (): Promise<Counts> => addCounts(await own.counts(), await rest.counts());
  return { ...own, others: rest.results.map(toSource), counts };
}

/** The articles of a record that is only near to the words; nothing if the state leaves none of them. */
export async function findInstead(
  fullText: FullText,
  labels: Labels,
  state: SearchState,
  near: FoundName,
): Promise<{ record: RecordFile; found: FoundArticles } | undefined> {
  const record = await readRecordFile(readingOf(near)).catch(() => undefined);
  const found = record && (await findOwn(fullText, labels, state, record));
  return record !== undefined && found !== undefined && found.named.length > 0
    ? { record, found }
    : undefined;
}

/** Asks for a record's articles alone, whatever the words. */
async function findOwn(
  fullText: FullText,
  labels: Labels,
  state: SearchState,
  record: RecordFile,
): Promise<FoundArticles> {
  const { results, counts } = await searchRecord(fullText, state, readingOf(record));
  const known = findKnown(record, state);
  const found = results.map(
    (result): ResultSource =>
      async () =>
        itemOfNamed(await result.data(), record, labels),
  );
  return { named: [...known, ...found.slice(known.length)], others: [], unmet: [], counts };
}

/** The first results are a fair sample of all. */
async function readUnmet(results: readonly PagefindResult[], { query }: SearchState): Promise<string[]> {
  if (results.length === 0) return [];
  const fragments = await Promise.all(results.slice(0, pageSize).map((result) => result.data()));
  return findUnmet(fragments, query);
}
