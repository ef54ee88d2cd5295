// Runs the browser tests: finds Chromium, builds two archives with the real commands, serves them, and calls Playwright.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { serveSite } from '../../src/cli/serve.ts';
import { findChromium } from './chromium.ts';

const shared = resolve(process.env['DATELINE_SHARED'] ?? '../shared');
const sample = join(shared, 'samples/us-assassinates-top-iranian-general.txt');
const own = resolve('tests/importers/fixtures/text/report/copy.txt');
const copy = existsSync(sample) ? sample : own;

/** Runs a program with its output shown; resolves to its exit code. */
function run(program: string, args: string[], env: Record<string, string>): Promise<number> {
  return new Promise((settle, reject) => {
    const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => settle(code ?? 1));
  });
}

async function dateline(args: string[], env: Record<string, string>): Promise<void> {
  const code = await run(process.execPath, ['src/cli/main.ts', ...args], env);
  if (code !== 0) throw new Error(`dateline ${args.join(' ')} ended with exit code ${code}.`);
}

async function main(folder: string): Promise<number> {
  const chromium = findChromium();
  console.log(
    `Browser: ${chromium}\nFull copy: ${copy === sample ? 'the shared sample' : "the project's own fixture"}`,
  );

  const shipped = join(folder, 'shipped-site');
  await dateline(['build'], { CONTENT_DIR: 'content', OUT_DIR: shipped });

  const content = join(folder, 'content');
  await cp('content', content, { recursive: true });
  await cp('tests/fixtures/base', content, { recursive: true });
  await cp('tests/browser/fixtures/content', content, { recursive: true });
  const publication = copy === sample ? 'world-socialist-web-site' : 'harbour-herald';
  const full = join(folder, 'full-site');
  const env = { CONTENT_DIR: content, OUT_DIR: full };
  await dateline(['import', copy, '--publication', publication, '--replace'], env);
  await dateline(['check', '--fix'], env);
  const day = join(content, 'articles/2021/03/04');
  await rename(join(day, 'ferry-returns.md'), join(day, 'ferry-returns-to-port-anselm.md'));
  await dateline(['check', '--fix'], env);
  await dateline(['build'], env);
  // As a host serves it that knows nothing of what has moved: there the page itself must lead on.
  await rm(join(full, 'moved.json'));

  const sites = await Promise.all([serveSite(shipped, 0), serveSite(full, 0)]);
  const [first, second] = sites.map(({ address }) => address);
  const code = await run(
    process.execPath,
    [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--config',
      'tests/browser/playwright.config.ts',
      ...process.argv.slice(2),
    ],
    { CHROMIUM_PATH: chromium, SITE_SHIPPED: first ?? '', SITE_FULL: second ?? '', FULL_COPY: copy },
  );
  for (const server of sites.flatMap(({ servers }) => servers)) server.close();
  return code;
}

const folder = await mkdtemp(join(tmpdir(), 'dateline-browser-'));
try {
  process.exitCode = await main(folder);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
