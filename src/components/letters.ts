// Orders records and their other spellings for an A-Z list, under the letters a reader looks for.
import type { AuthorityRecord } from '../archive/build.ts';
import { foldName } from '../names/normalize.ts';
import { compareText } from '../schema/finding.ts';

export interface ListEntry {
  record: AuthorityRecord;
  /** Spellings under which to see the record; empty where its own name stands. */
  spellings: string[];
}

export interface LetterGroup {
  /** `A` to `Z`, `0-9`, or the name of another script: `Arabic`. */
  letter: string;
  /** The id to jump to. */
  anchor: string;
  entries: ListEntry[];
}

/** Beyond this many lines a list holds the names alone; other spellings are on the records' own pages. */
const mostEntries = 5000;

/** The groups of a list; with `spellings`, each other spelling has an entry unless the record's name is beside it. */
export function buildLetterGroups(
  records: readonly AuthorityRecord[],
  spellings: boolean,
): { groups: LetterGroup[]; shortened: boolean } {
  const names = records.map((record) => ({ record, spellings: [], sort: foldName(record.name) }));
  const see = spellings ? records.flatMap(seeEntries) : [];
  const shortened = names.length + see.length > mostEntries && see.length > 0;
  const entries = (shortened ? names : [...names, ...see]).sort(
    (a, b) => compareText(a.sort, b.sort) || compareText(a.record.id, b.record.id),
  );
  const groups = [...Map.groupBy(entries, ({ sort }) => letterOf(sort))].map(([letter, group]) => ({
    letter,
    anchor: letter === digits ? 'digits' : letter.toLowerCase().replace(' ', '-'),
    entries: joinSpellings(group),
  }));
  const rank = ({ letter }: LetterGroup): number => order.indexOf(letter.length === 1 ? '' : letter);
  groups.sort((a, b) => rank(a) - rank(b) || compareText(a.letter, b.letter));
  return { groups, shortened };
}

const digits = '0–9';
const otherScripts = 'Other scripts';

/** Scripts that have a part of their own, after the letters, in this order. */
const scripts: readonly (readonly [name: string, letter: RegExp])[] = [
  ['Greek', /\p{Script=Greek}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Indic', /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}]/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Chinese', /\p{Script=Han}/u],
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Korean', /\p{Script=Hangul}/u],
]; // prettier-ignore
const order = [digits, '', ...scripts.map(([name]) => name), otherScripts];

function letterOf(folded: string): string {
  const [first = ''] = folded;
  if (/[a-z]/.test(first)) return first.toUpperCase();
  if (/\p{N}/u.test(first)) return digits;
  return scripts.find(([, letter]) => letter.test(first))?.[0] ?? otherScripts;
}

/** Spellings of one record that stand one after the other become one entry. */
function joinSpellings(entries: readonly ListEntry[]): ListEntry[] {
  const joined: ListEntry[] = [];
  for (const { record, spellings } of entries) {
    const last = joined.at(-1);
    if (last?.record === record && last.spellings.length > 0 && spellings.length > 0)
      last.spellings.push(...spellings);
    else joined.push({ record, spellings: [...spellings] });
  }
  return joined;
}

/** A record's other spellings, those with the same first word in one entry. */
function seeEntries(record: AuthorityRecord): (ListEntry & { sort: string })[] {
  const own = firstWord(foldName(record.name));
  const seen = new Set<string>();
  const aliases = record.aliases
    .map((spelling) => ({ spelling, sort: foldName(spelling) }))
    .filter(({ sort }) => firstWord(sort) !== own && !seen.has(sort) && seen.add(sort))
    .sort((a, b) => compareText(a.sort, b.sort));
  return [...Map.groupBy(aliases, ({ sort }) => firstWord(sort)).values()].map((group) => ({
    record,
    spellings: group.map(({ spelling }) => spelling),
    sort: group[0]?.sort ?? '',
  }));
}

const firstWord = (folded: string): string => folded.split(' ', 1)[0] ?? '';
