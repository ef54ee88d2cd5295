// A spelling of a record's name as it is compared: its words with their sounds, and the readings that each may have.
import { withoutJoinedArticle } from './arabic-article.ts';
import { coreWords, readName, type ComparedWord } from './name-words.ts';
import { romanize } from './romanize.ts';
import { readSound, type ReadSound } from './similarity.ts';
import { soundOf } from './sounds.ts';

export interface NameRecord {
  id: string;
  kind: string;
  /** `names[0]` is the preferred name. */
  names: string[];
  /** How much is said of it, such as its number of articles; decides between matches that are equally good. */
  weight?: number;
}

export interface NameSpelling {
  record: NameRecord;
  text: string;
  /** One for each word that is compared, 1 to 9: how much the word tells, rare ones more. */
  weights: number[];
  /** The first letter of each of these words. */
  initials: string;
  /** All its words as one sound, for names whose parts are split in other places. */
  whole: ReadSound;
  /** What a query has met of it; belongs to the query that is being resolved. */
  hits: NameHit[];
}

/** A word of names, or two neighbours written as one, with all the places where it stands. */
export interface NameWord {
  text: string;
  sound: ReadSound;
  places: NamePlace[];
  /** The look-up that has last compared this word. */
  seen: number;
}

/** Where a word stands in a spelling: from one position among its words to another, `to` not included. */
export interface NamePlace {
  spelling: NameSpelling;
  from: number;
  to: number;
  /** 1, or less for a reading that is only likely. */
  trust: number;
}

/** A stretch of the query's words that is like a place in a spelling. */
export interface NameHit {
  from: number;
  to: number;
  place: NamePlace;
  likeness: number;
}

/** A stretch of a name's words read as one word. */
export interface Reading {
  text: string;
  sound: ReadSound;
  from: number;
  to: number;
  trust: number;
}

/** Every reading of a name's words: each by itself, without a joined article, joined with the next, and all in one. */
export function readStretches(words: readonly ComparedWord[]): Reading[] {
  const readings = words.flatMap(({ text, sound }, at) => {
    const readings: Reading[] = [{ text, sound: readSound(sound), from: at, to: at + 1, trust: 1 }];
    const bare = withoutJoinedArticle(text);
    if (bare !== undefined)
      readings.push({ text: bare, sound: readSound(soundOf(bare)), from: at, to: at + 1, trust: 0.97 });
    const next = words[at + 1];
    if (next !== undefined) {
      const joined = text + next.text;
      readings.push({ text: joined, sound: readSound(soundOf(joined)), from: at, to: at + 2, trust: 0.987 });
    }
    return readings;
  });
  if (words.length > 2 && words.length <= 4) {
    const all = words.map(({ text }) => text).join('');
    readings.push({ text: all, sound: readSound(soundOf(all)), from: 0, to: words.length, trust: 0.98 });
  }
  return readings;
}

/**
 * Adds a spelling to the words of an index.
 * @param name all words of the spelling
 * @param words by text; filled
 */
export function addSpelling(
  record: NameRecord,
  text: string,
  name: readonly ComparedWord[],
  words: Map<string, NameWord>,
): NameSpelling {
  const core = coreWords(name);
  const whole = readSound(soundOf(core.map((word) => word.text).join('')));
  const initials = core.map((word) => romanize(word.text)[0] ?? ' ').join('');
  const spelling: NameSpelling = { record, text, weights: core.map(() => 7), initials, whole, hits: [] };
  for (const { text: letters, sound, from, to, trust } of readStretches(core)) {
    let word = words.get(letters);
    if (word === undefined) words.set(letters, (word = { text: letters, sound, places: [], seen: 0 }));
    word.places.push({ spelling, from, to, trust });
  }
  return spelling;
}

/** What a body, a place or a topic may be called by the first letters of its words: with the short ones between, and without. */
export function listAcronyms({ record, text, initials }: NameSpelling): string[] {
  if (record.kind === 'people' || record.kind === 'person') return [];
  const all = readName(text)
    .map((word) => romanize(word.text)[0] ?? '')
    .join('');
  return [...new Set([initials, all])].filter((letters) => letters.length > 1);
}

/** Adds an item to the list under a key. */
export function put<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
