// Measures who is found by what readers type, kind by kind: by the index in memory, and by the files of a site.
import { inflateRawSync } from 'node:zlib';
import type { NamedCollection } from '../../src/schema/collection-names.ts';
import { foldName } from '../../src/names/normalize.ts';
import { buildNameIndex, resolveName, type NameRecord } from '../../src/names/matching/resolve.ts';
import { buildNameFiles } from '../../src/search/name-files.ts';
import { createNameFinder } from '../../src/search/name-finder.ts';
import { buildDistractors } from './distractors.ts';
import { nameKinds, type NameKind } from './name-kinds.ts';

/** Names that a reader is shown. */
const [shown, shownTyping] = [5, 7];

export interface KindOutcome {
  kind: NameKind;
  asked: number;
  /** Percent found first, and among those shown; in memory and by files. */
  memory: readonly [first: number, shown: number];
  files: readonly [first: number, shown: number];
  /** What was typed for a name that is not among those shown. */
  missed: string[];
}

const collectionOf: Readonly<Record<string, NamedCollection>> = {
  person: 'people',
  place: 'places',
  organization: 'organizations',
};

/** @param total how many records there are, with those that are looked for */
export async function measureKinds(total: number): Promise<KindOutcome[]> {
  const names = new Map(nameKinds.flatMap(({ of, rows }) => rows.map(([name]) => [name, of])));
  const sought = [...names].map(([name, kind]): NameRecord => ({ id: name, kind, names: [name], weight: 3 }));
  const others = buildDistractors(total - sought.length, new Set([...names.keys()].map(foldName)));
  const records = [...sought, ...others.map((record) => ({ ...record, weight: 1 }))];
  const index = buildNameIndex(records);
  const files = buildNameFiles(
    records.map(({ id, kind, names: spelled, weight }) => ({
      collection: collectionOf[kind] ?? 'people',
      id,
      names: spelled,
      articles: weight ?? 0,
    })),
  );
  const finder = createNameFinder(async (name) => inflateRawSync(files.get(name) ?? '').toString());
  return Promise.all(
    nameKinds.map(async (kind): Promise<KindOutcome> => {
      const typing = kind.typing === true;
      const limit = typing ? shownTyping : shown;
      const ranks: [memory: number, files: number][] = [];
      const missed: string[] = [];
      for (const [name, ...typed] of kind.rows) {
        for (const query of typed) {
          const memory = resolveName(index, query, { limit, typing }).findIndex(({ id }) => id === name);
          const found = (await finder.find(query, { limit, typing })).findIndex(({ id }) => id === name);
          ranks.push([memory, found]);
          if (memory < 0 || found < 0) missed.push(query);
        }
      }
      const share = (at: 0 | 1): [number, number] => [
        percent(ranks.filter((rank) => rank[at] === 0).length, ranks.length),
        percent(ranks.filter((rank) => rank[at] >= 0).length, ranks.length),
      ];
      return { kind, asked: ranks.length, memory: share(0), files: share(1), missed };
    }),
  );
}

const percent = (part: number, whole: number): number => (100 * part) / whole;

/** A line for each kind. */
export async function benchKinds(total: number): Promise<string[]> {
  const outcomes = await measureKinds(total);
  const pair = ([first, among]: readonly [number, number]): string =>
    `${first.toFixed(0)}/${among.toFixed(0)}`;
  return [
    `What readers type, among ${total.toLocaleString('en')} records (percent first / among those shown; in memory, by files, mark):`,
    ...outcomes.map(({ kind, asked, memory, files, missed }) => {
      const lost = missed.length === 0 ? '' : `; not found: ${missed.slice(0, 6).join(', ')}`;
      return `  ${kind.kind} (${asked}): ${pair(memory)}, ${pair(files)}, ${pair(kind.marks)}${lost}`;
    }),
  ];
}
