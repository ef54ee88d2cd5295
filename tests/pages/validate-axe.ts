// axe over served pages in Chromium: what can be told of their accessibility by a program, in light and in dark.
import AxeBuilder from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import { serveSite } from '../../src/cli/serve.ts';
import { findChromium } from '../browser/chromium.ts';

type Scheme = 'light' | 'dark';

/**
 * @param site the folder of a finished site
 * @param paths of pages
 * @returns one sentence for each violation
 */
export async function validateAxe(
  site: string,
  paths: readonly string[],
  schemes: readonly Scheme[],
): Promise<string[]> {
  const served = await serveSite(site, 0);
  const browser = await chromium.launch({ executablePath: findChromium() });
  try {
    const wrong: string[] = [];
    const queue = schemes.flatMap((scheme) => paths.map((path) => ({ path, scheme })));
    const look = async (): Promise<void> => {
      const context = await browser.newContext();
      const page = await context.newPage();
      for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
        const { path, scheme } = job;
        await page.emulateMedia({ colorScheme: scheme });
        // A page that has moved leads on before it can be looked at.
        await page.goto(new URL(path, served.address).href, { waitUntil: 'load' });
        const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
        for (const { id, help, nodes } of violations)
          wrong.push(
            `${path}: ${help} (${id}, ${scheme}): ${nodes
              .map(({ html }) => html)
              .join(' ')
              .slice(0, 300)}`,
          );
      }
      await context.close();
    };
    await Promise.all([look(), look()]);
    return wrong.sort();
  } finally {
    await browser.close();
    for (const server of served.servers) server.close();
  }
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
