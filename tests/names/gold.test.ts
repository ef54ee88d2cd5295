// Recognition against lists made by hand: every mention of every record, none wrong, in an invented report and in the sample.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readArchive } from '../../src/reading/read.ts';
import { findUnplacedNames } from '../../src/names/recognition/unplaced.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';
import { countMentions, findSample, goldFolder, readGold, readSample } from './gold.ts';

test('an invented report: every mention is found, none wrong, and what is open is asked', async (context) => {
  const root = await buildTemporaryArchive(context, join(goldFolder, 'report'));
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

const sample = findSample();
const skip =
  sample === undefined ? 'the shared sample is not there; the invented report was read instead' : false;

test('the full copy of the sample: every mention is found, none wrong', { skip }, async (context) => {
  context.diagnostic('input: the shared sample');
  assert.ok(sample !== undefined);
  const { article, findings } = await readSample(sample);
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
