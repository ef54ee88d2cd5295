// An A-Z list of names, or the part of it under a letter: of a collection, or of what lies within one record.
import type { Archive, AuthorityRecord } from '../archive/build.ts';
import { listedName, type LetterGroup, type LetterPage } from '../archive/letters.ts';
import { isNamed } from '../archive/name-lists.ts';
import { countArticles, countNaming, mostNamed } from '../archive/record-articles.ts';
import { recordUrl, type RecordCollection } from '../urls.ts';
import type { JsonLd } from './metadata/json-ld.ts';
import { buildItemList } from './metadata/lists.ts';

/** A list, or the part of it under a letter. */
export interface LetterPageView {
  /** Of all names in it. */
  collection: RecordCollection;
  /** `A`, `Al`, `Arabic`; empty for the whole list. */
  title: string;
  /** The last part of its address; empty for the whole list. */
  key: string;
  /** Records whose own name stands under it. */
  count: number;
  /** What it is a part of, the largest first. */
  around: { title: string; key: string }[];
  /** The letters of what it is a part of, the largest first, then its own. */
  levels: LetterLevelView[];
  /** Empty where it has letters of its own. */
  groups: LetterGroupView[];
  /** Beside its own letters: the records that most articles name. */
  most: CountedName[];
  /** Only on the list of all people: those who wrote the most articles. */
  authors: CountedName[];
}

export interface LetterLevelView {
  /** Of the part whose letters they are; empty for the whole list. */
  title: string;
  letters: LetterView[];
}

export interface LetterView {
  title: string;
  key: string;
  /** Whether the page itself is under it, or is it; absent for every other letter. */
  current?: 'around' | 'here';
  /** Records under it; told of the page's own letters only, and not where there are none. */
  count?: number;
}

export interface LetterGroupView {
  letter: string;
  /** The id to jump to. */
  anchor: string;
  entries: (OwnNameView | SpellingsView)[];
}

/** A record and how many articles it has. */
export interface CountedName {
  id: string;
  name: string;
  count: number;
}

export interface OwnNameView extends CountedName {
  /** The name as the list shows it, with the family name first; absent if that is the same. */
  listed?: string;
  /** Other spellings, shown with the name. */
  beside?: string[];
  /** Tells two of one name apart. */
  description?: string;
}

/** Spellings that stand one after the other, and the record under whose name to look. */
export interface SpellingsView {
  id: string;
  name: string;
  spellings: string[];
}

export interface NameListView extends LetterPageView {
  /** Whether other spellings of the names stand in the list. */
  isNamed: boolean;
  /** Named by the collection or the letter; the page puts it in words. */
  linkedData: JsonLd;
}

export const viewNameList = (
  { collection, page }: { collection: RecordCollection; page: LetterPage },
  archive: Archive,
): NameListView => ({
  ...viewLetterPage(collection, page, archive),
  isNamed: isNamed(collection),
  linkedData: buildItemList(
    page.title || collection,
    page.records.map(({ id, name }) => ({ href: recordUrl(collection, id), text: name })),
  ),
});

export interface PartsView extends LetterPageView {
  /** What all lies in or belongs to; a record of the same collection. */
  record: { id: string; name: string };
}

export const viewParts = (
  { record: { collection, id, name }, page }: { record: AuthorityRecord; page: LetterPage },
  archive: Archive,
): PartsView => ({ ...viewLetterPage(collection, page, archive), record: { id, name } });

/** The names that a long list shows beside its letters. */
const mostBeside = 40;
const mostAuthors = 20;

function viewLetterPage(collection: RecordCollection, page: LetterPage, archive: Archive): LetterPageView {
  const { title, key, records, around, groups, parts } = page;
  const namesakes = findNamesakes(records);
  const beside = parts.length > 0 ? mostNamed(archive, records, mostBeside) : [];
  return {
    collection,
    title,
    key,
    count: records.length,
    around: around.map((other) => ({ title: other.title, key: other.key })),
    levels: [...around, page]
      .filter((level) => level.parts.length > 0)
      .map((level) => viewLevel(level, page)),
    groups: groups.map((group) => viewGroup(group, namesakes, archive)),
    most: beside.map((record) => viewNamed(record, archive)),
    authors: collection === 'people' && key === '' ? viewAuthors(archive, mostAuthors) : [],
  };
}

/** A page under a letter leads to the other letters, and to the parts beside it. */
const viewLevel = (level: LetterPage, page: LetterPage): LetterLevelView => ({
  title: level.title,
  letters: level.parts.map((part): LetterView => ({
    title: part.title,
    key: part.key,
    ...(part === page && { current: 'here' }),
    ...(page.around.includes(part) && { current: 'around' }),
    ...(level === page && part.records.length > 0 && { count: part.records.length }),
  })),
});

const viewGroup = (
  { letter, anchor, entries }: LetterGroup,
  namesakes: ReadonlySet<string>,
  archive: Archive,
): LetterGroupView => ({
  letter,
  anchor,
  entries: entries.map(({ record, spellings, beside }): LetterGroupView['entries'][number] =>
    spellings.length > 0
      ? { id: record.id, name: record.name, spellings }
      : {
          ...viewCountedName(record, archive),
          ...(listedName(record, record.name) !== record.name && { listed: listedName(record, record.name) }),
          ...(beside.length > 0 && { beside }),
          ...(namesakes.has(record.name) && { description: record.description }),
        },
  ),
});

export const viewCountedName = (record: AuthorityRecord, archive: Archive): CountedName => ({
  id: record.id,
  name: record.name,
  count: countArticles(archive, record),
});

/** The same, counting only articles that name it and not those that a person wrote. */
export const viewNamed = (record: AuthorityRecord, archive: Archive): CountedName => ({
  id: record.id,
  name: record.name,
  count: countNaming(archive, record),
});

/** The people who wrote the most articles. */
export const viewAuthors = (archive: Archive, most: number): CountedName[] =>
  archive.people
    .map(({ id, name }) => ({ id, name, count: archive.articlesByAuthor.get(id)?.length ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, most);

/** The names that more than one of the records has. */
const findNamesakes = (records: readonly AuthorityRecord[]): Set<string> =>
  new Set(
    [...Map.groupBy(records, ({ name }) => name)].filter(([, same]) => same.length > 1).map(([name]) => name),
  );
