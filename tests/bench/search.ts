// Measures the first search of a reader whose browser has nothing of the archive yet: bytes, requests, and the time to the answer.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { serveSite } from '../../src/cli/serve.ts';
import { searchNamesUrl, searchUrl } from '../../src/urls.ts';
import { findChromium } from '../browser/chromium.ts';
import browserTests from '../browser/playwright.config.ts';
import { runDateline } from '../run-dateline.ts';
import { writeContent, type BenchContent } from './content.ts';

/** A network as Lighthouse simulates it: milliseconds for a round trip, bits in a second. */
const slow4G = { roundTrip: 150, bits: 1_638_400 };

/** Words that posts have, alone, together, as a phrase, and with a beginning that others share. */
const words = ['accessibility', 'open source software', '"user research"', 'govern'];

interface Answered {
  bytes: number;
  requests: number;
  milliseconds: number;
  /** What the page says. */
  said: string;
}

export async function benchSearch(wanted: BenchContent): Promise<string[]> {
  const home = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  const [content, site] = [join(home, 'content'), join(home, 'site')];
  const prose = await writeContent(content, wanted);
  const env = { CONTENT_DIR: content, OUT_DIR: site, CACHE_DIR: join(home, 'cache') };
  const { code, errors } = await runDateline(['build'], env);
  if (code !== 0) throw new Error(errors);
  const { address, servers } = await serveSite(site, 0);
  const { port } = new URL(address);
  const slow = await startSlowNetwork(Number(port));
  const log: { path: string; bytes: number }[] = [];
  for (const server of servers)
    server.on('request', (request, response) => {
      response.on('finish', () => {
        const bytes = Number(response.getHeader('content-length') ?? 0);
        log.push({ path: request.url ?? '', bytes });
      });
    });
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: browserTests.use?.launchOptions?.args ?? [],
  });
  try {
    const [name = ''] = await readNames(content);
    const lines: string[] = [];
    for (const query of [...words, name]) {
      const near = await search(browser, address, query, log);
      const far = await search(browser, `http://localhost:${slow.port}`, query, log);
      lines.push(
        `  ${query}: ${near.bytes.toLocaleString('en')} bytes in ${near.requests} requests, ` +
          `${near.milliseconds.toFixed(0)} ms here, ${far.milliseconds.toFixed(0)} ms at slow 4G; "${near.said}"`,
      );
    }
    const suggested = await suggest(browser, address, name.slice(0, -1), log);
    return [
      `${prose}; the first search, nothing cached, beside the page and its script:`,
      ...lines,
      `  names suggested for "${name.slice(0, -1)}": ${suggested.bytes.toLocaleString('en')} bytes in ${suggested.requests} requests`,
    ];
  } finally {
    await browser.close();
    for (const server of [...servers, slow.server]) server.close();
    await rm(home, { recursive: true, force: true });
  }
}

/** The names of people, in the order of their files. */
async function readNames(content: string): Promise<string[]> {
  const files = (await readdir(join(content, 'people'))).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(content, 'people', file), 'utf8')));
  return texts.flatMap((text) => /^name: (.*)$/m.exec(text)?.[1] ?? []);
}

/** Searches in a browser that knows nothing yet; what the page itself loads is not counted. */
async function search(
  browser: Browser,
  address: string,
  query: string,
  log: { path: string; bytes: number }[],
): Promise<Answered> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(new URL(searchUrl(), address).href, { waitUntil: 'networkidle' });
    log.length = 0;
    const start = performance.now();
    await page.getByRole('combobox').first().fill(query);
    await page.keyboard.press('Enter');
    const status = page.locator('[data-part="status"]');
    await page.locator('#search:not([aria-busy])').waitFor({ state: 'attached' });
    await status.filter({ hasText: /\d|No / }).waitFor({ state: 'attached', timeout: 120_000 });
    await page.waitForFunction(
      () => document.querySelector('#search')?.hasAttribute('aria-busy') === false,
      undefined,
      { timeout: 120_000 },
    );
    const milliseconds = performance.now() - start;
    const bytes = log.reduce((sum, each) => sum + each.bytes, 0);
    return { bytes, requests: log.length, milliseconds, said: (await status.textContent()) ?? '' };
  } finally {
    await context.close();
  }
}

/** What is read of the index of names before the first suggestion. */
async function suggest(
  browser: Browser,
  address: string,
  typed: string,
  log: { path: string; bytes: number }[],
): Promise<Pick<Answered, 'bytes' | 'requests'>> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(new URL(searchUrl(), address).href, { waitUntil: 'networkidle' });
    log.length = 0;
    await page.getByRole('combobox').first().fill(typed);
    await page.getByRole('option').first().waitFor();
    const read = log.filter(({ path }) => path.startsWith(searchNamesUrl()));
    return { bytes: read.reduce((sum, each) => sum + each.bytes, 0), requests: read.length };
  } finally {
    await context.close();
  }
}

/** A way to the server that takes as long as a slow network does, for all connections together. */
async function startSlowNetwork(port: number): Promise<{ port: number; server: Server }> {
  let free = 0;
  const pass = (from: Socket, to: Socket, isLimited: boolean): void => {
    from.on('data', (data) => {
      const now = performance.now();
      if (isLimited) free = Math.max(free, now) + (data.length * 8 * 1000) / slow4G.bits;
      setTimeout(() => to.write(data), slow4G.roundTrip / 2 + (isLimited ? free - now : 0));
    });
    from.on('close', () => setTimeout(() => to.destroy(), slow4G.roundTrip));
    from.on('error', () => to.destroy());
  };
  const server = createServer((client) => {
    const origin = connect(port, 'localhost');
    pass(client, origin, false);
    pass(origin, client, true);
  });
  await new Promise<void>((settle) => server.listen(0, 'localhost', settle));
  return { port: (server.address() as AddressInfo).port, server };
}
