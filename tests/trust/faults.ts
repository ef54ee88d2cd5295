// Row "faults": builds killed at random, whatever else can go wrong in a build, and interrupted writes.
import { join } from 'node:path';
import { buildFaults, keepCopy, layGround, type Ground } from './faults/build-faults.ts';
import { killContentWriters } from './faults/content-faults.ts';
import { killBuilds } from './faults/killed-builds.ts';
import type { Outcome, RunRow } from './trial.ts';

/** Two lanes, for two cores. */
export const runRow: RunRow = async (trial) => {
  const home = await trial.makeFolder('faults');
  const lane = (name: string): string => join(home, name);
  const ground = await layGround(lane('ground'));
  if (trial.extent === 'short') {
    const [killed, quick] = await Promise.all([
      killBuilds(ground, lane('kills'), 4, 1),
      (async () => [
        ...(await breakBuilds(ground, false)),
        ...(await killContentWriters(lane('content'), 'short')),
      ])(),
    ]);
    return [...killed, ...quick];
  }
  const [one, other] = await Promise.all([
    killBuilds(ground, lane('kills-1'), 50, 1),
    killBuilds(ground, lane('kills-2'), 50, 2),
  ]);
  const [faults, written] = await Promise.all([
    breakBuilds(ground, true),
    killContentWriters(lane('content'), 'full'),
  ]);
  return [...addLanes(one, other), ...faults, ...written];
};

/** Combines the lines of two lanes that did the same work. */
function addLanes(one: readonly Outcome[], other: readonly Outcome[]): Outcome[] {
  return one.map((outcome, index) => {
    const second = other[index];
    return {
      what: outcome.what,
      tried: outcome.tried + (second?.tried ?? 0),
      failed: outcome.failed + (second?.failed ?? 0),
      failures: [...outcome.failures, ...(second?.failures ?? [])],
    };
  });
}

async function breakBuilds(ground: Ground, withLong: boolean): Promise<Outcome[]> {
  const restore = await keepCopy(ground);
  const failures: string[] = [];
  let tried = 0;
  for (const { name, isLong, run } of buildFaults) {
    if (isLong && !withLong) continue;
    const result = await run(ground, name);
    if ('notTried' in result) {
      console.error(`faults: not tried: ${name}, for ${result.notTried}.`);
      continue;
    }
    tried += 1;
    failures.push(...result);
    if (result.length > 0) await restore();
  }
  if (tried === 0) failures.push('no fault was tried');
  return [{ what: 'Faults during a build', tried, failed: failures.length, failures }];
}
