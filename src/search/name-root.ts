// The first file of the name index: all names of a small archive, or where in its trees the names of a query lie.
import type { ComparedWord } from '../names/matching/name-words.ts';
import { endPaths, letterPath, soundPaths, trees, type Tree } from './name-paths.ts';
import { filesBelow, findNode, readTree, renderTree, type NameNode } from './name-tree.ts';

/** The name of the file. */
export const rootFile = 'root';

/** The file with 256 letters of other scripts in Latin letters, parted by tabs; `block` counts such files in Unicode. */
export const lettersFile = (folder: string, block: number): string =>
  `${folder}/letters-${block.toString(16).padStart(2, '0')}`;

export interface NameRoot {
  /** The lines of all names, where they fit into this one file; then the trees hold ordinary words alone. */
  lines: string | undefined;
  /** The folder of the other files. */
  folder: string;
  trees: Record<Tree, NameNode>;
}

/** The text of the file: the folder and the trees, a line each; then perhaps the lines of all names. */
export function renderRoot(folder: string, roots: readonly NameNode[], lines?: string): string {
  return [folder, ...roots.map(renderTree), ...(lines === undefined ? [] : [lines])].join('\n');
}

export function readRoot(text: string): NameRoot {
  const [folder = '', ...rest] = text.split('\n');
  let next = 0;
  const [letters, sounds, ends] = trees.map((_, at) => {
    const tree = readTree(rest[at] ?? '', next);
    next = tree.next;
    return tree.root;
  });
  if (letters === undefined || sounds === undefined || ends === undefined)
    throw new TypeError('the name index has lost one of its trees');
  const lines = rest.length > trees.length ? rest.slice(trees.length).join('\n') : undefined;
  return { lines, folder, trees: { letters, sounds, ends } };
}

/** Files that are read at first, and those that are read only where the first have no good answer. */
export type Probes = [first: string[], further: string[]];

/** With the root itself, an answer takes no more requests than one above this. */
const mostFirst = 3;
const mostFurther = 24;
/** How many letters at the start of a word a typing error in its middle leaves as they are. */
const sameStart = 2;

/**
 * The names of the files that may list what a query means.
 * @param typing whether the last word may go on
 */
export function listProbes(
  { lines, folder, trees: roots }: NameRoot,
  words: readonly ComparedWord[],
  typing = false,
): Probes {
  const { letters, sounds, ends } = roots;
  // Long words tell more than short ones.
  const order = words
    .map((_, at) => at)
    .sort((a, b) => (words[b]?.text.length ?? 0) - (words[a]?.text.length ?? 0));
  const [longest = 0, second = longest] = order;
  const last = words.length - 1;
  const bySound = (at: number, reading: number): number[] =>
    soundPaths(words, at)
      .slice(reading, reading + 1)
      .map((path) => findNode(sounds, path).file);
  const byEnd = (): number[] => endPaths(words).map((path) => findNode(ends, path).file);
  const byLetters = (at: number): number => findNode(letters, letterPath(words[at])).file;
  /** Names that have the word whole, and the best known of those that begin so. */
  const byBeginning = (): number[] => [findNode(letters, letterPath(words[last]), true).file];
  const nearby = (): number[] => [
    ...filesBelow(findNode(letters, letterPath(words[0]).slice(0, sameStart), true)),
  ];

  const name = (file: number): string => `${folder}/${file.toString(36)}`;
  const plan = [...bySound(longest, 0), ...bySound(second, 0)];
  if (lines !== undefined) return [[...new Set(plan)].map(name), []];
  if (typing) plan.unshift(...byBeginning(), byLetters(last));
  else plan.push(byLetters(last), ...byEnd().slice(0, 1));
  const first = [...new Set(plan)].slice(0, mostFirst);
  const rest = [
    ...byEnd().slice(0, 1),
    ...order.map(byLetters),
    ...[0, 1, 2].flatMap((reading) => order.flatMap((at) => bySound(at, reading))),
    ...(words.length === 1 ? nearby() : []),
  ];
  const further = [...new Set(rest)].filter((file) => !first.includes(file)).slice(0, mostFurther);
  return [first.map(name), further.map(name)];
}
