// What Pagefind gives back for one article, read as the passages of its page with the words that were hit.
import { indexSpelling, joinedPrefix, joinedWords, readSpelling, splitMark } from './spelling.ts';

/** The part of Pagefind's result data that this site uses; the text in it is as spelled for the index. */
export interface Fragment {
  raw_url: string;
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  anchors: { id: string; text: string; location: number }[];
  /** Positions of the words that were hit, counted over the whole content. */
  locations: number[];
}

export interface PassageWord {
  /** Offsets in the passage's text. */
  start: number;
  end: number;
}

/** A block of the page as the reader sees it. */
export interface Passage {
  anchor: string;
  text: string;
  words: PassageWord[];
  /** Indexes of the words that were hit, ascending. */
  hits: number[];
}

/** The passages that were hit, in reading order; none if only the headline or the description was. */
export function readPassages({ anchors, locations }: Fragment): Passage[] {
  const blocks = anchors.toSorted((a, b) => a.location - b.location);
  const hitsByAnchor = new Map<string, Set<number>>();
  for (const location of locations) {
    const block = blocks.findLast((candidate) => candidate.location <= location);
    if (block === undefined) continue;
    const position = location - block.location;
    const anchor = block.id.replace(joinedPrefix, '');
    const hits = hitsByAnchor.get(anchor) ?? new Set();
    hitsByAnchor.set(anchor, hits);
    if (anchor === block.id) hits.add(position);
    else for (const index of joinedHits(block.text, position, blocks, anchor)) hits.add(index);
  }
  return blocks.flatMap(({ id, text }) => {
    const hits = [...(hitsByAnchor.get(id) ?? [])].sort((a, b) => a - b);
    return id.startsWith(joinedPrefix) || hits.length === 0 ? [] : [{ anchor: id, ...readWords(text), hits }];
  });
}

/** All text of the page that the index holds, as the reader sees it: to see whether some words occur only once. */
export const readPageText = ({ content }: Fragment): string => readSpelling(content);

/** The archive's own description of the article, with the hits in it; its place is the article, so it has no anchor. */
export function readDescription({ content, meta, anchors, locations }: Fragment): Passage {
  const from = indexSpelling(meta['title'] ?? '').split(' ').length;
  const to = Math.min(...anchors.map(({ location }) => location));
  const hits = locations.filter((location) => location >= from && location < to);
  return {
    anchor: '',
    ...readWords(content.split(' ').slice(from, to).join(' ')),
    hits: hits.map((location) => location - from),
  };
}

/** The joined spellings that were hit, `abdulmahdi` for Abdul-Mahdi. */
export function readJoined({ anchors, locations }: Fragment): string[] {
  return anchors
    .filter(({ id }) => id.startsWith(joinedPrefix))
    .flatMap(({ text, location }) =>
      text.split(' ').filter((_, position) => locations.includes(location + position)),
    );
}

/** Which words of a block are meant by a hit among its joined spellings. */
function joinedHits(list: string, position: number, blocks: Fragment['anchors'], anchor: string): number[] {
  const joined = list.split(' ')[position];
  const block = blocks.find(({ id }) => id === anchor);
  if (block === undefined) return [];
  return joinedWords(block.text.split(' '))
    .filter((word) => word.joined === joined)
    .flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
}

function readWords(indexed: string): Pick<Passage, 'text' | 'words'> {
  const words: PassageWord[] = [];
  let text = '';
  for (const word of indexed.split(' ')) {
    const start = text.length;
    text += readSpelling(word);
    words.push({ start, end: text.length });
    if (!word.endsWith(splitMark)) text += ' ';
  }
  return { text: text.trimEnd(), words };
}
