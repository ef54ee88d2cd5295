// `npm run build`: checks the content, then makes the site; the last good site stays if anything fails.
import { readdir } from 'node:fs/promises';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { openBundle } from '../build/bundle.ts';
import { signContent } from '../build/content-signature.ts';
import { isUnchanged, rememberBuild, signInputs } from '../build/last-build.ts';
import { makeSite } from '../build/make-site.ts';
import { lockOutput, type OutputLock } from '../build/output-lock.ts';
import { pruneCache } from '../build/prune.ts';
import { checkCacheDir, checkOutDir, clearUnfinished, siteNumber } from '../build/publish.ts';
import { describeError } from '../disk/disk-error.ts';
import { outDir } from '../disk/folders.ts';
import { onInterruption } from '../disk/interruption.ts';
import { count, countEntries, examineContent, renderFindings } from './examine.ts';
import { leave } from './leave.ts';
import { buildProgress } from './progress.ts';

const usage = `Usage: npm run build -- [--compress] [--force] [--jobs N]

  --compress   a .br and a .gz beside every file that gets smaller by it, for a server that sends them
  --force      builds even if nothing has changed since the last build, and takes nothing from the last site
  --jobs N     how many pages are rendered at a time; as many as the machine has cores if it is not given`;

interface BuildOptions {
  compress: boolean;
  force: boolean;
  workers: number | undefined;
}

/** The options, or what is wrong with them. */
function readOptions(args: string[]): BuildOptions | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        compress: { type: 'boolean', default: false },
        force: { type: 'boolean', default: false },
        jobs: { type: 'string' },
      },
    });
    const { compress, force, jobs } = values;
    if (jobs !== undefined && !/^[1-9]\d?$/.test(jobs))
      return `--jobs takes a number from 1 to 99, not "${jobs}".`;
    return { compress, force, workers: jobs === undefined ? undefined : Number(jobs) };
  } catch {
    const known = ['--compress', '--force', '--jobs'];
    const unknown = args.find((arg) => !known.includes(arg)) ?? args.at(-1);
    return `build does not know what to do with "${unknown}".`;
  }
}

/** Exit code 1 and a sentence if the site could not be built, 2 if the command was not understood. */
export async function runBuild(args: string[] = []): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(usage);
    return 0;
  }
  const options = readOptions(args);
  if (typeof options === 'string') {
    console.error(`${options}\n\n${usage}`);
    return 2;
  }
  const out = outDir();
  let lock: OutputLock;
  try {
    checkOutDir();
    checkCacheDir();
    lock = lockOutput(out);
  } catch (error) {
    console.error(describeError(error));
    return 1;
  }
  const before = siteNumber(out);
  /** Workers and the bundler go on for a while, and would keep the command from ending. */
  const giveUp = (error: unknown): Promise<never> => {
    clearLine();
    const isReplaced = siteNumber(out) !== before;
    console.error(describeError(error));
    console.error(
      isReplaced
        ? `The new site is in ${shown(out)}.`
        : `The site was not built; ${shown(out)} is as it was.`,
    );
    try {
      clearUnfinished(out);
    } catch {
      // The next build clears it.
    }
    return leave(1);
  };
  const settle = onInterruption(() => {
    clearLine();
    const isReplaced = siteNumber(out) !== before;
    console.error(
      isReplaced ? `Stopped; the new site is in ${shown(out)}.` : `Stopped; ${shown(out)} is as it was.`,
    );
    clearUnfinished(out);
  });
  process.on('uncaughtException', giveUp);
  try {
    return await buildIfChanged(out, options);
  } catch (error) {
    return await giveUp(error);
  } finally {
    process.off('uncaughtException', giveUp);
    settle();
    lock.release();
  }
}

async function buildIfChanged(out: string, options: BuildOptions): Promise<number> {
  const inputs = await signInputs(options.compress);
  if (!options.force && (await isUnchanged(out, inputs))) {
    console.log(`Nothing has changed since the last build; ${shown(out)} is as it was.`);
    return 0;
  }
  const code = await buildSite(out, options);
  if (code === 0) await rememberBuild(out, inputs);
  return code;
}

async function buildSite(out: string, { compress, force, workers }: BuildOptions): Promise<number> {
  const start = performance.now();
  const progress = buildProgress();
  const signature = await signContent();
  // The code of the pages does not depend on the content, so both are prepared at the same time.
  const bundle = openBundle();
  bundle.catch(() => undefined);
  const examination = await examineContent(progress);
  if (examination.findings.length > 0) console.error(renderFindings(examination));
  if (examination.errors > 0) {
    console.error(`Nothing was built; ${shown(out)} is as it was.`);
    // Nobody waits for the bundle any more.
    return leave(1);
  }
  const { archive } = examination;
  await makeSite({
    archive,
    bundle,
    out,
    signature,
    compress,
    isFresh: force,
    workers,
    onStep: progress.show,
  });
  progress.end();
  await pruneCache(archive);
  const files = await readdir(out, { recursive: true });
  const pages = files.filter((name) => name.endsWith('.html')).length;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`Built ${shown(out)}: ${countEntries(archive)}, ${count(pages, 'page')}, ${seconds} seconds.`);
  return 0;
}

const shown = (out: string): string => relative(process.cwd(), out) || '.';

/** Clears a progress line that was never ended. */
const clearLine = (): void => buildProgress().end();
