// Tells records apart that share a name, where names are offered: each is found with what it is described as.
import type { FoundName, NameFinder } from './name-finder.ts';
import { readingOf } from './name-answer.ts';
import { readRecordFile, type RecordFile } from './record-file.ts';
import type { RecordReading } from './state.ts';

/** The same finder, its names with a description where another that it found is called and is the same. */
export function tellNamesakesApart(
  finder: NameFinder,
  readRecord: (key: RecordReading) => Promise<Pick<RecordFile, 'description'>> = readRecordFile,
): NameFinder {
  /** A letter more often finds the same names. */
  const descriptions = new Map<RecordReading, Promise<string>>();
  const describe = (key: RecordReading): Promise<string> => {
    const known = descriptions.get(key);
    if (known !== undefined) return known;
    const read = readRecord(key).then(({ description }) => description);
    descriptions.set(key, read);
    read.catch(() => descriptions.delete(key));
    return read;
  };
  const tellApart = (found: readonly FoundName[]): Promise<FoundName[]> => {
    const alike = Map.groupBy(found, ({ collection, name }) => `${collection} ${name}`);
    return Promise.all(
      found.map(async (one) => {
        if (alike.get(`${one.collection} ${one.name}`)?.length === 1) return one;
        // A name without its description is better than none.
        const description = await describe(readingOf(one)).catch(() => undefined);
        return description === undefined ? one : { ...one, description };
      }),
    );
  };
  return {
    find: async (query, options) => tellApart(await finder.find(query, options)),
    findNearest: async (query, limit) => tellApart(await finder.findNearest(query, limit)),
  };
}
