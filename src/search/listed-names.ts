// The names that some files of the name index list, made ready to be compared with a query.
import type { NameIndex } from '../names/matching/name-index.ts';
import { exactForm, readName } from '../names/matching/name-words.ts';
import {
  addSpelling,
  listAcronyms,
  put,
  type NameRecord,
  type NameSpelling,
  type NameWord,
} from '../names/matching/spelling.ts';
import { findStem } from '../names/matching/word-stems.ts';
import { readLine, type ListedRecord } from './name-lines.ts';

/** What a file says: a line for each record, then the ordinary words that are near to none. */
export interface NameFile {
  lines: string;
  ordinary: ReadonlySet<string>;
}

/** Stands before a word of another language than English. */
export const foreignMark = '~';

export interface ListedNames extends Omit<NameIndex, 'isOrdinary' | 'isForeign' | 'isCountry'> {
  /** By collection and id. */
  records: ReadonlyMap<string, ListedRecord>;
}

export function readNameFile(text: string): NameFile {
  const [lines = '', forms = ''] = text.split('\n\n');
  return { lines, ordinary: new Set(forms.split('\n')) };
}

/** A record or spelling that several files list counts once. */
export function readListedNames(texts: readonly string[]): ListedNames {
  const records = new Map<string, ListedRecord>();
  const compared = new Map<string, NameRecord>();
  const exact = new Map<string, NameSpelling[]>();
  const joined = new Map<string, NameSpelling[]>();
  const acronyms = new Map<string, NameSpelling[]>();
  const words = new Map<string, NameWord>();
  const known = new Set<string>();
  for (const line of texts.flatMap((lines) => lines.split('\n'))) {
    if (line === '') continue;
    const listed = readLine(line);
    const key = `${listed.collection}/${listed.id}`;
    const record = compared.get(key) ?? {
      id: key,
      kind: listed.collection,
      names: [listed.name],
      weight: listed.articles,
    };
    compared.set(key, record);
    records.set(key, listed);
    for (const { text: spelled, weights } of listed.spellings) {
      if (known.has(`${key}\n${spelled}`)) continue;
      known.add(`${key}\n${spelled}`);
      const name = readName(spelled);
      const spelling = addSpelling(record, spelled, name, words);
      for (const [at, weight] of weights.entries()) spelling.weights[at] = weight;
      put(exact, exactForm(name), spelling);
      put(joined, exactForm(name).replaceAll(' ', ''), spelling);
      for (const acronym of listAcronyms(spelling)) put(acronyms, acronym, spelling);
    }
  }
  // All words are compared: the files hold no more than the query may mean.
  const all = [[...words.values()]];
  return {
    records,
    findExact: (form) => exact.get(form) ?? [],
    findJoined: (form) => joined.get(form) ?? [],
    findAcronym: (letters) => acronyms.get(letters) ?? [],
    findWord: (text) => words.get(text),
    findBegun: (letters) => [...words.values()].filter(({ text }) => text.startsWith(letters)),
    findWords: () => all,
  };
}

/** Joins names and the ordinary words of the files that a query needs. */
export const buildFileIndex = (names: ListedNames, files: readonly NameFile[]): NameIndex => ({
  ...names,
  isOrdinary: (word) => files.some(({ ordinary }) => findStem(word, ordinary) !== undefined),
  isForeign: (word) => files.some(({ ordinary }) => ordinary.has(foreignMark + word)),
  isCountry: (form) => files.some(({ ordinary }) => ordinary.has(form)),
});
