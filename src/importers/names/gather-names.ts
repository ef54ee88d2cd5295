// Gathers every name without a record from the whole archive, with its count, articles, a sentence and a guess.
import { readBody } from '../../reading/body.ts';
import type { Archive, Article } from '../../archive/build.ts';
import { buildNameIndex, resolveName } from '../../names/matching/resolve.ts';
import { foldName } from '../../names/normalize.ts';
import { nounsHaveCapitals } from '../../names/recognition/letter-case.ts';
import { isShortForm } from '../../names/recognition/sentence.ts';
import { guessKind, type NameContext, type NameGuess } from '../../names/recognition/guess-kind.ts';
import { namedCollections } from '../../schema/collection-names.ts';
import { compareText } from '../../schema/finding.ts';

/** A name without a record, across all articles. */
export interface GatheredName {
  /** The most frequent spelling. */
  name: string;
  /** Other spellings that differ only in case or accents. */
  variants: string[];
  /** How often it occurs in all articles together. */
  count: number;
  /** Ids of the articles, newest first. */
  articles: string[];
  /** A sentence from the newest article. */
  sentence: string;
  guess?: NameGuess;
  /** What it may be another spelling of: a record, such as `people/ada-norling`, or another of these names. */
  perhaps?: string;
}

/** How many occurrences are enough to guess by. */
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

function gatherFrom({ id, digest, language, unplaced }: Article, found: Map<string, Gathering>): void {
  if (unplaced === undefined || nounsHaveCapitals(language)) return;
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

/** All occurrences of a name, even across a line break. */
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

/** The sentence around an occurrence, shortened if it is too long. */
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

/** How similar a name must be to be proposed. */
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
      // Of two names without a record, the rarer one is proposed as a spelling of the other.
      return id !== one.name && (other === undefined || other < at);
    });
    if (match !== undefined) one.perhaps = match.id;
  }
}
