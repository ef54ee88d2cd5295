// Writes the name index: one file while the archive is small, else trees of files of which a query needs three.
import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import anyAscii from 'any-ascii';
import { readSpellings } from '../names/matching/name-index.ts';
import { coreWords, readName } from '../names/matching/name-words.ts';
import { countryNames, foreignForms, ordinaryForms } from '../names/matching/ordinary-words.ts';
import { letterBlocks } from '../names/matching/other-scripts.ts';
import { listAcronyms, type NameRecord, type NameSpelling } from '../names/matching/spelling.ts';
import type { NamedCollection } from '../schema/collection-names.ts';
import { compareText } from '../schema/finding.ts';
import { foreignMark } from './listed-names.ts';
import { renderLine } from './name-lines.ts';
import { endPaths, letterPath, soundPaths, trees, type Tree } from './name-paths.ts';
import { lettersFile, renderRoot, rootFile } from './name-root.ts';
import { findNode, growTree, type NameNode, type Posting } from './name-tree.ts';

export interface IndexedName {
  collection: NamedCollection;
  id: string;
  /** The preferred name first. */
  names: readonly string[];
  /** How many articles it has. */
  articles: number;
}

/** All names stand in the first file as long as their lines, packed, have no more bytes than this. */
const mostSingle = 5000;
/** With more spellings than this they surely have more. */
const mostTried = 4000;
/** The most spellings, and the most ordinary words, that a file of a tree lists. */
const namesInFile = 320;
const wordsInFile = 500;
/** A name is not listed under a word that more names than this share, if it has a rarer one; */
const common = 60;
/** but those with the most articles are, for readers who type no more than that. */
const mostCommon = 12;

/** The files by name; the same records give the same bytes, in whatever order they come. */
export function buildNameFiles(names: readonly IndexedName[]): Map<string, Uint8Array> {
  const byKey = new Map(names.map((name) => [`${name.collection}/${name.id}`, name]));
  const records = [...byKey]
    .map(([id, name]): NameRecord => ({
      id,
      kind: name.collection,
      names: [...name.names],
      weight: name.articles,
    }))
    .sort((a, b) => compareText(a.id, b.id));
  const { spellings, words } = readSpellings(records);
  const listed = spellings.map(({ spelling }) => spelling).sort(byFame);
  const render = (list: readonly NameSpelling[]): string => renderLines(list, byKey);
  const lines = listed.length <= mostTried ? render(listed) : undefined;
  const small = lines !== undefined && pack(lines).length <= mostSingle;
  const postings = listPostings(small ? [] : listed, (text) => words.get(text)?.places.length ?? 0);
  const files: string[] = [];
  const roots = trees.map((tree) => {
    const { root, files: lists } = growTree(postings[tree], files.length, namesInFile);
    if (tree !== 'sounds') files.push(...lists.map(render));
    else if (small) return addOrdinary(files);
    else {
      const ordinary = sortOrdinary(root);
      for (const list of lists) files.push(`${render(list)}\n\n${ordinary.get(files.length) ?? ''}`);
    }
    return root;
  });
  const packed = files.map(pack);
  const hash = createHash('sha256');
  const letters = letterBlocks.map((block) => ({ block, file: pack(renderLetters(block)) }));
  for (const file of [...packed, ...letters.map((each) => each.file)]) hash.update(file);
  const folder = hash.digest('hex').slice(0, 12);
  return new Map([
    [rootFile, pack(renderRoot(folder, roots, small ? lines : undefined))],
    ...packed.map((file, at): [string, Uint8Array] => [`${folder}/${at.toString(36)}`, file]),
    ...letters.map(({ block, file }): [string, Uint8Array] => [lettersFile(folder, block), file]),
  ]);
}

const renderLetters = (block: number): string =>
  Array.from({ length: 256 }, (_, at) => anyAscii(String.fromCodePoint(block * 256 + at))).join('\t');

/** The spellings of records with the most articles first; then by their letters. */
const byFame = (a: NameSpelling, b: NameSpelling): number =>
  (b.record.weight ?? 0) - (a.record.weight ?? 0) ||
  compareText(a.text, b.text) ||
  compareText(a.record.id, b.record.id);

function renderLines(list: readonly NameSpelling[], byKey: ReadonlyMap<string, IndexedName>): string {
  return [...Map.groupBy(list, ({ record }) => record.id)]
    .flatMap(([key, spellings]) => {
      const name = byKey.get(key);
      return name === undefined ? [] : [renderLine({ ...name, name: name.names[0] ?? '', spellings })];
    })
    .sort(compareText)
    .join('\n');
}

/** Where each spelling is listed in each tree. */
function listPostings(
  spellings: readonly NameSpelling[],
  countOf: (word: string) => number,
): Record<Tree, Posting<NameSpelling>[]> {
  const postings: Record<Tree, Posting<NameSpelling>[]> = { letters: [], sounds: [], ends: [] };
  const listedOf = new Map<string, number>();
  for (const item of spellings) {
    const name = coreWords(readName(item.text));
    const rarest = Math.min(...name.map(({ text }) => countOf(text)));
    for (const [at, word] of name.entries()) {
      const count = countOf(word.text);
      const before = listedOf.get(word.text) ?? 0;
      listedOf.set(word.text, before + 1);
      if (count > common && count > rarest && before >= mostCommon) continue;
      postings.letters.push({ path: letterPath(word), item });
      for (const path of soundPaths(name, at).slice(0, 3)) postings.sounds.push({ path, item });
    }
    for (const path of endPaths(name).slice(0, 1)) postings.ends.push({ path, item });
    for (const acronym of listAcronyms(item)) {
      const [word] = readName(acronym);
      if (word !== undefined) postings.letters.push({ path: letterPath(word), item });
    }
  }
  return postings;
}

/** Ordinary words and countries, each under the path that a query of it takes in the tree of sounds. */
function listOrdinary(): Posting<string>[] {
  const countries = [...countryNames()].map((name): [string, string] => [name, name]);
  const foreign = [...foreignForms()].map((form): [string, string] => [form, foreignMark + form]);
  return [...ordinaryForms(), ...foreign, ...countries].map(([form, item]) => {
    const words = readName(form);
    const longest = words.toSorted((a, b) => b.text.length - a.text.length).slice(0, 1);
    return { path: soundPaths(longest, 0)[0] ?? '', item };
  });
}

/** The words by the files of a tree of names. */
function sortOrdinary(root: NameNode): Map<number, string> {
  const byFile = Map.groupBy(listOrdinary(), ({ path }) => findNode(root, path).file);
  return new Map(
    [...byFile].map(([file, postings]) => [file, renderWords(postings.map(({ item }) => item))]),
  );
}

/** A tree of the words alone, its files added to the others. */
function addOrdinary(files: string[]): NameNode {
  const { root, files: lists } = growTree(listOrdinary(), files.length, wordsInFile);
  files.push(...lists.map((list) => `\n\n${renderWords(list)}`));
  return root;
}

const renderWords = (words: readonly string[]): string => [...new Set(words)].sort(compareText).join('\n');

/** Small files travel as they are: a host that compresses nothing is as good as one that does. */
const pack = (text: string): Uint8Array => deflateRawSync(text, { level: 9 });
