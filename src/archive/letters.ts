// Orders records and their other spellings for an A-Z list, under the letters a reader looks for.
import type { AuthorityRecord } from './build.ts';
import { foldName } from '../names/normalize.ts';
import { renderNameInverted, splitPersonName } from '../names/person-name.ts';
import { compareText } from '../schema/finding.ts';

export interface ListEntry {
  record: AuthorityRecord;
  /** Spellings under which to see the record; empty where its own name stands. */
  spellings: string[];
  /** Other spellings that would have been next to the name in the list. */
  beside: string[];
}

export interface LetterGroup {
  /** `A` to `Z`, `0–9`, or the name of another script: `Arabic`. */
  letter: string;
  /** The id to jump to. */
  anchor: string;
  entries: ListEntry[];
}

/** A list, or the part of it under a letter; what is too long for a page has parts in place of groups. */
export interface LetterPage {
  /** `A`, `Al`, `Arabic`; empty for the whole list. */
  title: string;
  /** The last part of its address: `a-`, `al-`, `arabic_`; no record's id ends like that. Empty for the whole list. */
  key: string;
  /** Records whose own name stands under it. */
  records: AuthorityRecord[];
  groups: LetterGroup[];
  parts: LetterPage[];
  /** What it is a part of, the largest first. */
  around: LetterPage[];
}

/** Bytes of names on a page that compresses to less than 20 KB: names shrink less than prose. */
export const listBudget = 21_000;

type SortedEntry = ListEntry & { sort: string };

/** The list of some records; with `spellings`, each other spelling has an entry unless the record's name is beside it. */
export function buildLetterList(
  records: readonly AuthorityRecord[],
  spellings: boolean,
  budget = listBudget,
): LetterPage {
  const names = records.map((record): SortedEntry => ({
    record,
    spellings: [],
    beside: [],
    sort: sortForm(record, record.name),
  }));
  const entries = [...names, ...(spellings ? records.flatMap(seeEntries) : [])].sort(
    (a, b) => compareText(a.sort, b.sort) || compareText(a.record.id, b.record.id),
  );
  const rank = (letter: string): number => order.indexOf(letter.length === 1 ? '' : letter);
  const letters = [...Map.groupBy(entries, ({ sort }) => letterOf(sort))].sort(
    ([a], [b]) => rank(a) - rank(b) || compareText(a, b),
  );
  const whole: LetterPage = { ...emptyPage, records: recordsOf(entries) };
  if (fits(entries, budget)) whole.groups = letters.map(([letter, group]) => buildGroup(letter, group));
  else
    whole.parts = letters.map(([letter, group]) => {
      const isLatin = letter.length === 1;
      const key = isLatin ? keyOf(letter.toLowerCase()) : `${anchorOf(letter)}_`;
      return buildPart(group, letter, { title: letter, key, length: isLatin ? 1 : 0 }, [whole], budget);
    });
  return whole;
}

/** A list and all its parts. */
export const withParts = (page: LetterPage): LetterPage[] => [page, ...page.parts.flatMap(withParts)];

const emptyPage = { title: '', key: '', records: [], groups: [], parts: [], around: [] };

/** @param start how many letters all entries begin with together, and what these are called */
function buildPart(
  entries: readonly SortedEntry[],
  letter: string,
  { title, key, length: start }: { title: string; key: string; length: number },
  around: LetterPage[],
  budget: number,
): LetterPage {
  const page: LetterPage = { ...emptyPage, title, key, records: recordsOf(entries), around };
  const longest = Math.max(...entries.map(({ sort }) => sort.length));
  let length = start;
  let groups = new Map([['', entries as SortedEntry[]]]);
  while (groups.size === 1 && length < longest) {
    length += 1;
    groups = Map.groupBy(entries, ({ sort }) => [...sort.padEnd(length)].slice(0, length).join(''));
  }
  if (fits(entries, budget) || groups.size === 1) page.groups = [buildGroup(letter, entries)];
  else
    page.parts = [...groups].map(([prefix, group]) => {
      const isLatin = letter.length === 1;
      const name = prefix.replace(/(?<= |^)./gu, (first) => first.toUpperCase()).replace(/ $/, ' …');
      return buildPart(
        group,
        letter,
        isLatin
          ? { title: name, key: keyOf(prefix), length }
          : { title: `${letter}: ${name}`, key: `${anchorOf(letter)}${keyOf(prefix).slice(0, -1)}_`, length },
        [...around, page],
        budget,
      );
    });
  return page;
}

/** Letters and digits of an address stand for themselves, a space is a hyphen, all others are their number in Unicode. */
const keyOf = (prefix: string): string =>
  `${[...prefix]
    .map((letter) =>
      /[a-z\d]/.test(letter) ? letter : letter === ' ' ? '-' : `_${letter.codePointAt(0)?.toString(16)}`,
    )
    .join('')}-`;

function fits(entries: readonly ListEntry[], budget: number): boolean {
  const sizes = entries.map(({ record, spellings }) =>
    [record.name, ...spellings].reduce((sum, text) => sum + Buffer.byteLength(text), 20),
  );
  return sizes.reduce((sum, size) => sum + size, 0) <= budget;
}

const recordsOf = (entries: readonly ListEntry[]): AuthorityRecord[] =>
  entries.flatMap(({ record, spellings }) => (spellings.length === 0 ? [record] : []));

const buildGroup = (letter: string, entries: readonly ListEntry[]): LetterGroup => ({
  letter,
  anchor: anchorOf(letter),
  entries: joinSpellings(entries),
});

const anchorOf = (letter: string): string =>
  letter === digits ? 'digits' : letter.toLowerCase().replace(' ', '-');

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

/** Adjacent spellings of one record become one entry, and those next to its name are shown with the name. */
function joinSpellings(entries: readonly ListEntry[]): ListEntry[] {
  const joined: ListEntry[] = [];
  for (const { record, spellings } of entries) {
    const last = joined.at(-1);
    if (last?.record !== record) joined.push({ record, spellings: [...spellings], beside: [] });
    else if (spellings.length === 0) {
      joined.pop();
      joined.push({ record, spellings: [], beside: last.spellings });
    } else (last.spellings.length > 0 ? last.spellings : last.beside).push(...spellings);
  }
  return joined;
}

/** A record's other spellings, those with the same first word in one entry. */
function seeEntries(record: AuthorityRecord): SortedEntry[] {
  const own = firstWord(sortForm(record, record.name));
  const seen = new Set<string>();
  const aliases = record.aliases
    .map((spelling) => ({ spelling, sort: sortForm(record, spelling) }))
    .filter(({ sort }) => firstWord(sort) !== own && !seen.has(sort) && seen.add(sort))
    .sort((a, b) => compareText(a.sort, b.sort));
  return [...Map.groupBy(aliases, ({ sort }) => firstWord(sort)).values()].map((group) => ({
    record,
    beside: [],
    spellings: group.map(({ spelling }) => listedName(record, spelling)),
    sort: group[0]?.sort ?? '',
  }));
}

/** What a name is sorted by, folded: for people the family name, without an Arabic article. */
const sortForm = (record: AuthorityRecord, name: string): string =>
  foldName(record.collection === 'people' ? listedName(record, name).replace(article, '') : name);

const article = /^(?:al|el|ul|ad|an|ar|as|at|az|ash|esh)-(?=\p{L})/iu;

/** A name as an A-Z list shows it: for people with the family name first, as in "Soleimani, Qasem". */
export function listedName({ collection, name: own, aliases }: AuthorityRecord, name: string): string {
  if (collection !== 'people') return name;
  // An alias may show where the family name begins. Only the name itself needs that.
  return renderNameInverted(splitPersonName(name, name === own ? aliases : []));
}

const firstWord = (folded: string): string => folded.split(' ', 1)[0] ?? '';
