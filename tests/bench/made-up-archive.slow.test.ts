// The made-up archive and the queries about it: the same every time, sound, and true to what its articles say.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildArchive } from '../../src/archive/build.ts';
import { readArchive } from '../../src/reading/read.ts';
import { runChecks } from '../../src/checks/checks.ts';
import { foldName } from '../../src/names/normalize.ts';
import {
  articlesThatName,
  articlesThatSay,
  buildMadeUpArchive,
  writeMadeUpArchive,
} from './made-up-archive.ts';
import { keyOf } from './made-up-article.ts';
import { cast } from './made-up-cast.ts';
import { unmentionedName, walkOnName } from './made-up-names.ts';
import { farLanguages, farProse, isFar } from './made-up-scripts.ts';
import { queries } from './query-kinds.ts';

const made = buildMadeUpArchive();
const spellings = cast.flatMap((member) =>
  [member.name, ...member.aliases].map((spelling) => ({ key: keyOf(member), spelling })),
);
/** A text in the form in which its words are compared, without possessive endings. */
const fold = (text: string): string => ` ${foldName(text.replaceAll('’s ', ' '))} `;

test('two runs write the same archive, and a longer one begins with it', () => {
  assert.deepEqual(buildMadeUpArchive(), made);
  const longer = buildMadeUpArchive({ articles: 400 });
  assert.equal(longer.articles.length, 400);
  assert.deepEqual(longer.articles.slice(0, 300), made.articles);
});

test('reading and checking it finds nothing to complain of', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-made-up-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const { files } = await writeMadeUpArchive(folder, { articles: 120, extraRecords: 200 });
  for (const [path, text] of files) assert.equal(await readFile(join(folder, path), 'utf8'), text);
  const { entries, findings } = await readArchive(folder);
  assert.deepEqual(findings, []);
  const archive = buildArchive(entries);
  const problems = runChecks(archive, folder);
  // The stage around the cast has names of its own, such as a mine's, that no record needs.
  const named = problems.map(({ check, message }) => (check === 'unplaced-name' ? message : check));
  assert.deepEqual([...new Set(named)].sort(), [
    'no record has the name "Anna"',
    'no record has the name "Rice"',
  ]);
  assert.equal(archive.articles.length, 120);
  assert.equal(archive.articles.length + archive.recordByKey.size, files.size);
});

test('an article prints every name it is said to print, and no other of the cast', () => {
  const foldedSpellings = spellings.map(({ key, spelling }) => ({ key, folded: fold(spelling) }));
  for (const { id, body, names } of made.articles) {
    const text = fold(body);
    for (const [key, [first = '']] of names)
      assert.ok(text.includes(fold(first)), `${id} does not print ${first} for ${key}`);
    for (const { key, folded } of foldedSpellings)
      assert.ok(names.has(key) || !text.includes(folded), `${id} prints ${folded}, which is ${key}`);
  }
});

test('a careful maintainer has listed every full form that an article prints', () => {
  for (const member of cast) {
    const known = [member.name, ...member.aliases].map(foldName);
    for (const [full] of member.prints) assert.ok(known.includes(foldName(full)), `${full} is no alias`);
  }
});

test('articles have 150 to 400 words and days from 2003 to 2023', () => {
  for (const { id, body, language } of made.articles) {
    const signs = isFar(language) ? farProse[language].signsOfWord : undefined;
    const words = signs === undefined ? body.split(/\s+/u).length : Math.round(body.length / signs);
    assert.ok(words >= 150 && words <= 400, `${id} has ${words} words`);
    assert.match(id, /^20(?:0[3-9]|1\d|2[0-3])\/\d{2}\/\d{2}\/[a-z0-9-]+$/);
  }
});

test('articles come in twelve languages and eleven scripts, eight of these within the first thirty', () => {
  const scripts = [
    'Latin',
    'Arabic',
    'Greek',
    'Cyrillic',
    'Hebrew',
    'Devanagari',
    'Han',
    'Hiragana',
    'Hangul',
    'Thai',
    'Georgian',
  ];
  const isIn = (script: string) => {
    const letters = new RegExp(`\\p{Script=${script}}`, 'gu');
    return ({ body }: { body: string }): boolean => (body.match(letters) ?? []).length > 50;
  };
  for (const script of scripts) assert.ok(made.articles.some(isIn(script)), `no article is in ${script}`);
  const early = scripts.filter((script) => made.articles.slice(0, 30).some(isIn(script)));
  assert.ok(early.length >= 8, early.join());
  assert.equal(new Set(made.articles.map(({ language }) => language)).size, 3 + farLanguages.length);
});

test('names made from parts are all different', () => {
  const walkOns = Array.from({ length: 2000 }, (_, index) => Object.values(walkOnName(index)).join(' '));
  const unmentioned = Array.from({ length: 20_000 }, (_, index) => unmentionedName(index).name);
  assert.equal(new Set([...walkOns, ...unmentioned]).size, 22_000);
});

test('there are 85 queries, at least three of a kind', () => {
  assert.equal(queries.length, 85);
  assert.equal(new Set(queries.map(({ typed }) => typed)).size, 85);
  for (const [kind, list] of Map.groupBy(queries, (query) => query.kind))
    assert.ok(list.length >= 3, `${kind} has only ${list.length}`);
});

test('what is meant by a query is there to be found, and nonsense is not', () => {
  for (const { typed, meaning } of queries) {
    if ('record' in meaning) assert.ok(articlesThatName(made, meaning.record).size >= 3, typed);
    else if ('words' in meaning) assert.ok(articlesThatSay(made, meaning.words).size >= 3, typed);
    else assert.equal(articlesThatSay(made, typed).size, 0, typed);
  }
});

test('a query is of its kind', () => {
  const known = new Set(spellings.map(({ spelling }) => foldName(spelling)));
  for (const { kind, typed, meaning } of queries) {
    if (kind === 'exact')
      assert.ok(
        cast.some(({ name }) => name === typed),
        typed,
      );
    if (['transliteration', 'typing error', 'prefix', 'ordinary word', 'nonsense'].includes(kind))
      assert.ok(!known.has(foldName(typed)), `${typed} is a spelling that a record lists`);
    if (kind !== 'dash-joined' || !('record' in meaning)) continue;
    const dashed = made.articles.some(({ body, names }) => {
      const forms = names.get(meaning.record) ?? [];
      const others = forms.reduce((text, form) => text.replaceAll(`—${form}—`, ''), body);
      return forms.length > 0 && !forms.some((form) => others.includes(form));
    });
    assert.ok(dashed, `no article has ${meaning.record} between dashes only`);
  }
});
