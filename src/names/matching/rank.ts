// Ranks the names that are near to a query: its words against theirs, in every order, joined or apart.
import { distance } from 'fastest-levenshtein';
import { compareText } from '../../schema/finding.ts';
import type { NameIndex } from './name-index.ts';
import type { ComparedWord } from './name-words.ts';
import { compareLetters, compareSounds, readSound } from './similarity.ts';
import { soundOf } from './sounds.ts';
import {
  readStretches,
  type NameHit,
  type NameRecord,
  type NameSpelling,
  type NameWord,
  type Reading,
} from './spelling.ts';

/** Words less alike than this are strangers. */
const leastLikeness = 0.5;
/** What a word of the query weighs that the name does not have. */
const absentWeight = 6.75;
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

/** The records with at least the score `least`, best first, each with its nearest name; `limit` of them or more. */
export function rankNear(
  index: NameIndex,
  query: readonly ComparedWord[],
  least: number,
  limit: number,
): RankedName[] {
  const likenesses = readStretches(query).map((reading) => findLike(index, reading, query.length));
  const met = collectHits(likenesses);
  const ranked: RankedName[] = [];
  for (const spelling of met) {
    const score = scoreName(spelling, query.length);
    spelling.hits = [];
    if (score > least - 0.1) ranked.push({ spelling, score });
  }
  ranked.sort(compareRanked);
  const whole = readSound(soundOf(query.map(({ text }) => text).join('')));
  const top = ranked.slice(0, Math.max(mostWhole, limit));
  for (const name of top)
    name.score = Math.max(name.score, wholeTrust * compareSounds(whole, name.spelling.whole, false));
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

/** How well the hits of a name cover the query, and how much of the name they leave: the best words first, or the longest. */
function scoreName({ weights, hits }: NameSpelling, typed: number): number {
  if (hits.length === 1) return scoreHits(hits, weights, typed);
  const best = scoreHits(hits.sort(byLikeness), weights, typed);
  return hits.some(isLong) ? Math.max(best, scoreHits(hits.sort(byGain), weights, typed)) : best;
}

const byLikeness = (a: NameHit, b: NameHit): number =>
  b.likeness - a.likeness || b.to - b.from - a.to + a.from;
const byGain = (a: NameHit, b: NameHit): number =>
  b.likeness * (b.to - b.from) - a.likeness * (a.to - a.from);
const isLong = ({ from, to, place }: NameHit): boolean => to - from > 1 || place.to - place.from > 1;

function scoreHits(hits: readonly NameHit[], weights: readonly number[], typed: number): number {
  let query = 0;
  let name = 0;
  let met = 0;
  let sum = 0;
  for (const { from, to, place, likeness } of hits) {
    const own = stretch(from, to);
    const other = stretch(place.from, place.to);
    if ((query & own) !== 0 || (name & other) !== 0) continue;
    query |= own;
    name |= other;
    for (let at = place.from; at < place.to; at += 1) {
      met += weights[at] ?? 0;
      sum += (weights[at] ?? 0) * likeness;
    }
  }
  let asked = met;
  for (let at = 0; at < typed; at += 1) if ((query & (1 << at)) === 0) asked += absentWeight;
  let left = 0;
  for (let at = 0; at < weights.length; at += 1) if ((name & (1 << at)) === 0) left += weights[at] ?? 0;
  return (sum / asked) * (0.71 + (0.29 * asked) / (asked + left * 0.39));
}

/** Positions as bits; names beyond thirty words are compared by their first thirty. */
const stretch = (from: number, to: number): number => (1 << Math.min(to, 30)) - (1 << Math.min(from, 30));
