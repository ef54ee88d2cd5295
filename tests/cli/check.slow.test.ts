// The command "check": its exit codes, its three formats, what --fix mends, and that it does without Astro.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { checkExpiry } from '../../src/checks/expiry.ts';
import { site } from '../../src/site.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';
import { dateline } from './dateline.ts';

const article = 'articles/2021/03/04/ferry-returns.md';

async function buildEnvironment(
  context: TestContext,
): Promise<{ root: string; env: Record<string, string> }> {
  const root = await buildTemporaryArchive(context);
  const cache = await mkdtemp(join(tmpdir(), 'dateline-cache-'));
  context.after(() => rm(cache, { recursive: true, force: true }));
  return { root, env: { CONTENT_DIR: root, CACHE_DIR: cache } };
}

async function edit(path: string, ...changes: [from: string, to: string][]): Promise<void> {
  let text = await readFile(path, 'utf8');
  for (const [from, to] of changes) {
    assert.ok(text.includes(from), from);
    text = text.replace(from, to);
  }
  await writeFile(path, text);
}

test('the exit code is 0 for warnings, 1 for errors and 2 for what was not understood', async (context) => {
  const { root, env } = await buildEnvironment(context);
  const sound = await dateline(['check'], env);
  assert.deepEqual([sound.code, sound.err], [0, '']);
  assert.match(sound.out, /^The archive is sound: 1 article, 7 records\.\n$/);

  await edit(join(root, article), ['said so.', 'said so, in {{ place }}.']);
  const warned = await dateline(['check'], env);
  assert.equal(warned.code, 0);
  assert.match(warned.err, /ferry-returns\.md:19:\d+ warning: this is a tag of a template/);
  assert.match(warned.err, /0 errors, 1 warning\.\n$/);

  await edit(join(root, article), ['- ada-norling', '- ada-norlin']);
  const wrong = await dateline(['check'], env);
  assert.equal(wrong.code, 1);
  assert.match(wrong.err, /1 error, 1 warning\.\n$/);
  assert.equal(wrong.out, '');

  for (const args of [['--format'], ['--format', 'xml'], ['--fax'], ['content']]) {
    const { code, err } = await dateline(['check', ...args], env);
    assert.equal(code, 2, args.join(' '));
    assert.match(err, /Usage: npm run check/);
    assert.doesNotMatch(err, /\n\s+at /);
  }
  assert.match((await dateline(['check', '--format', 'jason'], env)).err, /did you mean "json"\?/);
});

test('it warns a month before security.txt runs out', async (context) => {
  const { env } = await buildEnvironment(context);
  const secondsAt = (day: string): string => String(Date.parse(day) / 1000);
  const soon = await dateline(['check'], { ...env, SOURCE_DATE_EPOCH: secondsAt(site.security.expires) });
  assert.equal(soon.code, 0);
  assert.match(soon.err, /^src\/site\.ts:1:1 warning: security\.txt ran out on \d{4}-\d\d-\d\d, /);
  assert.match(soon.err, /0 errors, 1 warning\.\n$/);
  assert.deepEqual(checkExpiry('2027-11-01', Date.parse('2027-09-30')), []);
  const [finding] = checkExpiry('2027-11-01', Date.parse('2027-10-15'));
  assert.match(finding?.message ?? '', /runs out on 2027-11-01/);
});

test('as JSON it is an array whose rows have the same seven keys, with errors or without', async (context) => {
  const { root, env } = await buildEnvironment(context);
  const sound = await dateline(['check', '--format', 'json'], env);
  assert.deepEqual([sound.code, JSON.parse(sound.out), sound.err], [0, [], '']);
  await edit(
    join(root, article),
    ['- ada-norling', '- ada-norlin'],
    ['said so.', 'said so, in {{ place }}.'],
  );
  const { code, out, err } = await dateline(['check', '--format', 'json'], env);
  assert.deepEqual([code, err], [1, '']);
  const rows = JSON.parse(out) as Record<string, unknown>[];
  assert.deepEqual(
    rows.map(({ check, severity, line, column }) => [check, severity, line, column]),
    [
      ['reference', 'error', 6, 5],
      ['leftover', 'warning', 19, 134],
    ],
  );
  for (const row of rows)
    assert.deepEqual(Object.keys(row), ['check', 'severity', 'file', 'line', 'column', 'message', 'fix']);
});

test('--fix puts front matter into form and adds records, but no record for a typing error', async (context) => {
  const { root, env } = await buildEnvironment(context);
  const path = join(root, article);
  await edit(
    path,
    ['title: Ferry', 'Title:   Ferry: it'],
    ['  - ada-norling', '\t- ada-norling\n  - jane-doe\n  - yusuf-al-karin'],
    ['published: 2021-03-04', 'published: 2021-3-4   '],
  );
  const before = await readFile(path, 'utf8');
  await writeFile(path, `\ufeff${before.replaceAll('\n', '\r\n')}`);
  const { code, err, out } = await dateline(['check', '--fix', '--format', 'json'], env);
  assert.equal(code, 1);
  assert.match(err, /Fixed .*ferry-returns\.md: its front matter is in form\.\n/);
  assert.match(err, /Fixed .*people\/jane-doe\.md: a record that lacks its description\.\n/);
  assert.deepEqual(
    (JSON.parse(out) as { check: string; message: string }[]).map(({ check, message }) => [check, message]),
    [
      ['reference', 'unknown person "yusuf-al-karin"'],
      ['leftover', 'nobody has written this yet'],
    ],
  );
  const text = await readFile(path, 'utf8');
  const body = (source: string): string => source.replaceAll('\r', '').split('---\n\n')[1] ?? '';
  assert.equal(body(text), body(before));
  assert.match(text, /^---\ntitle: "Ferry: it returns to Port Anselm"\n/);
  assert.match(text, /\npublished: 2021-03-04\n/);
  assert.match(
    await readFile(join(root, 'people/jane-doe.md'), 'utf8'),
    /^---\nname: Jane Doe\ndescription: /,
  );

  await edit(path, ['yusuf-al-karin', 'yusuf-al-karim']);
  assert.equal((await dateline(['check', '--fix'], env)).code, 0);
  const again = await dateline(['check', '--fix'], env);
  assert.deepEqual([again.code, /Fixed/.test(again.out + again.err)], [0, false]);
});

test('nothing of Astro is loaded, neither here nor in a worker', async (context) => {
  const { env } = await buildEnvironment(context);
  const spy = `import { registerHooks } from 'node:module';
    registerHooks({ resolve(name, context, next) {
      const found = next(name, context);
      if (/node_modules\\/(?:astro|@astrojs|vite)\\//.test(found.url)) process.stderr.write('loaded ' + found.url);
      if (/article-worker|remark-parse/.test(found.url)) process.stderr.write('saw ' + found.url + '\\n');
      return found;
    } });`;
  const preload = `data:text/javascript,${encodeURIComponent(spy)}`;
  const { code, err } = await dateline(['check'], env, ['--import', preload]);
  assert.equal(code, 0);
  assert.doesNotMatch(err, /loaded /);
  assert.match(err, /saw .*remark-parse/, 'the spy looks into workers too');
});
