// The shipped archive as a visitor meets it: nothing unreachable, nothing dead, nothing fetched, nothing run.
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type APIRequestContext } from '@playwright/test';

const home = process.env['SITE_SHIPPED'] ?? '';

interface Crawl {
  pages: Map<string, string>;
  dead: string[];
}

/** Follows every link from the home page as a browser without JavaScript would. */
async function crawl(request: APIRequestContext): Promise<Crawl> {
  const pages = new Map<string, string>();
  const links = new Set<string>();
  const dead: string[] = [];
  const queue = [home];
  for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
    if (pages.has(url)) continue;
    const response = await request.get(url);
    if (!response.ok()) {
      dead.push(url);
      continue;
    }
    const isPage = response.headers()['content-type']?.startsWith('text/html') ?? false;
    const html = isPage ? await response.text() : '';
    pages.set(url, html);
    for (const [, href = ''] of html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)) {
      const target = new URL(href.replaceAll('&amp;', '&'), url);
      if (target.origin !== new URL(home).origin) continue;
      links.add(target.href);
      target.hash = '';
      queue.push(target.href);
    }
  }
  for (const link of links) {
    const { hash } = new URL(link);
    const anchor = decodeURIComponent(hash.slice(1).split(':~:')[0] ?? '');
    const page = pages.get(link.slice(0, link.length - hash.length)) ?? '';
    if (anchor !== '' && !new RegExp(`\\sid="?${RegExp.escape(anchor)}["\\s>]`).test(page)) dead.push(link);
  }
  return { pages, dead };
}

test('every page is reached by links alone, no link is dead, and each page keeps to itself', async ({
  request,
}) => {
  test.slow();
  const { pages, dead } = await crawl(request);
  expect(dead).toEqual([]);
  const paths = [...pages.keys()].map((url) => new URL(url).pathname);
  const count = (prefix: string): number =>
    paths.filter((path) => new RegExp(`^/${prefix}/[^/]+/$`).test(path) && path !== '/places/map/').length;
  expect(paths.filter((path) => /^\/\d{4}\/\d\d\/\d\d\/[^/]+\/$/.test(path))).toEqual([
    '/2020/01/03/us-assassinates-top-iranian-general/',
  ]);
  expect([
    count('people'),
    count('places'),
    count('organizations'),
    count('topics'),
    count('publications'),
  ]).toEqual([11, 22, 17, 4, 1]);
  for (const [url, html] of pages) {
    if (html === '') continue;
    const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(policy, url).toContain("default-src 'none'");
    expect(policy, url).not.toMatch(/'unsafe-inline'|'unsafe-eval'/);
    const isSearch = new URL(url).pathname === '/search/';
    expect(policy.includes("'wasm-unsafe-eval'"), url).toBe(isSearch);
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1];
    if (!isSearch) expect(scripts, url).toBe("'inline-speculation-rules'");
    if (!isSearch)
      expect(html, url).not.toMatch(/<script(?! type="(?:speculationrules|application\/ld\+json)">)/i);
    expect(html, url).not.toMatch(/\sstyle="|\son[a-z]+="/);
  }
});

const kinds = [
  ['home', './'],
  ['dates', './dates/'],
  ['year', './2020/'],
  ['month', './2020/01/'],
  ['day', './2020/01/03/'],
  ['article', './2020/01/03/us-assassinates-top-iranian-general/'],
  ['people', './people/'],
  ['person', './people/qasem-soleimani/'],
  ['place', './places/baghdad/'],
  ['region', './places/middle-east/'],
  ['places', './places/'],
  ['map', './places/map/'],
  ['organization', './organizations/popular-mobilization-forces/'],
  ['topic', './topics/us-iran-relations/'],
  ['publication', './publications/world-socialist-web-site/'],
  ['search', './search/?q=Kirkuk'],
  ['about', './about/'],
  ['rights', './rights/'],
  ['missing', './no/such/page/'],
] as const;

for (const [kind, path] of kinds) {
  test(`the ${kind} page asks no other origin, breaks no policy and is accessible`, async ({ page }) => {
    const foreign: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== new URL(home).origin) foreign.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(path, { waitUntil: 'networkidle' });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, 'no sideways scrolling on a phone').toBe(0);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      );
    }
    expect(foreign).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

test('an article is one request of less than 14 KB', async ({ page, request }) => {
  const requests: string[] = [];
  page.on('request', (asked) => requests.push(asked.url()));
  const path = './2020/01/03/us-assassinates-top-iranian-general/';
  await page.goto(path, { waitUntil: 'networkidle' });
  // Some browsers ask for an icon at once, some never; the face may follow the first paint.
  expect(requests.filter((url) => !/\/favicon\.svg$|\/icon-\d+\.png$|\.woff2$/.test(url))).toHaveLength(1);
  const bytes = gzipSync(await (await request.get(path)).body()).length;
  expect(bytes).toBeLessThan(14 * 1024);
});

test('a page that is not there says so, with a search and ways on', async ({ page }) => {
  const response = await page.goto('./no/such/page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('search').first()).toBeVisible();
  await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
});

test('the keyboard reaches the text past the masthead', async ({ page }) => {
  await page.goto('./');
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveAttribute('href', '#main');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(
    true,
  );
});
