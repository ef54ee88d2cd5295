// `npm run test:trust`: tries to break each promise of the archive and prints one table of what was tried and what failed.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { nearest } from '../../src/schema/sentence.ts';
import { buildTrial, type Outcome, type RunRow } from './trial.ts';

/** In the order of the table. */
const rows: Readonly<Record<string, () => Promise<RunRow>>> = {
  hostile: async () => (await import('./hostile.ts')).runRow,
  imports: async () => (await import('./hostile-imports.ts')).runHostileImports,
  pathological: async () => (await import('./pathological.ts')).runRow,
  faults: async () => (await import('./faults.ts')).runRow,
  rebuilds: async () => (await import('./rebuilds.ts')).runRow,
  validators: async () => (await import('./validators.ts')).runRow,
  seeded: async () => (await import('./seeded.ts')).runRow,
  fidelity: async () => (await import('./fidelity.ts')).runRow,
  commonmark: async () => (await import('./commonmark.ts')).runRow,
  served: async () => (await import('./served.ts')).runRow,
};

/** Rows of one process, the longest first: those that use the same sites share them. */
const processes: readonly (readonly string[])[] = [
  ['hostile'],
  ['imports'],
  ['faults'],
  ['rebuilds'],
  ['validators', 'seeded'],
  ['fidelity', 'commonmark'],
  ['pathological'],
  ['served'],
];

const usage = `Usage: npm run test:trust [-- --short] [-- --only ROW[,ROW]]
The rows are: ${Object.keys(rows).join(', ')}.`;

/** Failures printed of one line of the table. */
const enough = 10;

type Extent = 'short' | 'full';
type Outcomes = Map<string, Outcome[]>;

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      short: { type: 'boolean', default: false },
      only: { type: 'string' },
      // Tells a process to hand its rows to the one that prints the table.
      json: { type: 'boolean', default: false },
    },
  });
  const names = values.only?.split(',') ?? Object.keys(rows);
  const unknown = names.find((name) => !Object.hasOwn(rows, name));
  if (unknown !== undefined) {
    const near = nearest(unknown, Object.keys(rows));
    console.error(`There is no row "${unknown}"${near ? `; did you mean "${near}"?` : '.'}\n${usage}`);
    return 2;
  }
  const extent = values.short ? 'short' : 'full';
  if (values.json) {
    process.stdout.write(JSON.stringify([...(await runRows(names, extent))]));
    return 0;
  }
  const start = performance.now();
  const outcomes = await runProcesses(names, extent);
  console.log(renderTable(Object.keys(rows).flatMap((name) => outcomes.get(name) ?? [])));
  console.error(`${((performance.now() - start) / 60_000).toFixed(1)} minutes`);
  return [...outcomes.values()].flat().some(({ failed }) => failed > 0) ? 1 : 0;
}

/** Runs rows one after the other. */
async function runRows(names: readonly string[], extent: Extent): Promise<Outcomes> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-trust-'));
  try {
    const trial = buildTrial(extent, folder);
    const outcomes: Outcomes = new Map();
    for (const name of names) {
      const start = performance.now();
      const runRow = await (rows[name] as () => Promise<RunRow>)();
      outcomes.set(name, await runRow(trial));
      console.error(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} seconds`);
    }
    return outcomes;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs rows in processes of their own, one per core and at most two at a time. */
async function runProcesses(names: readonly string[], extent: Extent): Promise<Outcomes> {
  const open = processes
    .map((group) => group.filter((name) => names.includes(name)))
    .filter((group) => group.length > 0);
  const outcomes: Outcomes = new Map();
  const work = async (): Promise<void> => {
    for (let group = open.shift(); group !== undefined; group = open.shift())
      for (const [name, lines] of await runProcess(group, extent)) outcomes.set(name, lines);
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
  return outcomes;
}

/** A process that ends without its table is a failure of each of its rows. */
function runProcess(group: readonly string[], extent: Extent): Promise<Outcomes> {
  return new Promise((settle, fail) => {
    const args = ['--json', '--only', group.join(','), ...(extent === 'short' ? ['--short'] : [])];
    const child = spawn(process.execPath, [import.meta.filename, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.once('error', fail);
    child.once('close', (code, signal) => {
      if (code === 0) settle(new Map(JSON.parse(printed) as [string, Outcome[]][]));
      else {
        const failures = [`It ended with ${signal ?? `exit code ${code ?? 'none'}`} and no result.`];
        settle(new Map(group.map((what) => [what, [{ what, tried: 0, failed: 1, failures }]])));
      }
    });
  });
}

function renderTable(outcomes: readonly Outcome[]): string {
  const number = (value: number): string => value.toLocaleString('en').padStart(11);
  const width = Math.max(...outcomes.map(({ what }) => what.length), 4);
  const lines = outcomes.flatMap(({ what, tried, failed, failures }) => [
    `${what.padEnd(width)} ${number(tried)} ${number(failed)}`,
    ...failures.slice(0, enough).map((failure) => `  - ${failure}`),
    ...(failures.length > enough ? [`  - and ${failures.length - enough} more`] : []),
  ]);
  const sum = (pick: (outcome: Outcome) => number): number =>
    outcomes.reduce((total, outcome) => total + pick(outcome), 0);
  return [
    `${''.padEnd(width)} ${'tried'.padStart(11)} ${'failed'.padStart(11)}`,
    ...lines,
    `${'Sum'.padEnd(width)} ${number(sum(({ tried }) => tried))} ${number(sum(({ failed }) => failed))}`,
  ].join('\n');
}

process.exitCode = await main(process.argv.slice(2));
