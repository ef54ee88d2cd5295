// Finds every known name in a text: longest first, whole words, from a trie whose size does not slow the search.
import { foldWord, splitWords, type Word } from './normalize.ts';
import type { NamedCollection } from '../schema/collections.ts';

/** Which record a name means. */
export interface NameTarget {
  collection: NamedCollection;
  id: string;
}

/** A spelling and all the records that claim it; `targets` is empty where a name means no record here. */
export interface NameSpelling {
  spelling: string;
  targets: NameTarget[];
}

export interface RecognizedName {
  /** Offsets in the text, in UTF-16 code units; a possessive ending is outside. */
  start: number;
  end: number;
  /** As printed. */
  spelling: string;
  /** One target, or several where records share the spelling and nothing decides. */
  targets: NameTarget[];
}

/** A trie of folded words; built once, searched in time that grows with the text alone. */
export interface NameTrie {
  next: Map<string, NameTrie>;
  /** The spellings that end here; several if they differ only in case or marks. */
  ends: NameSpelling[];
}

/** Builds the trie; spellings that fold to the same words share a node. */
export function buildNameTrie(spellings: Iterable<NameSpelling>): NameTrie {
  const root: NameTrie = { next: new Map(), ends: [] };
  for (const entry of spellings) {
    let node = root;
    for (const word of splitWords(entry.spelling)) {
      const key = foldWord(word.text);
      let next = node.next.get(key);
      if (next === undefined) node.next.set(key, (next = { next: new Map(), ends: [] }));
      node = next;
    }
    if (node !== root) node.ends.push(entry);
  }
  return root;
}

/** A word of the text with the forms a name may have of it. */
interface TextWord extends Word {
  /** The word as it stands first, so that "McDonald's" is a name; then without its possessive, so that "Iraq's" is Iraq. */
  forms: { folded: string; length: number }[];
}

function readForms(word: Word): TextWord {
  const forms = [{ folded: foldWord(word.text), length: word.text.length }];
  const base = withoutPossessive(word.text);
  if (base !== word.text) forms.push({ folded: foldWord(base), length: base.length });
  return { ...word, forms };
}

interface Candidate extends RecognizedName {
  /** How many words of the text it takes. */
  words: number;
}

/**
 * All names in a text, in order, none overlapping another.
 * @param overrides names that this article reads in its own way; they win over the archive's
 */
export function recognizeNames(text: string, trie: NameTrie, overrides?: NameTrie): RecognizedName[] {
  const words = splitWords(text).map(readForms);
  const names: RecognizedName[] = [];
  let at = 0;
  while (at < words.length) {
    const override = overrides === undefined ? undefined : longestName(text, words, at, overrides);
    const known = longestName(text, words, at, trie);
    const best = override !== undefined && override.words >= (known?.words ?? 0) ? override : known;
    if (best === undefined) {
      at += 1;
      continue;
    }
    at += best.words;
    if (best.targets.length > 0) {
      const { start, end, spelling, targets } = best;
      names.push({ start, end, spelling, targets });
    }
  }
  return names;
}

function longestName(
  text: string,
  words: readonly TextWord[],
  from: number,
  trie: NameTrie,
): Candidate | undefined {
  let node: NameTrie | undefined = trie;
  let best: Candidate | undefined;
  const start = words[from]?.start ?? 0;
  for (let at = from; node !== undefined; at += 1) {
    const word = words[at];
    const previous = words[at - 1];
    if (word === undefined) break;
    if (at > from && previous !== undefined && !joins(text.slice(previous.end, word.start), previous.text))
      break;
    const parent: NameTrie = node;
    for (const { folded, length } of word.forms) {
      const ended = parent.next.get(folded);
      if (ended === undefined || ended.ends.length === 0) continue;
      const end = word.start + length;
      const spelling = text.slice(start, end);
      const entries = ended.ends.filter((entry) => fitsCase(entry.spelling, spelling));
      if (entries.length > 0) {
        best = { start, end, spelling, targets: distinct(entries), words: at - from + 1 };
        break;
      }
    }
    node = parent.next.get(word.forms[0]?.folded ?? '');
  }
  return best;
}

/** Whether what stands between two words can stand inside a name: a space, a hyphen, the dot of an initial. */
function joins(between: string, before: string): boolean {
  if (/^(?:[ \u00a0\u202f\u2009\n]|[-‐‑–])$/u.test(between)) return true;
  return before.length <= 3 && /^\.[ \u00a0\n-]?$/u.test(between);
}

const possessive = /['’ʼ]s$/iu;

function withoutPossessive(word: string): string {
  return word.replace(possessive, '');
}

/**
 * Whether a text's capitals allow it to be the name: a capital where the name has one, so that an ordinary word in
 * lower case is never a name; an acronym in exactly its own letters, so that "us" is never US.
 */
function fitsCase(name: string, text: string): boolean {
  const given = splitWords(text);
  return splitWords(name).every((word, index) => {
    const other = given[index]?.text ?? '';
    const initial = word.text.match(/\p{L}/u)?.[0] ?? '';
    if (initial === initial.toLowerCase()) return true;
    if (/^\p{Lu}[\p{Lu}\p{N}]+$/u.test(word.text)) return withoutPossessive(other) === word.text;
    const otherInitial = other.match(/\p{L}/u)?.[0] ?? '';
    return otherInitial !== otherInitial.toLowerCase();
  });
}

function distinct(entries: readonly NameSpelling[]): NameTarget[] {
  const byKey = new Map<string, NameTarget>();
  for (const target of entries.flatMap((entry) => entry.targets))
    byKey.set(`${target.collection}/${target.id}`, target);
  return [...byKey.values()];
}
