// Recognition against lists made by hand: every mention of every record, none wrong, in an invented report and in the sample.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ArticleEntry } from '../../src/archive/entry.ts';
import { readArchive } from '../../src/archive/read.ts';
import { importCopy } from '../../src/importers/import-copy.ts';
import { readKnownArchive } from '../../src/importers/known.ts';
import { findUnplacedNames } from '../../src/names/unplaced.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';

const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url));

interface Gold {
  /** By record: how often each paragraph names it. */
  mentions: Record<string, Record<string, number>>;
  open: string[];
  unplaced: string[];
  names: string[];
}

const readGold = (name: string): Gold => JSON.parse(readFileSync(join(fixtures, name), 'utf8')) as Gold;

function countMentions(article: ArticleEntry): Gold['mentions'] {
  const counts: Gold['mentions'] = {};
  for (const { collection, id, anchor } of article.rendered.mentions) {
    const record = (counts[`${collection}/${id}`] ??= {});
    record[anchor] = (record[anchor] ?? 0) + 1;
  }
  return counts;
}

test('an invented report: every mention is found, none wrong, and what is open is asked', async (context) => {
  const root = await buildTemporaryArchive(context, join(fixtures, 'report'));
  const { entries, findings } = await readArchive(root);
  const article = entries.articles.find(({ id }) => id.endsWith('storm-over-osk'));
  assert.ok(article !== undefined);
  const gold = readGold('report-gold.json');
  assert.deepEqual(countMentions(article), gold.mentions);
  assert.deepEqual(
    findings.map(({ line, column, message }) => `${line}:${column} ${message}`),
    gold.open,
  );
  assert.deepEqual(article.rendered.unplaced?.names.map(({ name }) => name).sort(), gold.unplaced);
});

const sample = resolve(
  process.env['DATELINE_SHARED'] ?? '../shared',
  'samples/us-assassinates-top-iranian-general.txt',
);
const skip = existsSync(sample)
  ? false
  : 'the shared sample is not there; the invented report was read instead';

test('the full copy of the sample: every mention is found, none wrong', { skip }, async (context) => {
  context.diagnostic('input: the shared sample');
  const folder = await mkdtemp(join(tmpdir(), 'dateline-gold-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  await cp(new URL('../../content/', import.meta.url), folder, { recursive: true });
  const imported = await importCopy(
    sample,
    await readKnownArchive(folder),
    { authors: [], publication: 'world-socialist-web-site', replace: true, today: '2026-01-01' },
    false,
  );
  assert.ok('report' in imported, JSON.stringify(imported));
  const { entries, findings } = await readArchive(folder);
  const [article] = entries.articles;
  assert.ok(article !== undefined && article.fields.copy === 'full');
  const gold = readGold('sample-gold.json');
  assert.deepEqual(countMentions(article), gold.mentions);
  assert.deepEqual(findings, []);

  const missed = gold.unplaced.filter(
    (name) => !article.rendered.unplaced?.names.some((found) => found.name === name),
  );
  assert.ok(missed.length <= 1, `not listed as names without a record: ${missed.join(', ')}`);
  const texts = readFileSync(sample, 'utf8')
    .split(/\n\s*\n/)
    .slice(2, -2)
    .map((text) => ({ text: text.trim(), known: [] }));
  const found = findUnplacedNames(texts).map(({ name }) => name);
  const right = found.filter((name) => gold.names.includes(name)).length;
  const precision = right / found.length;
  const recall = right / gold.names.length;
  context.diagnostic(
    `names of an archive without records: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
  );
  assert.ok(
    precision >= 0.96 && recall >= 0.98,
    `missed ${gold.names.filter((name) => !found.includes(name)).join(', ')}; wrong ${found.filter((name) => !gold.names.includes(name)).join(', ')}`,
  );
});
