// `npm run build`: checks the content, then makes the site; the last good site stays if anything fails.
import { relative } from 'node:path';
import { openBundle } from '../build/bundle.ts';
import { signContent } from '../build/content-signature.ts';
import { isUnchanged, rememberBuild, signInputs } from '../build/last-build.ts';
import { makePart, makeSite } from '../build/make-site.ts';
import { lockOutput, type OutputLock } from '../build/output-lock.ts';
import { checkPartDir, describeMismatch, openPart, type Part } from '../build/part.ts';
import { pruneCache } from '../build/prune.ts';
import { checkCacheDir, checkOutDir, clearUnfinished, siteNumber } from '../build/publish.ts';
import { describeError } from '../disk/disk-error.ts';
import { outDir } from '../disk/folders.ts';
import { onInterruption } from '../disk/interruption.ts';
import { listFilesBelow } from '../disk/list-files.ts';
import { buildUsage, readBuildOptions, type BuildOptions } from './build-options.ts';
import { count, countEntries, examineContent, renderFindings } from './examine.ts';
import { leave } from './leave.ts';
import { buildProgress } from './progress.ts';

/** Exit code 1 and a sentence if the site could not be built, 2 if the command was not understood. */
export async function runBuild(args: string[] = []): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(buildUsage);
    return 0;
  }
  const options = readBuildOptions(args);
  if (typeof options === 'string') {
    console.error(`${options}\n\n${buildUsage}`);
    return 2;
  }
  const { share } = options;
  const out = share === undefined ? outDir() : `${outDir()}-${share.number}-of-${share.of}`;
  let lock: OutputLock;
  try {
    checkOutDir();
    checkCacheDir();
    if (share !== undefined) checkPartDir(out);
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
  const { compress, force, share } = options;
  const inputs = await signInputs(compress);
  // Parts have no compressed files yet.
  const ofParts = compress ? await signInputs(false) : inputs;
  const parts = options.parts.map(openPart);
  const mismatch = parts.length > 0 ? describeMismatch(parts, ofParts) : undefined;
  if (mismatch !== undefined) throw new Error(mismatch);
  if (share === undefined && !force && isUnchanged(out, inputs)) {
    console.log(`Nothing has changed since the last build; ${shown(out)} is as it was.`);
    return 0;
  }
  return buildSite(out, options, parts, inputs);
}

/** @param inputs a hash over all that the site is made from */
async function buildSite(
  out: string,
  { compress, force, workers, share }: BuildOptions,
  parts: readonly Part[],
  inputs: string,
): Promise<number> {
  const start = performance.now();
  const progress = buildProgress();
  const signature = signContent();
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
  const how = { archive, bundle, out, signature, workers, onStep: progress.show };
  let files: string[];
  if (share === undefined) {
    const states = await makeSite({ ...how, compress, isFresh: force, parts });
    rememberBuild(states, inputs);
    files = [...states.keys()];
  } else {
    await makePart(how, share, inputs);
    files = listFilesBelow(out) ?? [];
  }
  progress.end();
  pruneCache(archive);
  const pages = count(files.filter((name) => name.endsWith('.html')).length, 'page');
  const seconds = `${((performance.now() - start) / 1000).toFixed(1)} seconds`;
  console.log(
    share === undefined
      ? `Built ${shown(out)}: ${countEntries(archive)}, ${pages}, ${seconds}.`
      : `Built ${shown(out)}, part ${share.number} of ${share.of}: ${pages}, ${seconds}.`,
  );
  return 0;
}

const shown = (out: string): string => relative(process.cwd(), out) || '.';

/** Clears a progress line that was never ended. */
const clearLine = (): void => buildProgress().end();
