// Gathers the names of the whole archive that have no record: how often, where, in which sentence, and what they may be.
import { readBody } from '../../reading/body.ts';
import type { Archive, Article } from '../../archive/build.ts';
import { buildNameIndex, resolveName } from '../../names/matching/resolve.ts';
import { foldName } from '../../names/normalize.ts';
import { isShortForm } from '../../names/recognition/sentence.ts';
import { guessKind, type NameContext, type NameGuess } from '../../names/recognition/guess-kind.ts';
import { namedCollections } from '../../schema/collection-names.ts';
import { compareText } from '../../schema/finding.ts';

/** A name without a record, over all articles. */
export interface GatheredName {
  /** As printed most often. */
  name: string;
  /** Other ways in which it is printed: in capitals, with other accents. */
  variants: string[];
  /** How often all articles together have it. */
  count: number;
  /** Ids of the articles, newest first. */
  articles: string[];
  /** Where it stands in the newest. */
  sentence: string;
  guess?: NameGuess;
  /** A record, or another of these names, that it may be another spelling of; the id of a record has its collection. */
  perhaps?: string;
}

/** Contexts to guess by; more change nothing. */
const mostContexts = 12;
/** In characters. */
const longestSentence = 240;

interface Gathering {
  spellings: Map<string, number>;
  count: number;
  articles: string[];
  sentence: string;
  contexts: NameContext[];
}

/** The most frequent first, then by name. */
export function gatherNames(archive: Archive): GatheredName[] {
  const found = new Map<string, Gathering>();
  for (const article of archive.articles) gatherFrom(article, found);
  const names = [...found.values()].map(
    ({ spellings, count, articles, sentence, contexts }): GatheredName => {
      const [name = '', ...variants] = [...spellings]
        .sort(([a, times], [b, others]) => others - times || compareText(a, b))
        .map(([spelling]) => spelling);
      const guess = guessKind(name, contexts);
      return { name, variants, count, articles, sentence, ...(guess && { guess }) };
    },
  );
  names.sort((a, b) => b.count - a.count || compareText(a.name, b.name));
  proposeRecords(names, archive);
  return names;
}

function gatherFrom({ id, digest, unplaced }: Article, found: Map<string, Gathering>): void {
  if (unplaced === undefined) return;
  const texts = readBody(digest).blocks.map(({ text }) => text);
  for (const { name, count } of unplaced.names) {
    const key = foldName(name);
    const known = found.get(key);
    const gathering: Gathering = known ?? {
      spellings: new Map(),
      count: 0,
      articles: [],
      sentence: '',
      contexts: [],
    };
    if (known === undefined) found.set(key, gathering);
    gathering.count += count;
    gathering.articles.push(id);
    gathering.spellings.set(name, (gathering.spellings.get(name) ?? 0) + count);
    if (gathering.contexts.length >= mostContexts) continue;
    for (const { text, start, end } of findPlaces(name, texts)) {
      gathering.contexts.push({
        before: text.slice(Math.max(0, start - 40), start),
        after: text.slice(end, end + 30),
      });
      if (gathering.sentence === '') gathering.sentence = cutSentence(text, start, end);
    }
  }
}

/** Where texts have a name, whatever the spaces in it. */
function* findPlaces(
  name: string,
  texts: readonly string[],
): Iterable<{ text: string; start: number; end: number }> {
  const words = name.split(' ').map((word) => RegExp.escape(word));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'gu');
  for (const text of texts)
    for (const { index, 0: whole } of text.matchAll(pattern))
      yield { text: text.replace(/\s/gu, ' '), start: index, end: index + whole.length };
}

const ends = /[.?!]["”’)]?\s+(?=["“‘(]?[\p{Lu}\p{N}])/gu;

/** The sentence around a place, or what of it fits. */
function cutSentence(text: string, start: number, end: number): string {
  let [from, to] = [0, text.length];
  for (const { index, 0: sign } of text.matchAll(ends)) {
    // "Gen. Doe"
    if (isShortForm(/\p{L}+$/u.exec(text.slice(0, index))?.[0] ?? '')) continue;
    if (index + sign.length <= start) from = index + sign.length;
    else if (index >= end) {
      to = index + 1;
      break;
    }
  }
  if (to - from <= longestSentence) return text.slice(from, to).trim();
  const first = Math.max(from, Math.min(start - longestSentence / 2, to - longestSentence));
  const last = Math.min(to, first + longestSentence);
  const cut = text.slice(first, last).replace(/^\S*\s/, first > from ? '… ' : '$&');
  return (last < to ? cut.replace(/\s\S*$/, ' …') : cut).trim();
}

/** So much must a name be like another to be proposed as its spelling. */
const leastLike = 0.88;

function proposeRecords(names: GatheredName[], archive: Archive): void {
  const records = namedCollections.flatMap((collection) =>
    archive[collection].map(({ id, name, aliases }) => ({
      id: `${collection}/${id}`,
      kind: collection,
      names: [name, ...aliases],
    })),
  );
  const own = names.map(({ name, count }) => ({ id: name, kind: 'none', names: [name], weight: count }));
  const index = buildNameIndex([...records, ...own]);
  const numbers = new Map(names.map(({ name }, at) => [name, at]));
  for (const [at, one] of names.entries()) {
    const match = resolveName(index, one.name, { limit: 6, least: leastLike }).find(({ id }) => {
      const other = numbers.get(id);
      // Of two names without a record the rarer one is a spelling of the other.
      return id !== one.name && (other === undefined || other < at);
    });
    if (match !== undefined) one.perhaps = match.id;
  }
}
