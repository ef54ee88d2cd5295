// The code of the pages, bundled by Astro once and kept: it holds no content, so a new article does not change it.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { cp, mkdir, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { build, type AstroIntegration } from 'astro';
import { bundlesDir } from '../disk/folders.ts';
import { keep, readKept } from '../disk/kept-file.ts';
import { sitePath } from '../urls.ts';
import { bundlingFolder, setBundling } from './bundling.ts';
import { signProgram } from './program.ts';

type BuildSetup = Parameters<NonNullable<AstroIntegration['hooks']['astro:build:setup']>>[0];
type PageData = BuildSetup['pages'] extends Map<string, infer Data> ? Data : never;

/** What the renderer needs to know of a route, as Astro has found it. */
export interface BundledRoute {
  key: string;
  route: string;
  component: string;
  styles: PageData['styles'];
}

export interface Bundle {
  /** The folder; `server/` has the code, `client/` what browsers fetch. */
  folder: string;
  /** The name of the module in `server/` that begins. */
  entry: string;
  routes: BundledRoute[];
  /** The addresses of all scripts. */
  scripts: string[];
}

/** The bundle of this program; made if there is none yet. */
export async function openBundle(): Promise<Bundle> {
  const folder = join(bundlesDir(), (await signProgram()).slice(0, 24));
  const kept = readBundle(folder);
  if (kept !== undefined) return kept;
  await makeBundle(folder);
  const made = readBundle(folder);
  if (made === undefined) throw new Error(`The pages' code could not be kept in ${folder}.`);
  return made;
}

const description = 'bundle.json';

type Description = Omit<Bundle, 'folder'> & {
  /** The hash of every file, by its path in the folder. */
  files: Record<string, string>;
};

/** Nothing if there is none, or if a file of it is missing or has been altered. */
function readBundle(folder: string): Bundle | undefined {
  const known = readKept(join(folder, description));
  if (known === undefined) return undefined;
  const { files, ...bundle } = JSON.parse(known.toString()) as Description;
  return isDeepStrictEqual(hashFiles(folder), files) ? { ...bundle, folder } : undefined;
}

function hashFiles(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const part of ['client', 'server'])
    for (const entry of readdirSync(join(folder, part), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      files[relative(folder, path)] = createHash('sha256').update(readFileSync(path)).digest('base64');
    }
  return files;
}

/** Two builds may make the same at once: each in a folder of its own, and a sound one in its place is left there. */
async function makeBundle(folder: string): Promise<void> {
  const draft = `${folder}-${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  try {
    setBundling(draft);
    await build({ logLevel: 'error' });
    if (readBundle(folder) !== undefined) return;
    rmSync(folder, { recursive: true, force: true });
    try {
      renameSync(draft, folder);
    } catch (error) {
      if (readBundle(folder) === undefined) throw error;
    }
  } finally {
    setBundling(undefined);
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Keeps what Astro bundles, and has it render nothing. */
export function bundleIntegration(): AstroIntegration {
  const scripts = new Set<string>();
  let pages: BuildSetup['pages'] = new Map();
  let folder = '';
  let entry = '';
  return {
    name: 'dateline-bundle',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        const draft = bundlingFolder();
        if (draft === undefined)
          throw new Error('Astro alone makes only a part of this site. Run "npm run build" instead.');
        folder = draft;
        updateConfig({
          outDir: pathToFileURL(`${join(folder, 'client')}/`),
          vite: {
            // Even the smallest script gets a file of its own, so that its address identifies it.
            build: { assetsInlineLimit: 0, copyPublicDir: false },
            plugins: [
              {
                name: 'dateline-list-scripts',
                applyToEnvironment: ({ name }) => name === 'client',
                generateBundle(_options, bundle) {
                  for (const { type, fileName } of Object.values(bundle))
                    if (type === 'chunk') scripts.add(sitePath(fileName));
                },
              },
            ],
          },
        });
      },
      'astro:build:setup': ({ pages: built, target }) => {
        if (target === 'server') pages = built;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((inner) => ({
          ...inner,
          name: 'dateline-bundle',
          // Astro deletes the code once it has rendered all pages.
          async setup() {
            const server = join(folder, 'server');
            await cp(join(folder, 'client', '.prerender'), server, { recursive: true });
            const names = await readdir(server);
            entry = names.find((name) => name.startsWith('prerender-entry')) ?? '';
          },
          getStaticPaths: () => Promise.resolve([]),
        }));
      },
      'astro:build:done': () => {
        const routes = [...pages].map(([key, { route, styles }]): BundledRoute => ({
          key,
          route: route.route,
          component: route.component,
          styles,
        }));
        const known: Description = { entry, routes, scripts: [...scripts].sort(), files: hashFiles(folder) };
        keep(join(folder, description), JSON.stringify(known));
      },
    },
  };
}
