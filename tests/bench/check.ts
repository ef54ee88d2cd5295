// Measures the check: from nothing, with nothing changed, with one article or one name changed; and how much memory it takes.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inTemporaryFolders, runDateline, type Folders } from './dateline.ts';
import { writeMadeUpArchive } from './made-up-archive.ts';

const sizes = [1000, 10_000];

export async function benchCheck(): Promise<string[]> {
  const lines = [
    'Check, in seconds from nothing, unchanged, one article changed, one alias added; peak memory:',
  ];
  for (const size of sizes) lines.push(`  ${size.toLocaleString('en')} articles: ${await measure(size)}`);
  return lines;
}

function measure(size: number): Promise<string> {
  return inTemporaryFolders(async (folders) => {
    const { articles, files } = await writeMadeUpArchive(folders.CONTENT_DIR, { articles: size });
    const cold = await runMeasured(folders);
    const unchanged = await runMeasured(folders);
    await append(
      join(folders.CONTENT_DIR, 'articles', `${articles[0]?.id}.md`),
      'copy: full',
      'copy: summary',
      /\nfixity: \w+/,
    );
    const oneChanged = await runMeasured(folders);
    const person = [...files.keys()].find((path) => path.startsWith('people/')) ?? '';
    await append(
      join(folders.CONTENT_DIR, person),
      'description:',
      'aliases: [Zyx-Wvut]\ndescription:',
      /\naliases:(?:\n {2}- .*)+/,
    );
    const oneAlias = await runMeasured(folders);
    const runs = [cold, unchanged, oneChanged, oneAlias];
    const peak = Math.max(...runs.map(({ megabytes }) => megabytes));
    return `${runs.map(({ seconds }) => seconds.toFixed(1)).join(', ')}; ${peak.toFixed(0)} MB`;
  });
}

async function append(path: string, from: string, to: string, without: RegExp): Promise<void> {
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(without, '').replace(from, to));
}

/** Writes the most memory that the process has had, in kilobytes, as it ends. */
const watcher = `import { writeFileSync } from 'node:fs';
  process.on('exit', () => writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)));`;

async function runMeasured(folders: Folders): Promise<{ seconds: number; megabytes: number }> {
  const file = `${folders.OUT_DIR}.peak`;
  const seconds = await runDateline('check', {
    ...folders,
    PEAK_FILE: file,
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(watcher)}`,
  });
  const megabytes = Number(await readFile(file, 'utf8')) / 1024;
  await rm(file);
  return { seconds, megabytes };
}
