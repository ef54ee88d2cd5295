// Chooses what to show of an article that was found: the best paragraphs, the words around the hit, where a link lands.
import {
  readDescription,
  readJoined,
  readPageText,
  readPassages,
  type Fragment,
  type Passage,
} from './fragment.ts';
import { closestTerm, foldWords, matchHits, readTerms } from './match.ts';
import { renderTextDirective } from './text-directive.ts';

export interface Excerpt {
  /** The paragraph it stands in; empty for the description. */
  anchor: string;
  /** The text in order; `hit` for the words that were looked for. */
  pieces: { text: string; hit: boolean }[];
  /** A text directive (`text=...`) that only these words of the page fit; absent where none is certain. */
  directive?: string;
}

interface Range {
  start: number;
  end: number;
}

interface Candidate {
  passage: Passage;
  /** Where the whole query stands in it. */
  phrase: Range | undefined;
  /** How many different words of the query it has, by their stems. */
  terms: number;
  /** How many of them as they were typed. */
  exact: number;
}

const maximumExcerpts = 3;
/** Words of an excerpt; a paragraph a little longer is shown whole. */
const span = 36;
/** Words before and after a hit that make a link to it certain. */
const context = 4;

/**
 * Up to three excerpts, best first: paragraphs with the query as a phrase, else those with most of its words. Where no
 * paragraph was hit it is the description, with an empty anchor.
 */
export function chooseExcerpts(fragment: Fragment, query: string): Excerpt[] {
  const terms = readTerms(query);
  const candidates = readPassages(fragment)
    .map((passage) => buildCandidate(passage, terms))
    .toSorted(compareCandidates);
  if (candidates.length === 0) return [buildExcerpt(buildCandidate(readDescription(fragment), terms), '')];
  const page = readPageText(fragment);
  return candidates
    .filter((candidate) => compareCandidates(candidate, candidates[0] ?? candidate) === 0)
    .slice(0, maximumExcerpts)
    .map((candidate) => buildExcerpt(candidate, page));
}

/** Words of the query that no article of these really has; they are a fair sample of all that were found. */
export function findUnmet(fragments: readonly Fragment[], query: string): string[] {
  const terms = [...new Set(readTerms(query))];
  const met = new Set<string>();
  for (const fragment of fragments) {
    for (const passage of readPassages(fragment)) {
      for (const { term } of matchHits(passage, terms)) met.add(term);
    }
    // Hits in the headline, the names of its authors and the like have no place in a passage.
    const others = [...Object.values(fragment.meta), readDescription(fragment).text, ...readJoined(fragment)];
    for (const { folded } of others.flatMap(foldWords)) met.add(closestTerm(folded, terms) ?? '');
  }
  return terms.filter((term) => !met.has(term));
}

function buildCandidate(passage: Passage, terms: readonly string[]): Candidate {
  const phrase = findPhrase(passage.text, terms);
  const matches = matchHits(passage, terms);
  const exact = new Set(matches.filter((match) => match.exact).map(({ term }) => term));
  // Beside the word itself, words that are only akin to it say nothing: "Also" beside "al".
  const telling = matches.filter((match) => match.exact || !exact.has(match.term)).map(({ word }) => word);
  const hits = telling.length > 0 ? [...new Set(telling)] : passage.hits;
  const all = new Set(matches.map(({ term }) => term));
  return { passage: { ...passage, hits }, phrase, exact: exact.size, terms: all.size };
}

function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    Number(b.phrase !== undefined) - Number(a.phrase !== undefined) || b.terms - a.terms || b.exact - a.exact
  );
}

function findPhrase(text: string, terms: readonly string[]): Range | undefined {
  if (terms.length === 0) return undefined;
  const words = foldWords(text);
  const at = words.findIndex((_, index) =>
    terms.every((term, offset) => words[index + offset]?.folded === term),
  );
  const first = words[at];
  const last = words[at + terms.length - 1];
  return first && last && { start: first.start, end: last.end };
}

function buildExcerpt({ passage, phrase }: Candidate, page: string): Excerpt {
  const { anchor, text, words, hits } = passage;
  const centre = phrase ? words.findIndex(({ end }) => end > phrase.start) : densestHit(hits);
  let from = Math.max(0, Math.min(centre - Math.floor(span / 3), words.length - span));
  let to = Math.min(words.length, from + span) - 1;
  if (words.length <= span * 1.3) [from, to] = [0, words.length - 1];
  const start = words[from]?.start ?? 0;
  const end = words[to]?.end ?? text.length;
  const marks = markRanges(passage).filter((mark) => mark.start >= start && mark.end <= end);

  const pieces: Excerpt['pieces'] = [];
  const add = (piece: string, hit: boolean): void => {
    if (piece !== '') pieces.push({ text: piece, hit });
  };
  let at = start;
  if (start > 0) add('… ', false);
  for (const mark of marks) {
    add(text.slice(at, mark.start), false);
    add(text.slice(mark.start, mark.end), true);
    at = mark.end;
  }
  add(text.slice(at, end), false);
  if (end < text.length) add(' …', false);

  const target = phrase ?? marks[0];
  const directive = target && buildDirective(passage, target, page);
  return { anchor, pieces, ...(directive !== undefined && { directive }) };
}

/** The hit that has most others close behind it. */
function densestHit(hits: readonly number[]): number {
  let best = hits[0] ?? 0;
  let most = 0;
  for (const hit of hits) {
    const near = hits.filter((other) => other >= hit && other < hit + span / 2).length;
    if (near > most) [best, most] = [hit, near];
  }
  return best;
}

/** The hits without the signs around them; neighbours are one range. */
function markRanges({ text, words, hits }: Passage): Range[] {
  const ranges: Range[] = [];
  for (const index of hits) {
    const word = words[index];
    if (word === undefined) continue;
    const bare = /[\p{L}\p{N}](?:.*[\p{L}\p{N}\p{M}])?/su.exec(text.slice(word.start, word.end));
    if (bare === null) continue;
    const range = { start: word.start + bare.index, end: word.start + bare.index + bare[0].length };
    const last = ranges.at(-1);
    if (last !== undefined && /^[\s\-‐‑]*$/u.test(text.slice(last.end, range.start))) last.end = range.end;
    else ranges.push(range);
  }
  return ranges;
}

/** A link to the words with those around them. */
function buildDirective({ text, words }: Passage, target: Range, page: string): string | undefined {
  const first = words.findIndex(({ end }) => end > target.start);
  const last = words.findLastIndex(({ start }) => start < target.end);
  const before = text.slice(words[Math.max(0, first - context)]?.start ?? target.start, target.start);
  const after = text.slice(target.end, words[Math.min(words.length - 1, last + context)]?.end ?? target.end);
  return renderTextDirective(before, text.slice(target.start, target.end), after, page);
}
