// Measures who is found by what readers type, kind by kind: by the index in memory, and by the files of a site.
import { inflateRawSync } from 'node:zlib';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
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
  /** The same of libraries for fuzzy search, with the same records; by name, where they were asked. */
  peers: ReadonlyMap<string, readonly [first: number, shown: number]>;
  /** What was typed for a name that is not among those shown. */
  missed: string[];
}

const collectionOf: Readonly<Record<string, NamedCollection>> = {
  person: 'people',
  place: 'places',
  organization: 'organizations',
};

/** Ids of the records that a library finds, best first. */
type Peer = (query: string, limit: number) => string[];

/** Libraries that are widely used for this, as their documentation sets them up for names. */
function buildPeers(records: readonly NameRecord[]): Map<string, Peer> {
  const mini = new MiniSearch({ fields: ['text'], searchOptions: { fuzzy: 0.2, prefix: true } });
  mini.addAll(records.map(({ id, names }) => ({ id, text: names.join(' ') })));
  const fuse = new Fuse(records, { keys: ['names'], threshold: 0.4, ignoreLocation: true });
  return new Map<string, Peer>([
    [
      'minisearch',
      (query, limit) =>
        mini
          .search(query)
          .slice(0, limit)
          .map(({ id }) => String(id)),
    ],
    ['fuse.js', (query, limit) => fuse.search(query, { limit }).map(({ item }) => item.id)],
  ]);
}

/**
 * @param total how many records there are, with those that are looked for
 * @param withPeers whether other libraries are asked the same
 */
export async function measureKinds(total: number, withPeers = false): Promise<KindOutcome[]> {
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
  const peers = withPeers ? buildPeers(records) : new Map<string, Peer>();
  return Promise.all(
    nameKinds.map(async (kind): Promise<KindOutcome> => {
      const typing = kind.typing === true;
      const limit = typing ? shownTyping : shown;
      const ranks: [memory: number, files: number][] = [];
      const missed: string[] = [];
      const peerRanks = new Map([...peers.keys()].map((name) => [name, new Array<number>()]));
      for (const [name, ...typed] of kind.rows) {
        for (const query of typed) {
          const memory = resolveName(index, query, { limit, typing }).findIndex(({ id }) => id === name);
          const found = (await finder.find(query, { limit, typing })).findIndex(({ id }) => id === name);
          ranks.push([memory, found]);
          if (memory < 0 || found < 0) missed.push(query);
          for (const [peer, ask] of peers) peerRanks.get(peer)?.push(ask(query, limit).indexOf(name));
        }
      }
      const share = (each: readonly number[]): [number, number] => [
        percent(each.filter((rank) => rank === 0).length, each.length),
        percent(each.filter((rank) => rank >= 0).length, each.length),
      ];
      return {
        kind,
        asked: ranks.length,
        memory: share(ranks.map(([memory]) => memory)),
        files: share(ranks.map(([, found]) => found)),
        peers: new Map([...peerRanks].map(([peer, each]) => [peer, share(each)])),
        missed,
      };
    }),
  );
}

const percent = (part: number, whole: number): number => (100 * part) / whole;

/** A line for each kind. */
export async function benchKinds(total: number): Promise<string[]> {
  const outcomes = await measureKinds(total, true);
  const pair = ([first, among]: readonly [number, number]): string =>
    `${first.toFixed(0)}/${among.toFixed(0)}`;
  return [
    `What readers type, among ${total.toLocaleString('en')} records (percent first / among those shown; in memory, by files, minisearch, fuse.js, mark):`,
    ...outcomes.map(({ kind, asked, memory, files, peers, missed }) => {
      const lost = missed.length === 0 ? '' : `; not found: ${missed.slice(0, 6).join(', ')}`;
      return `  ${kind.kind} (${asked}): ${[memory, files, ...peers.values(), kind.marks].map(pair).join(', ')}${lost}`;
    }),
  ];
}
