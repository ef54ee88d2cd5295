// `npm run build`: checks the content, then has Astro build the site; the last good site stays if anything fails.
import { readdir } from 'node:fs/promises';
import { relative } from 'node:path';
import { build } from 'astro';
import type { Archive } from '../archive/build.ts';
import { outDir } from '../archive/folders.ts';
import { pruneRenderCache } from '../archive/prune.ts';
import { checkOutDir } from '../archive/publish.ts';
import { publishedPaths } from '../archive/published.ts';
import { count, countEntries, examineContent, renderFindings } from './examine.ts';
import { countArticles } from '../archive/record-articles.ts';
import { citationEndings } from '../exports/citations/formats.ts';
import { feedEndings } from '../exports/feeds/formats.ts';
import { compressVariable } from '../exports/serving/integration.ts';
import { buildProgress } from './progress.ts';

const usage = `Usage: npm run build -- [--compress]

  --compress   a .br and a .gz beside every file that gets smaller by it, for a server that sends them`;

/** Exit code 1 and a sentence if the site could not be built, 2 if the command was not understood. */
export async function runBuild(args: string[] = []): Promise<number> {
  const [unknown] = args.filter((arg) => arg !== '--compress');
  if (unknown !== undefined) {
    const isAsked = unknown === '--help' || unknown === '-h';
    if (isAsked) console.log(usage);
    else console.error(`build does not know what to do with "${unknown}".\n\n${usage}`);
    return isAsked ? 0 : 2;
  }
  if (args.length > 0) process.env[compressVariable] = '1';
  const start = performance.now();
  const progress = buildProgress();
  try {
    await checkOutDir();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
  const examination = await examineContent(progress);
  if (examination.findings.length > 0) console.error(renderFindings(examination));
  const out = relative(process.cwd(), outDir()) || '.';
  if (examination.errors > 0) {
    console.error(`Nothing was built; ${out} is as it was.`);
    return 1;
  }
  try {
    await build({
      logLevel: 'info',
      logger: {
        entrypoint: new URL('./build-log.ts', import.meta.url),
        config: { total: countPages(examination.archive) },
      },
    });
  } catch (error) {
    progress.end();
    console.error(error instanceof Error ? error.message : String(error));
    console.error(`The site was not built; ${out} is as it was.`);
    // Astro goes on with the other pages, and what it has started would keep the command from ending.
    process.exit(1);
  }
  progress.end();
  await pruneRenderCache(examination.archive);
  const files = await readdir(outDir(), { recursive: true });
  const pages = files.filter((name) => name.endsWith('.html')).length;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `Built ${out}: ${countEntries(examination.archive)}, ${count(pages, 'page')}, ${seconds} seconds.`,
  );
  return 0;
}

/** The labels of the search, 404, the manifest, the licences, what robots read. */
const otherFiles = 11;

/** How many files Astro will render, for the progress line. */
function countPages(archive: Archive): number {
  const citations = archive.articles.length * citationEndings.length;
  const followed = [...archive.recordByKey.values()].filter((record) => countArticles(archive, record) > 0);
  const feeds = followed.length * feedEndings.length;
  return publishedPaths(archive).size + citations + feeds + otherFiles;
}
