// After an edit of any kind, the site that is put together from old files and new ones is that of a build from nothing.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { seededRandom } from '../bench/random.ts';
import { runDateline } from '../run-dateline.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';
import { hashSite } from './hash-site.ts';

type Edit = readonly [
  what: string,
  apply: (pick: (names: string[]) => string, content: string) => Promise<void>,
];

const change = async (path: string, from: RegExp, to: string): Promise<void> => {
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(from, to));
};

const list = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md')).sort();

/** An article is a summary here, so that its words may change. */
const asSummary = /^copy: full$(?:\nfixity: .*$)?/m;

const edits: readonly Edit[] = [
  ['the text of an article', async (pick, content) => {
    const path = join(content, 'articles', pick(await list(join(content, 'articles'))));
    await change(path, /^fixity: .*\n/m, '');
    await change(path, asSummary, 'copy: summary');
    await change(path, /\n---\n\n/, '\n---\n\nOne more sentence was added here. ');
  }],
  ['a headline', async (pick, content) => {
    await change(join(content, 'articles', pick(await list(join(content, 'articles')))), /^title: .*$/m, 'title: Another headline');
  }],
  ['the description of a record', async (pick, content) => {
    await change(join(content, 'people', pick(await list(join(content, 'people')))), /^description: .*$/m, 'description: Told in other words.');
  }],
  ['the name of a record', async (pick, content) => {
    await change(join(content, 'organizations', pick(await list(join(content, 'organizations')))), /^name: .*$/m, 'name: An Office Renamed');
  }],
  ['a new record', async (_pick, content) => {
    await writeFile(join(content, 'people/zeno-quill.md'), '---\nname: Zeno Quill\ndescription: A new name.\n---\n');
  }],
  ['an article that is gone', async (pick, content) => {
    const name = pick(await list(join(content, 'articles')));
    await rm(join(content, 'articles', name));
    await rm(join(content, 'articles', name.replace(/\.md$/, '')), { recursive: true, force: true });
  }],
  ['an article under another name', async (pick, content) => {
    const name = pick(await list(join(content, 'articles')));
    const moved = name.replace(/\.md$/, '-again.md');
    await rename(join(content, 'articles', name), join(content, 'articles', moved));
    await rename(
      join(content, 'articles', name.replace(/\.md$/, '')),
      join(content, 'articles', moved.replace(/\.md$/, '')),
    ).catch(() => undefined);
  }],
]; // prettier-ignore

test('a site built after an edit is the same as one built from nothing', async (context) => {
  const home = await mkdtemp(join(tmpdir(), 'dateline-rebuild-'));
  context.after(() => rm(home, { recursive: true, force: true }));
  const base = await buildTemporaryArchive(context);
  // Addresses may vanish here: that they must not is another test's.
  await rm(join(base, 'permalinks.txt'), { force: true });
  const random = seededRandom(13);
  const pick = (names: string[]): string => names[Math.floor(random() * names.length)] ?? '';
  const content = join(home, 'content');
  const env = { CONTENT_DIR: content, OUT_DIR: join(home, 'site'), CACHE_DIR: join(home, 'cache') };
  await cp(base, content, { recursive: true });
  assert.equal((await runDateline(['build'], env)).code, 0);
  let tried = 0;
  for (const [what, apply] of edits) {
    await apply(pick, content);
    const again = await runDateline(['build'], env);
    const fresh = { ...env, OUT_DIR: join(home, 'fresh'), CACHE_DIR: join(home, `cache-${tried}`) };
    const anew = await runDateline(['build'], fresh);
    assert.deepEqual([again.code, anew.code], [anew.code, anew.code], `${what}: ${again.output}`);
    if (anew.code === 0) {
      tried += 1;
      assert.deepEqual(await hashSite(env.OUT_DIR), await hashSite(fresh.OUT_DIR), what);
      continue;
    }
    // An edit that the checks refuse is undone.
    await rm(content, { recursive: true });
    await cp(base, content, { recursive: true });
  }
  context.diagnostic(`${tried} of ${edits.length} edits were built`);
  assert.ok(tried > edits.length / 2, `${tried} of ${edits.length} edits were built`);
});
