// Answers a typed name from the static files of the name index: it reads what the query needs, and builds nothing.
import { matchName, type ResolveOptions } from '../names/matching/match-name.ts';
import { coreWords, exactForm, readName, type ComparedWord } from '../names/matching/name-words.ts';
import { blockOf, blocksOf, toLatin } from '../names/matching/other-scripts.ts';
import { readQuestions } from '../names/matching/questions.ts';
import type { NamedCollection } from '../schema/collection-names.ts';
import {
  buildFileIndex,
  readListedNames,
  readNameFile,
  type ListedNames,
  type NameFile,
} from './listed-names.ts';
import { lettersFile, listProbes, readRoot, rootFile } from './name-root.ts';

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
  /** What stands before the name in the query and is no part of it: a title, as typed. */
  setAside?: string;
  /** What it is, where it must be told from another of the same name. */
  description?: string;
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
const leastNearest = 0.6;
const mostProbed = 12;

/** @param url the folder of the index, with a slash at its end */
export const openNameFinder = (url: string): NameFinder =>
  createNameFinder((name) => fetchFile(`${url}${name}`));

/** The same over any way of reading files; each is read once. */
export function createNameFinder(read: ReadFile): NameFinder {
  const readOnce = keepPromises(async (name) => readNameFile(await read(name)));
  const openRoot = keepPromises(async (name) => {
    const root = readRoot(await read(name));
    return { root, listed: root.lines === undefined ? [] : [readNameFile(root.lines)] };
  });
  // A letter more, or the next name of a list, often asks the same files.
  let last: { lines: string[]; names: ListedNames } | undefined;
  const readLetters = keepPromises(async (name) => (await read(name)).split('\t'));
  /** The query in Latin letters, if it is in a script whose letters are in files of their own. */
  const readLatin = async (query: string, folder: string): Promise<string | undefined> => {
    const blocks = new Map<number, string[]>();
    for (const block of blocksOf(query)) blocks.set(block, await readLetters(lettersFile(folder, block)));
    if (blocks.size === 0) return undefined;
    return toLatin(
      query,
      (letter) => blocks.get(blockOf(letter))?.[(letter.codePointAt(0) ?? 0) & 0xff] ?? '',
    );
  };
  const listNames = (files: readonly NameFile[]): ListedNames => {
    const lines = files.flatMap((file) => (file.lines === '' ? [] : [file.lines]));
    if (last?.lines.length !== lines.length || lines.some((text, at) => text !== last?.lines[at]))
      last = { lines, names: readListedNames(lines) };
    return last.names;
  };

  const find = async (
    query: string,
    limit: number,
    { wide, typing = false, least }: { wide: boolean; typing?: boolean; least?: number },
  ): Promise<FoundName[]> => {
    const { root, listed } = await openRoot(rootFile);
    const latin = await readLatin(query, root.folder);
    const readings = readProbed(query, latin);
    const [plain] = readings;
    if (plain === undefined) return [];
    const probes = readings.map((words) => listProbes(root, words, typing));
    const first = probes.flatMap(([files]) => files);
    const further = probes.flatMap(([, files]) => files);
    const options: ResolveOptions = {
      limit,
      typing,
      latin,
      ...(least !== undefined && { least, insist: true }),
    };
    const ask = async (names: readonly string[]): Promise<FoundName[]> => {
      const files = [...listed, ...(await Promise.all([...new Set(names)].map(readOnce)))];
      return lookUp(listNames(files), files, query, options);
    };
    const found = await ask(first);
    if (!wide || further.length === 0 || (found[0]?.score ?? 0) >= certain) return found;
    if (plain.every(({ text }) => text.length < tooShort)) return found;
    return ask([...first, ...further]);
  };
  return {
    find: (query, { limit = 8, typing = false } = {}) => find(query, limit, { wide: !typing, typing }),
    findNearest: (query, limit = 5) => find(query, limit, { wide: true, least: leastNearest }),
  };
}

/**
 * The words of each reading of a query, by which files are chosen; all of those of a pasted page would choose no better.
 * An ending that looks possessive may be the name's own.
 */
function readProbed(query: string, latin: string | undefined): ComparedWord[][] {
  const readings = [...readQuestions(query, latin).map(({ words }) => words), readName(query)]
    .map((words) => coreWords(words).slice(0, mostProbed))
    .filter((words) => words.length > 0);
  return [...new Map(readings.map((words) => [exactForm(words), words])).values()];
}

function lookUp(
  names: ListedNames,
  files: readonly NameFile[],
  query: string,
  options: ResolveOptions,
): FoundName[] {
  return matchName(buildFileIndex(names, files), query, options).flatMap(
    ({ id: key, name: spelling, match, score, setAside }) => {
      const listed = names.records.get(key);
      if (listed === undefined) return [];
      const { collection, id, name, articles } = listed;
      return [
        {
          collection,
          id,
          name,
          spelling,
          match,
          score,
          articles,
          ...(setAside !== undefined && { setAside }),
        },
      ];
    },
  );
}

/** Reads each file once; one that did not arrive may be asked for again. */
function keepPromises<T>(read: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const promises = new Map<string, Promise<T>>();
  return (name) => {
    let promise = promises.get(name);
    if (promise === undefined) {
      promise = read(name);
      promise.catch(() => promises.delete(name));
      promises.set(name, promise);
    }
    return promise;
  };
}

async function fetchFile(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok || response.body === null) throw new Error(`${url} answered ${response.status}.`);
  return new Response(response.body.pipeThrough(new DecompressionStream('deflate-raw'))).text();
}
