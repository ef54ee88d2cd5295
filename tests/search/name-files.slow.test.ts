// The name index as files: what was written is read again, a query needs few of them, and the answers are those of memory.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { buildNameIndex, resolveName } from '../../src/names/matching/resolve.ts';
import { buildNameFiles, type IndexedName } from '../../src/search/name-files.ts';
import { createNameFinder, type NameFinder } from '../../src/search/name-finder.ts';
import { readLine, renderLine, type ListedRecord } from '../../src/search/name-lines.ts';
import { findNode, growTree, readTree, renderTree } from '../../src/search/name-tree.ts';
import { buildDistractors } from '../bench/distractors.ts';

const few: IndexedName[] = [
  {
    collection: 'people',
    id: 'qasem-soleimani',
    names: ['Qasem Soleimani', 'Soleimani', 'قاسم سلیمانی'],
    articles: 42,
  },
  { collection: 'people', id: 'peter-budgett', names: ['Peter Budgett'], articles: 1 },
  { collection: 'places', id: 'a-town', names: ['Łoździków', 'Lodsch'], articles: 0 },
  { collection: 'organizations', id: 'kataib-hizbullah', names: ["Kata'ib Hizbullah", 'KH'], articles: 7 },
];
const crowd: IndexedName[] = buildDistractors(3000, new Set()).map(({ id, kind, names }) => ({
  collection: kind === 'place' ? 'places' : 'people',
  id,
  names,
  articles: names.length,
}));
/** Letters of two code units, signs that fold into brackets, an apostrophe s that is the name's own. */
const odd: IndexedName[] = [
  { collection: 'people', id: 'adlam', names: ['𞤀𞤣𞤢𞤥𞤢 𞤔𞤢𞤤𞤮'], articles: 1 },
  { collection: 'places', id: 'one', names: ['⑴⑵ Harbour'], articles: 1 },
  { collection: 'organizations', id: 'macys', names: ["Macy's"], articles: 1 },
  { collection: 'places', id: 'constructor', names: ['constructor'], articles: 1 },
];
const many = [...few, ...odd, ...crowd];

function open(names: readonly IndexedName[]): {
  finder: NameFinder;
  read: string[];
  files: Map<string, Uint8Array>;
} {
  const files = buildNameFiles(names);
  const read: string[] = [];
  const finder = createNameFinder(async (name) => {
    const file = files.get(name);
    assert.ok(file !== undefined, `the index has no file ${name}`);
    read.push(name);
    return inflateRawSync(file).toString();
  });
  return { finder, read, files };
}

const small = open(few);
const large = open(many);

for (const [size, { finder }] of [
  ['few', small],
  ['many', large],
] as const) {
  test(`among ${size}, an exact spelling, a transliteration and a typing error find the record`, async () => {
    for (const [query, match, spelling] of [
      ['qasem soleimani', 'exact', 'Qasem Soleimani'],
      ['Soleimani', 'exact', 'Soleimani'],
      ['قاسم سلیمانی', 'exact', 'قاسم سلیمانی'],
      ['Ghasem Suleymani', 'near', 'Qasem Soleimani'],
      ['Solimani', 'near', 'Soleimani'],
    ]) {
      const [found] = await finder.find(query ?? '');
      assert.deepEqual(
        [found?.collection, found?.id, found?.name, found?.articles, found?.match, found?.spelling],
        ['people', 'qasem-soleimani', 'Qasem Soleimani', 42, match, spelling],
        query,
      );
    }
    const [town] = await finder.find('Lozdzikow');
    assert.deepEqual([town?.id, town?.articles, town?.match], ['a-town', 0, 'exact']);
  });

  test(`among ${size}, ordinary words and absent countries find nothing, unless one insists`, async () => {
    for (const word of ['budget', 'budgets', 'the', 'Saudi Arabia', '', '—'])
      assert.deepEqual(await finder.find(word), [], word);
    assert.ok((await finder.findNearest('budget')).some(({ id }) => id === 'peter-budgett'));
  });
}

test('few names take one file beside that of the ordinary words', async () => {
  const { finder, read } = open(few);
  assert.equal((await finder.find('Soleim', { typing: true }))[0]?.id, 'qasem-soleimani');
  assert.equal(read.length, 2);
});

test('among many names, a reader who types needs four files at most', async () => {
  for (const query of ['Soleim', 'kataib hizb', 'Suleymani Ghasem', 'so', 'Peter Budgett', 'xyz']) {
    const { finder, read } = open(many);
    await finder.find(query, { typing: true });
    assert.ok(read.length <= 4, `${query}: ${read.join(' ')}`);
  }
});

test('among many names, every listed one is found as in memory', async () => {
  const records = many.map(({ id, collection, names, articles }) => ({
    id: `${collection}/${id}`,
    kind: collection,
    names: [...names],
    weight: articles,
  }));
  const index = buildNameIndex(records);
  for (const { names } of many.filter((_, at) => at % 7 === 0)) {
    const [name = ''] = names;
    const exact = resolveName(index, name, { limit: 50 }).filter(({ match }) => match === 'exact');
    const found = (await large.finder.find(name, { limit: 50 })).filter(({ match }) => match === 'exact');
    assert.deepEqual(
      found.map(({ collection, id }) => `${collection}/${id}`),
      exact.map(({ id }) => id),
      name,
    );
  }
});

test('among many names, those of odd letters and signs are found', async () => {
  for (const { id, names } of odd) {
    const [found] = await open(many).finder.find(names[0] ?? '');
    assert.deepEqual([found?.id, found?.match], [id, 'exact'], id);
  }
  assert.equal((await large.finder.find('𞤀𞤣𞤢𞤥𞤢'))[0]?.id, 'adlam');
  assert.equal((await large.finder.find('macys'))[0]?.match, 'exact');
  assert.equal((await large.finder.find("Peter Budgett's"))[0]?.match, 'exact');
});

test('a record whose spellings stand in several files is found once', async () => {
  const names = [
    ...many,
    { collection: 'people', id: 'x', names: ['Al Vane', 'El Vane', 'Vane Osk', 'Osk'], articles: 2 } as const,
  ];
  for (const query of ['al-Vane', 'Osk Vane', 'Osk']) {
    const found = await open(names).finder.find(query, { limit: 50 });
    const keys = found.map(({ collection, id }) => `${collection}/${id}`);
    assert.ok(keys.includes('people/x'), query);
    assert.equal(new Set(keys).size, keys.length, query);
  }
});

test('a pasted page is no name, and choosing files for it costs no more than its length', async () => {
  assert.deepEqual(await large.finder.find('ba '.repeat(100_000)), []);
  assert.deepEqual(await large.finder.find('a '.repeat(100_000)), []);
});

test('the same names give the same bytes, in whatever order they come', () => {
  assert.deepEqual(buildNameFiles(many.toReversed()), large.files);
  assert.deepEqual(buildNameFiles(few.toReversed()), small.files);
});

test('an empty archive has an index in which nothing is found', async () => {
  assert.deepEqual(await open([]).finder.find('Soleimani'), []);
});

test('a file that did not arrive is asked for again', async () => {
  const files = buildNameFiles(few);
  let broken = true;
  const finder = createNameFinder(async (name) => {
    if (broken) throw new Error('no connection');
    return inflateRawSync(files.get(name) ?? new Uint8Array()).toString();
  });
  await assert.rejects(finder.find('Soleimani'), /no connection/);
  broken = false;
  assert.equal((await finder.find('Soleimani'))[0]?.id, 'qasem-soleimani');
});

test('a line holds a record and the spellings that are listed', () => {
  const record: ListedRecord = {
    collection: 'organizations',
    id: 'kh',
    name: "Kata'ib  Hizbullah",
    articles: 71,
    spellings: [
      { text: "Kata'ib Hizbullah", weights: [3, 9] },
      { text: 'Brigades\tof Hizbullah', weights: [1, 2] },
    ],
  };
  assert.deepEqual(readLine(renderLine(record)), {
    ...record,
    name: "Kata'ib Hizbullah",
    spellings: [
      { text: "Kata'ib Hizbullah", weights: [3, 9] },
      { text: 'Brigades of Hizbullah', weights: [1, 2] },
    ],
  });
});

test('a tree is read as it was written, and a path leads as far as it goes', () => {
  const postings = ['aa', 'aab', 'ab', 'b', 'ba', 'ca', 'cb', 'cc', 'd', 'é'].map((path) => ({
    path,
    item: path,
  }));
  const { root, files } = growTree(postings, 5, 2);
  const { root: again, next } = readTree(renderTree(root), 5);
  assert.deepEqual(again, root);
  assert.equal(next, 5 + files.length);
  for (const { path } of postings) assert.ok(files[findNode(again, path).file - 5]?.includes(path), path);
  assert.equal(findNode(again, 'zzz').file, 5);
});
