// Reads pathological articles as `check` does, one after the other beside sound ones, and says which did harm.
import { spawn } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { baseArchive } from '../temporary-archive.ts';
import { contentCases } from './pathological-articles.ts';
import type { CaseReading } from './read-case.ts';
import type { Outcome, Trial } from './trial.ts';

/** Seconds of computing for a file that is accepted; to refuse one may take the parser's own limit. */
const mostComputing = 2;
/** The limit that check itself sets for a file of one megabyte, and what its end takes. */
const mostBeforeRefusal = 18;
/** Megabytes of the whole process, its two workers included. */
const mostMemory = 2600;

/** The short form takes one case in this many, which includes some of each group. */
const stride = 6;

export async function runContentCases({ extent, makeFolder }: Trial): Promise<Outcome> {
  const home = await makeFolder('pathological-content');
  const cases = contentCases.filter((_, at) => extent === 'full' || at % stride === 0);
  const jobs: { name: string; root: string }[] = [];
  for (const [at, { name, file }] of cases.entries()) {
    const root = join(home, `archive-${at}`);
    await cp(baseArchive, root, { recursive: true });
    await mkdir(dirname(join(root, hardCase)), { recursive: true });
    await writeFile(join(root, hardCase), file());
    jobs.push({ name, root });
  }
  const readings = await readCases(
    jobs.map(({ root }) => root),
    join(home, 'cache'),
  );
  const failures: string[] = [];
  for (const [at, { name, root }] of jobs.entries()) {
    let problem = describeProblem(readings[at]);
    // On a busy machine the same work takes more computing; what is really slow is slow every time.
    for (let again = 1; again <= 2 && problem?.includes('seconds'); again += 1) {
      const [reading] = await readCases([root], join(home, `cache-${at}-${again}`));
      problem = describeProblem(reading);
    }
    if (problem !== undefined) failures.push(`an article of ${name}: ${problem}`);
  }
  return {
    what: 'Pathological articles read or refused',
    tried: jobs.length,
    failed: failures.length,
    failures,
  };
}

const hardCase = 'articles/2021/03/04/hard-case.md';
const soundCase = '2021/03/04/ferry-returns';

function describeProblem(reading: CaseReading | undefined): string | undefined {
  if (reading === undefined) return 'the process that reads it has ended';
  const { articles, errors, seconds, megabytes } = reading;
  if (!articles.includes(soundCase)) return 'another article of the archive is not read any more';
  if (megabytes > mostMemory) return `it takes ${megabytes} MB of memory`;
  if (articles.length === 2 && errors.length === 0)
    return seconds > mostComputing
      ? `it is accepted after ${seconds.toFixed(1)} seconds of computing`
      : undefined;
  if (errors.length === 0) return 'it is neither read nor refused';
  const odd = errors.find((line) => !/hard-case\.md:\d+:\d+ \S.{8,}\. [A-Z].{4,}\.$/.test(line));
  if (odd !== undefined) return `it is refused with "${odd.slice(0, 200)}"`;
  const trace = errors.find((line) => /\bat .*\.ts:\d|\bnode:|undefined|\[object /.test(line));
  if (trace !== undefined) return `the refusal is for programmers: "${trace.slice(0, 200)}"`;
  return seconds > mostBeforeRefusal
    ? `it is refused after ${seconds.toFixed(1)} seconds of computing`
    : undefined;
}

/** A process of its own, so that what a file does to it is seen and does no harm here. */
function readCases(roots: readonly string[], cache: string): Promise<CaseReading[]> {
  return new Promise((settle, fail) => {
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL('read-case.ts', import.meta.url)), ...roots],
      {
        env: { ...process.env, CACHE_DIR: cache },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.once('error', fail).once('close', () => {
      settle(
        printed
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => JSON.parse(line) as CaseReading),
      );
    });
  });
}
