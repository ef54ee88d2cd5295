// Builds what a typed name is resolved with: every spelling of every record, and its words by sound and by letters.
import { compareText } from '../../schema/finding.ts';
import { exactForm, readName } from './name-words.ts';
import { countryNames, foreignForms, ordinaryStems } from './ordinary-words.ts';
import { findStem } from './word-stems.ts';
import { reverseSound, soundKeys } from './sounds.ts';
import {
  addSpelling,
  listAcronyms,
  put,
  type NameRecord,
  type NameSpelling,
  type NameWord,
  type Reading,
} from './spelling.ts';

/** What `resolveName` asks for: answered from memory here, from the files of a site in `search/`. */
export interface NameIndex {
  /** Spellings of exactly this form, as `exactForm` gives it. */
  findExact: (form: string) => readonly NameSpelling[];
  /** Spellings of exactly this form without its gaps. */
  findJoined: (form: string) => readonly NameSpelling[];
  /** Spellings whose words begin with these letters, of records that are no people. */
  findAcronym: (letters: string) => readonly NameSpelling[];
  /** The word itself. */
  findWord: (text: string) => NameWord | undefined;
  /** Words that begin with these letters. */
  findBegun: (letters: string) => readonly NameWord[];
  /** Lists of the words that may be like a word; a word may stand in several. */
  findWords: (reading: Reading) => readonly (readonly NameWord[])[];
  /** Whether the language is so full of a word that it says nothing of a name. */
  isOrdinary: (word: string) => boolean;
  /** Whether another language is; such lists have names among their words. */
  isForeign: (word: string) => boolean;
  isCountry: (form: string) => boolean;
}

/** Every spelling of every record with its exact form, and their words by text; the words are weighed. */
export function readSpellings(records: readonly NameRecord[]): {
  spellings: { spelling: NameSpelling; form: string }[];
  words: Map<string, NameWord>;
} {
  const words = new Map<string, NameWord>();
  const spellings: { spelling: NameSpelling; form: string }[] = [];
  for (const record of records) {
    for (const text of new Set(record.names)) {
      const name = readName(text);
      if (name.length > 0)
        spellings.push({ spelling: addSpelling(record, text, name, words), form: exactForm(name) });
    }
  }
  for (const word of words.values()) weigh(word, spellings.length);
  return { spellings, words };
}

/** Builds the index of all records; a second or so for 20,000 of them. */
export function buildNameIndex(records: readonly NameRecord[]): NameIndex {
  const { spellings, words } = readSpellings(records);
  const exact = new Map<string, NameSpelling[]>();
  const joined = new Map<string, NameSpelling[]>();
  const acronyms = new Map<string, NameSpelling[]>();
  for (const { spelling, form } of spellings) {
    put(exact, form, spelling);
    put(joined, form.replaceAll(' ', ''), spelling);
    for (const acronym of listAcronyms(spelling)) put(acronyms, acronym, spelling);
  }
  let sorted: NameWord[] | undefined;
  const byBeginning = new Map<string, NameWord[]>();
  const byEnd = new Map<string, NameWord[]>();
  const byLetters = new Map<string, NameWord[]>();
  for (const word of words.values()) {
    for (const key of soundKeys(word.sound.text)) put(byBeginning, key, word);
    for (const key of soundKeys(reverseSound(word.sound.text))) put(byEnd, key, word);
    for (const form of deletions(word.text)) put(byLetters, form, word);
  }
  const none: readonly NameWord[] = [];
  return {
    findExact: (form) => exact.get(form) ?? [],
    findJoined: (form) => joined.get(form) ?? [],
    findAcronym: (letters) => acronyms.get(letters) ?? [],
    findWord: (text) => words.get(text),
    findBegun: (letters) =>
      findBegun((sorted ??= [...words.values()].sort((a, b) => compareText(a.text, b.text))), letters),
    findWords: ({ text, sound }) => [
      ...soundKeys(sound.text).map((key) => byBeginning.get(key) ?? none),
      ...soundKeys(reverseSound(sound.text)).map((key) => byEnd.get(key) ?? none),
      ...deletions(text).map((form) => byLetters.get(form) ?? none),
    ],
    isOrdinary: (word) => findStem(word, ordinaryStems()) !== undefined,
    isForeign: (word) => foreignForms().has(word),
    isCountry: (form) => countryNames().has(form),
  };
}

/** @param sorted by text */
function findBegun(sorted: readonly NameWord[], letters: string): NameWord[] {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (compareText(sorted[middle]?.text ?? '', letters) < 0) from = middle + 1;
    else to = middle;
  }
  const begun: NameWord[] = [];
  for (let at = from; sorted[at]?.text.startsWith(letters) === true; at += 1)
    begun.push(sorted[at] as NameWord);
  return begun;
}

/** A word's weight is what it tells in the sense of information theory, from 1 to 9. */
function weigh(word: NameWord, spellings: number): void {
  const whole = word.places.filter(({ from, to, trust }) => to === from + 1 && trust === 1);
  const weight = Math.max(1, Math.min(9, Math.round(Math.log(1 + spellings / whole.length))));
  for (const { spelling, from } of whole) spelling.weights[from] = weight;
}

/** A word and what is left of it without each of its letters: two words with one typing error share a form. */
function deletions(word: string): string[] {
  const forms = new Set([word]);
  if (word.length > 2 && word.length <= 16)
    for (let at = 0; at < word.length; at += 1) forms.add(word.slice(0, at) + word.slice(at + 1));
  return [...forms];
}
