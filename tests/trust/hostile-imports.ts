// Imports copies with a hostile value in each field by the real command, and looks at every draft with the real checks.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { examineArchive } from '../../src/cli/examine.ts';
import { runImport } from '../../src/cli/import.ts';
import { renderBody } from '../../src/markdown/pipeline.ts';
import { buildNameTrie } from '../../src/names/recognition/recognize.ts';
import { needlessCharacters } from '../../src/schema/characters.ts';
import { readFrontMatter } from '../../src/schema/front-matter.ts';
import type { Finding } from '../../src/schema/finding.ts';
import { findDangersInPiece, readWords } from './dangers.ts';
import {
  copyKinds,
  endings,
  fieldsOf,
  listDueWords,
  renderCopy,
  shapes,
  type CopyKind,
  type HostileCopy,
} from './hostile-copies.ts';
import { readPayloads } from './payloads.ts';
import type { Outcome, Trial } from './trial.ts';

/** Copies that are imported into one archive, where every author and paper of them is a record. */
const batch = 2000;

/**
 * Every second value is tried in one of these kinds, and our own set in each: 4,000 copies take six minutes to import.
 * A PDF adds little to what a text shows, so it gets every twentieth.
 */
const turns: Readonly<Record<CopyKind, { step: number; from: number }>> = {
  HTML: { step: 6, from: 0 },
  Markdown: { step: 6, from: 2 },
  text: { step: 6, from: 4 },
  PDF: { step: 20, from: 0 },
};

/** How many times fewer are tried in the short form. */
const fewer = 50;

/** A PDF takes longest. */
const isOwnTried = (kind: CopyKind, { extent }: Trial): boolean => extent === 'full' || kind !== 'PDF';

const publication = `---
name: Example Times
description: A paper that does not exist.
website: https://example.org
language: en
---
`;

export async function runHostileImports(trial: Trial): Promise<Outcome[]> {
  const { values, from: source } = await readPayloads();
  const own = new Set(
    JSON.parse(await readFile(new URL('fixtures/payloads.json', import.meta.url), 'utf8')) as string[],
  );
  const folder = await trial.makeFolder('hostile-imports');
  const run: Run = {
    folder,
    byKind: new Map(copyKinds.map((kind) => [kind, { tried: 0, failures: [] }])),
    drafts: { tried: 0, failures: [] },
  };
  const copies = copyKinds.flatMap((kind) => {
    const { step, from } = turns[kind];
    const every = trial.extent === 'full' ? step : step * fewer;
    return values
      .filter((value, index) => index % every === from || (own.has(value) && isOwnTried(kind, trial)))
      .map((value, index) => {
        const shape = index % shapes[kind];
        return build(value, kind, shape, fieldsOf(kind, shape));
      });
  });
  for (let at = 0; at < copies.length; at += batch) await tryBatch(copies.slice(at, at + batch), run);
  return [
    ...[...run.byKind].map(([kind, tally]) => count(`Hostile values imported: ${kind}`, tally)),
    count(`Drafts rendered and searched for dangerous nodes, from ${source}`, run.drafts),
  ];
}

interface Tally {
  tried: number;
  failures: string[];
}

interface Run {
  folder: string;
  byKind: Map<CopyKind, Tally>;
  drafts: Tally;
}

const count = (what: string, { tried, failures }: Tally): Outcome => {
  const all = tried === 0 ? ['nothing was tried', ...failures] : failures;
  return { what, tried, failed: all.length, failures: all };
};

const build = (value: string, kind: CopyKind, shape: number, fields: readonly string[]): HostileCopy => {
  lastNumber += 1;
  return { value, kind, fields, shape, number: lastNumber };
};
let lastNumber = 0;

/** Imports copies into a fresh archive, in as many rounds as it takes to see each field alone where it must be. */
async function tryBatch(copies: readonly HostileCopy[], { folder, byKind, drafts }: Run): Promise<void> {
  const home = join(folder, 'batch');
  const content = join(home, 'content');
  await rm(home, { recursive: true, force: true });
  await mkdir(join(content, 'publications'), { recursive: true });
  await writeFile(join(content, 'publications/example-times.md'), publication);
  const imported: { copy: HostileCopy; report: Report }[] = [];
  const failWith =
    (copy: HostileCopy): ((what: string) => void) =>
    (what) => {
      const where = `${JSON.stringify(copy.value).slice(0, 120)} in ${copy.fields.join(', ')}`;
      byKind.get(copy.kind)?.failures.push(`${copy.kind}, ${where}: ${what}`);
    };
  let wave = copies;
  for (let round = 0; wave.length > 0; round += 1) {
    const outcomes = await importWave(wave, home, content, `copies${round}`);
    const refused: HostileCopy[] = [];
    for (const [copy, { report, refusal }] of outcomes) {
      const tally = byKind.get(copy.kind);
      if (tally !== undefined && (report !== undefined || copy.fields.length === 1))
        tally.tried += copy.fields.length;
      if (report !== undefined) imported.push({ copy, report });
      else if (refusal === undefined) failWith(copy)('neither imported nor refused');
      else {
        refused.push(copy);
        // A fault of the importer is not a reason, and a sentence without a fix is no help.
        if (/Please report|The file cannot be read:/.test(refusal) || !/[;.] \S+/.test(refusal))
          failWith(copy)(`refused without a reason: ${refusal}`);
      }
    }
    wave = refused.flatMap((copy) => takeApart(copy, round === 0));
  }
  const { findings } = await withEnvironment({ CONTENT_DIR: content, CACHE_DIR: join(home, 'cache') }, () =>
    examineArchive(content, { show: () => undefined, end: () => undefined }),
  );
  const errors = Map.groupBy(
    findings.filter(({ severity }) => severity === 'error'),
    ({ file }) => file,
  );
  for (const { copy, report } of imported) await judgeDraft(copy, report, errors, drafts, failWith(copy));
  // What was written beside the articles: records of authors and publications.
  const articles = new Set(imported.map(({ report }) => report.file));
  for (const [file, found] of errors)
    if (!articles.has(file))
      drafts.failures.push(`${file}: ${found.map(({ message }) => message).join('; ')}`);
}

/** A copy refused for one field says nothing about the others: they are tried without it, then each alone. */
function takeApart({ value, kind, shape, fields }: HostileCopy, isFirst: boolean): HostileCopy[] {
  const [first = '', ...others] = fields;
  if (others.length === 0) return [];
  const parts = isFirst ? [[first], others] : fields.map((field) => [field]);
  return parts.map((part) => build(value, kind, shape, part));
}

/** What became of each copy. */
async function importWave(
  copies: readonly HostileCopy[],
  home: string,
  content: string,
  folder: string,
): Promise<Map<HostileCopy, { report?: Report | undefined; refusal?: string | undefined }>> {
  await mkdir(join(home, folder));
  const names = new Map<HostileCopy, string>();
  for (const copy of copies) {
    const name = join(folder, `c${copy.number}.${endings[copy.kind]}`);
    names.set(copy, name);
    await writeFile(join(home, name), renderCopy(copy), copy.kind === 'PDF' ? 'latin1' : 'utf8');
  }
  const { reports, refusals } = await importFolder(home, content, folder);
  return new Map(
    [...names].map(([copy, name]) => [copy, { report: reports.get(name), refusal: refusals.get(name) }]),
  );
}

interface Report {
  /** The article, as findings name it. */
  file: string;
  text: string;
}

async function importFolder(
  home: string,
  content: string,
  folder: string,
): Promise<{ reports: Map<string, Report>; refusals: Map<string, string> }> {
  const reports = new Map<string, Report>();
  const refusals = new Map<string, string>();
  const env = { CONTENT_DIR: content, CACHE_DIR: join(home, 'cache'), INIT_CWD: home };
  await withEnvironment(env, () =>
    runImport([folder], {
      today: '2026-01-01',
      print: (text) => {
        const [, name, file] = /^(copies\d+\/\S+) -> (.*) \([a-z ]+\)$/m.exec(text) ?? [];
        if (name !== undefined && file !== undefined) reports.set(name, { file, text });
      },
      complain: (text) => {
        const [, name] = /^(copies\d+\/\S+?): /.exec(text) ?? [];
        if (name !== undefined) refusals.set(name, text.slice(name.length + 2));
      },
    }),
  );
  return { reports, refusals };
}

async function judgeDraft(
  copy: HostileCopy,
  { file, text: report }: Report,
  errors: ReadonlyMap<string, Finding[]>,
  drafts: Tally,
  fail: (what: string) => void,
): Promise<void> {
  const found = errors.get(file);
  if (found !== undefined)
    fail(`the check refuses ${file}: ${found.map(({ message }) => message).join('; ')}`);
  const { data, body } = readFrontMatter(await readFile(file, 'utf8'), file);
  const { html } = renderBody(body, {
    id: '2000/01/01/x',
    file,
    images: new Set(),
    names: buildNameTrie([]),
    overrides: undefined,
    findings: [],
  });
  const [dangers, words] = [findDangersInPiece(html), readWords(html)];
  drafts.tried += 1;
  for (const danger of dangers)
    drafts.failures.push(`${danger} from ${JSON.stringify(copy.value).slice(0, 120)} in ${copy.kind}`);
  const all = fold(`${words} ${JSON.stringify(data)} ${report}`);
  const lost = listDueWords(copy).filter((word) => !all.includes(fold(word)));
  if (lost.length > 0)
    fail(`words are neither in the draft nor in the report: ${lost.slice(0, 5).join(' ')}`);
}

const fold = (text: string): string => text.replace(needlessCharacters, '').toLowerCase();

async function withEnvironment<T>(env: Readonly<Record<string, string>>, run: () => Promise<T>): Promise<T> {
  const before = Object.keys(env).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, env);
  try {
    return await run();
  } finally {
    for (const [name, value] of before)
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
  }
}
