// Decides what the names of an article mean: by what the article itself says, and by whom it has named in full.
import { isCapitalized } from './letter-case.ts';
import { findFullNames, orderOf, settle } from './full-names.ts';
import { readText } from './read-text.ts';
import { targetKey, type NameTarget, type NameTrie, type RecognizedName } from './recognize.ts';
import { readBareName, readSurnameAt } from './surnames.ts';
import type { Token } from './tokens.ts';

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
  const [headline, ...read] = [title, ...texts].map((text) => readText(text, trie, overrides));
  const { inFull, bearers } = findFullNames([headline ?? readText('', trie, undefined), ...read], trie);
  const smallWords = new Set(
    bearers.length === 0 ? [] : read.flatMap(({ tokens }) => tokens.map(({ text }) => text)).filter(isSmall),
  );
  const reading: NameReading = { names: [], open: [], closed: [] };
  const strangers = new Map<string, string>();
  for (const [at, { text, tokens, names }] of read.entries()) {
    const starts = new Map(names.map((name) => [name.from, name]));
    for (let next = 0; next < tokens.length;) {
      const name = starts.get(next);
      if (name !== undefined) {
        placeKnown(name, at);
        next = name.to;
      } else {
        next = (bearers.length === 0 ? undefined : placeSurname(text, tokens, next, at)) ?? next + 1;
      }
    }
  }
  return reading;

  function placeKnown({ start, end, spelling, targets, decided }: RecognizedName, at: number): void {
    const place = { at, start, end, spelling };
    const order = orderOf(at, start);
    if (targets.length === 0) {
      reading.closed.push(place);
      return;
    }
    const bare = readBareName(spelling);
    const rivals = decided
      ? []
      : bearers.filter(
          ({ target, surname, since }) =>
            since < order && surname.words.join(' ') === bare && !targets.some((own) => isSame(own, target)),
        );
    const candidates = [...targets, ...rivals.map(({ target }) => target)];
    // One record has the name as an alias, another the person: that is for the maintainer to say.
    const target = targets.length === 1 && rivals.length > 0 ? undefined : settle(candidates, order, inFull);
    if (target === undefined) reading.open.push({ ...place, candidates });
    else reading.names.push({ ...place, target });
  }

  /** The token to go on with, if there is a surname at this one. */
  function placeSurname(
    text: string,
    tokens: readonly Token[],
    from: number,
    at: number,
  ): number | undefined {
    const token = tokens[from];
    const order = orderOf(at, token?.start ?? 0);
    const readings = token?.readings.map(({ folded }) => folded) ?? [];
    const holders = bearers.filter(
      ({ surname, since }) => since < order && readings.includes(surname.words[0] ?? ''),
    );
    for (const { surname, target } of holders) {
      const found = readSurnameAt(text, tokens, from, surname, smallWords);
      if (found === undefined) continue;
      const key = surname.words.join(' ');
      if (found.isAnothers) {
        strangers.set(key, text.slice(tokens[found.from - 1]?.start, found.end));
        return found.to;
      }
      const place = { at, start: found.start, end: found.end, spelling: found.spelling };
      const others = bearers.filter(
        (other) =>
          other.since < order &&
          !isSame(other.target, target) &&
          other.words.includes(surname.words.at(-1) ?? ''),
      );
      const stranger = strangers.get(key);
      if (others.length === 0 && stranger === undefined) reading.names.push({ ...place, target });
      else {
        const candidates = [target, ...others.map((other) => other.target)];
        reading.open.push({ ...place, candidates, ...(stranger !== undefined && { stranger }) });
      }
      return found.to;
    }
    return undefined;
  }
}

const isSame = (a: NameTarget, b: NameTarget): boolean => targetKey(a) === targetKey(b);
const isSmall = (word: string): boolean => !isCapitalized(word);
