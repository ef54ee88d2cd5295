// A site that several machines make in parts is the one that a single machine makes.
import assert from 'node:assert/strict';
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { runDateline } from '../run-dateline.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';
import { hashSite } from './hash-site.ts';

test('a site assembled from parts is the same as one built at once', async (context) => {
  const home = await mkdtemp(join(tmpdir(), 'dateline-shards-'));
  context.after(() => rm(home, { recursive: true, force: true }));
  const content = await buildTemporaryArchive(context);
  const build = async (args: string[], out: string, from = content): Promise<string> => {
    // Another machine has a cache of its own.
    const env = { CONTENT_DIR: from, OUT_DIR: join(home, out), CACHE_DIR: join(home, `${out}-cache`) };
    const { code, output } = await runDateline(['build', ...args], env);
    return code === 0 ? '' : output;
  };
  const folder = (number: number, of: number): string => join(home, `machine-${number}-of-${of}`);
  const assemble = (parts: string[], out = 'assembled'): Promise<string> =>
    build(['--assemble', ...parts], out);

  assert.equal(await build([], 'whole'), '');
  const whole = await hashSite(join(home, 'whole'));
  for (const number of [1, 2, 3]) assert.equal(await build(['--shard', `${number}/3`], 'machine'), '');
  const parts = [1, 2, 3].map((number) => folder(number, 3));
  assert.equal(await assemble(parts), '');
  assert.deepEqual(await hashSite(join(home, 'assembled')), whole);

  const pages = await Promise.all(
    parts.map(async (part) => [...(await hashSite(part)).keys()].filter((file) => file.endsWith('.html'))),
  );
  const counts = pages.map((list) => list.length);
  assert.ok(Math.max(...counts) - Math.min(...counts) <= 1, `the parts have ${counts.join(', ')} pages`);
  assert.equal(new Set(pages.flat()).size, pages.flat().length, 'no page is made twice');

  // What was damaged on its way is made again, and the order of the parts does not count.
  await appendFile(join(parts[0] ?? '', pages[0]?.[0] ?? ''), '<p>Not from here</p>');
  assert.equal(await assemble(parts.toReversed(), 'mended'), '');
  assert.deepEqual(await hashSite(join(home, 'mended')), whole);

  assert.match(await assemble(parts.slice(0, 2)), /^Part 3 of 3 is missing\. /m);
  assert.match(await assemble([...parts, content]), /is not a part of a site\. /);
  assert.equal(await build(['--shard', '1/2'], 'machine'), '');
  assert.match(await assemble([...parts, folder(1, 2)]), /is part 1 of 2, and another is one of 3\. /);
  const other = join(home, 'other');
  await cp(content, other, { recursive: true });
  await writeFile(
    join(other, 'people/zeno-quill.md'),
    '---\nname: Zeno Quill\ndescription: A new name.\n---\n',
  );
  assert.equal(await build(['--shard', '1/3'], 'machine', other), '');
  assert.match(await assemble(parts), /machine-1-of-3 was made from other content, /);

  const list = join(folder(2, 3), 'part.txt');
  await writeFile(list, (await readFile(list)).subarray(0, 500));
  assert.match(await assemble(parts), /machine-2-of-3 is not a part of a site\. /);
  await rm(list);
  assert.match(
    await build(['--shard', '2/3'], 'machine'),
    /machine-2-of-3 holds something that is not a part/,
  );
});
