// `npm run test:trust`: tries to break each promise of the archive and prints one table of what was tried and what failed.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { nearest } from '../../src/schema/sentence.ts';
import { buildTrial, type Outcome, type RunRow } from './trial.ts';

/** In the order of the table. */
const rows: Readonly<Record<string, () => Promise<{ runRow: RunRow }>>> = {
  hostile: () => import('./hostile.ts'),
  pathological: () => import('./pathological.ts'),
  faults: () => import('./faults.ts'),
  validators: () => import('./validators.ts'),
  seeded: () => import('./seeded.ts'),
  fidelity: () => import('./fidelity.ts'),
  commonmark: () => import('./commonmark.ts'),
  served: () => import('./served.ts'),
};

const usage = `Usage: npm run test:trust [-- --short] [-- --only ROW[,ROW]]
The rows are: ${Object.keys(rows).join(', ')}.`;

/** Failures printed of one line of the table. */
const enough = 10;

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { short: { type: 'boolean', default: false }, only: { type: 'string' } },
  });
  const names = values.only?.split(',') ?? Object.keys(rows);
  const unknown = names.find((name) => !Object.hasOwn(rows, name));
  if (unknown !== undefined) {
    const near = nearest(unknown, Object.keys(rows));
    console.error(`There is no row "${unknown}"${near ? `; did you mean "${near}"?` : '.'}\n${usage}`);
    return 2;
  }
  const folder = await mkdtemp(join(tmpdir(), 'dateline-trust-'));
  try {
    const trial = buildTrial(values.short ? 'short' : 'full', folder);
    const outcomes: Outcome[] = [];
    for (const name of names) outcomes.push(...(await runTimed(name, trial)));
    console.log(renderTable(outcomes));
    return outcomes.some(({ failed }) => failed > 0) ? 1 : 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runTimed(name: string, trial: ReturnType<typeof buildTrial>): Promise<Outcome[]> {
  const start = performance.now();
  const { runRow } = await (rows[name] as () => Promise<{ runRow: RunRow }>)();
  const outcomes = await runRow(trial);
  console.error(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} seconds`);
  return outcomes;
}

function renderTable(outcomes: readonly Outcome[]): string {
  const number = (value: number): string => value.toLocaleString('en').padStart(10);
  const width = Math.max(...outcomes.map(({ what }) => what.length), 4);
  const lines = outcomes.flatMap(({ what, tried, failed, failures }) => [
    `${what.padEnd(width)} ${number(tried)} ${number(failed)}`,
    ...failures.slice(0, enough).map((failure) => `  - ${failure}`),
    ...(failures.length > enough ? [`  - and ${failures.length - enough} more`] : []),
  ]);
  const sum = (pick: (outcome: Outcome) => number): number =>
    outcomes.reduce((total, outcome) => total + pick(outcome), 0);
  return [
    `${''.padEnd(width)} ${'tried'.padStart(10)} ${'failed'.padStart(10)}`,
    ...lines,
    `${'Sum'.padEnd(width)} ${number(sum(({ tried }) => tried))} ${number(sum(({ failed }) => failed))}`,
  ].join('\n');
}

process.exitCode = await main(process.argv.slice(2));
