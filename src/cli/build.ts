// `npm run build`: checks the content, then has Astro build the site; the last good site stays if anything fails.
import { readdir } from 'node:fs/promises';
import { relative } from 'node:path';
import { build } from 'astro';
import type { Archive } from '../archive/build.ts';
import { describeError } from '../disk/disk-error.ts';
import { outDir } from '../disk/folders.ts';
import { onInterruption } from '../disk/interruption.ts';
import { isUnchanged, rememberBuild, signInputs } from '../build/last-build.ts';
import { lockOutput, type OutputLock } from '../build/output-lock.ts';
import { pruneCache } from '../build/prune.ts';
import { checkCacheDir, checkOutDir, clearUnfinished, siteNumber } from '../build/publish.ts';
import { publishedPaths } from '../views/published.ts';
import { count, countEntries, examineContent, renderFindings } from './examine.ts';
import { countArticles } from '../archive/record-articles.ts';
import { citationEndings } from '../exports/citations/formats.ts';
import { feedEndings } from '../exports/feeds/formats.ts';
import { compressVariable } from '../build/serving-integration.ts';
import { buildProgress } from './progress.ts';

const usage = `Usage: npm run build -- [--compress] [--force]

  --compress   a .br and a .gz beside every file that gets smaller by it, for a server that sends them
  --force      builds even if nothing has changed since the last build`;

const flags = ['--compress', '--force'];

/** Exit code 1 and a sentence if the site could not be built, 2 if the command was not understood. */
export async function runBuild(args: string[] = []): Promise<number> {
  const unknown = args.find((arg) => !flags.includes(arg));
  if (unknown !== undefined) {
    const isAsked = unknown === '--help' || unknown === '-h';
    if (isAsked) console.log(usage);
    else console.error(`build does not know what to do with "${unknown}".\n\n${usage}`);
    return isAsked ? 0 : 2;
  }
  if (args.includes('--compress')) process.env[compressVariable] = '1';
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
  /** Astro goes on with the other pages, and what it has started would keep the command from ending. */
  const giveUp = (error: unknown): never => {
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
    } finally {
      process.exit(1);
    }
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
    return await buildIfChanged(out, args.includes('--force'));
  } catch (error) {
    return giveUp(error);
  } finally {
    process.off('uncaughtException', giveUp);
    settle();
    lock.release();
  }
}

async function buildIfChanged(out: string, force: boolean): Promise<number> {
  const inputs = await signInputs();
  if (!force && (await isUnchanged(out, inputs))) {
    console.log(`Nothing has changed since the last build; ${shown(out)} is as it was.`);
    return 0;
  }
  const code = await buildSite(out);
  if (code === 0) await rememberBuild(out, inputs);
  return code;
}

async function buildSite(out: string): Promise<number> {
  const start = performance.now();
  const progress = buildProgress();
  const examination = await examineContent(progress);
  if (examination.findings.length > 0) console.error(renderFindings(examination));
  if (examination.errors > 0) {
    console.error(`Nothing was built; ${shown(out)} is as it was.`);
    return 1;
  }
  await build({
    logLevel: 'info',
    logger: {
      entrypoint: new URL('./build-log.ts', import.meta.url),
      config: { total: countPages(examination.archive) },
    },
  });
  progress.end();
  await pruneCache(examination.archive);
  const files = await readdir(out, { recursive: true });
  const pages = files.filter((name) => name.endsWith('.html')).length;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `Built ${shown(out)}: ${countEntries(examination.archive)}, ${count(pages, 'page')}, ${seconds} seconds.`,
  );
  return 0;
}

const shown = (out: string): string => relative(process.cwd(), out) || '.';

/** Clears a progress line that was never ended. */
const clearLine = (): void => buildProgress().end();

/** The labels of the search, 404, the manifest, the licences, the files for robots. */
const otherFiles = 11;

/** How many files Astro will render, for the progress line. */
function countPages(archive: Archive): number {
  const citations = archive.articles.length * citationEndings.length;
  const followed = [...archive.recordByKey.values()].filter((record) => countArticles(archive, record) > 0);
  const feeds = followed.length * feedEndings.length;
  return publishedPaths(archive).size + citations + feeds + otherFiles;
}
