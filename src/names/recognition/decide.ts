// Decides what the names of an article mean: by what the article itself says, and by whom it has named in full.
import { foldWord } from '../normalize.ts';
import { findFullNames, orderOf, settle, type Bearer, type FullNames } from './full-names.ts';
import { isCapitalized } from './letter-case.ts';
import { goesOn } from './longer-names.ts';
import { readText, type ReadText } from './read-text.ts';
import { targetKey, type NameTarget, type NameTrie, type RecognizedName } from './recognize.ts';
import { readLanguage } from './text-language.ts';
import { splitTokens } from './tokens.ts';
import { readBareName, readSurnameAt, type BareSurname } from './surnames.ts';

/** A name in one of the texts of an article. */
export interface NamePlace {
  /** Which text, from 0. */
  at: number;
  /** Offsets in it, in UTF-16 code units. */
  start: number;
  end: number;
  /** As printed. */
  spelling: string;
}

export type DecidedName = NamePlace & { target: NameTarget };

/** A name that nothing decides. */
export interface OpenName extends NamePlace {
  candidates: NameTarget[];
  /** Somebody of that surname who has no record, as printed. */
  stranger?: string;
}

export interface NameReading {
  names: DecidedName[];
  /** Every place of a name that is not linked because nothing decides it. */
  open: OpenName[];
  /** Names that the article says are none. */
  closed: NamePlace[];
}

/**
 * Reads the names of an article.
 * @param title the headline: who is named there in full is known in the text
 * @param overrides names that this article reads in its own way
 */
export function readNames(
  title: string,
  texts: readonly string[],
  trie: NameTrie,
  overrides: NameTrie | undefined,
): NameReading {
  const split = [title, ...texts].map((text) => ({ text, tokens: splitTokens(text) }));
  const language = readLanguage(split.map(({ tokens }) => tokens));
  const [headline, ...read] = split.map(({ text, tokens }) =>
    readText(text, tokens, language, trie, overrides),
  );
  const full = findFullNames(headline === undefined ? [] : [headline, ...read], trie);
  let small: Set<string> | undefined;
  const isSmall = (word: string): boolean => (small ??= listSmallWords(read)).has(word);
  let shared: Set<string> | undefined;
  const isShared = (word: string): boolean => (shared ??= listFirstOfOthers(read)).has(word);
  const strangers = new Map<string, string>();
  const reading: NameReading = { names: [], open: [], closed: [] };
  const add = (place: NamePlace, candidates: NameTarget[], target?: NameTarget, stranger?: string): void => {
    if (candidates.length === 0) reading.closed.push(place);
    else if (target !== undefined) reading.names.push({ ...place, target });
    else reading.open.push({ ...place, candidates, ...(stranger !== undefined && { stranger }) });
  };
  for (const [at, one] of read.entries()) {
    const { text, tokens, names } = one;
    const known = names.values();
    let { value: name } = known.next();
    for (let next = 0; next < tokens.length;) {
      if (name?.from === next) {
        const { start, end, spelling } = name;
        const order = orderOf(at, start);
        const candidates = listCandidates(name, order, full);
        // One record has the name as an alias, another is a person of that surname: that is for the maintainer to say.
        const isDisputed = name.targets.length === 1 && candidates.length > 1;
        add(
          { at, start, end, spelling },
          candidates,
          isDisputed ? undefined : settle(candidates, order, full),
        );
        next = name.to;
        ({ value: name } = known.next());
        continue;
      }
      const bare = findSurname(one, next, orderOf(at, tokens[next]?.start ?? 0), full, isSmall, isShared);
      next = bare?.to ?? next + 1;
      if (bare === undefined) continue;
      const { start, end, spelling, key, candidates } = bare;
      if (bare.isAnothers) {
        strangers.set(key, text.slice(tokens[bare.from - 1]?.start, end));
        continue;
      }
      const stranger = strangers.get(key);
      const [only, other] = candidates;
      const target = other === undefined && stranger === undefined ? only : undefined;
      add({ at, start, end, spelling }, candidates, target, stranger);
    }
  }
  return reading;
}

/** The records that claim a name, and the people named in full before whose surname it is. */
function listCandidates(
  { spelling, targets, decided }: RecognizedName,
  order: number,
  full: FullNames,
): NameTarget[] {
  if (decided || full.bearers.size === 0) return targets;
  const bare = readBareName(spelling);
  const rivals = (full.bearers.get(bare.split(' ', 1)[0] ?? '') ?? []).filter(
    ({ surname, since }) => since < order && surname.kind !== 'first' && surname.words.join(' ') === bare,
  );
  return targets.length === 0 ? [] : distinct([...targets, ...rivals.map(({ target }) => target)]);
}

interface FoundSurname extends BareSurname {
  key: string;
  /** Whose it is, first; and others whose full name has the same word. */
  candidates: NameTarget[];
}

/** The surname of somebody named in full earlier, or a first name that only one person has, if there is one at a token. */
function findSurname(
  read: ReadText,
  at: number,
  order: number,
  { bearers }: FullNames,
  isSmall: (word: string) => boolean,
  isShared: (firstName: string) => boolean,
): FoundSurname | undefined {
  for (const { folded } of read.tokens[at]?.readings ?? []) {
    const named = bearers.get(folded)?.filter(({ since }) => since < order) ?? [];
    // A surname takes precedence over a first name.
    const isFirst = ({ surname }: Bearer): number => (surname.kind === 'first' ? 1 : 0);
    for (const { surname, target } of named.toSorted((a, b) => isFirst(a) - isFirst(b))) {
      const found = surname.words[0] === folded ? readSurnameAt(read, at, surname, isSmall) : undefined;
      if (found === undefined) continue;
      const candidates = distinct([target, ...named.map((other) => other.target)]);
      // A first name is only a guess, so nobody is asked about it.
      if (surname.kind === 'first' && (candidates.length > 1 || found.isAnothers || isShared(folded)))
        return undefined;
      return { ...found, key: surname.words.join(' '), candidates };
    }
  }
  return undefined;
}

const distinct = (targets: readonly NameTarget[]): NameTarget[] => [
  ...new Map(targets.map((target) => [targetKey(target), target])).values(),
];

/** The folded first names of people without a record: "Jane" of "Jane Miller". */
function listFirstOfOthers(texts: readonly ReadText[]): Set<string> {
  const found = new Set<string>();
  for (const read of texts) {
    const known = new Set(read.names.flatMap(({ from, to }) => (to > from + 1 ? [from] : [])));
    for (const [at, { text, end }] of read.tokens.entries())
      if (isCapitalized(text) && !known.has(at) && goesOn(read, { from: at, to: at + 1, end }, 'people'))
        found.add(foldWord(text));
  }
  return found;
}

const listSmallWords = (texts: readonly ReadText[]): Set<string> =>
  new Set(texts.flatMap(({ tokens }) => tokens.flatMap(({ text }) => (isCapitalized(text) ? [] : [text]))));
