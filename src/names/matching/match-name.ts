// Matches a typed name against an index of any kind: exact forms first, then the names that sound or look most like it.
import { compareText } from '../../schema/finding.ts';
import type { NameIndex } from './name-index.ts';
import { coreWords, dropPossessives, exactForm, readName, type ComparedWord } from './name-words.ts';
import { rankNear } from './rank.ts';
import type { NameRecord, NameSpelling } from './spelling.ts';

export interface NameMatch {
  id: string;
  /** The spelling that matched. */
  name: string;
  match: 'exact' | 'near';
  /** 0 to 1; above 0.985 only for exact matches. */
  score: number;
}

export interface ResolveOptions {
  /** The most matches to return, one for each record; default 10. */
  limit?: number;
  /** The least score of a near match; default 0.64. */
  least?: number;
  /** Whether even ordinary words are taken for names; default false. */
  insist?: boolean;
}

/** How many words of a query are used to find near names; the others count for exact matches only. */
const mostWords = 6;
const nearest = 0.985;
/** So much alike must a name be that is made of ordinary words: "Revolutionary Guards Corps", not "prime minister". */
const leastOrdinary = 0.86;

/**
 * The records that a typed name may mean, best first. Exact: equal in all but case, marks, apostrophes, hyphens, gaps,
 * the spelling of the Arabic article and the dots of initials. Near: alike in sound or letters, in any order of its
 * words, some of them missing, the last perhaps unfinished. Ordinary words and absent countries are near to nothing.
 */
export function resolveName(index: NameIndex, query: string, options: ResolveOptions = {}): NameMatch[] {
  const { limit = 10, least = 0.64, insist = false } = options;
  const typed = readName(dropPossessives(query));
  const form = exactForm(typed);
  if (form === '') return [];
  const matches = new Map<NameRecord, NameMatch>();
  const add = ({ record, text }: NameSpelling, match: NameMatch['match'], score: number): void => {
    const known = matches.get(record);
    if (known === undefined || (match === known.match && score > known.score))
      matches.set(record, { id: record.id, name: text, match, score });
  };

  for (const spelling of findExact(index, [exactForm(readName(query)), form]))
    add(spelling, 'exact', spelling.text === query.trim() ? 1 : 0.99);

  const core = coreWords(typed).slice(0, mostWords);
  const floor = insist ? least : leastScore(index, form, core, least);
  if (floor < 1) {
    for (const { spelling, score } of rankNear(index, core, floor, limit + matches.size))
      add(spelling, 'near', score * nearest);
  }
  const records = new Map([...matches].map(([record, match]) => [match, record]));
  return [...matches.values()]
    .sort(
      (a, b) =>
        Number(a.match === 'near') - Number(b.match === 'near') ||
        b.score + fame(records.get(b)) - a.score - fame(records.get(a)) ||
        compareText(a.id, b.id),
    )
    .slice(0, limit);
}

/** The spellings of the first form that any has; those that differ by their gaps alone come last. */
function findExact(index: NameIndex, forms: readonly string[]): readonly NameSpelling[] {
  const ways = [index.findExact, (form: string) => index.findJoined(form.replaceAll(' ', ''))];
  for (const find of ways) {
    for (const form of new Set(forms)) {
      const found = find(form);
      if (found.length > 0) return found;
    }
  }
  return [];
}

function leastScore(index: NameIndex, form: string, core: readonly ComparedWord[], least: number): number {
  if (index.isCountry(form)) return 1;
  if (!core.every(({ text }) => index.isOrdinary(text))) return least;
  return core.length > 1 ? leastOrdinary : 1;
}

/** What a record's weight adds to its score: enough to part equals, not enough to pass over a better match. */
const fame = (record: NameRecord | undefined): number =>
  Math.min(Math.log2(1 + (record?.weight ?? 0)), 6) * 0.003;
