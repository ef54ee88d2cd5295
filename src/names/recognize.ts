// Finds every known name in a text: longest first, whole words, from a trie whose size does not slow the search.
import { fitsCase } from './letter-case.ts';
import { splitTokens, type Token } from './tokens.ts';
import type { NamedCollection } from '../schema/collections.ts';

/** Which record a name means. */
export interface NameTarget {
  collection: NamedCollection;
  id: string;
}

/** `people/qasem-soleimani`. */
export const targetKey = ({ collection, id }: NameTarget): string => `${collection}/${id}`;

/** A spelling and all the records that claim it; `targets` is empty where a name means no record here. */
export interface NameSpelling {
  spelling: string;
  targets: NameTarget[];
}

export interface RecognizedName {
  /** Offsets in the text, in UTF-16 code units; a possessive ending is outside. */
  start: number;
  end: number;
  /** Its tokens: from the first, up to but without the second. */
  from: number;
  to: number;
  /** As printed. */
  spelling: string;
  /** One target; several where records share the spelling; none where the article says that it is no name. */
  targets: NameTarget[];
  /** Whether the article's own `mentions` say so. */
  decided: boolean;
}

interface NameNode {
  next: Map<string, NameNode>;
  /** The spellings that end here; several if they differ only in case or marks. */
  ends: NameEnd[];
}

interface NameEnd {
  /** The words on the way here as the spelling has them, for their capitals. */
  words: string[];
  targets: NameTarget[];
}

/**
 * A trie of folded words; built once, searched in time that grows with the text alone. The branch under a first word
 * is grown when a text has that word: most names of a large archive are in none of the articles at hand.
 */
export interface NameTrie {
  branches: Map<string, NameBranch>;
  /** The name of every record, by `people/qasem-soleimani`: the first of its spellings. */
  names: Map<string, string>;
}

interface NameBranch {
  waiting: NameSpelling[];
  node: NameNode;
}

/** Builds the trie; spellings that fold to the same words share a node. */
export function buildNameTrie(spellings: Iterable<NameSpelling>): NameTrie {
  const branches: NameTrie['branches'] = new Map();
  const names: NameTrie['names'] = new Map();
  for (const entry of spellings) {
    for (const target of entry.targets) {
      const key = targetKey(target);
      if (!names.has(key)) names.set(key, entry.spelling);
    }
    for (const first of listFirstWords(entry.spelling)) {
      const branch = branches.get(first);
      if (branch === undefined) branches.set(first, { waiting: [entry], node: emptyNode() });
      else branch.waiting.push(entry);
    }
  }
  return { branches, names };
}

const emptyNode = (): NameNode => ({ next: new Map(), ends: [] });

function listFirstWords(spelling: string): Iterable<string> {
  const plain = /^[A-Za-z]+(?=[ -]|$)/.exec(spelling)?.[0];
  if (plain !== undefined) return [plain.toLowerCase()];
  return new Set(listPaths(spelling).flatMap(([first]) => first?.key ?? []));
}

/** A step of the trie: a word of the spelling, folded in `key`, or a sign that must stand between two words. */
interface Step {
  key: string;
  word?: string;
}

/** The ways to write a spelling as steps: "U.S." is one word or two, "Washington, D.C." has its comma or not. */
function listPaths(spelling: string): Step[][] {
  const tokens = splitTokens(spelling);
  const walk = (at: number): Step[][] => {
    const token = tokens[at];
    if (token === undefined) return [[]];
    const joint: Step = { key: token.joint ?? ' ' };
    const joints: Step[][] =
      at === 0 || joint.key === '' ? [[]] : joint.key === ',' ? [[joint], []] : [[joint]];
    return token.readings
      .filter(({ place }) => place === 'any')
      .flatMap(({ folded, text, count }) =>
        walk(at + count).flatMap((rest) =>
          joints.map((before) => [...before, { key: folded, word: text }, ...rest]),
        ),
      );
  };
  return walk(0);
}

function growBranch(trie: NameTrie, first: string): NameNode | undefined {
  const branch = trie.branches.get(first);
  if (branch === undefined) return undefined;
  for (const { spelling, targets } of branch.waiting) {
    for (const path of listPaths(spelling)) {
      if (path[0]?.key !== first) continue;
      let node = branch.node;
      for (const { key } of path.slice(1)) {
        let next = node.next.get(key);
        if (next === undefined) node.next.set(key, (next = emptyNode()));
        node = next;
      }
      node.ends.push({ words: path.flatMap(({ word }) => word ?? []), targets });
    }
  }
  branch.waiting = [];
  return branch.node;
}

/**
 * All names in a text, in order, none overlapping another.
 * @param overrides names that this article reads in its own way; they win over the archive's
 * @param tokens those of the text
 */
export function recognizeNames(
  text: string,
  trie: NameTrie,
  overrides?: NameTrie,
  tokens: readonly Token[] = splitTokens(text),
): RecognizedName[] {
  const names: RecognizedName[] = [];
  let at = 0;
  while (at < tokens.length) {
    const own = overrides === undefined ? undefined : longestName(text, tokens, at, overrides);
    const known = longestName(text, tokens, at, trie);
    const best = own !== undefined && own.to >= (known?.to ?? 0) ? { ...own, decided: true } : known;
    if (best !== undefined) names.push(best);
    at = best?.to ?? at + 1;
  }
  return names;
}

function longestName(
  text: string,
  tokens: readonly Token[],
  from: number,
  trie: NameTrie,
): RecognizedName | undefined {
  let best: RecognizedName | undefined;
  const take = (at: number, start: number | undefined, given: readonly string[], next: Follow): void => {
    const token = tokens[at];
    if (token === undefined) return;
    for (const reading of token.readings) {
      const node = reading.place === 'first' && start !== undefined ? undefined : next(reading.folded);
      if (node === undefined) continue;
      const begin = start ?? reading.start;
      const to = at + reading.count;
      const words = [...given, reading.text];
      if (node.ends.length > 0 && reading.end > (best?.end ?? 0) && !isPartOfWord(tokens, from, to)) {
        const targets = listTargets(node.ends, words);
        if (targets !== undefined) {
          const spelling = text.slice(begin, reading.end);
          best = { start: begin, end: reading.end, from, to, spelling, targets, decided: false };
        }
      }
      const { joint } = tokens[to] ?? {};
      const after =
        joint === undefined || reading.place === 'last'
          ? undefined
          : joint === ''
            ? node
            : node.next.get(joint);
      if (after !== undefined) take(to, begin, words, (key) => after.next.get(key));
    }
  };
  take(from, undefined, [], (key) => growBranch(trie, key));
  return best;
}

type Follow = (key: string) => NameNode | undefined;

/** A single letter of a script without spaces is a name only where it stands alone. */
const isPartOfWord = (tokens: readonly Token[], from: number, to: number): boolean =>
  to === from + 1 && tokens[from]?.text.length === 1 && (tokens[from].glued || tokens[to]?.glued === true);

/** The records that claim a spelling, each once; `undefined` if its capitals do not fit. */
function listTargets(ends: readonly NameEnd[], given: readonly string[]): NameTarget[] | undefined {
  const fitting = ends.filter(({ words }) => fitsCase(words, given));
  if (fitting.length === 0) return undefined;
  return [
    ...new Map(fitting.flatMap((end) => end.targets.map((target) => [targetKey(target), target]))).values(),
  ];
}
