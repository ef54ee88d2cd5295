// Kills commands at each write of content: no file is ever half written, and a rerun completes the work.
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { baseArchive } from '../../temporary-archive.ts';
import type { Outcome } from '../trial.ts';
import { compareTrees, layOut, readTree, type Place } from './edition.ts';
import { run } from './run-faulty.ts';

interface Action {
  name: string;
  /** Changes the base archive first, so that there is something to do. */
  prepare: (place: Place) => Promise<void>;
  args: (place: Place) => string[];
  /** Where it writes; default: the content. */
  target?: (place: Place) => string;
  /** Whether a rerun may refuse because the work is done. */
  refusesTwice?: boolean;
}

const copy = (day: string, more = ''): string => `Lighthouse at Kestrel Bay lit again

By Mara Testing
${day}

The lighthouse above the bay was lit again on Thursday after a winter of repairs, and several hundred people came to watch.

Its lamp had been dark since a storm broke the gallery in the autumn, and boats had been asked to keep to the southern channel.${more}

The keeper said that the new lamp needs a tenth of the power, and that the old one will be shown in the harbour museum.
`;

const importArgs = (place: Place, ...more: string[]): string[] => [
  ...['import', join(place.home, 'copy.txt'), '--publication', 'harbour-herald', '--retrieved', '2022-05-07'],
  ...['--rights-note', 'Published with the permission of the paper', ...more],
];

const actions: readonly Action[] = [
  {
    name: 'import',
    prepare: (place) => writeFile(join(place.home, 'copy.txt'), copy('5 May 2022')),
    args: (place) => importArgs(place),
  },
  {
    name: 'import --replace',
    prepare: async (place) => {
      await writeFile(join(place.home, 'copy.txt'), copy('5 May 2022'));
      await run(importArgs(place), place.env);
      await writeFile(join(place.home, 'copy.txt'), copy('5 May 2022', ' Two of them had run aground.'));
    },
    args: (place) => importArgs(place, '--replace', '--correction', 'A sentence was missing.'),
  },
  {
    name: 'check --fix',
    prepare: async ({ content }) => {
      await rm(join(content, 'topics/shipping.md'));
      const article = join(content, 'articles/2021/03/04/ferry-returns.md');
      await writeFile(article, `\ufeff${await readFile(article, 'utf8')}`);
    },
    args: () => ['check', '--fix'],
  },
  {
    name: 'new',
    prepare: () => Promise.resolve(),
    args: () => ['new', 'person', 'Mara Testing', '--description', 'An invented keeper of a lighthouse.'],
    refusesTwice: true,
  },
  {
    name: 'export of a bag',
    prepare: () => Promise.resolve(),
    args: ({ home }) => ['export', 'bag', join(home, 'bag'), '--date', '2022-05-07'],
    target: ({ home }) => join(home, 'bag'),
    refusesTwice: true,
  },
];

/** The calls at which the state on disk differs: before a draft is begun, and before it takes its place. */
const turningPoints = ['openSync', 'renameSync', 'cp', 'writeFile', 'rename'];

/** Moments of one action that are tried; the rest of a full trial goes on until the action ends by itself. */
const shortMoments = [
  { action: 'import', does: 'half', at: 1 },
  { action: 'import', does: 'kill', at: 4 },
  { action: 'check --fix', does: 'half', at: 2 },
] as const;

export async function killContentWriters(home: string, extent: 'short' | 'full'): Promise<Outcome[]> {
  const failures: string[] = [];
  let tried = 0;
  for (const action of actions) {
    const moments = shortMoments.filter((moment) => moment.action === action.name);
    if (extent === 'short' && moments.length === 0) continue;
    const place = await layOut(join(home, action.name.replaceAll(' ', '-')));
    const target = action.target?.(place) ?? place.content;
    const reset = async (): Promise<void> => {
      await rm(place.content, { recursive: true, force: true });
      await rm(target, { recursive: true, force: true });
      await rm(`${target}.partial`, { recursive: true, force: true });
      await cp(baseArchive, place.content, { recursive: true });
      await action.prepare(place);
    };
    await reset();
    const before = await readTree(target);
    const undisturbed = await run(action.args(place), place.env);
    const after = await readTree(target);
    if (undisturbed.code !== 0 || compareTrees('', before, after).length === 0)
      throw new Error(`${action.name} did nothing:\n${undisturbed.output}`);

    const tryMoment = async (does: 'half' | 'kill', at: number): Promise<boolean> => {
      await reset();
      const what = `${action.name}, ${does === 'half' ? 'half of write' : 'call'} ${at}`;
      const calls = does === 'half' ? ['writeFileSync', 'writeFile'] : turningPoints;
      const { signal } = await run(action.args(place), place.env, {
        does,
        at,
        path: target,
        calls,
      });
      if (signal !== 'SIGKILL') return false;
      tried += 1;
      for (const [path, sum] of await readTree(target))
        if (!path.endsWith('.draft') && sum !== before.get(path) && sum !== after.get(path))
          failures.push(`${what}: ${path} is half written`);
      const checked = await run(['check'], place.env);
      if (checked.code === null || /^\s+at /m.test(checked.output))
        failures.push(`${what}: check ended with ${checked.output.trim()}`);
      const again = await run(action.args(place), place.env);
      if (again.code !== 0 && !(action.refusesTwice && again.code === 1))
        failures.push(`${what}: running it again failed: ${again.output.trim()}`);
      failures.push(...compareTrees(`${what}, run again`, after, await readTree(target)));
      if (existsSync(`${target}.partial`)) failures.push(`${what}: ${target}.partial was left`);
      return true;
    };
    if (extent === 'short') {
      for (const { does, at } of moments)
        if (!(await tryMoment(does, at)))
          failures.push(`${action.name}: the moment ${does} ${at} never came`);
      continue;
    }
    for (const does of ['kill', 'half'] as const) {
      // A bag has two dozen files, all of one kind.
      const step = action.target === undefined ? 1 : 4;
      for (let at = 1; await tryMoment(does, at); at += step);
    }
  }
  const left = (await readdir(home)).length;
  if (left === 0) failures.push('nothing was tried');
  return [{ what: 'Content writes killed', tried, failed: failures.length, failures }];
}
