// The command "import" on folders and patterns of copies of every kind: all are accounted for, and a second time changes nothing.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readArchive } from '../../src/reading/read.ts';
import { runImport } from '../../src/cli/import.ts';

const fixtures = fileURLToPath(new URL('../importers/fixtures/', import.meta.url));

test('folders and patterns of copies become an archive once', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-many-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const root = join(folder, 'content');
  process.env['CONTENT_DIR'] = root;
  process.env['INIT_CWD'] = folder;
  for (const name of ['wordpress', 'drupal', 'ghost', 'newspaper'])
    await cp(join(fixtures, 'pages', name, 'page.html'), join(folder, 'pages', name, 'page.html'));
  await cp(join(fixtures, 'text/report/copy.pdf'), join(folder, 'print/report'));
  await writeFile(join(folder, 'pages/picture.jpg'), 'a picture');
  await writeFile(join(folder, 'pages/empty.txt'), '');
  const run = async (...args: string[]): Promise<{ code: number; out: string[]; err: string[] }> => {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runImport(args, {
      today: '2026-01-02',
      print: (text) => void out.push(text),
      complain: (text) => void err.push(text),
    });
    return { code, out, err };
  };
  const list = async (): Promise<Record<string, string>> => {
    const names = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.md')).sort();
    const texts = await Promise.all(names.map((name) => readFile(join(root, name), 'utf8')));
    return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
  };

  const first = await run('pages', 'print/*');
  assert.equal(first.code, 1);
  assert.deepEqual(first.err, ['pages/empty.txt: The file is empty; save the copy once more.']);
  assert.match(
    first.out.at(-1) ?? '',
    /^\n6 files: 5 imported, 0 unchanged, 1 refused\. 1 other file of the folders skipped\. [\d,]+ words in, [\d,]+ words kept, [\d,]+ words left out\.$/,
  );
  const { entries, findings } = await readArchive(root);
  assert.deepEqual(
    findings.filter(({ severity }) => severity === 'error'),
    [],
  );
  assert.deepEqual(
    entries.articles.map(({ id, fields }) => [id.slice(0, 10), fields.publication, fields.source.format]),
    [
      ['2016/11/02', 'island-messenger', 'html'],
      ['2019/03/14', 'the-harbour-gazette', 'html'],
      ['2019/03/14', 'ostracourier-example', 'pdf'],
      ['2021/05/21', 'the-verlo-daily-post', 'html'],
      ['2022/08/09', 'the-quarter', 'html'],
    ],
  );
  assert.equal(
    entries.publications.find(({ id }) => id === 'the-verlo-daily-post')?.fields.website,
    'https://www.verlo-post.example',
  );

  const written = await list();
  await rm(join(folder, 'pages/empty.txt'));
  const second = await run('pages', 'print/report');
  assert.deepEqual([second.code, second.err], [0, []]);
  assert.match(second.out.at(-1) ?? '', /5 files: 0 imported, 5 unchanged, 0 refused/);
  assert.deepEqual(await list(), written);
});
