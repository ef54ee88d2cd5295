// Ranks the names that are near to a query: its words against theirs, in every order, joined or apart.
import { distance } from 'fastest-levenshtein';
import { compareText } from '../../schema/finding.ts';
import type { NameIndex } from './name-index.ts';
import type { ComparedWord } from './name-words.ts';
import { otherFirstNames } from '../first-names.ts';
import { compareLetters, compareSounds, readSound } from './similarity.ts';
import { scoreName, type Asked } from './score.ts';
import { soundOf } from './sounds.ts';
import {
  readStretches,
  type NameRecord,
  type NameSpelling,
  type NameWord,
  type Reading,
} from './spelling.ts';

/** Words less alike than this are strangers. */
const leastLikeness = 0.5;
/** A pet name is not the name itself. */
const petTrust = 0.93;
/** Names that are compared once more as a whole. */
const mostWhole = 60;
/** The likeness of two whole names counts a little less than that of their words. */
const wholeTrust = 0.97;

/** A name so much farther than the best one is no answer beside it. */
const mostBelowBest = 0.2;

/** No word is as near as the word itself. */
const nearlyEqual = 0.995;
/** Of words that sound alike the one in nearly the same letters comes first. */
const tie = 0.01;
/** How much the letters count against the sound where they are nearer. */
const letterShare = 0.75;

export interface RankedName {
  spelling: NameSpelling;
  score: number;
}

/** Counts look-ups, so that a word that stands in several lists is compared once. */
let turn = 0;

/**
 * The records with at least the score `least`, best first, each with its nearest name; `limit` of them or more.
 * @param isCompany whether the query has the legal form of a company: then even one word is a whole name
 */
export function rankNear(
  index: NameIndex,
  query: readonly ComparedWord[],
  least: number,
  limit: number,
  isCompany = false,
): RankedName[] {
  // BBC is a word where a name has it.
  const isWhole = ({ text, isInitials }: ComparedWord): boolean =>
    isInitials !== true || (text.length > 1 && index.findWord(text) !== undefined);
  const whole = query.filter(isWhole);
  const words = whole.length > 0 ? whole : query;
  const initials = whole.length === 0 ? [] : query.flatMap((word) => (isWhole(word) ? [] : [word.text]));
  const asked: Asked = {
    typed: words.length,
    initials: initials.join(''),
    leastWhole: isCompany ? 1 : 2,
  };
  const likenesses = readStretches(words).map((reading) => findLike(index, reading, words.length));
  if (query.length > 1) likenesses.push(...findOtherNames(index, words));
  const met = collectHits(likenesses);
  const ranked: RankedName[] = [];
  for (const spelling of met) {
    const score = scoreName(spelling, asked);
    spelling.hits = [];
    if (score > least - 0.1) ranked.push({ spelling, score });
  }
  ranked.sort(compareRanked);
  const asOne = readSound(soundOf(query.map(({ text }) => text).join('')));
  const top = ranked.slice(0, Math.max(mostWhole, limit));
  // An initial says nothing of how a name sounds.
  for (const name of asked.initials === '' ? top : [])
    name.score = Math.max(name.score, wholeTrust * compareSounds(asOne, name.spelling.whole, false));
  top.sort(compareRanked);
  const floor = Math.max(least, (top[0]?.score ?? 0) - mostBelowBest);
  const best = new Map<NameRecord, RankedName>();
  for (const name of top.filter(({ score }) => score >= floor)) {
    const { record } = name.spelling;
    if (!best.has(record)) best.set(record, name);
  }
  return [...best.values()];
}

/** Of names that are equally near those come first of which more is said: a limit must not depend on their order. */
const compareRanked = (a: RankedName, b: RankedName): number =>
  b.score - a.score ||
  (b.spelling.record.weight ?? 0) - (a.spelling.record.weight ?? 0) ||
  compareText(a.spelling.text, b.spelling.text) ||
  compareText(a.spelling.record.id, b.spelling.record.id);

/** The words that are like a reading of the query. */
interface Likeness {
  reading: Reading;
  words: { word: NameWord; likeness: number }[];
}

function findLike(index: NameIndex, reading: Reading, typed: number): Likeness {
  // Only a last word may be unfinished.
  const open = reading.to === typed && reading.to === reading.from + 1;
  const like: Likeness = { reading, words: [] };
  turn += 1;
  for (const words of index.findWords(reading)) {
    for (const word of words) {
      if (word.seen === turn) continue;
      word.seen = turn;
      const likeness = compareWords(reading, word, open) * reading.trust;
      if (likeness < leastLikeness) continue;
      like.words.push({ word, likeness });
    }
  }
  return like;
}

/** Names that the bearers of each first name go by. */
function findOtherNames(index: NameIndex, words: readonly ComparedWord[]): Likeness[] {
  return words.flatMap(({ text }, at) =>
    [...otherFirstNames(text)].flatMap((other): Likeness[] => {
      const word = index.findWord(other);
      if (word === undefined) return [];
      const reading = { text: other, sound: word.sound, from: at, to: at + 1, trust: petTrust };
      return [{ reading, words: [{ word, likeness: petTrust }] }];
    }),
  );
}

/** Tells every spelling what the query has met of it; gives those that were met. */
function collectHits(likenesses: readonly Likeness[]): NameSpelling[] {
  const met: NameSpelling[] = [];
  for (const { reading, words } of likenesses) {
    for (const { word, likeness } of words) {
      for (const place of word.places) {
        const { hits } = place.spelling;
        if (hits.length === 0) met.push(place.spelling);
        hits.push({ from: reading.from, to: reading.to, place, likeness: likeness * place.trust });
      }
    }
  }
  return met;
}

function compareWords({ text, sound }: Reading, word: NameWord, last: boolean): number {
  if (word.text === text) return 1;
  const heard = compareSounds(sound, word.sound, last);
  const spelled = compareLetters(text, word.text);
  // A typing error that sounds right is likelier than one that does not.
  const likeness = spelled > heard ? letterShare * spelled + (1 - letterShare) * heard : heard;
  if (likeness < leastLikeness) return 0;
  const letters = Math.max(text.length, word.text.length);
  return likeness * (nearlyEqual - (tie * distance(text, word.text)) / letters);
}
