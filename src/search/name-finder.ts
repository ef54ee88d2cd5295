// Answers a typed name from the static files of the name index: it reads what the query needs, and builds nothing.
import { resolveName } from '../names/match-name.ts';
import type { NameIndex } from '../names/name-index.ts';
import { coreWords, dropPossessives, exactForm, readName, type ComparedWord } from '../names/name-words.ts';
import { addSpelling, type NameRecord, type NameSpelling, type NameWord } from '../names/spelling.ts';
import { findStem } from '../names/word-stems.ts';
import type { NamedCollection } from '../schema/collections.ts';
import { readLine, type ListedRecord } from './name-lines.ts';
import { listProbes, readRoot, rootFile, type NameRoot } from './name-root.ts';

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

export interface FindOptions {
  /** The most names to return; default 8. */
  limit?: number;
  /** Whether the reader is still typing: then a few files must do. */
  typing?: boolean;
}

export interface NameFinder {
  /** Best first; exact matches before near ones; empty for ordinary words. */
  find: (query: string, options?: FindOptions) => Promise<FoundName[]>;
  /** The nearest names whatever the words, for when nothing else was found. */
  findNearest: (query: string, limit?: number) => Promise<FoundName[]>;
}

/** Reads a file of the index by its name, unpacked; @throws if it is not there */
export type ReadFile = (name: string) => Promise<string>;

/** A match this good needs no search in further files. */
const certain = 0.93;
/** So few letters are too little to look for typing errors in. */
const tooShort = 4;
const leastNearest = 0.45;
const mostProbed = 12;

/** @param url the folder of the index, with a slash at its end */
export const openNameFinder = (url: string): NameFinder =>
  createNameFinder((name) => fetchFile(`${url}${name}`));

/** The same over any way of reading files; each is read once. */
export function createNameFinder(read: ReadFile): NameFinder {
  const files = new Map<string, Promise<string>>();
  const readOnce = (name: string): Promise<string> => {
    let file = files.get(name);
    if (file === undefined) {
      file = read(name).catch((error: unknown) => {
        // A file that did not arrive may be asked for again.
        files.delete(name);
        throw error;
      });
      files.set(name, file);
    }
    return file;
  };
  let root: Promise<NameRoot> | undefined;
  const openRoot = (): Promise<NameRoot> =>
    (root ??= readOnce(rootFile)
      .then(readRoot)
      .catch((error: unknown) => {
        root = undefined;
        throw error;
      }));

  const find = async (query: string, limit: number, wide: boolean, least?: number): Promise<FoundName[]> => {
    const tree = await openRoot();
    const words = readProbed(dropPossessives(query));
    if (words.length === 0) return [];
    const own = readProbed(query);
    const [first, further] = listProbes(tree, words);
    const names = [...first];
    // The ending may be the name's own.
    if (own.some(({ text }, at) => text !== words[at]?.text)) names.push(...listProbes(tree, own)[0]);
    const ask = async (): Promise<FoundName[]> => {
      const texts = await Promise.all([...new Set(names)].map(readOnce));
      const options = { limit, ...(least !== undefined && { least, insist: true }) };
      return lookUp(tree.lines === undefined ? texts : [tree.lines, ...texts], query, options);
    };
    const found = await ask();
    if (!wide || further.length === 0 || (found[0]?.score ?? 0) >= certain) return found;
    if (words.every(({ text }) => text.length < tooShort)) return found;
    names.push(...further);
    return ask();
  };
  return {
    find: (query, { limit = 8, typing = false } = {}) => find(query, limit, !typing),
    findNearest: (query, limit = 5) => find(query, limit, true, leastNearest),
  };
}

/** The words of a query by which files are chosen; all of those of a pasted page would choose no better. */
const readProbed = (query: string): ComparedWord[] => coreWords(readName(query)).slice(0, mostProbed);

/** Resolves a query against the lines of some files. */
function lookUp(
  texts: readonly string[],
  query: string,
  options: Parameters<typeof resolveName>[2],
): FoundName[] {
  const records = new Map<string, { listed: ListedRecord; record: NameRecord }>();
  const exact = new Map<string, NameSpelling[]>();
  const joined = new Map<string, NameSpelling[]>();
  const words = new Map<string, NameWord>();
  const ordinary = new Set<string>();
  const known = new Set<string>();
  for (const text of texts) {
    const [lines = '', forms = ''] = text.split('\n\n');
    for (const form of forms.split('\n')) ordinary.add(form);
    for (const line of lines.split('\n')) {
      if (line === '') continue;
      const listed = readLine(line);
      const key = `${listed.collection}/${listed.id}`;
      // Several files may list spellings of one record.
      const { record } = records.get(key) ?? {
        record: { id: key, kind: listed.collection, names: [listed.name], weight: listed.articles },
      };
      records.set(key, { listed, record });
      for (const { text: spelled, weights } of listed.spellings) {
        if (known.has(`${key}\n${spelled}`)) continue;
        known.add(`${key}\n${spelled}`);
        const name = readName(spelled);
        const spelling = addSpelling(record, spelled, name, words);
        for (const [at, weight] of weights.entries()) spelling.weights[at] = weight;
        add(exact, exactForm(name), spelling);
        add(joined, exactForm(name).replaceAll(' ', ''), spelling);
      }
    }
  }
  // All words are compared: the files hold no more than the query may mean.
  const all = [[...words.values()]];
  const index: NameIndex = {
    findExact: (form) => exact.get(form) ?? [],
    findJoined: (form) => joined.get(form) ?? [],
    findWords: () => all,
    isOrdinary: (word) => findStem(word, ordinary) !== undefined,
    isCountry: (form) => ordinary.has(form),
  };
  return resolveName(index, query, options).flatMap(({ id: key, name: spelling, match, score }) => {
    const known = records.get(key);
    if (known === undefined) return [];
    const { collection, id, name, articles } = known.listed;
    return [{ collection, id, name, spelling, match, score, articles }];
  });
}

function add<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

async function fetchFile(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok || response.body === null) throw new Error(`${url} answered ${response.status}.`);
  return new Response(response.body.pipeThrough(new DecompressionStream('deflate-raw'))).text();
}
