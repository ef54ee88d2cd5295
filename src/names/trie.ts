// The trie in which the spellings of all records lie by their folded words; built once, it does not slow a search by its size.
import { foldWord, type Word } from './normalize.ts';
import { isUnspaced, splitTokens } from './tokens.ts';
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

export interface NameNode {
  next: Map<string, NameNode>;
  /** The spellings that end here; several if they differ only in case or marks. */
  ends: NameEnd[];
}

export interface NameEnd {
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
  node?: NameNode;
  /** Whether one of its names begins in lower case, as al-Qaeda does; a word in lower case begins no other. */
  small: boolean;
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
      const small = isSmall(entry.spelling);
      if (branch === undefined) branches.set(first, { waiting: [entry], small });
      else {
        branch.waiting.push(entry);
        branch.small ||= small;
      }
    }
  }
  return { branches, names };
}

/** Whether a word begins in lower case. */
function isSmall(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toUpperCase();
}

const emptyNode = (): NameNode => ({ next: new Map(), ends: [] });

/** A first word that needs no taking apart, as most have it: a run of letters before a space or hyphen. */
const plainStart = /^(?:[\p{L}\p{M}\p{N}]|['’](?=\p{L}))+(?=[ -]|$)/u;

function listFirstWords(spelling: string): Iterable<string> {
  const plain = plainStart.exec(spelling)?.[0];
  if (plain !== undefined && !isUnspaced(plain)) return [foldWord(plain)];
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
  // So many words have their one form only, or the ways to write them would be past counting.
  const isLong = tokens.length > 12;
  const walk = (at: number): Step[][] => {
    const token = tokens[at];
    if (token === undefined) return [[]];
    const joint: Step = { key: token.joint ?? ' ' };
    const joints: Step[][] =
      at === 0 || joint.key === '' ? [[]] : joint.key === ',' && !isLong ? [[joint], []] : [[joint]];
    return token.readings
      .filter(({ place, count }) => place === 'any' && !(isLong && count > 1))
      .flatMap(({ folded, text, count }) =>
        walk(at + count).flatMap((rest) =>
          joints.map((before) => [...before, { key: folded, word: text }, ...rest]),
        ),
      );
  };
  return walk(0);
}

/** The node under a first word, grown when it is first asked for. */
export function growBranch(trie: NameTrie, first: string): NameNode | undefined {
  const branch = trie.branches.get(first);
  if (branch === undefined || branch.node !== undefined) return branch?.node;
  branch.node = emptyNode();
  for (const { spelling, targets } of branch.waiting) {
    for (const path of listPaths(spelling)) {
      if (path[0]?.key !== first) continue;
      let { node } = branch;
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

/** Whether a name may begin with a word. */
export function mayBegin({ branches }: NameTrie, { folded, text }: Word & { folded: string }): boolean {
  const branch = branches.get(folded);
  return branch !== undefined && (branch.small || !isSmall(text));
}
