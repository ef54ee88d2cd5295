// The command "new": valid files for every kind, nothing overwritten, and every refusal a sentence.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { readArchive } from '../../src/reading/read.ts';
import { runNew } from '../../src/cli/new.ts';

async function openDesk(context: TestContext) {
  const root = await mkdtemp(join(tmpdir(), 'dateline-new-'));
  context.after(() => rm(root, { recursive: true, force: true }));
  process.env['CONTENT_DIR'] = root;
  const run = async (...args: string[]): Promise<{ code: number; said: string }> => {
    const said: string[] = [];
    const print = (text: string): void => void said.push(text);
    const code = await runNew(args, { today: '2026-01-02', print, complain: print });
    return { code, said: said.join('\n') };
  };
  return { root, run };
}

test('every kind becomes a valid file', async (context) => {
  const { root, run } = await openDesk(context);
  const d = ['--description', 'Invented: for a test.'];
  for (const args of [
    ['person', "Tamir al-Qa'di", '--alias', 'T. Qadi', '--alias', 'Qadi', ...d],
    ['place', 'Ostra', '--kind', 'city', ...d],
    ['place', 'Old Town', '--kind', 'district', '--within', 'ostra', ...d],
    ['organization', 'Dockers Union', ...d],
    ['organization', 'Strike Committee', '--part-of', 'dockers-union', ...d],
    ['topic', 'Harbour strike', ...d],
    ['publication', 'Ostra Courier', '--website', 'https://ostra.example', '--language', 'en', ...d],
    [
      'article',
      '--title',
      'Ostra: a #1 "port"',
      '--published',
      '2020-01-03',
      '--publication',
      'ostra-courier',
      '--author',
      'Qadi',
      '--topic',
      'harbour-strike',
      '--text',
      'Qadi tells of Ostra.\n\nHe is *calm*.',
      ...d,
    ],
  ]) {
    const { code, said } = await run(...args);
    assert.equal(code, 0, said);
  }
  const { entries, findings } = await readArchive(root);
  assert.deepEqual(findings, []);
  assert.deepEqual(
    entries.people.map(({ id, fields }) => [id, fields.aliases]),
    [['tamir-al-qadi', ['T. Qadi', 'Qadi']]],
  );
  assert.equal(entries.articles[0]?.id, '2020/01/03/ostra-a-1-port');
  assert.deepEqual(entries.articles[0].fields.authors, ['tamir-al-qadi']);
  assert.equal(entries.articles[0].fields.copy, 'summary');
});

test('nothing is overwritten, and an unknown id is answered with the nearest', async (context) => {
  const { root, run } = await openDesk(context);
  await run('place', 'Ostra', '--kind', 'city', '--description', 'A port.');
  const file = await readFile(join(root, 'places/ostra.md'), 'utf8');
  const again = await run('place', 'OSTRA', '--kind', 'site', '--description', 'Another.');
  assert.equal(again.code, 1);
  assert.match(again.said, /has the name "OSTRA" already/);
  assert.match(
    (await run('place', 'X', '--id', 'ostra', '--kind', 'site', '--description', 'x')).said,
    /exists already/,
  );
  assert.equal(await readFile(join(root, 'places/ostra.md'), 'utf8'), file);
  const near = await run(
    'place',
    'Old Town',
    '--kind',
    'district',
    '--within',
    'ostrra',
    '--description',
    'x',
  );
  assert.equal(near.code, 1);
  assert.match(near.said, /there is no place "ostrra"\. Did you mean "ostra"\?/);
  const kind = await run('place', 'Old Town', '--kind', 'citty', '--description', 'x');
  assert.match(kind.said, /did you mean "city"/);
});

test('a wrong or incomplete command is answered with a sentence', async (context) => {
  const { run } = await openDesk(context);
  const wrong: [string[], RegExp][] = [
    [[], /^Say first what is new/],
    [['persn', 'X'], /did you mean "person"/],
    [['constructor', 'X'], /^There is no kind "constructor"/],
    [['__proto__', 'X'], /^There is no kind "__proto__"/],
    [['person', 'X', '--constructor', 'x'], /^Unknown option '--constructor'/],
    [['person', 'X', '--kind', 'city'], /^Unknown option '--kind'/],
    [['person', 'Jane', 'Doe'], /Put the name in quotes: "Jane Doe"/],
    [['person'], /^A new person needs the name and --description\.$/],
    [
      ['article', '--title', 'X'],
      /^A new article needs --published, --publication, --description and --text\.$/,
    ],
  ];
  for (const [args, message] of wrong) {
    const { code, said } = await run(...args);
    assert.equal(code, 2, said);
    assert.match(said, message);
  }
});

test('what the archive would refuse is not written', async (context) => {
  const { root, run } = await openDesk(context);
  for (const name of ['Ost\u202era', 'Ost\u000bra']) {
    const { code, said } = await run('topic', 'Strike', '--description', name);
    assert.equal(code, 1, said);
    assert.match(said, /invisible control character U\+(?:202E|000B)\. Delete it/);
  }
  assert.deepEqual(await readdir(root), []);
});
