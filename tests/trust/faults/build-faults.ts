// Disturbs builds in many ways: each copes or ends with a sentence, and the last site stays whole.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { beside } from '../../../src/disk/folders.ts';
import { tryLock } from '../../../src/build/output-lock.ts';
import { compareTrees, findLeftovers, layOut, readTree, setEdition, type Place } from './edition.ts';
import type { Fault } from './fault-hook.ts';
import { complainOf, run, start, type Env } from './run-faulty.ts';

/** A site of edition 0, built and untouched; each fault starts from it. */
export interface Ground extends Place {
  undisturbed: Map<string, string>;
  /** Milliseconds the build took. */
  duration: number;
}

export interface BuildFault {
  name: string;
  /** Whether it takes a whole build; otherwise it is over in two seconds. */
  isLong: boolean;
  /** What went wrong, or `{ notTried: why }`. */
  run: (ground: Ground, name: string) => Promise<string[] | { notTried: string }>;
}

export async function layGround(home: string): Promise<Ground> {
  const place = await layOut(home);
  await setEdition(place, 0);
  const begun = performance.now();
  const { code, output } = await run(['build', '--force'], place.env);
  if (code !== 0) throw new Error(`The site for the faults could not be built:\n${output}`);
  return { ...place, undisturbed: await readTree(place.site), duration: performance.now() - begun };
}

/** The build says what happened, and the site and what lies beside it are unchanged. */
async function refuses(
  ground: Ground,
  name: string,
  says: RegExp,
  { fault, env = {}, code = 1 }: { fault?: Fault; env?: Env; code?: number } = {},
): Promise<string[]> {
  const ended = await run(['build', '--force'], { ...ground.env, ...env }, fault);
  return [...complainOf(name, ended, { code, says }), ...(await isUntouched(ground, name))];
}

async function isUntouched(ground: Ground, name: string): Promise<string[]> {
  return [
    ...compareTrees(name, ground.undisturbed, await readTree(ground.site)),
    ...(await findLeftovers(name, ground)),
  ];
}

/** The build ends well, and makes the same bytes as ever. */
async function recovers(ground: Ground, name: string, env: Env = {}): Promise<string[]> {
  const { code, output } = await run(['build', '--force'], { ...ground.env, ...env });
  return [
    ...(code === 0 ? [] : [`${name}: the next build failed: ${output.trim()}`]),
    ...(await isUntouched(ground, name)),
  ];
}

/** Programs that exchange two folders are not found there, so the swap takes two steps. */
const noPrograms = { PATH: '/nonexistent' };

/** Killed at one moment of the swap: the next command finds a whole site, and a build works as usual. */
const killedAt =
  (fault: Omit<Fault, 'does'>, next: readonly string[], env: Env = {}): BuildFault['run'] =>
  async (ground, name) => {
    const { signal, output } = await run(
      ['build', '--force'],
      { ...ground.env, ...env },
      { does: 'kill', ...fault },
    );
    if (signal !== 'SIGKILL') return [`${name}: the moment never came: ${output.trim()}`];
    await run(next, ground.env);
    return [
      ...compareTrees(`${name}, then ${next[0]}`, ground.undisturbed, await readTree(ground.site)),
      ...(await recovers(ground, name)),
    ];
  };

const pageWritten = { at: 1, path: 'ferry-returns/index.html', calls: ['writeFileSync'] } as const;

/** Does something to every file that is kept between two builds; the next build makes what it needs again. */
const keptIs =
  (spoil: (bytes: Buffer, other: Buffer) => Buffer): BuildFault['run'] =>
  async (ground, name) => {
    const files = (await readdir(ground.cache, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name: file }) => join(parentPath, file));
    if (files.length < 5) return [`${name}: only ${files.length} files are kept`];
    const contents = await Promise.all(files.map((file) => readFile(file)));
    for (const [index, file] of files.entries())
      await writeFile(file, spoil(contents[index] as Buffer, contents[(index + 1) % files.length] as Buffer));
    return recovers(ground, name);
  };

/** A small disk of its own, if this user is allowed to mount one. */
async function withDisk(
  ground: Ground,
  kilobytes: number,
  action: (disk: string) => Promise<string[]>,
): Promise<string[] | { notTried: string }> {
  const disk = await mkdtemp(join(ground.home, 'disk-'));
  const call = promisify(execFile);
  try {
    await call('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', disk]);
  } catch {
    return { notTried: 'only root may mount a small disk' };
  }
  try {
    return await action(disk);
  } finally {
    await call('umount', ['-l', disk]);
  }
}

export const buildFaults: readonly BuildFault[] = [
  {
    name: 'another build is at work',
    isLong: false,
    run: async (ground, name) => {
      const lock = tryLock(ground.site);
      const { code, output } = await run(['build', '--force'], ground.env);
      lock?.release();
      const complaints = complainOf(
        name,
        { code, output, signal: null },
        { code: 1, says: /Another build is writing/ },
      );
      return [...complaints, ...(await isUntouched(ground, name))];
    },
  },
  {
    name: 'killed between the two renames, seen by check',
    isLong: false,
    run: async (ground, name) => {
      await rename(ground.site, beside(ground.site, 'last'));
      const { code, output } = await run(['check'], ground.env);
      const complaints = complainOf(
        name,
        { code, output, signal: null },
        { code: 0, says: /last good site is back/ },
      );
      return [...complaints, ...(await isUntouched(ground, name))];
    },
  },
  {
    name: 'OUT_DIR below a file',
    isLong: false,
    run: (ground, name) =>
      refuses(ground, name, /OUT_DIR/, {
        env: { OUT_DIR: join(ground.content, 'people/ada-norling.md/site') },
      }),
  },
  {
    name: 'CACHE_DIR is a file',
    isLong: false,
    run: (ground, name) =>
      refuses(ground, name, /CACHE_DIR/, {
        env: { CACHE_DIR: join(ground.content, 'people/ada-norling.md') },
      }),
  },
  {
    name: 'CACHE_DIR inside the site',
    isLong: false,
    run: (ground, name) =>
      refuses(ground, name, /CACHE_DIR/, { env: { CACHE_DIR: join(ground.site, 'cache') } }),
  },
  {
    name: 'a record vanishes while it is read',
    isLong: false,
    run: async (ground, name) => {
      const other = join(ground.content, 'people/yusuf-al-karim.md');
      const text = await readFile(other);
      const calls = ['statSync', 'lstatSync', 'readFileSync', 'openToRead'];
      // The first two looks at it tell whether anything has changed since the last build.
      const fault: Fault = { does: 'remove', at: 3, path: other, calls, other };
      const failures = await refuses(
        ground,
        name,
        /yusuf-al-karim\.md.* (?:has vanished|cannot be read|changed while)/,
        {
          fault,
        },
      );
      if (existsSync(other)) failures.push(`${name}: the moment never came`);
      await writeFile(other, text);
      return failures;
    },
  },
  {
    name: 'the disk of the cache may not be written',
    isLong: false,
    run: (ground, name) =>
      withDisk(ground, 800, async (disk) => {
        await promisify(execFile)('mount', ['-o', 'remount,ro', disk]);
        return refuses(ground, name, /CACHE_DIR/, { env: { CACHE_DIR: join(disk, 'cache') } });
      }),
  },
  {
    name: 'the disk of the output may not be written',
    isLong: false,
    run: (ground, name) =>
      withDisk(ground, 800, async (disk) => {
        await promisify(execFile)('mount', ['-o', 'remount,ro', disk]);
        return refuses(ground, name, /OUT_DIR/, { env: { OUT_DIR: join(disk, 'site') } });
      }),
  },
  {
    name: 'Ctrl+C',
    isLong: true,
    run: (ground, name) =>
      refuses(ground, name, /Stopped; .* is as it was/, {
        fault: { does: 'SIGINT', ...pageWritten },
        code: 130,
      }),
  },
  {
    name: 'SIGTERM',
    isLong: true,
    run: (ground, name) =>
      refuses(ground, name, /Stopped; .* is as it was/, {
        fault: { does: 'SIGTERM', ...pageWritten },
        code: 143,
      }),
  },
  {
    name: 'two builds at once',
    isLong: true,
    run: async (ground, name) => {
      const both = [start(['build', '--force'], ground.env), start(['build', '--force'], ground.env)];
      const ended = await Promise.all(both.map((build) => build.ended));
      const codes = ended.map(({ code }) => code).sort();
      const failures = await isUntouched(ground, name);
      if (codes.join() !== '0,1') failures.push(`${name}: exit codes ${codes.join(' and ')}`);
      for (const build of ended.filter(({ code }) => code === 1))
        failures.push(
          ...complainOf(name, build, { code: 1, says: /Another build is writing .*process \d+/ }),
        );
      return failures;
    },
  },
  {
    name: 'the build that held the lock was killed',
    isLong: true,
    run: async (ground, name) => {
      const { signal } = await run(['build', '--force'], ground.env, { does: 'kill', ...pageWritten });
      if (signal !== 'SIGKILL') return [`${name}: the moment never came`];
      return recovers(ground, name);
    },
  },
  {
    name: 'killed before the first rename of the swap',
    isLong: true,
    run: killedAt({ at: 2, path: '/out/', calls: ['renameSync'] }, ['check'], noPrograms),
  },
  {
    name: 'killed between the two renames',
    isLong: true,
    run: killedAt({ at: 3, path: '/out/', calls: ['renameSync'] }, ['verify'], noPrograms),
  },
  {
    name: 'killed after the second rename',
    isLong: true,
    run: killedAt({ at: 4, path: '/out/', calls: ['renameSync'] }, ['schemas'], noPrograms),
  },
  {
    name: 'killed after the folders were exchanged',
    isLong: true,
    run: killedAt({ at: 1, path: '.site.next', calls: ['rm'] }, ['check']),
  },
  {
    name: 'a page that was not written',
    isLong: true,
    run: (ground, name) =>
      refuses(ground, name, /The site lacks 2021\/03\/04\/ferry-returns\/index\.html/, {
        fault: { does: 'empty', ...pageWritten },
      }),
  },
  {
    name: 'the disk is full while a page is written',
    isLong: true,
    run: (ground, name) =>
      refuses(ground, name, /disk.* is full/, { fault: { does: 'ENOSPC', ...pageWritten } }),
  },
  {
    name: 'the disk is full while the dataset is written',
    isLong: true,
    run: (ground, name) =>
      refuses(ground, name, /disk.* is full/, {
        fault: { does: 'ENOSPC', at: 1, path: 'dataset/places.csv', calls: ['writeFile'] },
      }),
  },
  {
    name: 'the disk fails while the search is written',
    isLong: true,
    run: (ground, name) =>
      refuses(ground, name, /disk could not be read or written/, {
        fault: { does: 'EIO', at: 1, path: 'pagefind/', calls: ['writeFileSync'] },
      }),
  },
  {
    name: 'the disk of the output is full',
    isLong: true,
    run: (ground, name) =>
      withDisk(ground, 800, async (disk) => {
        const failures = await refuses(ground, name, /OUT_DIR .*disk.* is full/s, {
          env: { OUT_DIR: join(disk, 'site') },
        });
        const left = await readdir(disk);
        return left.length === 0 ? failures : [...failures, `${name}: ${left.join(', ')} was left on it`];
      }),
  },
  {
    name: 'the disk of the cache is full',
    isLong: true,
    run: (ground, name) =>
      withDisk(ground, 4, (disk) =>
        refuses(ground, name, /CACHE_DIR/, { env: { CACHE_DIR: join(disk, 'cache') } }),
      ),
  },
  {
    name: 'an article changes while the site is built',
    isLong: true,
    run: async (ground, name) => {
      const other = join(ground.content, 'articles/2021/03/04/ferry-returns.md');
      const text = await readFile(other);
      const fault: Fault = { does: 'append', ...pageWritten, other };
      const failures = await refuses(
        ground,
        name,
        /ferry-returns\.md changed while the site was being built|no longer the copy/,
        { fault },
      );
      await writeFile(other, text);
      return failures;
    },
  },
  {
    name: 'a record vanishes while the site is built',
    isLong: true,
    run: async (ground, name) => {
      const other = join(ground.content, 'places/kestrel-bay.md');
      const text = await readFile(other);
      const fault: Fault = { does: 'remove', ...pageWritten, other };
      const failures = await refuses(ground, name, /kestrel-bay/, { fault });
      await writeFile(other, text);
      return failures;
    },
  },
  {
    name: 'six bytes altered in every kept file',
    isLong: true,
    run: keptIs((bytes) => {
      const at = Math.floor((bytes.length * 2) / 3);
      return Buffer.concat([bytes.subarray(0, at), Buffer.from('FORGED'), bytes.subarray(at + 6)]);
    }),
  },
  {
    name: 'every kept file cut short',
    isLong: true,
    run: keptIs((bytes) => bytes.subarray(0, bytes.length / 2)),
  },
  { name: 'every kept file emptied', isLong: true, run: keptIs(() => Buffer.alloc(0)) },
  { name: 'every kept file full of zeros', isLong: true, run: keptIs((bytes) => Buffer.alloc(bytes.length)) },
  { name: 'every kept file in the place of another', isLong: true, run: keptIs((_bytes, other) => other) },
  {
    name: 'what is kept was removed',
    isLong: true,
    run: async (ground, name) => {
      await rm(ground.cache, { recursive: true, force: true });
      return recovers(ground, name);
    },
  },
  {
    name: "CACHE_DIR beside the project, its name the project's and more",
    isLong: true,
    run: async (ground, name) => {
      const cache = await mkdtemp(`${process.cwd()}-cache-`).catch(() => undefined);
      if (cache === undefined) return { notTried: 'nothing may be written beside the project' };
      try {
        return await recovers(ground, name, { CACHE_DIR: cache });
      } finally {
        await rm(cache, { recursive: true, force: true });
      }
    },
  },
  {
    name: 'OUT_DIR is a link',
    isLong: true,
    run: async (ground, name) => {
      const link = join(ground.home, 'link');
      await promisify(execFile)('ln', ['-sfn', ground.site, link]);
      return recovers(ground, name, { OUT_DIR: link });
    },
  },
  {
    name: 'export of the site is killed while it is packed',
    isLong: true,
    run: async (ground, name) => {
      const zip = join(ground.home, 'archive.zip');
      const fault: Fault = { does: 'kill', at: 1, path: basename(zip), calls: ['rename'] };
      const { signal, output } = await run(['export', zip], ground.env, fault);
      if (signal !== 'SIGKILL') return [`${name}: the moment never came: ${output.trim()}`];
      const failures = existsSync(zip) ? [`${name}: a file of half a site lies there`] : [];
      const again = await run(['export', zip], ground.env);
      if (again.code !== 0) failures.push(`${name}: the next export failed: ${again.output.trim()}`);
      if (existsSync(`${zip}.partial`)) failures.push(`${name}: ${basename(zip)}.partial was left`);
      await rm(zip, { force: true });
      return [...failures, ...(await isUntouched(ground, name))];
    },
  },
];

/** A fault may have harmed what the next one starts from; then it starts from a copy. */
export async function keepCopy(ground: Ground): Promise<() => Promise<void>> {
  const copy = join(ground.home, 'copy');
  await mkdir(copy, { recursive: true });
  for (const name of ['content', 'out', 'cache'])
    await cp(join(ground.home, name), join(copy, name), { recursive: true });
  return async () => {
    for (const name of ['content', 'out', 'cache']) {
      await rm(join(ground.home, name), { recursive: true, force: true });
      await cp(join(copy, name), join(ground.home, name), { recursive: true });
    }
    await mkdir(dirname(ground.site), { recursive: true });
  };
}
