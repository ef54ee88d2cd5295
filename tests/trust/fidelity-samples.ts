// Imports saved copies as a maintainer does, and builds the archive that they make.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runDateline } from '../run-dateline.ts';
import { buildSite, type BuiltSite, type Trial } from './trial.ts';

const shared = resolve(process.env['DATELINE_SHARED'] ?? '../shared', 'samples');
const own = fileURLToPath(new URL('../importers/fixtures/', import.meta.url));
const page = 'us-assassinates-top-iranian-general.html';

/** One page for the short form; for the full one the posts as well. The samples if they are there, else copies of our own. */
export async function buildSamples(trial: Trial): Promise<{ name: string; site: BuiltSite }> {
  const home = await trial.makeFolder('samples');
  const isShared = existsSync(join(shared, page));
  const pages = isShared ? [join(shared, page)] : [join(own, 'pages/newspaper/page.html')];
  const posts =
    trial.extent === 'short'
      ? []
      : await listPosts(join(isShared ? shared : own, isShared ? '18f-posts' : 'posts'));
  const content = join(home, 'content');
  const environment = { CONTENT_DIR: content, CACHE_DIR: join(home, 'cache') };
  for (const args of [pages, ...(posts.length > 0 ? [[...posts, '--publication', 'imported-posts']] : [])]) {
    const { code, output } = await runDateline(['import', ...args], environment);
    if (code !== 0) throw new Error(`The samples could not be imported:\n${output}`);
  }
  const site = await buildSite(content, join(home, 'site'), join(home, 'cache'));
  const count = pages.length + posts.length;
  return { name: `imported ${isShared ? 'samples' : 'fixtures of our own'}, ${count} in number`, site };
}

async function listPosts(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => name.endsWith('.md') && basename(name) !== 'body.md')
    .sort()
    .map((name) => join(folder, name));
}
