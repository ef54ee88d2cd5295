// Measures a build: from nothing, with nothing changed, after each kind of edit; and against others on the same posts.
import { appendFile, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeContent, type BenchContent } from './content.ts';
import { measure, type Measurement } from './measure.ts';
import { copyProject, peers } from './peers.ts';

export interface BuildBenchOptions extends BenchContent {
  /** `hugo`, `eleventy`, `astro`. */
  peers: readonly string[];
}

export interface Line extends Measurement {
  label: string;
}

/** An archive that is built again and again, and a copy of the project that builds it. */
export interface Bench {
  home: string;
  content: string;
  project: string;
  site: string;
  /** What the content is. */
  prose: string;
  /** Measures a command of the archive. */
  run: (label: string, args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Line>;
}

/** Everything lies in a folder of its own, which is removed afterwards. */
export async function inBench<T>(wanted: BenchContent, work: (bench: Bench) => Promise<T>): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  try {
    const [content, project, site] = [join(home, 'content'), join(home, 'project'), join(home, 'site')];
    const prose = await writeContent(content, wanted);
    await copyProject(project);
    await symlink(resolve('node_modules'), join(project, 'node_modules'));
    const env = { CONTENT_DIR: content, OUT_DIR: site, CACHE_DIR: join(home, 'cache') };
    const run: Bench['run'] = async (label, args, more = {}) => ({
      label,
      ...(await measure([process.execPath, 'src/cli/main.ts', ...args], {
        cwd: project,
        env: { ...env, ...more },
      })),
    });
    return await work({ home, content, project, site, prose, run });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

export const benchBuild = ({ peers: names, ...wanted }: BuildBenchOptions): Promise<string[]> =>
  inBench(wanted, async ({ home, content, project, site, prose, run }) => {
    const others: Line[] = [];
    for (const name of names) others.push(await measurePeer(name, join(home, name), content));
    const ofCheck = { CACHE_DIR: join(home, 'cache-of-check') };
    const lines = [
      await run('check, from nothing', ['check'], ofCheck),
      await run('check, nothing changed', ['check'], ofCheck),
      await run('build, from nothing', ['build']),
      await run('build, nothing changed', ['build']),
      await run('build, made again with nothing changed', ['build', '--force']),
    ];
    const sizes = await weigh(site);
    for (const [label, edit] of edits) {
      await edit(content, project);
      lines.push(await run(`build, ${label}`, ['build']));
    }
    return [
      `${prose}; a site of ${sizes}`,
      'Seconds on the clock, seconds of computing, megabytes of memory:',
      ...[...others, ...lines].map(renderLine),
      ...others.flatMap((other) => [
        `Ratios to ${other.label}, on the clock and of computing:`,
        ...lines.map(
          (line) =>
            `  ${line.label}: ${(line.wall / other.wall).toFixed(2)}, ${(line.cpu / other.cpu).toFixed(2)}`,
        ),
      ]),
    ];
  });

async function measurePeer(name: string, folder: string, content: string): Promise<Line> {
  const peer = peers[name];
  if (peer === undefined)
    throw new Error(`There is no "${name}" to compare with: ${Object.keys(peers).join(', ')}.`);
  await peer.prepare(folder, content);
  return { label: name, ...(await measure(peer.command, { cwd: folder })) };
}

const articlesOf = async (content: string): Promise<string[]> =>
  (await readdir(join(content, 'articles'), { recursive: true }))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(content, 'articles', name))
    .sort();

export const edits: readonly [label: string, edit: (content: string, project: string) => Promise<void>][] = [
  [
    'one article added',
    async (content) => {
      const [first = '', second = ''] = await articlesOf(content);
      const [one, other] = await Promise.all([first, second].map((path) => readFile(path, 'utf8')));
      // A copy of another article would be refused.
      const paragraphs = (other ?? '').split('\n---\n')[1]?.split('\n\n').reverse().join('\n\n') ?? '';
      const matter = (one ?? '')
        .split('\n---\n')[0]
        ?.replace(/\nfixity: .*/, '')
        .replace('copy: full', 'copy: summary');
      await writeFile(first.replace(/\.md$/, '-again.md'), `${matter}\n---\n\n${paragraphs.trim()}\n`);
    },
  ],
  [
    'one text changed',
    async (content) => {
      const all = await articlesOf(content);
      const path = all[Math.floor(all.length / 2)] ?? '';
      const text = (await readFile(path, 'utf8'))
        .replace(/^fixity: .*\n/m, '')
        .replace(/^copy: full$/m, 'copy: summary');
      await writeFile(path, `${text}\nOne sentence more.\n`);
    },
  ],
  [
    'the description of one record changed',
    async (content) => {
      const [name = ''] = (await readdir(join(content, 'people'))).sort();
      const path = join(content, 'people', name);
      await writeFile(
        path,
        (await readFile(path, 'utf8')).replace(/^description: .*$/m, 'description: Told anew.'),
      );
    },
  ],
  [
    'one template changed',
    (_content, project) => appendFile(join(project, 'src/styles/base.css'), '\n/* */\n'),
  ],
];

/** `60,123 files, 412 MB` */
async function weigh(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  let bytes = 0;
  for (const { parentPath, name } of files) bytes += (await stat(join(parentPath, name))).size;
  return `${files.length.toLocaleString('en')} files, ${Math.round(bytes / 2 ** 20).toLocaleString('en')} MB`;
}

export const renderLine = ({ label, wall, cpu, megabytes }: Line): string =>
  `  ${label}: ${wall.toFixed(1)}, ${cpu.toFixed(1)}, ${Math.round(megabytes).toLocaleString('en')}`;
