// Measures what a reader's browser loads before the first name is suggested, with nothing in its cache.
import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { chromium, type Browser } from '@playwright/test';
import { serveSite } from '../../src/cli/serve.ts';
import type { SearchFiles } from '../../src/search/files.ts';
import { writeSearchFiles } from '../search/write-search-files.ts';
import { searchNamesUrl, searchUrl, sitePath } from '../../src/urls.ts';
import { findChromium } from '../browser/chromium.ts';
import browserTests from '../browser/playwright.config.ts';
import { inTemporaryFolders, runDateline } from './dateline.ts';
import { percentile } from './figures.ts';

/** So many queries are typed, each in a browser that knows nothing. */
const sample = 60;

interface ColdStart {
  /** What was asked of the name index before the first suggestion: bytes of bodies, and how many requests. */
  bytes: number;
  requests: number;
  milliseconds: number;
}

/**
 * Builds the shipped archive, puts a name index into it, and types queries into its search page.
 * @param files the index, by path in its folder
 */
export function measureColdStart(files: SearchFiles, queries: readonly string[]): Promise<string[]> {
  return inTemporaryFolders(async (folders) => {
    await runDateline('build', { ...folders, CONTENT_DIR: 'content' });
    const names = join(folders.OUT_DIR, searchNamesUrl().slice(sitePath('').length));
    await rm(names, { recursive: true });
    await writeSearchFiles(files, names);
    const { address, servers } = await serveSite(folders.OUT_DIR, 0);
    const browser = await chromium.launch({
      executablePath: findChromium(),
      args: browserTests.use?.launchOptions?.args ?? [],
    });
    try {
      const page = new URL(searchUrl(), address).href;
      const step = Math.max(1, Math.floor(queries.length / sample));
      const starts: ColdStart[] = [];
      for (const query of queries.filter((_, at) => at % step === 0)) {
        const start = await measureQuery(browser, page, files, query);
        if (start !== undefined) starts.push(start);
      }
      const at = (percent: number, figure: keyof ColdStart): number =>
        percentile(
          starts.map((start) => start[figure]),
          percent,
        );
      return [
        `  in Chromium, nothing cached, to the first suggestion (${starts.length} queries): ` +
          `${at(50, 'bytes')} bytes, 95th percentile ${at(95, 'bytes')} (mark: 8192), ` +
          `${at(100, 'requests')} requests at most (mark: 4), ${at(50, 'milliseconds').toFixed(0)} ms`,
      ];
    } finally {
      await browser.close();
      for (const server of servers) server.close();
    }
  });
}

/** Types a query at once, as a paste does; nothing if no name is suggested. */
async function measureQuery(
  browser: Browser,
  address: string,
  files: SearchFiles,
  query: string,
): Promise<ColdStart | undefined> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address);
    const field = page.getByRole('combobox').first();
    const list = (await field.getAttribute('aria-controls')) ?? '';
    // What has been asked for when the first option stands there; the page itself goes on to search.
    const first = page.evaluate(
      ({ list, folder }) =>
        new Promise<{ paths: string[]; milliseconds: number } | undefined>((resolve) => {
          const start = performance.now();
          const options = document.getElementById(list);
          const look = (): void => {
            if (!options?.firstElementChild) return;
            const paths = performance
              .getEntriesByType('resource')
              .map(({ name }) => new URL(name).pathname)
              .filter((path) => path.startsWith(folder));
            resolve({ paths, milliseconds: performance.now() - start });
          };
          if (options !== null) new MutationObserver(look).observe(options, { childList: true });
          setTimeout(() => resolve(undefined), 5000);
        }),
      { list, folder: searchNamesUrl() },
    );
    await field.fill(query);
    const suggested = await first;
    if (suggested === undefined) return undefined;
    const { paths, milliseconds } = suggested;
    const bytes = paths.reduce(
      (sum, path) => sum + (files.get(path.slice(searchNamesUrl().length))?.length ?? 0),
      0,
    );
    return { bytes, requests: paths.length, milliseconds };
  } finally {
    await context.close();
  }
}
