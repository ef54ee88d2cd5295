// How near a name is to a query: what of each the other has, by the words that are alike and by initials.
import type { NameHit, NameSpelling } from './spelling.ts';

/** What a word of the query weighs that the name does not have. */
const absentWeight = 6.75;
/** What it weighs where the name is whole without it. */
const furtherWeight = 1.5;
/** How like the words of a name must be that counts as whole. */
const wholeLikeness = 0.9;
/** What an initial weighs, however rare the name that it stands for: A. Khan may be any of them. */
const initialWeight = 4;
/** How much an initial is trusted, and one that only sounds like the name's. */
const [initialTrust, alikeTrust] = [0.93, 0.7];

/** What is asked of each name. */
export interface Asked {
  /** How many words there are beside initials. */
  typed: number;
  /** The letters of initials. */
  initials: string;
  /** How many words a name must have to be the whole of what is meant, where the query has more. */
  leastWhole: number;
}

/** How well the hits of a name cover the query, and how much of the name they leave: the best words first, or the longest. */
export function scoreName(spelling: NameSpelling, asked: Asked): number {
  const { hits } = spelling;
  if (hits.length === 1) return scoreHits(spelling, hits, asked);
  const best = scoreHits(spelling, hits.sort(byLikeness), asked);
  return hits.some(isLong) ? Math.max(best, scoreHits(spelling, hits.sort(byGain), asked)) : best;
}

const byLikeness = (a: NameHit, b: NameHit): number =>
  b.likeness - a.likeness || b.to - b.from - a.to + a.from;
const byGain = (a: NameHit, b: NameHit): number =>
  b.likeness * (b.to - b.from) - a.likeness * (a.to - a.from);
const isLong = ({ from, to, place }: NameHit): boolean => to - from > 1 || place.to - place.from > 1;

function scoreHits({ weights, initials }: NameSpelling, hits: readonly NameHit[], asked: Asked): number {
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
  let wrong = 0;
  for (const letter of asked.initials) {
    const at = findInitial(letter, initials, name);
    if (at === undefined) wrong += absentWeight;
    else {
      name |= stretch(at, at + 1);
      met += initialWeight;
      sum += initialWeight * (initials[at] === letter ? initialTrust : alikeTrust);
    }
  }
  let left = 0;
  let words = 0;
  for (let at = 0; at < weights.length; at += 1) {
    if ((name & (1 << at)) === 0) left += weights[at] ?? 0;
    else words += 1;
  }
  // Who is named with all names has them in the query; what else is there is what the record lacks.
  const isWhole = left === 0 && words >= asked.leastWhole && sum >= met * wholeLikeness;
  const absent = isWhole ? furtherWeight : absentWeight;
  let all = met + wrong;
  for (let at = 0; at < asked.typed; at += 1) if ((query & (1 << at)) === 0) all += absent;
  return (sum / all) * (0.71 + (0.29 * all) / (all + left * 0.39));
}

/** The first word of a name that is not met and begins with a letter, or with one that transliterates the same sound. */
function findInitial(letter: string, initials: string, met: number): number | undefined {
  const isFree = (at: number): boolean => (met & (1 << at)) === 0;
  for (let at = 0; at < initials.length; at += 1) if (isFree(at) && initials[at] === letter) return at;
  const group = alike.find((letters) => letters.includes(letter));
  if (group === undefined) return undefined;
  for (let at = 0; at < initials.length; at += 1)
    if (isFree(at) && group.includes(initials[at] ?? ' ')) return at;
  return undefined;
}

/** First letters that one name may have in different transliterations. */
const alike = ['kqcg', 'yji', 'aeo', 'ou', 'vwbf', 'szc', 'td'];

/** Positions as bits; names beyond thirty words are compared by their first thirty. */
const stretch = (from: number, to: number): number => (1 << Math.min(to, 30)) - (1 << Math.min(from, 30));
