// What an added article changes for a record that has years: its page, the year, and nothing else of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describePages } from '../../src/changes/page-content.ts';
import { buildSampleArchive } from '../archive/sample.ts';

test('an added article changes the page of its year, not those of others', () => {
  const ids = Array.from({ length: 40 }, (_, index) => `20${10 + (index % 4)}/01/01/a${index}`);
  const describe = (articles: readonly string[]) =>
    describePages(
      buildSampleArchive(Object.fromEntries(articles.map((id) => [id, [['people/ada']]]))),
      new Map(),
    );
  const before = describe(ids);
  const after = describe([...ids, '2011/02/02/new']);
  const changed = [...after.values()]
    .filter(({ path, checksum }) => path.startsWith('/people/') && before.get(path)?.checksum !== checksum)
    .map(({ path, kind, title }) => [path, kind, title]);
  assert.deepEqual(changed, [
    ['/people/ada/', 'person', 'ada'],
    ['/people/ada/2011/', 'list', 'ada, 2011'],
  ]);
});
