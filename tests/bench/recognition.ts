// Measures recognition: against a list made by hand, and what records cost that no article names: 1,000 articles with and without 20,000 of them, read and rendered anew.
import { join } from 'node:path';
import { listSpellings, readArchive } from '../../src/reading/read.ts';
import { readNames } from '../../src/names/recognition/decide.ts';
import { buildNameTrie, type NameSpelling, type NameTrie } from '../../src/names/recognition/recognize.ts';
import { openNameTrie, renderNameTrie } from '../../src/names/recognition/trie.ts';
import { readAnnotated, recognize } from '../names/annotated.ts';
import { countMentions, findSample, readGold, readSample, type Gold } from '../names/gold.ts';
import { inTemporaryFolders } from './dateline.ts';
import { writeMadeUpArchive } from './made-up-archive.ts';

const articles = 1000;
const extraRecords = 20_000;

/** So often everything is timed, in turns; the fastest counts, for whatever else the machine does only slows it. */
const rounds = 3;

/** Lines to print: milliseconds on this machine, and ratios that hold on others. */
export async function benchRecognition(): Promise<string[]> {
  return [...compareWithAnnotations(), ...(await compareWithGold()), ...(await timeRecognition())];
}

/** Prose that was written and annotated for this, by what it tries. */
function compareWithAnnotations(): string[] {
  const percent = (part: number, whole: number): string =>
    whole === 0 ? '-' : `${((100 * part) / whole).toFixed(0)}% (${part}/${whole})`;
  return [
    'Annotated prose: links that are right, names with a record that are linked; listed that are names, names without a record that are listed',
    ...readAnnotated().map((text) => {
      const one = recognize(text);
      const figures = [
        percent(one.right, one.links),
        percent(one.right, one.expected),
        percent(one.listedRight, one.listed),
        percent(one.found, one.unknown),
      ];
      return `  ${one.kind}: ${figures.join(', ')}`;
    }),
  ];
}

/** How many mentions of the sample's full copy are found, by a list made by hand. */
async function compareWithGold(): Promise<string[]> {
  const sample = findSample();
  if (sample === undefined) return ['The sample in full: not there, so it is not measured'];
  const gold = listCounts(readGold('sample-gold.json').mentions);
  const found = listCounts(countMentions((await readSample(sample)).article));
  const total = sum(gold, () => 0);
  const [missed, wrong] = [sum(gold, (key) => found.get(key) ?? 0), sum(found, (key) => gold.get(key) ?? 0)];
  return [
    `The sample in full: ${total} mentions of ${Object.keys(readGold('sample-gold.json').mentions).length} records, ${missed} missed, ${wrong} wrong (mark: 0 and 0)`,
  ];
}

/** By record and paragraph. */
const listCounts = (mentions: Gold['mentions']): Map<string, number> =>
  new Map(
    Object.entries(mentions).flatMap(([record, places]) =>
      Object.entries(places).map(([anchor, count]) => [`${record}#${anchor}`, count]),
    ),
  );

/** What of the counts is more than others have. */
const sum = (counts: ReadonlyMap<string, number>, other: (key: string) => number): number =>
  [...counts].reduce((total, [key, count]) => total + Math.max(0, count - other(key)), 0);

function timeRecognition(): Promise<string[]> {
  return inTemporaryFolders(async ({ CONTENT_DIR: folder, CACHE_DIR }) => {
    const plain = join(folder, 'plain');
    const crowded = join(folder, 'crowded');
    const recordsOnly = join(folder, 'plain-records');
    const crowdedOnly = join(folder, 'crowded-records');
    const { articles: written } = await writeMadeUpArchive(plain, { articles });
    await writeMadeUpArchive(crowded, { articles, extraRecords });
    await writeMadeUpArchive(recordsOnly, { articles: 0 });
    await writeMadeUpArchive(crowdedOnly, { articles: 0, extraRecords });

    const cacheBefore = process.env['CACHE_DIR'];
    let cache = 0;
    const read = async (root: string): Promise<void> => {
      process.env['CACHE_DIR'] = `${CACHE_DIR}-${cache++}`;
      await readArchive(root);
    };
    const [few, many, fewOnly, manyOnly] = await timeInTurns(
      () => read(plain),
      () => read(crowded),
      () => read(recordsOnly),
      () => read(crowdedOnly),
    );
    const texts = written.map(({ body }) => body.split('\n\n'));
    const spellings = [await readSpellings(recordsOnly), await readSpellings(crowdedOnly)] as const;
    if (cacheBefore === undefined) delete process.env['CACHE_DIR'];
    else process.env['CACHE_DIR'] = cacheBefore;
    return [
      `Reading and rendering 1,000 articles: ${ms(few)}; beside 20,000 more records ${ms(many)}, ${renderRatio(many, few)}`,
      `  of that the records alone: ${ms(fewOnly)} and ${ms(manyOnly)}; of the rest ${renderRatio(subtract(many, manyOnly), subtract(few, fewOnly))}`,
      ...(await benchNames(...spellings, texts)),
    ];
  });
}

const readSpellings = async (root: string): Promise<NameSpelling[]> =>
  listSpellings((await readArchive(root)).entries);

/** Recognition alone, on one thread: what a worker does when it starts, and with each article. */
async function benchNames(
  few: readonly NameSpelling[],
  many: readonly NameSpelling[],
  texts: readonly string[][],
): Promise<string[]> {
  const handed = renderNameTrie(many);
  const readAll = (trie: NameTrie): void => {
    for (const text of texts) readNames('', text, trie, undefined);
  };
  const small = buildNameTrie(few);
  const large = buildNameTrie(many);
  const [render, open, first, second] = await timeInTurns(
    () => renderNameTrie(many),
    () => openNameTrie(handed),
    () => readAll(small),
    () => readAll(large),
  );
  const words = texts.flat().join(' ').split(/\s+/).length;
  const speed = ({ clock }: Timing): string => `${Math.round(words / clock)} words a millisecond`;
  return [
    `Recognition alone: ${speed(first)} with ${few.length} spellings, ${speed(second)} with ${many.length}, ${renderRatio(second, first)} of the times`,
    `  ${many.length} spellings are made ready in ${ms(render)}, ${(handed.length / 1e6).toFixed(1)} MB; a worker opens them in ${ms(open)}`,
  ];
}

/** Milliseconds by the clock and of the processor, all threads together: other work on the machine slows only the first. */
interface Timing {
  clock: number;
  processor: number;
}

/** The least time that each of several pieces of work takes. */
async function timeInTurns<T extends (() => unknown)[]>(...works: T): Promise<{ [K in keyof T]: Timing }> {
  const least = works.map((): Timing => ({ clock: Infinity, processor: Infinity }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, work] of works.entries()) {
      const start = performance.now();
      const before = process.cpuUsage();
      await work();
      const processor = process.cpuUsage(before).user / 1000;
      const clock = performance.now() - start;
      const timing = least[index];
      if (timing === undefined) continue;
      timing.clock = Math.min(timing.clock, clock);
      timing.processor = Math.min(timing.processor, processor);
    }
  }
  return least as { [K in keyof T]: Timing };
}

const ms = ({ clock }: Timing): string => `${Math.round(clock)} ms`;

const subtract = (a: Timing, b: Timing): Timing => ({
  clock: a.clock - b.clock,
  processor: a.processor - b.processor,
});

const renderRatio = (a: Timing, b: Timing): string =>
  `ratio ${(a.clock / b.clock).toFixed(2)}, of processor time ${(a.processor / b.processor).toFixed(2)}`;
