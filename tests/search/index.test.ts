// The index as Pagefind builds and searches it: every spelling finds its article, and two builds are the same.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chooseExcerpts } from '../../src/search/excerpt.ts';
import {
  addCounts,
  searchFullText,
  searchOthers,
  searchRecord,
  type Answer,
  type Counts,
} from '../../src/search/full-text.ts';
import { writeSearchFiles } from './write-search-files.ts';
import { describeForIndex, type IndexedArticle } from '../../src/search/document.ts';
import { buildSearchIndex } from '../../src/search/index.ts';
import { loadPagefind, type Pagefind } from '../../src/search/pagefind.ts';
import type { Archive } from '../../src/archive/build.ts';
import { isInPeriod, periodName, planSearchPeriods } from '../../src/archive/search-periods.ts';
import { readState } from '../../src/search/state.ts';
import { buildSample } from './sample-archive.ts';

const describeAll = (archive: Archive, articles = archive.articles): IndexedArticle[] =>
  articles.map((article) => describeForIndex(article, archive));

const { archive, readBlocks } = buildSample([
  {
    id: '2020/01/02/first',
    title: 'A first report',
    dateline: 'harbour',
    paragraphs: [
      'Nothing much.',
      "Fighters of Kata'ib and Shia militias—many of them from Łódź—met Abdul-Mahdi.",
      'They backed the US and were using a caretaker; the government fell.',
    ],
  },
  {
    id: '2021/06/07/second',
    title: 'A second report',
    language: 'pl',
    paragraphs: ['The caretaker government of Kataʿib — many said — was US-backed, said Abdul Nasser.'],
  },
]);
const indexed = describeAll(archive);
const files = await buildSearchIndex(indexed, readBlocks);
const folder = await mkdtemp(join(tmpdir(), 'dateline-index-'));
after(() => rm(folder, { recursive: true, force: true }));
await writeSearchFiles(files, folder);

// Pagefind reads its files with fetch, which Node does not offer for files.
globalThis.fetch = async (address) =>
  new Response(new Uint8Array(await readFile(fileURLToPath(new URL(String(address))))));
const pagefind = (await import(pathToFileURL(join(folder, 'pagefind.js')).href)) as Pagefind;
const fullText = { pagefind, periods: [] };

async function find(address: string): Promise<string[]> {
  const state = readState(address);
  const { results } = await searchFullText(fullText, state);
  return Promise.all(
    results.map(async (result) => {
      const found = await result.data();
      const anchor = chooseExcerpts(found, state.query)[0]?.anchor ?? '';
      return `${found.raw_url.split('/').at(-2) ?? ''}#${anchor}`;
    }),
  );
}

for (const [query, expected] of [
  ["Kata'ib", ['first#p2', 'second#p1']],
  ['Kataib', ['first#p2', 'second#p1']],
  ['Kata’ib', ['first#p2', 'second#p1']],
  ['Kataʿib', ['first#p2', 'second#p1']],
  ['Abdul-Mahdi', ['first#p2']],
  ['Abdul Mahdi', ['first#p2']],
  ['"Abdul Mahdi"', ['first#p2']],
  ['abdulmahdi', ['first#p2']],
  ['Abdul-Nasser', ['second#p1']],
  ['militias—many', ['first#p2']],
  ['"militias many"', ['first#p2']],
  ['"Kataib many"', ['second#p1']],
  ['lodz', ['first#p2']],
  ['Łódź', ['first#p2']],
  ['"caretaker government"', ['second#p1']],
  ['“caretaker government”', ['second#p1']],
  ['Lindqvist', ['first#', 'second#']],
  ['2021', []],
] as const) {
  test(`${query} finds ${expected.join(', ') || 'nothing'}`, async () => {
    assert.deepEqual((await find(`?q=${encodeURIComponent(query)}`)).sort(), expected);
  });
}

test('words next to each other as they were typed come first', async () => {
  assert.deepEqual(await find('?q=caretaker+government'), ['second#p1', 'first#p3']);
  assert.deepEqual(await find('?q=US-backed'), ['second#p1', 'first#p3']);
});

test('filters and orders work alone and together, in all languages', async () => {
  assert.deepEqual(await find('?author=mara-lindqvist'), ['second#', 'first#']);
  assert.deepEqual(await find('?author=mara-lindqvist&sort=oldest'), ['first#', 'second#']);
  assert.deepEqual(await find('?q=many&place=norland'), ['first#p2']);
  assert.deepEqual(await find('?q=many&place=norland&year=2021'), []);
});

test('a range of dates takes in its first and last day, with whatever else is asked', async () => {
  for (const [range, expected] of [
    ['from=2020-01-02&to=2020-01-02', ['first#']],
    ['from=2020-01-03', ['second#']],
    ['to=2020-01-01', []],
    ['to=2020', ['first#']],
    ['from=2020-01&to=2021-06', ['second#', 'first#']],
    ['from=2020-01&to=2021-06-06', ['first#']],
    ['from=2020-01-02&to=2021-06-07', ['second#', 'first#']],
    ['from=1900&to=1999', []],
    ['from=2022&to=2020', []],
    ['from=2020&year=2021', ['second#']],
    ['month=2020-01', ['first#']],
    ['month=2020-02', []],
  ] as const) {
    assert.deepEqual(await find(`?${range}`), expected, range);
  }
  assert.deepEqual(await find('?q=many&from=2020-02'), ['second#p1']);
});

test('under a range the filters count what lies in it', async () => {
  const answer = await searchFullText(fullText, readState('?q=many&to=2020-12-30&year=2020&month=2020-01'));
  const counts = await answer.counts();
  assert.deepEqual([counts.year, counts.month], [{ 2020: 1 }, { '2020-01': 1 }]);
  const wider = await (await searchFullText(fullText, readState('?q=many&year=2021&month=2021-06'))).counts();
  assert.deepEqual([wider.year, wider.month], [{ 2020: 1, 2021: 1 }, { '2021-06': 1 }]);
});

test('a record’s articles and the others with the words are parted, and counted together', async () => {
  const state = readState('?q=many');
  const ids = async ({ results }: Answer): Promise<string[]> =>
    Promise.all(results.map(async (result) => (await result.data()).raw_url));
  const [own, others] = await Promise.all([
    searchRecord(fullText, state, 'places/norland'),
    searchOthers(fullText, state, 'places/norland'),
  ]);
  assert.deepEqual(await ids(own), ['/2020/01/02/first/']);
  assert.deepEqual(await ids(others), ['/2021/06/07/second/']);
  const [ownCounts, otherCounts] = await Promise.all([own.counts(), others.counts()]);
  assert.deepEqual(addCounts(ownCounts, otherCounts).year, { 2020: 1, 2021: 1 });
  // An id may be the name of what every object has.
  const odd = { ...ownCounts, person: { constructor: 2 } };
  assert.deepEqual(addCounts(ownCounts, odd).person, { ...ownCounts.person, constructor: 2 });
  const written = await searchRecord(fullText, state, 'people/mara-lindqvist');
  assert.deepEqual(await ids(written), ['/2021/06/07/second/', '/2020/01/02/first/']);
});

test('a filter counts what it would give if it were chosen instead', async () => {
  const counts = await (await searchFullText(fullText, readState('?q=many&year=2020'))).counts();
  assert.deepEqual(counts.year, { 2020: 1, 2021: 1 });
  assert.deepEqual(counts.place, { harbour: 1, norland: 1, 'port-vell': 1 });
});

test('builds give the same bytes, even if they are asked for at once', async () => {
  const build = (): ReturnType<typeof buildSearchIndex> => buildSearchIndex(indexed, readBlocks);
  for (const again of await Promise.all([build(), build()])) {
    assert.deepEqual([...again.keys()], [...files.keys()]);
    for (const [path, content] of files)
      assert.deepEqual(Buffer.from(again.get(path) ?? []), Buffer.from(content), path);
  }
});

test('what the site does not load is not published', () => {
  const names = [...files.keys()].filter((path) => !path.includes('/')).sort();
  assert.deepEqual(
    names.map((name) => name.replace(/en_\w+/, 'en_x')),
    ['pagefind-entry.json', 'pagefind-worker.js', 'pagefind.en_x.pf_meta', 'pagefind.js', 'wasm.en.pagefind'],
  );
});

test('an archive without articles has an index too', async () => {
  const empty = buildSample([]);
  const built = await buildSearchIndex([], empty.readBlocks);
  assert.ok(built.has('pagefind-entry.json'));
});

test('an archive that is divided into periods is searched as one', async (context) => {
  const samples = [
    ['2009/03/04/oldest', ["The ferry to Port Vell was late. Fighters of Kata'ib met."]],
    ['2012/05/06/middle', ['Nothing of the kind happened; the ferry lay in the harbour.']],
    ['2013/07/08/later', ['The caretaker government fell. A ferry came.']],
    ['2016/01/01/newest', ['A caretaker of the government house saw the ferry and the ferry.']],
  ] as const;
  const { archive: whole, readBlocks: read } = buildSample(
    samples.map(([id, paragraphs]) => ({ id, title: 'A report', paragraphs: [...paragraphs] })),
  );
  const periods = planSearchPeriods(whole.articles, { mostInOne: 3, leastInPeriod: 2, mostPeriods: 12 });
  assert.deepEqual(periods.map(periodName), ['2013-2016', '2009-2012']);
  const home = await mkdtemp(join(tmpdir(), 'dateline-periods-'));
  context.after(() => rm(home, { recursive: true, force: true }));
  for (const period of periods) {
    const articles = whole.articles.filter((article) => isInPeriod(period, article));
    const built = await buildSearchIndex(describeAll(whole, articles), read);
    await writeSearchFiles(built, join(home, periodName(period)));
  }
  const divided = await loadPagefind(`${pathToFileURL(home).href}/`, periods.map(periodName).join(' '));
  const search = async (address: string): Promise<[ids: string[], counts: Counts]> => {
    const answer = await searchFullText(divided, readState(address));
    const ids = await Promise.all(answer.results.map(async (result) => (await result.data()).raw_url));
    return [ids.map((url) => url.split('/').at(-2) ?? ''), await answer.counts()];
  };
  const [all, counts] = await search('?q=ferry');
  assert.deepEqual(all.toSorted(), ['later', 'middle', 'newest', 'oldest']);
  assert.deepEqual(counts.year, { 2009: 1, 2012: 1, 2013: 1, 2016: 1 });
  assert.deepEqual((await search('?q=ferry&sort=newest'))[0], ['newest', 'later', 'middle', 'oldest']);
  assert.deepEqual((await search('?q=ferry&sort=oldest'))[0], ['oldest', 'middle', 'later', 'newest']);
  assert.deepEqual((await search('?author=mara-lindqvist'))[0], ['newest', 'later', 'middle', 'oldest']);
  assert.deepEqual((await search('?q=ferry&from=2012&to=2013&sort=oldest'))[0], ['middle', 'later']);
  const [ofYear, filtered] = await search('?q=ferry&year=2013');
  assert.deepEqual([ofYear, filtered.year], [['later'], counts.year]);
  // The newer index has no word that begins so, and would give whatever is nearest to it.
  const [rare, rareCounts] = await search('?q=Kataib');
  assert.deepEqual([rare, rareCounts.year], [['oldest'], { 2009: 1 }]);
  assert.deepEqual((await search('?q=caretaker+government'))[0], ['later', 'newest']);
  assert.deepEqual((await search('?q="caretaker+government"'))[0], ['later']);
  assert.deepEqual((await search('?q=ferry&year=1999'))[0], []);
});
