// Copies as files of every kind: three copies of one article are one article, and pages of well-known shapes are read whole.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { WrittenDraft } from '../../src/importers/draft.ts';
import { readDrafts } from '../../src/importers/drafts.ts';
import { readKnownArchive } from '../../src/importers/known.ts';
import { sampleCopies, sampleName } from './sample-copy.ts';

const nothing = await readKnownArchive(fileURLToPath(new URL('fixtures/no-archive/', import.meta.url)));

async function draft(paths: readonly string[]): Promise<WrittenDraft[]> {
  const drafts = await readDrafts(paths, nothing, { authors: [], replace: false, today: '2026-01-01' });
  return drafts.map((one) => {
    assert.ok(!('refusals' in one), JSON.stringify(one));
    assert.ok(one.account.complete);
    return one;
  });
}

test('text, HTML and PDF of one article give the same article', async (context) => {
  const { paths, isReal } = await sampleCopies();
  context.diagnostic(`input: ${sampleName(isReal)}`);
  const drafts = await draft(paths);
  assert.deepEqual(
    drafts.map(({ format }) => format),
    ['text', 'html', 'pdf'],
  );
  for (const { body, title, authors, published, paragraphs, account } of drafts) {
    assert.equal(body, drafts[0]?.body);
    assert.deepEqual([paragraphs.length, account.body], isReal ? [35, 1789] : [8, 216]);
    assert.equal(
      title,
      isReal
        ? 'US assassinates top Iranian general as 4,000 troops readied for Iraq intervention'
        : 'Harbour blockade of Ostra enters second week as 1,200 dockers walk out',
    );
    assert.deepEqual(authors, [isReal ? 'Bill Van Auken' : 'Mirela van Dorn']);
    assert.equal(published, isReal ? '2020-01-03' : '2019-03-14');
  }
});

interface Expected {
  title: string;
  authors: string[];
  published: string;
  facts: object;
  /** `why: text` of each block, in order. */
  leftOut: string[];
  doubts: string[];
}

for (const kind of ['pages', 'posts']) {
  const folder = new URL(`fixtures/${kind}/`, import.meta.url);
  for (const name of (await readdir(folder)).sort()) {
    test(`${kind}: ${name}`, async () => {
      const files = await readdir(new URL(`${name}/`, folder));
      const copy = files.find((file) => file !== 'body.md' && file !== 'expected.json') ?? '';
      const [read] = await draft([fileURLToPath(new URL(`${name}/${copy}`, folder))]);
      assert.ok(read !== undefined);
      const { title, authors, published, facts, doubts } = read;
      const leftOut = read.leftOut.map(({ why, text }) => `${why}: ${text}`);
      const expected = JSON.parse(
        await readFile(new URL(`${name}/expected.json`, folder), 'utf8'),
      ) as Expected;
      assert.deepEqual({ title, authors, published, facts, leftOut, doubts }, expected);
      assert.equal(read.body, await readFile(new URL(`${name}/body.md`, folder), 'utf8'));
    });
  }
}
