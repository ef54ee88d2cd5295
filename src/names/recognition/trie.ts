// The trie in which the spellings of all records lie by their folded words; built once, it does not slow a search by its size.
import { foldWord, type Word } from '../normalize.ts';
import { skipNickname } from './nicknames.ts';
import { isUnspaced, splitTokens } from './tokens.ts';
import { namedCollections, type NamedCollection } from '../../schema/collection-names.ts';

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
 * A trie of folded words, searched in time that grows with the text alone. The branch under a first word is grown when
 * a text has that word: most names of a large archive are in none of the articles at hand.
 */
export interface NameTrie {
  branches: Map<string, NameBranch>;
  /** One line a record, key TAB name. */
  records: readonly string[];
  /** The names of the records in grown branches, by `people/qasem-soleimani`. */
  names: Map<string, string>;
}

interface NameBranch {
  /** Its spellings, as `renderNameTrie` writes them, until it is grown. */
  waiting: string;
  node?: NameNode;
  /** Whether one of its names begins in lower case, as al-Qaeda does; a word in lower case begins no other. */
  small: boolean;
}

/** Builds the trie; spellings that fold to the same words share a node. */
export const buildNameTrie = (spellings: Iterable<NameSpelling>): NameTrie =>
  openNameTrie(renderNameTrie(spellings));

/**
 * The trie as text, for it is handed to many workers, and nothing is handed over as fast: the records, key TAB name,
 * one a line; then, each after an empty line, the branches: first word TAB whether small, and a line for every
 * spelling, TAB and the numbers of its records.
 */
export function renderNameTrie(spellings: Iterable<NameSpelling>): string {
  const records = new Map<string, { line: string; number: number }>();
  const branches = new Map<string, { lines: string[]; small: boolean }>();
  for (const { spelling: written, targets } of spellings) {
    const spelling = written.replace(/\s+/gu, ' ');
    let line = spelling;
    for (const target of targets) {
      const key = targetKey(target);
      let record = records.get(key);
      // The first spelling of a record is its name.
      if (record === undefined)
        records.set(key, (record = { line: `${key}\t${spelling}`, number: records.size }));
      line += `\t${record.number}`;
    }
    const small = isSmall(spelling);
    for (const first of listFirstWords(spelling)) {
      const branch = branches.get(first);
      if (branch === undefined) branches.set(first, { lines: [line], small });
      else {
        branch.lines.push(line);
        branch.small ||= small;
      }
    }
  }
  return [
    [...records.values()].map(({ line }) => line).join('\n'),
    ...[...branches].map(([first, { lines, small }]) => [`${first}\t${small ? 1 : 0}`, ...lines].join('\n')),
  ].join('\n\n');
}

/** The trie that `renderNameTrie` wrote. */
export function openNameTrie(text: string): NameTrie {
  const [records = '', ...groups] = text.split('\n\n');
  const branches: NameTrie['branches'] = new Map();
  for (const group of groups) {
    const end = group.indexOf('\n');
    branches.set(group.slice(0, end - 2), { waiting: group.slice(end + 1), small: group[end - 1] === '1' });
  }
  return { branches, records: records.split('\n'), names: new Map() };
}

/** Whether the trie was built with a spelling of the record. */
export const hasRecord = ({ records }: NameTrie, target: NameTarget): boolean =>
  records.some((line) => line.startsWith(`${targetKey(target)}\t`));

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

/** The ways to write a spelling as steps: "U.S." is one word or two, "Washington, D.C." has its comma or not, a nickname is left out. */
function listPaths(spelling: string): Step[][] {
  const tokens = splitTokens(spelling);
  // In a name this long each word keeps its one form, or there would be too many ways to write it.
  const isLong = tokens.length > 12;
  const walk = (at: number): Step[][] => {
    const token = tokens[at];
    if (token === undefined) return [[]];
    const joint: Step = { key: token.joint ?? ' ' };
    const joints: Step[][] =
      at === 0 || joint.key === '' ? [[]] : joint.key === ',' && !isLong ? [[joint], []] : [[joint]];
    const behind = isLong || at === 0 ? undefined : skipNickname(tokens, at);
    const shorter = behind === undefined ? [] : walk(behind).map((rest) => rest.slice(1));
    const whole = token.readings
      .filter(({ place, count }) => place === 'any' && !(isLong && count > 1))
      .flatMap(({ folded, text, count }) =>
        walk(at + count).flatMap((rest) =>
          joints.map((before) => [...before, { key: folded, word: text }, ...rest]),
        ),
      );
    return [...whole, ...shorter];
  };
  return walk(0);
}

/** The node under a first word, grown when it is first asked for. */
export function growBranch(trie: NameTrie, first: string): NameNode | undefined {
  const branch = trie.branches.get(first);
  if (branch === undefined || branch.node !== undefined) return branch?.node;
  branch.node = emptyNode();
  for (const line of branch.waiting.split('\n')) {
    const [spelling = '', ...numbers] = line.split('\t');
    const targets = numbers.flatMap((number) => readRecord(trie, Number(number)));
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
  branch.waiting = '';
  return branch.node;
}

function readRecord({ records, names }: NameTrie, number: number): NameTarget[] {
  const [key = '', name = ''] = records[number]?.split('\t') ?? [];
  const [folder, id = ''] = key.split('/');
  const collection = namedCollections.find((one) => one === folder);
  if (collection === undefined) return [];
  names.set(key, name);
  return [{ collection, id }];
}

/** Whether a name may begin with a word. */
export function mayBegin({ branches }: NameTrie, { folded, text }: Word & { folded: string }): boolean {
  const branch = branches.get(folded);
  return branch !== undefined && (branch.small || !isSmall(text));
}
