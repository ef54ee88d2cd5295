// Kills builds at random moments while the site is read, and checks that the next build is as good as ever.
import { seededRandom } from '../../bench/random.ts';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait, setImmediate as breathe } from 'node:timers/promises';
import type { Outcome } from '../trial.ts';
import type { Ground } from './build-faults.ts';
import {
  compareTrees,
  emptyFolder,
  findLeftovers,
  layOut,
  lookAtSite,
  readTree,
  setEdition,
  type Place,
} from './edition.ts';
import { run, start } from './run-faulty.ts';

/** How often the site is read between two pauses: like a busy server on a machine that is also building. */
const looksAtOnce = 5;

/**
 * @param ground where the first site was built, with which this begins
 * @param kills how many builds are killed
 * @param seed decides the moments
 */
export async function killBuilds(
  ground: Ground,
  home: string,
  kills: number,
  seed: number,
): Promise<Outcome[]> {
  const { duration, undisturbed } = ground;
  const place = await layOut(home);
  const random = seededRandom(seed);
  const failures: string[] = [];
  await cp(ground.site, place.site, { recursive: true });

  const reader = watchSite(place);
  let killed = 0;
  for (let edition = 1; killed < kills && edition < 3 * kills; edition += 1) {
    await setEdition(place, edition);
    reader.allow(edition);
    const build = start(['build', '--force'], place.env);
    const moment = Math.round(random() * duration);
    await Promise.race([wait(moment, undefined, { ref: false }), build.ended]);
    build.child.kill('SIGKILL');
    const ended = await build.ended;
    if (ended.signal === 'SIGKILL') killed += 1;
    else if (ended.code !== 0)
      failures.push(`after kill ${killed} a build failed by itself: ${ended.output.trim()}`);
    for (const wrong of reader.takeFailures())
      failures.push(`kill ${killed} after ${moment} ms (seed ${seed}): ${wrong}`);
  }
  await setEdition(place, 0);
  reader.allow(0);
  const last = await run(['build', '--force'], place.env);
  if (last.code !== 0) failures.push(`the build after ${killed} kills failed: ${last.output.trim()}`);
  const looks = await reader.stop();
  failures.push(...reader.takeFailures());
  failures.push(...compareTrees('the build after the kills', undisturbed, await readTree(place.site)));
  failures.push(...(await findLeftovers('the build after the kills', place)));
  if (looks === 0) failures.push('nobody read the site');
  await emptyFolder(join(home, 'cache'));
  return [
    { what: 'Builds killed at random moments', tried: killed, failed: failures.length, failures },
    { what: 'Looks at a site meanwhile', tried: looks, failed: 0, failures: [] },
  ];
}

interface Reader {
  /** This edition may now appear. */
  allow(edition: number): void;
  takeFailures(): string[];
  /** How often the site was looked at. */
  stop(): Promise<number>;
}

function watchSite({ site }: Place): Reader {
  const allowed = new Set([0]);
  let failures: string[] = [];
  let looks = 0;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      for (let count = 0; count < looksAtOnce; count += 1) {
        const look = lookAtSite(site);
        looks += 1;
        if ('wrong' in look) failures.push(look.wrong);
        else if (!allowed.has(look.edition)) failures.push(`edition ${look.edition} was never built`);
        await breathe();
      }
      await wait(20);
    }
  })();
  return {
    allow: (edition) => allowed.add(edition),
    takeFailures: () => {
      const taken = [...new Set(failures)];
      failures = [];
      return taken;
    },
    stop: async () => {
      isOver = true;
      await watching;
      return looks;
    },
  };
}
