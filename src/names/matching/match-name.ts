// Matches a typed name against an index of any kind: exact forms first, then the names that sound or look most like it.
import { compareText } from '../../schema/finding.ts';
import type { NameIndex } from './name-index.ts';
import { coreWords, exactForm, readName, type ComparedWord } from './name-words.ts';
import { readQuestions, type Question } from './questions.ts';
import { rankNear } from './rank.ts';
import type { NameRecord, NameSpelling } from './spelling.ts';

export interface NameMatch {
  id: string;
  /** The spelling that matched. */
  name: string;
  match: 'exact' | 'near';
  /** 0 to 1; above 0.985 only for exact matches. */
  score: number;
  /** The title or the like before the name, as typed, that is no part of what matched. */
  setAside?: string;
}

export interface ResolveOptions {
  /** The most matches to return, one for each record; default 10. */
  limit?: number;
  /** The least score of a near match; default 0.64. */
  least?: number;
  /** Whether even ordinary words are taken for names; default false. */
  insist?: boolean;
  /** Whether the last word is still being typed: names that begin so come first, and others only where none does. */
  typing?: boolean;
  /** The query in Latin letters, where it is in another script; see other-scripts.ts. */
  latin?: string | undefined;
}

/** How many words of a query are used to find near names; the others count for exact matches only. */
const mostWords = 6;
const nearest = 0.985;
/** For letters that a body is known by, for a surname that is a word, and for a name that begins so. */
const [acronymScore, surnameScore, begunScore] = [0.96, 0.9, 0.95];
/** Letters of a name that must be there before it is offered. */
const leastBegun = 2;
/** So much alike must a name be that is made of ordinary words: "Revolutionary Guards Corps", not "prime minister". */
const leastOrdinary = 0.86;
/** And so much a word of another language, which may be how that language writes the name. */
const leastForeign = 0.943;

/**
 * The records that a typed name may mean, best first. Exact: equal in all but case, marks, apostrophes, hyphens, gaps,
 * the spelling of the Arabic article and the dots of initials. Near: alike in sound or letters, in any order of its
 * words, some of them missing, the last perhaps unfinished; the same without a title, or with a short form spelled out.
 * Ordinary words and absent countries are near to nothing, but a word that is somebody's surname is near to that.
 */
export function matchName(index: NameIndex, query: string, options: ResolveOptions = {}): NameMatch[] {
  const { limit = 10, least = 0.64, insist = false, typing = false, latin } = options;
  const questions = readQuestions(query, latin);
  const [plain, ...others] = questions;
  const form = exactForm(plain.words);
  if (form === '') return [];
  const matches = new Map<NameRecord, NameMatch>();
  const add = (
    { record, text }: NameSpelling,
    match: NameMatch['match'],
    score: number,
    setAside?: string,
  ): void => {
    const known = matches.get(record);
    if (known !== undefined && (match !== known.match || score <= known.score)) return;
    matches.set(record, {
      ...{ id: record.id, name: text, match, score },
      ...(setAside !== undefined && { setAside }),
    });
  };

  for (const spelling of findExact(index, [exactForm(readName(query)), form]))
    add(spelling, 'exact', spelling.text === query.trim() ? 1 : 0.99);
  for (const { words, only, setAside } of others)
    for (const spelling of findExact(index, [exactForm(words)]))
      if (isOf(spelling.record, only)) add(spelling, 'near', nearest, setAside);
  if (typing) {
    const begun = questions.flatMap(({ words, only, setAside, exactly }) =>
      exactly
        ? []
        : findBegun(index, words).flatMap((spelling) =>
            isOf(spelling.record, only) ? [{ spelling, setAside }] : [],
          ),
    );
    for (const { spelling, setAside } of begun) add(spelling, 'near', begunScore, setAside);
    if (begun.length > 0) return sortMatches(matches).slice(0, limit);
  }
  for (const spelling of findAcronym(index, query, plain)) add(spelling, 'near', acronymScore);
  for (const { words, only, setAside, exactly } of questions) {
    if (exactly) continue;
    const core = coreWords(words).slice(0, mostWords);
    for (const spelling of findSurname(index, core)) add(spelling, 'near', surnameScore, setAside);
    // The legal form of a company says that the words before it are a name.
    const isName = insist || only === 'organizations';
    const floor = isName ? least : leastScore(index, exactForm(words), core, least);
    if (floor >= 1) continue;
    for (const { spelling, score } of rankNear(
      index,
      core,
      floor,
      limit + matches.size,
      only === 'organizations',
    ))
      if (isOf(spelling.record, only)) add(spelling, 'near', score * nearest, setAside);
  }
  return sortMatches(matches).slice(0, limit);
}

function sortMatches(matches: ReadonlyMap<NameRecord, NameMatch>): NameMatch[] {
  return [...matches]
    .sort(
      ([record, a], [other, b]) =>
        Number(a.match === 'near') - Number(b.match === 'near') ||
        b.score + fame(other) - a.score - fame(record) ||
        compareText(a.id, b.id),
    )
    .map(([, match]) => match);
}

/** Kinds of records are named after their collection, or in the singular. */
const isOf = ({ kind }: NameRecord, only: Question['only']): boolean =>
  only === undefined || kind === only || (only === 'people' ? kind === 'person' : kind === 'organization');

/** A lone word that is the last word of somebody's name, as it stands: what is ordinary may be a surname too. */
function findSurname(index: NameIndex, core: readonly ComparedWord[]): NameSpelling[] {
  const [word, second] = core;
  if (word === undefined || second !== undefined) return [];
  if (!index.isOrdinary(word.text) && !index.isForeign(word.text)) return [];
  const places = index.findWord(word.text)?.places ?? [];
  return places.flatMap(({ spelling, from, to }) =>
    from > 0 && to === from + 1 && to === spelling.weights.length && isOf(spelling.record, 'people')
      ? [spelling]
      : [],
  );
}

/** Names whose first letters these are; letters that are a word too must be capitals. */
function findAcronym(index: NameIndex, query: string, { words }: Question): readonly NameSpelling[] {
  const [word, second] = words;
  if (word === undefined || second !== undefined || !/^[a-z]{2,7}$/.test(word.text)) return [];
  if (index.isOrdinary(word.text) && /\p{Ll}/u.test(query)) return [];
  return index.findAcronym(word.text);
}

/** Names that have a word beginning with the last of these, and all others in full. */
function findBegun(index: NameIndex, words: readonly ComparedWord[]): NameSpelling[] {
  const last = words.at(-1);
  if (last === undefined || last.text.length < leastBegun) return [];
  const others = words.slice(0, -1).map(({ text }) => text);
  const found = new Set<NameSpelling>();
  for (const { places } of index.findBegun(last.text)) {
    for (const { spelling, from, to, trust } of places) {
      if (to !== from + 1 || trust !== 1 || found.has(spelling)) continue;
      if (others.length > 0) {
        const own = new Set(readName(spelling.text).map(({ text }) => text));
        if (!others.every((text) => own.has(text))) continue;
      }
      found.add(spelling);
    }
  }
  return [...found];
}

/** The spellings of the first form that any has; those that differ by their gaps alone come last. */
function findExact(index: NameIndex, forms: readonly string[]): readonly NameSpelling[] {
  const ways = [index.findExact, (form: string) => index.findJoined(form.replaceAll(' ', ''))];
  for (const find of ways) {
    for (const form of new Set(forms)) {
      const found = find(form);
      if (found.length > 0) return found;
    }
  }
  return [];
}

function leastScore(index: NameIndex, form: string, core: readonly ComparedWord[], least: number): number {
  if (index.isCountry(form)) return 1;
  const [only, second] = core;
  if (
    only !== undefined &&
    second === undefined &&
    !index.isOrdinary(only.text) &&
    index.isForeign(only.text)
  )
    return leastForeign;
  if (!core.every(({ text }) => index.isOrdinary(text) || index.isForeign(text))) return least;
  return core.length > 1 ? leastOrdinary : 1;
}

/** What a record's weight adds to its score: enough to part equals, not enough to pass over a better match. */
const fame = ({ weight = 0 }: NameRecord): number => Math.min(Math.log2(1 + weight), 12) * 0.0015;
