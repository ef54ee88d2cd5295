// The questions of the command "new": what is asked, what there is to choose from, and that every answer can be typed.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { test, type TestContext } from 'node:test';
import { readArchive } from '../../src/reading/read.ts';
import { buildAsk, type Ask } from '../../src/cli/ask.ts';
import { runNew } from '../../src/cli/new.ts';
import type { Question } from '../../src/cli/new-questions.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';

interface Asked {
  code: number;
  said: string;
  questions: Question[];
}

/** Runs the command with somebody who gives these answers, in order, and then goes away. */
async function answer(args: readonly string[], answers: readonly (string | string[])[]): Promise<Asked> {
  const said: string[] = [];
  const questions: Question[] = [];
  const ask: Ask = (question) => {
    const given = answers[questions.length];
    questions.push(question);
    if (typeof given === 'string') assert.equal(question.check(given), undefined, question.message);
    return Promise.resolve(given);
  };
  const print = (text: string): void => void said.push(text);
  const code = await runNew([...args], { today: '2026-01-02', print, complain: print, ask });
  return { code, said: said.join('\n'), questions };
}

async function openArchive(context: TestContext): Promise<string> {
  const root = await buildTemporaryArchive(context);
  process.env['CONTENT_DIR'] = root;
  return root;
}

test('an article is asked for field by field, with the records to choose from', async (context) => {
  const root = await openArchive(context);
  const { entries } = await readArchive(root);
  const person = entries.people[0];
  const place = entries.places[0];
  const topic = entries.topics[0];
  const publication = entries.publications[0];
  assert.ok(person && place && topic && publication);
  const { code, said, questions } = await answer(
    [],
    [
      'article',
      'Ostra waits',
      '2020-01-03',
      publication.id,
      'A town waits.',
      'One went.\n\nTwo came.',
      [person.id],
      [topic.id],
      place.id,
      '',
      '',
    ],
  );
  assert.equal(code, 0, said);
  assert.match(said, /^Written: .*2020\/01\/03\/ostra-waits\.md\n/);
  const values = (at: number): string[] => questions[at]?.choices.map(({ value }) => value) ?? [];
  assert.deepEqual(
    values(3),
    entries.publications.map(({ id }) => id),
  );
  assert.deepEqual(
    values(6),
    entries.people.map(({ id }) => id),
  );
  assert.deepEqual(
    values(7),
    entries.topics.map(({ id }) => id),
  );
  assert.deepEqual(values(8), ['', ...entries.places.map(({ id }) => id)]);
  const after = await readArchive(root);
  assert.deepEqual(
    after.findings.filter(({ severity }) => severity === 'error'),
    [],
  );
  const article = after.entries.articles.find(({ id }) => id === '2020/01/03/ostra-waits');
  assert.deepEqual(article?.fields.authors, [person.id]);
  assert.equal(article.fields.dateline, place.id);
});

test('what was given is not asked for, and who goes away has written nothing', async (context) => {
  const root = await openArchive(context);
  const before = await readdir(root, { recursive: true });
  const given = await answer(
    ['place', 'Ostra Quay', '--kind', 'site'],
    ['A quay.', 'Quay of Ostra; The Quay', ''],
  );
  assert.equal(given.code, 0, given.said);
  assert.equal(given.questions.length, 3);
  assert.match(
    await readFile(join(root, 'places/ostra-quay.md'), 'utf8'),
    /- Quay of Ostra\n {2}- The Quay\n/,
  );
  const whole = await answer(['topic', 'Harbours', '--description', 'Ports.'], []);
  assert.deepEqual([whole.code, whole.questions.length], [0, 0]);
  const gone = await answer(['person'], ['Tamir Venn']);
  assert.deepEqual([gone.code, gone.said], [1, 'Nothing was written.']);
  const after = await readdir(root, { recursive: true });
  assert.equal(after.length, before.length + 2);
});

test('an answer that will not do is refused at once', async (context) => {
  await openArchive(context);
  const { questions } = await answer(['article'], ['Ostra waits']);
  const [, published] = questions;
  assert.equal(published?.check('2020-02-30'), 'This must be a day that exists, written YYYY-MM-DD.');
  assert.equal(published.check(''), 'This cannot be left empty.');
  await answer(['person', 'Tamir Venn', '--description', 'A baker.'], []);
  const [name] = (await answer(['author'], [])).questions;
  assert.match(name?.check('tamir venn') ?? '', /people\/tamir-venn has this name already/);
  assert.match(name?.check('†') ?? '', /No id can be made/);
  assert.match(name?.check('Ost\u202era') ?? '', /invisible control character/);
});

test('an author is a person of whom nothing need be known', async (context) => {
  const root = await mkdtemp(join(tmpdir(), 'dateline-author-'));
  context.after(() => rm(root, { recursive: true, force: true }));
  process.env['CONTENT_DIR'] = root;
  const said: string[] = [];
  const print = (text: string): void => void said.push(text);
  assert.equal(await runNew(['author', 'Dana Orell'], { print, complain: print, ask: undefined }), 0);
  assert.match(
    await readFile(join(root, 'people/dana-orell.md'), 'utf8'),
    /^---\nname: Dana Orell\ndescription: Author of articles in this archive\.\n---\n/,
  );
});

test('answers are typed, searched for and ticked in a terminal', async () => {
  const choices = [
    { value: 'ostra', label: 'Ostra' },
    { value: 'port-selm', label: 'Port Selm', hint: 'port-selm' },
  ];
  const check = (text: string): string | undefined => (text === 'no' ? 'Not this.' : undefined);
  const [enter, tab, down, back] = ['\r', '\t', '\u001b[B', '\u007f'];
  const cases: [Question['as'], string[], string | string[] | undefined][] = [
    ['line', ['Ostra ', enter], 'Ostra'],
    ['line', ['no', enter, back, back, 'yes', enter], 'yes'],
    ['lines', ['One.', enter, enter, 'Two.', tab, enter], 'One.\n\nTwo.'],
    ['one', ['selm', enter], 'port-selm'],
    ['one', [down, enter], 'port-selm'],
    ['several', ['selm', tab, enter], ['port-selm']],
    ['several', [enter], []],
    ['line', ['\u0003'], undefined],
  ];
  for (const [as, keys, expected] of cases) {
    const input = new PassThrough();
    const shown = new PassThrough();
    shown.resume();
    const answered = buildAsk(input, shown)({ message: 'Where?', as, choices, check });
    for (const key of keys) {
      // A terminal gives one key at a time.
      await setTimeout(20);
      input.write(key);
    }
    assert.deepEqual(await answered, expected, `${as}: ${JSON.stringify(keys)}`);
  }
});
