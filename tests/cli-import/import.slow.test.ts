// The command "import" from copy to archive: what is written, what is refused and in what words, and that twice is once.
import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { readArchive } from '../../src/reading/read.ts';
import { runImport } from '../../src/cli/import.ts';
import { unrecordedGround } from '../../src/schema/rights.ts';
import { readFrontMatter } from '../../src/schema/front-matter.ts';
import { sampleCopy, sampleName } from '../importers/sample-copy.ts';

const head = 'Ostra waits\nBy Dana Orell\n3 January 2020\n\n';
const body = 'The town was quiet, Tamir al-Qadi said.\n\nNobody knew why.\n';
const publication =
  '---\nname: Ostra Courier\naliases:\n  - OC Daily\ndescription: A paper.\nwebsite: https://www.ostra.example\nlanguage: en\n---\n';

interface Desk {
  root: string;
  /** Writes a copy and returns its path. */
  copy: (name: string, text: string | Uint8Array) => Promise<string>;
  run: (...args: string[]) => Promise<{ code: number; out: string; err: string }>;
  /** Every file of the archive by name. */
  files: () => Promise<Record<string, string>>;
}

async function openDesk(context: TestContext, today = '2026-01-02'): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-import-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const root = join(folder, 'content');
  await mkdir(join(root, 'publications'), { recursive: true });
  await writeFile(join(root, 'publications/ostra-courier.md'), publication);
  process.env['CONTENT_DIR'] = root;
  process.env['INIT_CWD'] = folder;
  return {
    root,
    copy: async (name, text) => {
      await writeFile(join(folder, name), text);
      return name;
    },
    run: async (...args) => {
      const out: string[] = [];
      const err: string[] = [];
      const code = await runImport(args, {
        today,
        print: (text) => void out.push(text),
        complain: (text) => void err.push(text),
      });
      return { code, out: out.join('\n'), err: err.join('\n') };
    },
    files: async () => {
      const names = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.md')).sort();
      return Object.fromEntries(
        await Promise.all(
          names.map(async (name) => [name, await readFile(join(root, name), 'utf8')] as const),
        ),
      );
    },
  };
}

test('the sample copy becomes a sound archive, and a second import changes nothing', async (context) => {
  const { path, isReal } = await sampleCopy();
  context.diagnostic(`input: ${sampleName(isReal)}`);
  const { root, run, files } = await openDesk(context);
  await rm(join(root, 'publications'), { recursive: true });
  const first = await run(path);
  assert.equal(first.code, 0, first.err);
  assert.match(first.out, /Paragraphs joined: 3/);
  assert.match(first.out, /Left out: 2 blocks/);
  assert.match(first.out, /Publication: unsure/);
  assert.match(first.out, /copyright not evaluated/);
  if (isReal)
    assert.match(first.out, /1,818 in = 12 headline \+ 3 byline \+ 3 date \+ 1,789 body \+ 11 left out/);
  const { findings, entries } = await readArchive(root);
  assert.deepEqual(findings, []);
  assert.equal(entries.articles.length, 1);
  assert.equal(entries.people.length, 1);
  if (isReal) {
    assert.equal(
      entries.articles[0]?.id,
      '2020/01/03/us-assassinates-top-iranian-general-as-4000-troops-readied',
    );
    assert.equal(entries.articles[0].rendered.words, 1789);
    assert.equal(entries.publications[0]?.id, 'wsws-org');
  }
  const written = await files();
  const second = await run(path);
  assert.equal(second.code, 0);
  assert.match(second.out, /already in the archive .*nothing changed/);
  assert.deepEqual(await files(), written);
});

test('a full copy takes the place of the summary the archive ships only with --replace', async (context) => {
  const { path, isReal } = await sampleCopy();
  if (!isReal) return context.skip(sampleName(isReal));
  const { root, run } = await openDesk(context);
  await cp(new URL('../../content/', import.meta.url), root, { recursive: true });
  const file = join(root, 'articles/2020/01/03/us-assassinates-top-iranian-general.md');
  const summary = await readFile(file, 'utf8');
  const refused = await run(path);
  assert.equal(refused.code, 1);
  assert.match(refused.err, /as a summary.*--replace/);
  assert.equal(await readFile(file, 'utf8'), summary);
  const replaced = await run(path, '--replace', '--publication', 'world-socialist-web-site');
  assert.equal(replaced.code, 0, replaced.err);
  assert.match(replaced.out, /RIGHTS:.*--rights-note/);
  const text = await readFile(file, 'utf8');
  assert.ok(text.includes(`note: ${unrecordedGround}\n`));
  const before = readFrontMatter(summary, '').data as Record<string, unknown>;
  const after = readFrontMatter(text, '').data as Record<string, unknown>;
  assert.deepEqual([after['topics'], after['description']], [before['topics'], before['description']]);
  assert.deepEqual((await readArchive(root)).findings, []);
  const hinted = await run(path, '--rights-note', 'By permission.');
  assert.match(hinted.out, /nothing changed\. --replace writes --rights-note into it\./);
  const noted = await run(path, '--rights-note', 'By permission.', '--replace');
  assert.equal(noted.code, 0);
  assert.doesNotMatch(noted.out, /RIGHTS/);
  assert.equal(await readFile(file, 'utf8'), text.replace(unrecordedGround, 'By permission.'));
  assert.match((await run(path, '--replace')).out, /nothing changed/);
});

test('an article is found again by date and headline, and replaced only when told', async (context) => {
  const { copy, run, files, root } = await openDesk(context);
  const file = await copy('a.txt', `${head}${body}\nContact OC Daily at desk@ostra.example\n`);
  const first = await run(file);
  assert.equal(first.code, 0, first.err);
  assert.match(first.out, /taken from the name OC Daily/);
  assert.deepEqual(Object.keys(await files()), [
    'articles/2020/01/03/ostra-waits.md',
    'people/dana-orell.md',
    'publications/ostra-courier.md',
  ]);
  const changed = await copy('b.txt', `${head}${body}\nAnd more.\n`);
  const refused = await run(changed, '--publication', 'ostra-courier');
  assert.equal(refused.code, 1);
  assert.match(refused.err, /differs in the text; --replace/);
  const dry = await run(changed, '--publication', 'ostra-courier', '--replace', '--dry-run');
  assert.equal(dry.code, 0);
  assert.doesNotMatch((await files())['articles/2020/01/03/ostra-waits.md'] ?? '', /And more/);
  assert.equal((await run(changed, '--publication', 'ostra-courier', '--replace')).code, 0);
  assert.match((await files())['articles/2020/01/03/ostra-waits.md'] ?? '', /And more/);
  assert.deepEqual((await readArchive(root)).findings, []);
});

test('flags win over the copy, and that is said', async (context) => {
  const { copy, run, files } = await openDesk(context);
  const file = await copy('a.txt', head + body);
  const { code, out, err } = await run(
    ...[
      file,
      '--author',
      'Tamir al-Qadi',
      '--author',
      'Dana Orell',
      '--published',
      '2020-02-01',
      '--slug',
      'x',
    ],
    ...[
      '--publication',
      'new-paper',
      '--publication-name',
      'The New Paper',
      '--url',
      'https://new.example/x',
    ],
    ...['--retrieved', '2025-05-05', '--rights-note', 'Ours.', '--title', 'Ostra sleeps'],
  );
  assert.equal(code, 0, err);
  assert.match(out, /The copy gives the date 2020-01-03/);
  assert.match(out, /The copy is signed Dana Orell/);
  assert.match(out, /Ostra waits\n +left out because the headline of the copy/);
  const written = await files();
  const article = readFrontMatter(written['articles/2020/02/01/x.md'] ?? '', '').data;
  assert.deepEqual(article, {
    title: 'Ostra sleeps',
    description: 'A report by Tamir al-Qadi and Dana Orell in The New Paper, 1 February 2020.',
    published: '2020-02-01',
    authors: ['tamir-al-qadi', 'dana-orell'],
    publication: 'new-paper',
    topics: [],
    source: { url: 'https://new.example/x', retrieved: '2025-05-05', format: 'text' },
    rights: {
      statement: 'http://rightsstatements.org/vocab/CNE/1.0/',
      holder: 'The New Paper',
      note: 'Ours.',
    },
    copy: 'full',
    fixity: (article as { fixity: string }).fixity,
  });
  assert.match(written['publications/new-paper.md'] ?? '', /website: https:\/\/new\.example\n/);
});

test('what cannot be imported is refused in one sentence and nothing is written', async (context) => {
  const { root, copy, run, files } = await openDesk(context);
  const before = await files();
  const cases: [string, string | Uint8Array, RegExp][] = [
    ['undated.txt', 'Ostra waits\nBy Dana Orell\n\nThe town was quiet.\n', /No date was found.*--published/],
    [
      'ambiguous.txt',
      'Ostra waits\nBy Dana Orell\n03/04/2020\n\nQuiet.\n',
      /may be 2020-04-03 or 2020-03-04; .*--published/,
    ],
    ['headless.txt', 'By Dana Orell\n3 January 2020\n\nThe town was quiet.\n', /No headline.*--title/],
    ['page.txt', '<!doctype html><p>x</p>', /No article was found in this page/],
    ['page.pdf', '%PDF-1.7', /like a PDF and is damaged, or is none/],
    ['empty.txt', ' \n\n', /The file is empty/],
    ['control.txt', `${head}A\u202eb.\n`, /Line 5 .* U\+202E/],
    ['bodiless.txt', head, /no text below the head/],
  ];
  for (const [name, text, message] of cases) {
    const { code, err, out } = await run(await copy(name, text), '--publication', 'ostra-courier');
    assert.equal(code, 1, name);
    assert.match(err, message);
    assert.equal(err.split('\n').length, 1, err);
    assert.equal(out, '');
  }
  assert.match(
    (await run('missing.txt')).err,
    /^missing\.txt: There is no such file; is its name spelled right\?$/,
  );
  await mkdir(join(root, '../empty'));
  assert.match((await run('empty')).err, /The folder has no text, HTML, PDF or Markdown files/);
  assert.match((await run('*.docx')).err, /No file has a name of this pattern/);
  assert.match((await run(await copy('a.txt', head + body))).err, /--publication/);
  assert.deepEqual(await files(), before);
  assert.equal((await readdir(root)).length, 1);
});

test('a form feed or a vertical tab in a copy is a break, not a fault', async (context) => {
  const { root, copy, run } = await openDesk(context);
  const file = await copy('a.txt', `${head}One went.\fTwo came.\vThree slept.\n\f`);
  const { code, out, err } = await run(file, '--publication', 'ostra-courier');
  assert.equal(code, 0, err);
  assert.match(out, /Paragraphs +3\n/);
  assert.match(out, /Form feeds \(2\)[^]*Vertical tabs \(1\)/);
  assert.deepEqual((await readArchive(root)).findings, []);
});

test('a bad file does not stop the others', async (context) => {
  const { copy, run, files } = await openDesk(context);
  const good = await copy('good.txt', head + body);
  const { code, out, err } = await run('missing.txt', good, good, '--publication', 'ostra-courier');
  assert.equal(code, 1);
  assert.match(err, /missing\.txt/);
  assert.match(out, /good\.txt -> [\s\S]*good\.txt: already in the archive/);
  assert.equal(Object.keys(await files()).length, 3);
});

test('a command that is wrong is answered with a sentence and the usage', async (context) => {
  const { run } = await openDesk(context);
  const wrong: [string[], RegExp][] = [
    [[], /^Name the file/],
    [['a.txt', '--publishd', '2020-01-03'], /^Unknown option '--publishd'/],
    [['a.txt', '--published', '2020-02-30'], /^--published must be a day that exists/],
    [['a.txt', '--slug', 'A b'], /^--slug takes/],
    [['a.txt', '--url', 'x'], /^--url must be/],
    [['a.txt', '--correction', ' '], /^--correction is empty/],
    [['a.txt', '--author', ''], /^--author is empty/],
    [['a.txt', 'b.txt', '--title', 'x'], /^--title is for one file/],
  ];
  for (const [args, message] of wrong) {
    const { code, err } = await run(...args);
    assert.equal(code, 2, args.join(' '));
    assert.match(err, message);
    assert.match(err, /Usage: npm run import/);
  }
  const help = await run('--help');
  assert.equal(help.code, 0);
  assert.match(help.out, /Usage/);
});
