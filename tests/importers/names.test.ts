// Records by the hundred: the table of names, what is decided in it, and tables of Wikidata.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test, type TestContext } from 'node:test';
import { buildArchive } from '../../src/archive/build.ts';
import { buildKnownArchive } from '../../src/importers/known.ts';
import { editFrontMatter, addToList, setField } from '../../src/importers/names/edit-front-matter.ts';
import { FilePlan } from '../../src/importers/names/file-plan.ts';
import { gatherNames } from '../../src/importers/names/gather-names.ts';
import { renderNameTable } from '../../src/importers/names/name-table.ts';
import { listDecisions, planDecisions } from '../../src/importers/names/plan-decisions.ts';
import { planWikidata } from '../../src/importers/names/plan-wikidata.ts';
import { parseTable, readTable, type Table } from '../../src/importers/names/read-table.ts';
import { readWikidata } from '../../src/importers/names/wikidata-table.ts';
import { saveFiles } from '../../src/importers/save.ts';
import { guessKind, type NameContext } from '../../src/names/recognition/guess-kind.ts';
import { readArchive } from '../../src/reading/read.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';

const article = 'articles/2021/03/04/ferry-returns.md';

const table = (text: string): Table => {
  const read = parseTable(text, 'names.csv');
  assert.ok(!('problem' in read), JSON.stringify(read));
  return read;
};

/** An archive whose article names people and places without a record. */
async function buildNamed(context: TestContext): Promise<string> {
  const root = await buildTemporaryArchive(context);
  const path = join(root, article);
  const text = await readFile(path, 'utf8');
  await writeFile(
    path,
    `${text}\nThen Mayor Ilse Berg met Karl Brandt in Osk. "We are glad," Berg said to the Osk Dockers’ Union. Yusuf el Kareem stayed in Osk.\n`,
  );
  return root;
}

async function readAll(root: string) {
  const reading = await readArchive(root);
  return {
    known: buildKnownArchive(root, reading),
    gathered: gatherNames(buildArchive(reading.entries)),
    ...reading,
  };
}

async function readTree(root: string): Promise<Map<string, string>> {
  const files = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  return new Map(
    await Promise.all(paths.sort().map(async (path) => [path, await readFile(path, 'utf8')] as const)),
  );
}

/** Carries out the decisions in a table, as the command does. */
async function apply(root: string, text: string): Promise<FilePlan> {
  const { known, gathered } = await readAll(root);
  const plan = new FilePlan(known);
  planDecisions(table(text), 'names.csv', gathered, plan);
  const files = plan.problems.length > 0 ? [] : plan.render();
  if (plan.problems.length === 0) saveFiles(files);
  return plan;
}

test('the table has every name with its count, sentence, guessed kind and the record it may be', async (context) => {
  const { gathered } = await readAll(await buildNamed(context));
  const rows = new Map(gathered.map((one) => [one.name, one]));
  assert.deepEqual(
    [...rows.keys()],
    ['Ilse Berg', 'Osk', 'Karl Brandt', 'Osk Dockers’ Union', 'Yusuf el Kareem'],
  );
  const { count, articles, sentence, guess } = rows.get('Osk') ?? {};
  assert.deepEqual([count, articles], [2, ['2021/03/04/ferry-returns']]);
  assert.equal(sentence, 'Then Mayor Ilse Berg met Karl Brandt in Osk.');
  assert.deepEqual(guess, { kind: 'place', reason: 'it stands after "in"' });
  assert.deepEqual(rows.get('Ilse Berg')?.guess, {
    kind: 'person',
    reason: 'it stands after "Mayor"',
  });
  assert.equal(rows.get('Osk Dockers’ Union')?.guess?.kind, 'organization');
  assert.equal(rows.get('Yusuf el Kareem')?.perhaps, 'people/yusuf-al-karim');
  const text = renderNameTable(gathered);
  assert.ok(text.startsWith('\ufeffname,variants,count,'));
  assert.equal(table(text.slice(1)).rows.length, 5);
});

test('what is decided becomes records, aliases and names that are none; a second run changes nothing', async (context) => {
  const root = await buildNamed(context);
  const { gathered } = await readAll(root);
  const decisions = new Map(
    Object.entries({
      'Ilse Berg': {
        kind: 'yes',
        description: 'Mayor of Osk: the first.',
        wikidata: 'https://www.wikidata.org/wiki/Q42',
      },
      Osk: { kind: 'City', description: 'A town.' },
      'Karl Brandt': { ignore: 'x' },
      'Yusuf el Kareem': { join: 'Yusuf al-Karim' },
      'Osk Dockers’ Union': { kind: 'organisation' },
    }).map(([name, decided]) => [
      name,
      { kind: '', join: '', wikidata: '', description: '', ignore: '', ...decided },
    ]),
  );
  const text = renderNameTable(gathered, decisions).slice(1);
  assert.deepEqual(listDecisions(table(text)), decisions);
  const plan = await apply(root, text);
  assert.deepEqual(plan.problems, []);
  assert.deepEqual(plan.counts, { added: 3, filled: 1 });
  assert.equal(
    await readFile(join(root, 'people/ilse-berg.md'), 'utf8'),
    '---\nname: Ilse Berg\ndescription: "Mayor of Osk: the first."\nwikidata: Q42\n---\n',
  );
  assert.match(await readFile(join(root, 'places/osk.md'), 'utf8'), /^kind: city$/m);
  assert.match(await readFile(join(root, 'people/yusuf-al-karim.md'), 'utf8'), /^ {2}- Yusuf el Kareem$/m);
  assert.match(await readFile(join(root, article), 'utf8'), /^mentions:\n {2}Karl Brandt: false$/m);
  const { gathered: left, findings } = await readAll(root);
  assert.deepEqual([left, findings.filter(({ severity }) => severity === 'error')], [[], []]);

  const files = await readTree(root);
  const again = await apply(root, text);
  assert.deepEqual([again.problems, again.unchanged], [[], 5]);
  assert.deepEqual(await readTree(root), files);
});

test('a row may join what another row adds', async (context) => {
  const root = await buildNamed(context);
  await apply(root, 'name,kind,join\nKarl Brandt,,Ilse Berg\nIlse Berg,person,\n');
  assert.match(await readFile(join(root, 'people/ilse-berg.md'), 'utf8'), /^ {2}- Karl Brandt$/m);
});

test('a record with errors is not overwritten, and another Wikidata item is not taken in silence', async (context) => {
  const root = await buildNamed(context);
  const broken = '---\nname: Ilse Berg\nnmae: x\n---\n';
  await writeFile(join(root, 'people/ilse-berg.md'), broken);
  const path = join(root, 'people/yusuf-al-karim.md');
  await writeFile(
    path,
    (await readFile(path, 'utf8')).replace('\ndescription:', '\nwikidata: Q7\ndescription:'),
  );
  const rows = 'name,kind,join,wikidata\nIlse Berg,person,,\nYusuf el Kareem,,yusuf-al-karim,Q8\n';
  const { problems } = await apply(root, rows);
  assert.equal(problems.length, 2);
  assert.match(
    problems[0] ?? '',
    /^names\.csv:2 "Ilse Berg" would be .*people\/ilse-berg\.md, which already exists/,
  );
  assert.match(problems[1] ?? '', /^names\.csv:3 people\/yusuf-al-karim has the Wikidata item Q7, not Q8\./);
  assert.equal(await readFile(join(root, 'people/ilse-berg.md'), 'utf8'), broken);
});

test('two rows may join one record, with its item in both', async (context) => {
  const root = await buildNamed(context);
  const plan = await apply(
    root,
    'name,kind,join,wikidata\nOsk,,ada-norling,Q9\nKarl Brandt,,ada-norling,Q9\n',
  );
  assert.deepEqual(plan.problems, []);
  const text = await readFile(join(root, 'people/ada-norling.md'), 'utf8');
  assert.deepEqual(text.match(/^wikidata: Q9$/gm)?.length, 1);
});

test('every wrong row is named with its line and a cure, and nothing is written', async (context) => {
  const root = await buildNamed(context);
  const files = await readTree(root);
  const rows = [
    'name;kind;join;wikidata;ignore;description',
    'Ilse Berg;persn;;;;',
    'Osk;;people/nobody;;;',
    'Karl Brandt;person;osk;;;',
    ';person;;;;',
    'Ada Norling Ann;person;;796;;',
    'Vell;;;;perhaps;',
    'Berg;;;;;A mayor.',
    'Brandt;yes;;;;',
  ];
  const { problems } = await apply(root, rows.join('\r\n'));
  const lines = problems.map((problem) => /^names\.csv:(\d+) /.exec(problem)?.[1]).sort();
  assert.deepEqual(lines, ['2', '3', '4', '5', '6', '7', '8', '9']);
  assert.ok(problems[0]?.includes('there is no kind "persn"; did you mean "person"?'), problems[0]);
  assert.deepEqual(await readTree(root), files);
});

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-tables-'));
});

test('a table is read whatever a spreadsheet made of it, or refused in a sentence', async (context) => {
  context.after(() => rm(folder, { recursive: true, force: true }));
  const read = async (bytes: string | Uint8Array) => {
    await writeFile(join(folder, 'table.csv'), bytes);
    return readTable(join(folder, 'table.csv'), 'table.csv');
  };
  for (const text of ['\ufeffName,kind\r\n"Doe, J.",person\r\n', 'Name;kind\n"Doe, J.";person\n;\n', 'Name\tkind\nDoe, J.\tperson'])
    assert.deepEqual(await read(text), {
      columns: ['name', 'kind'],
      rows: [{ line: 2, fields: new Map([['name', 'Doe, J.'], ['kind', 'person']]) }],
    }); // prettier-ignore
  const wide = await read(Buffer.from('\ufeffname\tkind\nŁódź\tcity\n', 'utf16le'));
  assert.ok('rows' in wide && wide.rows[0]?.fields.get('name') === 'Łódź');
  const harmless = await read("name\n'=Sum\n");
  assert.ok('rows' in harmless && harmless.rows[0]?.fields.get('name') === '=Sum');
  for (const [bytes, sentence] of [
    ['PK\u0003\u0004', 'table.csv is a spreadsheet. Save it as "CSV UTF-8" and give that file.'],
    [Buffer.from('name\nF\xf6\n', 'latin1'), /^table\.csv is not UTF-8/],
    ['name,name\n', 'table.csv:1 has the column "name" twice. Remove one.'],
    ['name\n"Foo\n', /^table\.csv:\d cannot be read as a table/],
  ] as const) {
    const refused = await read(bytes);
    assert.ok('problem' in refused);
    assert.match(
      refused.problem,
      typeof sentence === 'string' ? new RegExp(RegExp.escape(sentence)) : sentence,
    );
  }
});

const fromWikidata = `item,itemLabel,itemAltLabel,label_ar,coord,birth,instanceLabel,itemDescription
http://www.wikidata.org/entity/Q1,Yusuf al-Karim,"Y. Karim, Yousef Karim",يوسف الكريم,,1957-01-01T00:00:00Z,human,
http://www.wikidata.org/entity/Q1,Yusuf al-Karim,Joseph Karim,,,1957-01-01T00:00:00Z,human,
http://www.wikidata.org/entity/Q2,Osk,,أوسك,Point(-7.25 55.5),,town,town on an invented island
http://www.wikidata.org/entity/Q3,Nowhere,,,,,town,
`;

test('a table of Wikidata fills records and makes those that articles name', async (context) => {
  const root = await buildNamed(context);
  const fill = async (): Promise<[FilePlan, string[]]> => {
    const { known, gathered } = await readAll(root);
    const plan = new FilePlan(known);
    const { items, problems } = readWikidata(table(fromWikidata), 'wikidata.csv');
    assert.deepEqual(problems, []);
    const { unnamed } = planWikidata(items, 'wikidata.csv', gathered, plan);
    saveFiles(plan.render());
    assert.deepEqual(plan.problems, []);
    return [plan, unnamed];
  };
  const [plan, unnamed] = await fill();
  assert.deepEqual([plan.counts, unnamed], [{ added: 1, filled: 1 }, ['Nowhere']]);
  const person = await readFile(join(root, 'people/yusuf-al-karim.md'), 'utf8');
  for (const line of ['  - يوسف الكريم', '  - Y. Karim', '  - Joseph Karim', 'wikidata: Q1', 'born: 1957'])
    assert.ok(
      person.split('\n').some((one) => one === line || one === line.replace('1957', '"1957"')),
      `${line} in ${person}`,
    );
  assert.equal(
    await readFile(join(root, 'places/osk.md'), 'utf8'),
    '---\nname: Osk\naliases:\n  - أوسك\ndescription: Town on an invented island.\nwikidata: Q2\nkind: city\nlocation:\n  lat: 55.5\n  lon: -7.25\n---\n',
  );
  const { findings } = await readAll(root);
  assert.deepEqual(
    findings.filter(({ severity }) => severity === 'error'),
    [],
  );
  const files = await readTree(root);
  const [again] = await fill();
  assert.deepEqual([again.counts, again.unchanged], [{ added: 0, filled: 0 }, 2]);
  assert.deepEqual(await readTree(root), files);
});

test('a spelling that another record has is left out, and what cannot be read is named', async (context) => {
  const { known, gathered } = await readAll(await buildNamed(context));
  const plan = new FilePlan(known);
  const { items } = readWikidata(
    table('item,itemLabel,aliases\nQ5,Port Anselm,Kestrel Bay | Anselm\n'),
    'w.csv',
  );
  const { notes } = planWikidata(items, 'w.csv', gathered, plan);
  assert.deepEqual(notes, [
    'Q5: "Kestrel Bay" was left out because places/kestrel-bay already has that name.',
  ]);
  assert.equal(plan.aliases, 1);
  assert.deepEqual(readWikidata(table('thing,label\nQ5,x\n'), 'w.csv').problems.length, 1);
  const wrong = 'item,label,coord,born\nQ5,x,Point(400 3),\nQ6,y,,soon\nsome,z,,\n';
  assert.deepEqual(
    readWikidata(table(wrong), 'w.csv').problems.map((problem) => problem.slice(0, 7)),
    ['w.csv:2', 'w.csv:3', 'w.csv:4'],
  );
});

test('line ends and a byte order mark stay as they were', () => {
  const text = editFrontMatter('\ufeff---\r\nname: A\r\n---\r\n\r\nText\r\n', (document) =>
    setField(document, 'wikidata', 'Q42'),
  );
  assert.equal(text, '\ufeff---\r\nname: A\r\nwikidata: Q42\r\n---\r\n\r\nText\r\n');
});

test('fields are added where records have them, and comments stay', () => {
  const source = '---\n# The mayor\nname: Ilse Berg\ndescription: "Mayor" # so far\n---\n\nText\n';
  const text = editFrontMatter(source, (document) => {
    addToList(document, 'aliases', ['I. Berg', 'No: one']);
    setField(document, 'wikidata', 'Q42');
    setField(document, 'mentions', 'false', 'Berg');
  });
  assert.equal(
    text,
    '---\n# The mayor\nname: Ilse Berg\naliases:\n  - I. Berg\n  - "No: one"\ndescription: "Mayor" # so far\nwikidata: Q42\nmentions:\n  Berg: false\n---\n\nText\n',
  );
});

const at = (text: string, name: string): NameContext => ({
  before: text.slice(0, text.indexOf(name)),
  after: text.slice(text.indexOf(name) + name.length),
});

for (const [text, name, kind] of [
  ['They flew to Osk on Monday, and slept in Osk.', 'Osk', 'place'],
  ['General Vell was late.', 'Vell', 'person'],
  ['The Karst Trading Co was fined.', 'Karst Trading Co', 'organization'],
  ['A boat sank in Osk Bay.', 'Osk Bay', 'place'],
  ['"No," Vell said.', 'Vell', 'person'],
  ['In TDU they trust.', 'TDU', 'organization'],
  ['He read Vell.', 'Vell', undefined],
] as const)
  test(`in "${text}" ${name} is ${kind ?? 'nothing'} by guess`, () =>
    assert.equal(guessKind(name, [at(text, name)])?.kind, kind));
