// Finds what a record or an article says twice, or says of itself: aliases, authors, topics, the number of one item of Wikidata.
import { recordKey, type Archive, type AuthorityRecord } from '../archive/build.ts';
import type { EntryProblem } from '../reading/locate.ts';
import { openers } from '../names/recognition/capital-words.ts';
import { foldName } from '../names/normalize.ts';

export function checkRepeated({ articles, recordByKey }: Archive): EntryProblem[] {
  const byItem = new Map<string, AuthorityRecord>();
  return [
    ...articles.flatMap(({ id, authors, topics }) => [
      ...repeated(authors).map((at) => twice('articles', id, ['authors', at], 'author', authors[at])),
      ...repeated(topics).map((at) => twice('articles', id, ['topics', at], 'topic', topics[at])),
    ]),
    ...[...recordByKey.values()].flatMap((record) => [
      ...checkNames(record),
      ...checkIdentity(record, byItem),
    ]),
  ];
}

/** The places of those values that stand before them already. */
const repeated = (values: readonly string[]): number[] =>
  values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []));

const twice = (
  collection: EntryProblem['collection'],
  id: string,
  path: readonly PropertyKey[],
  noun: string,
  value = '',
): EntryProblem => ({
  check: 'repeated',
  severity: 'warning',
  collection,
  id,
  path,
  message: `the ${noun} "${value}" is there twice`,
  fix: 'Remove the line',
});

function checkNames({ collection, id, name, aliases }: AuthorityRecord): EntryProblem[] {
  const names = [name, ...aliases];
  const pathOf = (at: number): PropertyKey[] => (at === 0 ? ['name'] : ['aliases', at - 1]);
  return [
    ...repeated(names).map((at) => twice(collection, id, pathOf(at), 'name', names[at])),
    ...names.flatMap((one, at): EntryProblem[] => {
      const problem = describeName(one);
      if (problem === undefined) return [];
      const [severity, what, fix] = problem;
      return [
        { check: 'name', severity, collection, id, path: pathOf(at), message: `"${one}" ${what}`, fix },
      ];
    }),
  ];
}

function describeName(
  name: string,
): [severity: EntryProblem['severity'], what: string, fix: string] | undefined {
  const letters = foldName(name).replace(/[^\p{L}\p{N}]/gu, '');
  const fix = 'Write the whole name, or remove it';
  if (letters === '') return ['error', 'has no letters, so nobody could find it', fix];
  if (letters.length === 1 && !/\p{Lo}/u.test(letters))
    return ['warning', 'is one letter, and would be found everywhere', fix];
  if (!/\s/.test(name) && name === name.toLowerCase() && openers.has(name))
    return ['warning', 'is an ordinary word, and would be found everywhere', fix];
  if (/;|,.*,/.test(name)) return ['warning', 'looks like several names', 'Put each on a line of its own'];
  return undefined;
}

function checkIdentity(record: AuthorityRecord, byItem: Map<string, AuthorityRecord>): EntryProblem[] {
  const { collection, id, wikidata, differentFrom } = record;
  const problem = (path: readonly PropertyKey[], message: string, fix: string): EntryProblem => {
    return { check: 'identity', severity: 'error', collection, id, path, message, fix };
  };
  const problems: EntryProblem[] = [];
  if (differentFrom.includes(id)) {
    const path = ['differentFrom', differentFrom.indexOf(id)];
    problems.push(problem(path, 'the record says that it differs from itself', 'Remove the line'));
  }
  if (wikidata === undefined) return problems;
  const other = byItem.get(wikidata);
  if (other === undefined) byItem.set(wikidata, record);
  else {
    const message = `${wikidata} is ${recordKey(other.collection, other.id)} already`;
    problems.push(problem(['wikidata'], message, 'Make one record of the two, or correct the number'));
  }
  return problems;
}
