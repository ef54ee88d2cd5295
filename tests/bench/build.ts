// Measures how long check and build take as the archive grows: seconds on this machine, and ratios that hold on others.
import { inTemporaryFolders, runDateline } from './dateline.ts';
import { writeMadeUpArchive, type MadeUpOptions } from './made-up-archive.ts';

interface Timing {
  label: string;
  /** Seconds. */
  check: number;
  build: number;
  buildAgain: number;
}

const small = { articles: 300 };
const large = { articles: 1000 };
const crowded = { articles: 1000, extraRecords: 20_000 };

/** Every archive is checked and built from nothing, then built again unchanged. */
export async function benchBuild(): Promise<string[]> {
  const first = await timeArchive('300 articles', small);
  const second = await timeArchive('1,000 articles', large);
  const third = await timeArchive('1,000 articles and 20,000 records nobody mentions', crowded);
  return [
    'Seconds for check, build, and build again:',
    ...[first, second, third].map(renderTiming),
    `Ratios: ${renderRatios('1,000 articles to 300', second, first)}`,
    `        ${renderRatios('with 20,000 more records to without', third, second)}`,
  ];
}

function timeArchive(label: string, options: MadeUpOptions): Promise<Timing> {
  return inTemporaryFolders(async (folders) => {
    await writeMadeUpArchive(folders.CONTENT_DIR, options);
    const check = await runDateline('check', folders);
    // The check has rendered every article into the cache, and a first build must not find it there.
    const build = await runDateline('build', { ...folders, CACHE_DIR: `${folders.CACHE_DIR}-of-build` });
    const buildAgain = await runDateline('build', { ...folders, CACHE_DIR: `${folders.CACHE_DIR}-of-build` });
    return { label, check, build, buildAgain };
  });
}

const renderTiming = ({ label, check, build, buildAgain }: Timing): string =>
  `  ${label}: ${[check, build, buildAgain].map((seconds) => seconds.toFixed(1)).join(', ')}`;

function renderRatios(label: string, a: Timing, b: Timing): string {
  const ratios = [a.check / b.check, a.build / b.build, a.buildAgain / b.buildAgain];
  return `${label}: ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}`;
}
