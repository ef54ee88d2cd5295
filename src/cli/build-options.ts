// What `npm run build` was asked to do.
import { parseArgs } from 'node:util';
import type { Share } from '../build/site-folder.ts';

export const buildUsage = `Usage: npm run build -- [--compress] [--force] [--jobs N]
       npm run build -- --shard 1/4 [--jobs N]
       npm run build -- --assemble FOLDER... [--compress]

  --compress      a .br and a .gz beside every file that gets smaller by it, for a server that sends them
  --force         builds even if nothing has changed since the last build, and takes nothing from the last site
  --jobs N        how many pages are rendered at a time; as many as the machine has cores if it is not given
  --shard 1/4     makes the first of four parts of the site, on one of four machines: dist-1-of-4
  --assemble ...  makes the site from its parts, whose folders follow`;

export interface BuildOptions {
  compress: boolean;
  force: boolean;
  workers: number | undefined;
  /** Which part of the site is made; the whole of it if it is not given. */
  share?: Share;
  /** The folders of parts that the site is made from. */
  parts: readonly string[];
}

/** The options, or a sentence that says what is wrong with them. */
export function readBuildOptions(args: string[]): BuildOptions | string {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const { compress, force, jobs, shard, assemble } = values;
    if (jobs !== undefined && !/^[1-9]\d?$/.test(jobs))
      return `--jobs takes a number from 1 to 99, not "${jobs}".`;
    const share = readShare(shard);
    if (typeof share === 'string') return share;
    if (share !== undefined && (assemble || compress))
      return `A part is made without ${assemble ? '--assemble' : '--compress; give that when the site is assembled'}.`;
    if (assemble && positionals.length === 0)
      return 'Behind --assemble, name the folders of the parts: --assemble dist-1-of-2 dist-2-of-2.';
    if (!assemble && positionals.length > 0)
      return `build does not know what to do with "${positionals[0]}".`;
    return {
      compress,
      force,
      workers: jobs === undefined ? undefined : Number(jobs),
      ...(share !== undefined && { share }),
      parts: positionals,
    };
  } catch {
    const known = Object.keys(options).map((name) => `--${name}`);
    const unknown = args.find((arg) => arg.startsWith('-') && !known.includes(arg)) ?? args.at(-1);
    return `build does not know what to do with "${unknown}".`;
  }
}

const options = {
  compress: { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
  jobs: { type: 'string' },
  shard: { type: 'string' },
  assemble: { type: 'boolean', default: false },
} as const;

/** More machines than this would wait for each other's articles. */
const mostParts = 99;

function readShare(text: string | undefined): Share | string | undefined {
  if (text === undefined) return undefined;
  const [, number, of] = /^([1-9]\d?)\/([1-9]\d?)$/.exec(text)?.map(Number) ?? [];
  if (number === undefined || of === undefined || number > of)
    return `--shard takes which part of how many, such as 1/4, up to ${mostParts}; not "${text}".`;
  return { number, of };
}
