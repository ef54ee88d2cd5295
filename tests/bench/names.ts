// Measures the search for names among 20,000 records: who is found, who is not offered, how fast, and for how many bytes.
import { inflateRawSync } from 'node:zlib';
import { readFile } from 'node:fs/promises';
import { buildSlug } from '../../src/importers/slug.ts';
import { foldName } from '../../src/names/normalize.ts';
import {
  buildNameIndex,
  resolveName,
  type NameIndex,
  type NameRecord,
} from '../../src/names/matching/resolve.ts';
import { buildNameFiles, type IndexedName } from '../../src/search/name-files.ts';
import { createNameFinder } from '../../src/search/name-finder.ts';
import { buildDistractors } from './distractors.ts';
import { percentile, share } from './figures.ts';
import { measureColdStart } from './names-in-chromium.ts';
import { seededRandom } from './random.ts';
import { readSpellings } from './spellings.ts';
import { mistype } from './typing-errors.ts';

const total = 20_000;
const five = 5;

interface Question {
  /** What is measured, as a heading. */
  part: string;
  typed: string;
  /** The record that it means. */
  id: string;
}

/** Prints what the search for names must show; each figure stands beside its mark. */
export async function benchNames(): Promise<string[]> {
  const spellings = await readSpellings();
  const taken = new Set(spellings.flatMap(({ name, variants }) => [name, ...variants]).map(foldName));
  const sought = spellings.map(({ name }): NameRecord => ({
    id: buildSlug(name),
    kind: 'person',
    names: [name],
  }));
  const records = [...sought, ...buildDistractors(total - sought.length, taken)];
  const known = new Set(records.flatMap(({ names }) => names.map(foldName)));
  const random = seededRandom(93);
  // An error that makes another name of the list is none that a search could mend.
  const slip = (name: string): string => {
    const typed = mistype(name, random);
    return known.has(foldName(typed)) ? slip(name) : typed;
  };
  const questions = spellings.flatMap(({ list, name, variants }): Question[] => [
    ...variants.map((typed) => ({ part: `transliterations, ${list}`, typed, id: buildSlug(name) })),
    { part: 'typing errors', typed: slip(name), id: buildSlug(name) },
  ]);
  for (let at = sought.length; at < records.length; at += 20) {
    const { id, names } = records[at] as NameRecord;
    questions.push({ part: 'typing errors', typed: slip(names[0] ?? ''), id });
  }

  const start = performance.now();
  const index = buildNameIndex(records);
  const built = performance.now() - start;
  return [
    `Names among ${records.length} records (index built in ${(built / 1000).toFixed(1)} s)`,
    ...measureAnswers(index, records, questions),
    ...(await measureSilence(index, taken, records)),
    ...(await measureFiles(records, questions)),
  ];
}

function measureAnswers(
  index: NameIndex,
  records: readonly NameRecord[],
  questions: readonly Question[],
): string[] {
  const times: number[] = [];
  let wrong = 0;
  const ask = (typed: string, id: string): number => {
    const start = performance.now();
    const matches = resolveName(index, typed, { limit: five });
    times.push(performance.now() - start);
    wrong += matches.filter((match) => match.match === 'exact' && match.id !== id).length;
    return matches.findIndex((match) => match.id === id);
  };
  // The first answers are given by code that has not been compiled yet.
  for (const { typed } of questions.slice(0, 200)) resolveName(index, typed);
  const lines = [...Map.groupBy(questions, ({ part }) => part)].map(([part, list]) => {
    const ranks = list.map(({ typed, id }) => ask(typed, id));
    const first = ranks.filter((rank) => rank === 0).length;
    const inFive = ranks.filter((rank) => rank !== -1).length;
    const mark = part === 'typing errors' ? '93% and 98%' : '95% and 99%';
    return `  ${part}: ${share(first, list.length)} first, ${share(inFive, list.length)} in five of ${list.length} (mark: ${mark})`;
  });
  const listed = records.filter(({ id, names: [name = ''] }) => {
    const [match] = resolveName(index, name, { limit: 1 });
    return match?.id === id && match.match === 'exact';
  });
  return [
    ...lines,
    `  listed names: ${share(listed.length, records.length)} exact and first of ${records.length} (mark: 100%)`,
    `  exact matches that are wrong: ${wrong} (mark: 0)`,
    `  resolveName: median ${percentile(times, 50).toFixed(2)} ms, 95th percentile ${percentile(times, 95).toFixed(2)} ms (mark: 2 and 10)`,
  ];
}

/** How many words that are no names draw a suggestion. */
async function measureSilence(
  index: NameIndex,
  taken: ReadonlySet<string>,
  records: readonly NameRecord[],
): Promise<string[]> {
  const file = new URL('../names/fixtures/ordinary.json', import.meta.url);
  const lists = JSON.parse(await readFile(file, 'utf8')) as Record<string, string[]>;
  const known = new Set([...taken, ...records.flatMap(({ names }) => names.map(foldName))]);
  return Object.entries(lists).map(([kind, list]) => {
    const absent = list.filter((word) => !known.has(foldName(word)));
    const loud = absent.filter((word) => resolveName(index, word, { limit: 1 }).length > 0);
    const which = loud.length === 0 ? '' : `: ${loud.slice(0, 6).join(', ')}`;
    return `  ordinary ${kind} that draw a suggestion: ${share(loud.length, absent.length)} of ${absent.length} (mark: 2%)${which}`;
  });
}

/** The same names as the site's files: how large they are, and what a query takes of them. */
async function measureFiles(
  records: readonly NameRecord[],
  questions: readonly Question[],
): Promise<string[]> {
  const files = buildNameFiles(
    records.map(({ id, kind, names }): IndexedName => ({
      collection: kind === 'place' ? 'places' : 'people',
      id,
      names,
      articles: 1,
    })),
  );
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  const lines = [
    `  index on disk: ${files.size} files, ${(bytes / 1024 / (records.length / 1000)).toFixed(1)} KB per 1,000 records (mark: 50)`,
  ];
  for (const typing of [true, false]) {
    for (const [part, list] of Map.groupBy(questions, (question) => question.part)) {
      const loads: number[] = [];
      const requests: number[] = [];
      let first = 0;
      let inFive = 0;
      for (const { typed, id } of list) {
        let load = 0;
        let count = 0;
        const finder = createNameFinder(async (name) => {
          const file = files.get(name);
          if (file === undefined) throw new Error(`The index has no file ${name}.`);
          load += file.length;
          count += 1;
          return inflateRawSync(file).toString();
        });
        const rank = (await finder.find(typed, { limit: five, typing })).findIndex(
          (found) => found.id === id,
        );
        if (rank === 0) first += 1;
        if (rank !== -1) inFive += 1;
        loads.push(load);
        requests.push(count);
      }
      lines.push(
        `  ${typing ? 'while typing' : 'once typed'}, ${part}: ${share(first, list.length)} first, ${share(inFive, list.length)} in five; ` +
          `${percentile(loads, 50)} bytes (95th percentile ${percentile(loads, 95)}) in ${percentile(requests, 95)} requests`,
      );
    }
  }
  return [
    ...lines,
    ...(await measureColdStart(
      files,
      questions.map(({ typed }) => typed),
    )),
  ];
}
