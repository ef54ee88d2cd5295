// Copies as files of every kind: three copies of one article are one article, and pages of well-known shapes are read whole.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { WrittenDraft } from '../../src/importers/draft.ts';
import { readDrafts } from '../../src/importers/drafts.ts';
import { readKnownArchive } from '../../src/importers/known.ts';
import { sampleCopies, sampleName } from './sample-copy.ts';

const pages = new URL('fixtures/pages/', import.meta.url);
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

interface ExpectedPage {
  title: string;
  authors: string[];
  published: string;
  facts: object;
  /** `why: text` of each block, in order. */
  leftOut: string[];
  doubts: string[];
}

for (const name of (await readdir(pages)).sort()) {
  test(`page ${name}`, async () => {
    const [read] = await draft([fileURLToPath(new URL(`${name}/page.html`, pages))]);
    assert.ok(read !== undefined);
    const { title, authors, published, facts, leftOut, doubts } = read;
    const expected = JSON.parse(
      await readFile(new URL(`${name}/expected.json`, pages), 'utf8'),
    ) as ExpectedPage;
    assert.deepEqual(
      {
        title,
        authors,
        published,
        facts,
        leftOut: leftOut.map(({ why, text }) => `${why}: ${text}`),
        doubts,
      },
      expected,
    );
    assert.equal(read.body, await readFile(new URL(`${name}/body.md`, pages), 'utf8'));
  });
}
