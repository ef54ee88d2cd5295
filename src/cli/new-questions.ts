// The questions that the command "new" asks in a terminal: one for each field not given, with what the archive knows to choose from.
import type * as z from 'zod';
import { collectionOf, type EntryKind } from '../importers/new-entry.ts';
import { findByName, type KnownArchive } from '../importers/known.ts';
import { buildSlug } from '../importers/slug.ts';
import { forbiddenCharacters } from '../schema/characters.ts';
import { isoDate, languageTag, partialDate, webAddress } from '../schema/field.ts';
import { placeKinds } from '../schema/place.ts';
import { site } from '../site.ts';
import type { RecordCollection } from '../urls.ts';
import { isKind, kinds, type FieldName, type Given } from './new-command.ts';

export interface Choice {
  value: string;
  label: string;
  /** What tells it from others of its name. */
  hint?: string;
}

/** Answers are texts; those to `several` are lists. */
export interface Question {
  message: string;
  as: 'line' | 'lines' | 'one' | 'several';
  /** What is there before anything is typed. */
  initial?: string;
  /** For `one` and `several`. */
  choices: Choice[];
  /** Why an answer to `line` or `lines` will not do: a sentence. */
  check: (answer: string) => string | undefined;
}

const wording: Record<FieldName, string> = {
  name: 'Name, as the archive is to write it',
  description: 'Who or what it is, in one sentence',
  alias: 'Other spellings that must find it, parted by semicolons (or nothing)',
  born: 'Born: a year, a month or a day (or nothing)',
  died: 'Died: a year, a month or a day (or nothing)',
  kind: 'What kind of place is it?',
  within: 'Within which place does it lie?',
  'part-of': 'Which organization is it part of?',
  website: 'Its web address (or nothing)',
  language: 'Its language, such as en or ar',
  published: 'Day of publication, YYYY-MM-DD',
  publication: 'Where was it published?',
  author: 'Who wrote it? (new ones are added with: npm run new -- author "Name")',
  topic: 'Which topics is it about?',
  dateline: 'Where was it filed from?',
  url: 'Its web address (or nothing)',
  text: 'The account of the article, in your own words (when done: Tab, then Enter)',
  id: 'Id',
};

const articleWording: Partial<Record<FieldName, string>> = {
  name: 'Headline, as published',
  description: 'What the article reports, in one or two sentences of your own',
  language: "Its language, if it is not the publication's (or nothing)",
};

const chosenFrom: Partial<Record<FieldName, RecordCollection>> = {
  publication: 'publications',
  author: 'people',
  topic: 'topics',
  dateline: 'places',
  within: 'places',
  'part-of': 'organizations',
};

const shapes: Partial<Record<FieldName, z.ZodType>> = {
  published: isoDate,
  born: partialDate,
  died: partialDate,
  language: languageTag,
  website: webAddress,
  url: webAddress,
};

export const kindQuestion: Question = {
  message: 'What is new?',
  as: 'one',
  choices: Object.keys(kinds).map((kind) => ({ value: kind, label: kind })),
  check: (answer) => (isKind(answer) ? undefined : 'Choose one of the list.'),
};

/** The fields of a kind that were not given and can be asked for, in order, each with its question. */
export function buildQuestions(
  kind: EntryKind,
  given: Given,
  archive: KnownArchive,
): [FieldName, Question][] {
  const { required, optional } = kinds[kind];
  return (['name', ...required, ...optional] as const)
    .filter((name) => name !== 'id' && given[name] === undefined)
    .map((name) => [name, buildQuestion(kind, name, !optional.some((one) => one === name), archive)]);
}

function buildQuestion(
  kind: EntryKind,
  name: FieldName,
  isRequired: boolean,
  archive: KnownArchive,
): Question {
  const message = (kind === 'article' ? articleWording[name] : undefined) ?? wording[name];
  const collection = chosenFrom[name];
  const check = (answer: string): string | undefined => checkAnswer(kind, name, isRequired, answer, archive);
  if (collection === undefined && name !== 'kind')
    return {
      message,
      as: name === 'text' ? 'lines' : 'line',
      choices: [],
      check,
      ...(kind === 'publication' && name === 'language' && { initial: site.language }),
    };
  const choices =
    collection === undefined
      ? placeKinds.map((value): Choice => ({ value, label: value }))
      : archive.records[collection].map(({ id, fields }): Choice => ({
          value: id,
          label: fields.name,
          hint: id,
        }));
  const isSeveral = name === 'author' || name === 'topic';
  const none: Choice[] = isRequired || isSeveral ? [] : [{ value: '', label: '(none, or not known)' }];
  return { message, as: isSeveral ? 'several' : 'one', choices: [...none, ...choices], check };
}

function checkAnswer(
  kind: EntryKind,
  name: FieldName,
  isRequired: boolean,
  answer: string,
  archive: KnownArchive,
): string | undefined {
  if (answer === '') return isRequired ? 'This cannot be left empty.' : undefined;
  if (answer.search(forbiddenCharacters) !== -1)
    return 'It has an invisible control character; type it anew.';
  const issue = shapes[name]?.safeParse(answer).error?.issues[0];
  if (issue !== undefined) return `This ${issue.message}.`;
  if (name !== 'name') return undefined;
  if (buildSlug(answer) === '') return 'No id can be made from this; begin again with --id ID.';
  if (kind === 'article') return undefined;
  const [same] = findByName(archive.records[collectionOf[kind]], answer);
  return same === undefined
    ? undefined
    : `${collectionOf[kind]}/${same.id} has this name already; if this is another, begin again with --id ID.`;
}
