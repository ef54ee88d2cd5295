// The command "import" over a full copy the archive has: a changed text is told to readers, an unchanged one is not.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { bodyFixity } from '../../src/reading/fixity.ts';
import { readArchive } from '../../src/reading/read.ts';
import { runImport } from '../../src/cli/import.ts';
import { readFrontMatter } from '../../src/schema/front-matter.ts';
import { articleSchema, type ArticleFields } from '../../src/schema/article.ts';

const copyOf = (body: string): string => `Ostra waits\nBy Dana Orell\n3 January 2020\n\n${body}\n`;
const byDefault = 'The text was replaced by a new import of the copy.';

async function openDesk(context: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-replace-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const root = join(folder, 'content');
  const article = join(root, 'articles/2020/01/03/ostra-waits.md');
  process.env['CONTENT_DIR'] = root;
  process.env['INIT_CWD'] = folder;
  const run = async (today: string, body: string, ...flags: string[]): Promise<string> => {
    await writeFile(join(folder, 'copy.txt'), copyOf(body));
    const said: string[] = [];
    const print = (text: string): void => void said.push(text);
    const args = ['copy.txt', '--publication', 'the-paper', ...flags];
    const code = await runImport(args, { today, print, complain: print });
    assert.equal(code, 0, said.join('\n'));
    return said.join('\n');
  };
  const fields = async (): Promise<ArticleFields> =>
    articleSchema.parse(readFrontMatter(await readFile(article, 'utf8'), '').data);
  return { root, article, run, fields };
}

test('every change of the text of a full copy is told in its corrections', async (context) => {
  const { root, article, run, fields } = await openDesk(context);
  assert.doesNotMatch(await run('2026-01-01', 'One.\n\nTwo.'), /correction/);
  assert.deepEqual((await fields()).corrections, []);

  const silent = await run('2026-01-02', 'One.\n\nTwo.\n\nThree.', '--replace');
  assert.match(silent.split('To look at')[1] ?? '', /text differs from the archived copy.*--correction TEXT/);
  const first = { date: '2026-01-02', note: byDefault, replaced: bodyFixity('One.\n\nTwo.') };
  assert.deepEqual((await fields()).corrections, [first]);

  const before = await readFile(article, 'utf8');
  const flags = ['--replace', '--correction', 'The copy lacked: its #1 end.'];
  assert.match(await run('2026-01-03', 'One.\n\nTwo.\n\nFour.', ...flags, '--dry-run'), /its #1 end/);
  assert.equal(await readFile(article, 'utf8'), before);
  const said = await run('2026-01-03', 'One.\n\nTwo.\n\nFour.', ...flags);
  assert.match(said.split('To look at')[1] ?? '', /tells readers: "The copy lacked: its #1 end\."/);
  const replaced = bodyFixity('One.\n\nTwo.\n\nThree.');
  const second = { date: '2026-01-03', note: 'The copy lacked: its #1 end.', replaced };
  assert.deepEqual((await fields()).corrections, [first, second]);

  assert.match(
    await run('2026-01-04', 'One.\n\nTwo.\n\nFour.', ...flags),
    /nothing changed\. .*--correction was not/,
  );
  assert.match(
    await run('2026-01-04', 'One.\n\nTwo.\n\nFour.', ...flags, '--url', 'https://ostra.example/1'),
    /--correction was not taken/,
  );
  assert.deepEqual((await fields()).corrections, [first, second]);
  assert.deepEqual((await readArchive(root)).findings, []);
});

test('a copy puts right a text that was changed by hand, which readers never saw', async (context) => {
  const { root, article, run, fields } = await openDesk(context);
  await run('2026-01-01', 'One.\n\nTwo.');
  await writeFile(article, (await readFile(article, 'utf8')).replace('Two.', 'Three.'));
  assert.doesNotMatch(await run('2026-01-02', 'One.\n\nTwo.', '--replace'), /correction/);
  assert.deepEqual((await fields()).corrections, []);

  await writeFile(article, (await readFile(article, 'utf8')).replace('Two.', 'Three.'));
  await run('2026-01-02', 'One.\n\nThree.', '--replace');
  const correction = { date: '2026-01-02', note: byDefault, replaced: bodyFixity('One.\n\nTwo.') };
  assert.deepEqual((await fields()).corrections, [correction]);
  assert.deepEqual((await readArchive(root)).findings, []);
});

test('a full copy in the place of a summary corrects nothing', async (context) => {
  const { root, article, run, fields } = await openDesk(context);
  await run('2026-01-01', 'One.\n\nTwo.');
  const summary = (await readFile(article, 'utf8'))
    .replace('copy: full', 'copy: summary')
    .replace(/fixity: .*\n/, '')
    .replace('One.\n\nTwo.', 'It counts.');
  await writeFile(article, summary);
  const said = await run('2026-01-02', 'One.\n\nTwo.', '--replace', '--correction', 'None.');
  assert.match(said, /in place of the summary/);
  assert.match(said, /--correction was not taken/);
  assert.equal((await fields()).copy, 'full');
  assert.deepEqual((await fields()).corrections, []);
  assert.deepEqual((await readArchive(root)).findings, []);
});

test('an unknown publication gets a record, and the report says so', async (context) => {
  const { root, run } = await openDesk(context);
  const said = await run('2026-01-01', 'One.');
  assert.match(said, /the-paper is new; its record has the name "The Paper" and the language en/);
  assert.match(said, /Written[^]*publications\/the-paper\.md/);
  assert.match(await readFile(join(root, 'publications/the-paper.md'), 'utf8'), /^name: The Paper$/m);
  assert.doesNotMatch(await run('2026-01-01', 'Two.', '--title', 'Ostra sleeps'), /is new/);
});

test('a place that opens the text is proposed as the dateline, not written', async (context) => {
  const { root, article, run, fields } = await openDesk(context);
  await run('2026-01-01', 'One.');
  const place = '---\nname: Ostra\naliases: []\ndescription: A port.\nkind: city\n---\n';
  await mkdir(join(root, 'places'));
  await writeFile(join(root, 'places/ostra.md'), place);
  for (const opening of ['OSTRA (AP) —', 'Ostra, Jan 3 (Reuters) -', 'OSTRA, Jan. 3 —']) {
    const said = await run('2026-01-02', `${opening} One.`, '--replace');
    assert.match(said, /add "dateline: ostra" if that is right/, opening);
    assert.equal((await fields()).dateline, undefined);
    assert.ok((await readFile(article, 'utf8')).includes(`${opening} One.`));
  }
  assert.doesNotMatch(await run('2026-01-02', 'Ostra — a port — slept.', '--replace'), /"dateline:/);
});
