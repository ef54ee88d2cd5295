// The names in an article's blocks, read without its tree: from blocks and records alone, as the cache keeps them.
import { guessKind } from '../names/recognition/guess-kind.ts';
import { readNames, type NameReading, type OpenName } from '../names/recognition/decide.ts';
import { targetKey } from '../names/recognition/recognize.ts';
import { findUnplacedNames } from '../names/recognition/unplaced.ts';
import type { Finding } from '../schema/finding.ts';
import type { ArticleFile, Block, Mention, UnplacedNames } from './article-file.ts';
import { locateInSource } from './locate-text.ts';

/** Reads the names of all blocks; `at` in what is found is the number of the block. */
export function readBlockNames(
  { title = '', names, overrides }: Pick<ArticleFile, 'title' | 'names' | 'overrides'>,
  blocks: readonly Block[],
): NameReading {
  return readNames(title, blocks.map(maskText), names, overrides);
}

const webAddress = /\b(?:https?:\/\/|www\.)\S+|[^\s@]{1,64}@[^\s@]+/giu;

/** A block's text with code and web addresses made into what no name can stand in or reach across, sign for sign. */
function maskText({ text, code = [] }: Block): string {
  const parts: string[] = [];
  let at = 0;
  for (const [start, end] of code) {
    parts.push(text.slice(at, start), '\0'.repeat(end - start));
    at = end;
  }
  const masked = parts.join('') + text.slice(at);
  if (!/\/\/|www\.|@/i.test(masked)) return masked;
  return masked.replace(webAddress, (address) => '\0'.repeat(address.length));
}

export function listMentions(blocks: readonly Block[], { names }: NameReading): Mention[] {
  return names.map(({ at, target, start, end, spelling }) => ({
    ...target,
    anchor: blocks[at]?.anchor ?? '',
    start,
    end,
    spelling,
  }));
}

/**
 * The capitalized names that are neither mentions nor open nor said to be none; nothing if there are none.
 * @param source the file's text from its first line, what comes before the body blank or not
 */
export function findUnplaced(
  source: string,
  blocks: readonly Block[],
  { names, open, closed }: NameReading,
): UnplacedNames | undefined {
  const known = Map.groupBy([...names, ...open, ...closed], ({ at }) => at);
  const found = findUnplacedNames(
    blocks.map((block, at) => ({ text: maskText(block), known: known.get(at) ?? [] })),
  );
  const [first] = found;
  if (first === undefined) return undefined;
  const place = locateInSource(source, blocks[first.at], first.start);
  const { text = '' } = blocks[first.at] ?? {};
  const end = first.start + first.name.length;
  const guess = guessKind(first.name, [{ before: text.slice(0, first.start), after: text.slice(end) }]);
  return {
    names: found.map(({ name, count }) => ({ name, count })),
    ...(guess && { kind: guess.kind }),
    ...place,
  };
}

/** A warning for each name that nothing decides, where it stands first. */
export function reportOpenNames(
  file: string,
  source: string,
  blocks: readonly Block[],
  { open }: NameReading,
): Finding[] {
  const first = new Map(open.map((name): [string, OpenName] => [describeOpen(name), name]).reverse());
  return [...first].reverse().map(([message, { at, start, spelling, candidates }]) => ({
    check: 'ambiguous-name',
    severity: 'warning',
    file,
    ...locateInSource(source, blocks[at], start),
    message,
    fix: `Say which under "mentions:", for example "${onOneLine(spelling)}": ${candidates[0] === undefined ? '' : targetKey(candidates[0])}, or false for neither`,
  }));
}

/** A name that goes over the end of a line, on one line. */
const onOneLine = (name: string): string => name.replace(/\s+/gu, ' ');

function describeOpen({ spelling, candidates, stranger }: OpenName): string {
  const records = candidates.map(targetKey);
  if (stranger !== undefined) records.push(`somebody without a record ("${onOneLine(stranger)}")`);
  return `"${onOneLine(spelling)}" may be ${records.join(' or ')}, so it is not linked`;
}
