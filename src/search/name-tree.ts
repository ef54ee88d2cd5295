// The trees of the name index: which of its files lists the names under a path of letters or of sounds.

export interface NameNode {
  /** The number of its file; several small leaves share one. */
  file: number;
  /** By the next sign of the path; `$` for paths that end here. A leaf has none: its file lists all below it. */
  children: Map<string, NameNode>;
}

/** Something to be found under a path; paths hold letters, digits and marks only. */
export interface Posting<T> {
  path: string;
  item: T;
}

const pathEnd = '$';

/** An inner node lists so many, for paths that go no further. */
const innerSize = 24;

/**
 * Grows a tree whose leaves are about equally large.
 * @param postings in the order of their importance
 * @param first the number of the root's file
 * @param leafSize how many things a leaf may list, unless their paths are all the same
 * @returns the root, and what each file lists, in the order of their numbers
 */
export function growTree<T>(
  postings: readonly Posting<T>[],
  first: number,
  leafSize: number,
): { root: NameNode; files: T[][] } {
  const files: T[][] = [];
  const addFile = (items: T[]): number => first + files.push(items) - 1;
  const grow = (own: readonly Posting<T>[], depth: number): NameNode => {
    const items = distinct(own);
    const ends = own.every(({ path }) => path.length <= depth);
    if (depth > 0 && (items.length <= leafSize || ends)) return { file: addFile(items), children: new Map() };
    const node: NameNode = { file: addFile(items.slice(0, innerSize)), children: new Map() };
    const bySign = [...Map.groupBy(own, ({ path }) => path[depth] ?? pathEnd)];
    let last: T[] = [];
    let shared: NameNode | undefined;
    for (const [sign, below] of bySign.sort(([a], [b]) => (a < b ? -1 : 1))) {
      const size = distinct(below).length;
      if (shared !== undefined && last.length + size <= leafSize / 2) {
        last.push(...distinct(below));
        node.children.set(sign, { file: shared.file, children: new Map() });
        continue;
      }
      const child = grow(below, depth + 1);
      node.children.set(sign, child);
      shared = child.children.size === 0 ? child : undefined;
      last = files[child.file - first] ?? [];
    }
    return node;
  };
  const root = grow(postings, 0);
  return { root, files: files.map((items) => [...new Set(items)]) };
}

const distinct = <T>(postings: readonly Posting<T>[]): T[] => [...new Set(postings.map(({ item }) => item))];

/**
 * The tree in its written form: a child is its sign, then its own children in brackets; `+` before it when it shares the
 * file of the child before. Files are numbered in the order of this text.
 */
export function renderTree({ children }: NameNode): string {
  let last = -1;
  let text = '';
  for (const [sign, child] of children) {
    text += (child.file === last ? '+' : '') + sign;
    if (child.children.size > 0) text += `(${renderTree(child)})`;
    last = child.file;
  }
  return text;
}

/** Reads what `renderTree` has written. @returns also the number after that of the last file */
export function readTree(text: string, first: number): { root: NameNode; next: number } {
  const root: NameNode = { file: first, children: new Map() };
  const open = [root];
  let next = first + 1;
  let shares = false;
  let last = root;
  for (const sign of text) {
    if (sign === '(') open.push(last);
    else if (sign === ')') open.pop();
    else if (sign === '+') shares = true;
    else {
      last = { file: shares ? next - 1 : next, children: new Map() };
      if (!shares) next += 1;
      shares = false;
      open.at(-1)?.children.set(sign, last);
    }
  }
  return { root, next };
}

/** The files that list everything below a node. */
export function* filesBelow(node: NameNode): Iterable<number> {
  if (node.children.size === 0) yield node.file;
  for (const child of node.children.values()) yield* filesBelow(child);
}

/**
 * Follows a path as far as the tree goes: to a leaf, or to the last inner node it reaches.
 * @param open whether the path may go on: then the node of all paths that begin with it
 */
export function findNode(root: NameNode, path: string, open = false): NameNode {
  let node = root;
  for (const sign of open ? path : [...path, pathEnd]) {
    const child = node.children.get(sign);
    if (child === undefined) break;
    node = child;
  }
  return node;
}
