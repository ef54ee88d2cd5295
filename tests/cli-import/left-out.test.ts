// The report of the command "import" shows every word of a copy that is not in the text.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { runImport } from '../../src/cli/import.ts';

test('lines read as byline or date and dates not taken are shown, subheadings kept', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-left-out-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'content'));
  process.env['CONTENT_DIR'] = join(folder, 'content');
  process.env['INIT_CWD'] = folder;
  const copy =
    'Ostra waits\n\nMarch 12, 2019\nBy Dana Orell in Ostra\nMarch 14, 2019\n\nMonday, March 11\n\nThe port closed.\n';
  await writeFile(join(folder, 'a.txt'), copy);
  const out: string[] = [];
  const print = (text: string): void => void out.push(text);
  const args = ['a.txt', '--publication', 'ostra-courier', '--published', '2019-03-14'];
  assert.equal(await runImport(args, { today: '2026-01-02', print, complain: print }), 0, out.join('\n'));
  const report = out.join('\n');
  assert.match(
    report,
    /Read as byline and date: 2 lines\n {2}- By Dana Orell in Ostra\n {2}- March 14, 2019\n/,
  );
  assert.match(
    report,
    /Left out: 1 block, 3 words\n {2}- March 12, 2019\n +left out because it is another date/,
  );
  assert.match(report, /"Monday, March 11", a date below the head, is kept/);
  const file = join(folder, 'content/articles/2019/03/14/ostra-waits.md');
  assert.match(await readFile(file, 'utf8'), /\nMonday, March 11\n\nThe port closed\.\n$/);
});
