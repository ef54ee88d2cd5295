// The row of what is served: every address of the site, asked of nginx, Caddy and "npm start", hostile requests, and a load.
import { randomInt } from 'node:crypto';
import { cp, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileOf } from '../../src/exports/serving/finished-site.ts';
import { compressFolder } from '../../src/exports/serving/compress.ts';
import { movedFile, renderMoved } from '../../src/exports/serving/moved.ts';
import { listFiles } from '../../src/exports/preservation/manifest.ts';
import { checkAnswers } from '../serving/check-answers.ts';
import { hostileRequests, judgeAnswer, sendRaw } from '../serving/hostile-requests.ts';
import { ask, buildAgent } from '../serving/request.ts';
import { startServer, type RunningServer, type ServedFolder } from '../serving/servers.ts';
import { writeSmallSite } from '../serving/small-site.ts';
import type { Outcome, RunRow, Trial } from './trial.ts';

/** Below this many requests a server has not shown much. */
const least = 200;

export const runRow: RunRow = async (trial) => {
  const home = await trial.makeFolder('served');
  const shipped = await copyShipped(trial, join(home, 'shipped'), '/');
  const small = await writeSmallSite(await makeFolder(home, 'small'), '/archive/');
  const outcomes: Outcome[] = [];
  const running: RunningServer[] = [];
  try {
    for (const name of ['nginx', 'Caddy', 'npm start'] as const) {
      const servers: RunningServer[] = [];
      let what = `Requests answered by ${name}`;
      for (const [served, place] of [
        [shipped, 'shipped'],
        [small, 'small'],
      ] as const) {
        const folder = join(home, `${name} ${place}`.replaceAll(' ', '-'));
        let server = await startServer(name, served, folder);
        if (server === undefined) {
          what = `Requests answered by npm start, for ${name} is not installed here`;
          server = await startServer('npm start', served, folder);
        }
        if (server !== undefined) servers.push(server);
      }
      running.push(...servers);
      const [whole, part] = servers;
      if (whole === undefined || part === undefined) throw new Error(`${name} was not started.`);
      const comparisons = [
        await checkAnswers(whole, shipped, trial.extent === 'full' ? 1 : 25),
        await checkAnswers(part, small),
      ];
      const tried = comparisons.reduce((sum, comparison) => sum + comparison.tried, 0);
      const failures = comparisons.flatMap((comparison) => comparison.failures);
      if (tried < least) failures.push(`Only ${tried} requests were made, and not ${least}.`);
      outcomes.push({ what, tried, failed: failures.length, failures });
    }
    const own = running.find(({ name }) => name === 'npm start');
    if (own === undefined) throw new Error('npm start was not started.');
    outcomes.push(await tryHostile(own, shipped));
    const loaded = running.filter((_, index) => index % 2 === 0);
    outcomes.push(await load(loaded, shipped, trial.extent === 'full' ? 20_000 : 3000));
    return outcomes;
  } finally {
    for (const server of running) await server.stop();
  }
};

async function makeFolder(home: string, name: string): Promise<string> {
  await mkdir(join(home, name), { recursive: true });
  return join(home, name);
}

/** A copy of the site with one page moved and one withdrawn, compressed if there is time for it. */
async function copyShipped(trial: Trial, root: string, base: string): Promise<ServedFolder> {
  const site = join(root, base).replace(/\/$/, '');
  await cp((await trial.shippedSite()).site, site, { recursive: true });
  const [gone, old, now] = [
    '/2019/12/31/withdrawn/',
    '/people/general-soleimani/',
    '/people/qasem-soleimani/',
  ];
  for (const path of [gone, old]) {
    await mkdir(join(site, path), { recursive: true });
    await cp(join(site, 'about/index.html'), join(site, fileOf(path)));
  }
  await writeFile(
    join(site, movedFile),
    renderMoved([
      { path: gone, to: 'gone' },
      { path: old, to: now },
    ]),
  );
  if (trial.extent === 'full') await compressFolder(site);
  return { root, site, base };
}

/** After each of them the server must still answer an ordinary request. */
async function tryHostile(server: RunningServer, { site }: ServedFolder): Promise<Outcome> {
  await writeFile(join(site, 'large.bin'), Buffer.alloc(16 * 1024 * 1024));
  const port = Number(new URL(server.origin).port);
  const agent = buildAgent();
  const failures: string[] = [];
  for (const request of hostileRequests) {
    try {
      const wrong = judgeAnswer(request, await sendRaw(port, request));
      if (wrong !== undefined) failures.push(wrong);
      const after = await ask(agent, server.origin, '/robots.txt');
      if (after.status !== 200) failures.push(`after ${request.what}: status ${after.status}`);
    } catch (error) {
      failures.push(`${request.what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  agent.destroy();
  return {
    what: 'Hostile requests to npm start',
    tried: hostileRequests.length,
    failed: failures.length,
    failures,
  };
}

/** Connections at a time for each server: enough to keep two cores busy, and few enough for any machine. */
const connections = 4;

/** Asks all servers at once for files in mixed order, for the time given; each answer must be complete. */
async function load(
  servers: readonly RunningServer[],
  { site, base }: ServedFolder,
  milliseconds: number,
): Promise<Outcome> {
  const names = (await listFiles(site)).filter(
    (name) => !/\.(?:br|gz|bin)$/.test(name) && !/withdrawn|general-soleimani/.test(name),
  );
  const sizes = new Map<string, number>();
  for (const name of names) sizes.set(name, (await stat(join(site, name))).size);
  const failures: string[] = [];
  let tried = 0;
  const end = performance.now() + milliseconds;
  const askOn = async (server: RunningServer): Promise<void> => {
    const agent = buildAgent();
    while (performance.now() < end) {
      const name = names[randomInt(names.length)] ?? 'index.html';
      tried += 1;
      try {
        const path = `${base}${name.replace(/(^|\/)index\.html$/, '$1')}`;
        const { status, body } = await ask(agent, server.origin, path);
        if (status !== 200 || body.length !== sizes.get(name))
          failures.push(`${server.name}: ${path}: status ${status}, ${body.length} bytes`);
      } catch (error) {
        failures.push(`${server.name}: ${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    agent.destroy();
  };
  await Promise.all(servers.flatMap((server) => Array.from({ length: connections }, () => askOn(server))));
  if (tried === 0) failures.push('Nothing was asked for.');
  return { what: 'Requests under load', tried, failed: failures.length, failures };
}
