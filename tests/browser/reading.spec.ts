// How the pages read: cards of names, margin and fold, order of the keys, large text, other scripts, weight and shift.
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const path = './2020/01/03/us-assassinates-top-iranian-general/';
const arabic = './2022/03/04/port-in-arabic/';
const full = process.env['SITE_FULL'] ?? '';

async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a name shows its card to who points at it or comes to it by key, and leads to its page', async ({
    page,
  }) => {
    await page.goto(path);
    const name = page.locator('.prose').getByRole('link', { name: 'Mark Esper' });
    const card = page.locator(`[id="${(await name.getAttribute('interestfor')) ?? ''}"]`);
    await expect(card).toBeHidden();
    await name.hover();
    await expect(card).toBeVisible();
    await expect(card).toContainText('Person, 1 article');
    await expect(card).toBeInViewport({ ratio: 1 });
    await page.mouse.move(0, 0);
    await expect(card).toBeHidden();
    await name.focus();
    await expect(card).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/people\/mark-esper/);
  });

  test('what is in an article stands in the margin where there is one, and is folded where there is none', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(path);
    const inside = page.locator('.inside');
    const link = inside.getByRole('link', { name: 'Kirkuk' });
    await expect(link).toBeVisible();
    await page.setViewportSize({ width: 360, height: 740 });
    await expect(link).toBeHidden();
    await inside.getByText('In this article').click();
    await expect(link).toBeVisible();
  });

  test('the keys go through an article as the eye does', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(path);
    const reached: string[] = [];
    for (let step = 0; step < 200; step += 1) {
      await page.keyboard.press('Tab');
      const place = await page.evaluate(() => {
        const part = document.activeElement?.closest(
          '.skip, .wordmark, .find, .masthead nav, .kicker, .credits, .prose, .inside, .provenance, .cite, .earlier-later, .foot',
        );
        return part?.className.split(' ')[0] || part?.tagName.toLowerCase() || 'none';
      });
      if (reached.at(-1) !== place) reached.push(place);
      if (place === 'foot') break;
    }
    expect(reached).toEqual([
      'skip',
      'wordmark',
      'find',
      'nav',
      'kicker',
      'credits',
      'prose',
      'inside',
      'provenance',
      'cite',
      'foot',
    ]);
  });

  test('without styles everything is there, in order, and nothing is said twice over', async ({ page }) => {
    await page.goto(path);
    await page.evaluate(() => {
      for (const style of document.querySelectorAll('style')) style.remove();
    });
    const texts = await page.evaluate(() => document.body.innerText);
    const parts = [
      'Skip to the text',
      'People',
      'US assassinates',
      'By Bill Van Auken',
      'A summary by this archive',
      'The article reports',
      'In this article',
      'Where this comes from',
      'About the archive',
    ];
    const places = parts.map((part) => texts.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places.every((place) => place >= 0)).toBe(true);
  });
});

/** Colours are the same at every size, so the dark ones are looked at once. */
const sizes = {
  light: [[320, '100%'], [1280, '200%'], [640, '200%']],
  dark: [[320, '200%']],
} as const; // prettier-ignore

const kinds = [
  ['home', './'],
  ['dates', './dates/'],
  ['year', './2021/'],
  ['month', './2021/03/'],
  ['day', './2021/03/04/'],
  ['article with a table', './2021/03/11/strike-on-the-quay/'],
  ['Arabic article', arabic],
  ['people', './people/'],
  ['person', './people/yusuf-al-karim/'],
  ['place', './places/port-anselm/'],
  ['topic', './topics/shipping/'],
  ['Arabic publication', './publications/al-mina/'],
  ['search', './search/?q=al-karim'],
] as const;

for (const [kind, address] of kinds) {
  test(`the ${kind} page is accessible at 320 pixels and at twice the size of text, light and dark`, async ({
    page,
  }) => {
    test.slow();
    await page.goto(new URL(address, full).href, { waitUntil: 'networkidle' });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const [width, size] of sizes[colorScheme]) {
        await page.setViewportSize({ width, height: 900 });
        await page.evaluate((fontSize) => {
          document.documentElement.style.fontSize = fontSize;
        }, size);
        expect(await overflow(page), `no sideways scrolling at ${width}, ${size}`).toBe(0);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        ).toEqual([]);
      }
    }
  });
}

test('a headline of another direction is set in its own, inside a page of this one', async ({ page }) => {
  await page.goto(new URL(arabic, full).href);
  const headline = page.getByRole('heading', { level: 1 });
  await expect(headline).toHaveAttribute('dir', 'rtl');
  await expect(headline).toHaveAttribute('lang', 'ar');
  const [text, column] = await Promise.all([
    headline.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect().right;
    }),
    headline.evaluate((element) => element.getBoundingClientRect().right),
  ]);
  expect(Math.abs(text - column), 'it begins at the right').toBeLessThan(2);
  await page.goto(new URL('./', full).href);
  await expect(page.getByRole('main').locator('[lang="ar"]').first()).toHaveAttribute('dir', 'rtl');
});

test('nothing moves while a page is loaded, whenever its face arrives', async ({ page }) => {
  for (const wait of [0, 30, 400]) {
    await page.route('**/*.woff2', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, wait));
      await route.continue();
    });
    for (const address of ['./', path, './people/', './people/qasem-soleimani/', './2020/']) {
      await page.addInitScript(() => {
        Object.assign(window, { shift: 0 });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            Object.assign(window, {
              shift: Number(Reflect.get(window, 'shift')) + Number(Reflect.get(entry, 'value')),
            });
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(address, { waitUntil: 'networkidle' });
      await page.waitForTimeout(500);
      expect(await page.evaluate(() => Reflect.get(window, 'shift')), `${address} after ${wait} ms`).toBe(0);
    }
    await page.unroute('**/*.woff2');
  }
});

test('pages are light: an article and its style, lists, the face', async ({ request }) => {
  const read = async (address: string): Promise<string> => (await request.get(address)).text();
  const html = await read(path);
  const style = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, css]) => css).join('');
  expect(gzipSync(style).length).toBeLessThan(4096);
  expect(gzipSync(html).length).toBeLessThan(14 * 1024);
  const lists = [
    './',
    './dates/',
    './2020/',
    './2020/01/',
    './2020/01/03/',
    './people/',
    './places/',
    './places/map/',
    './organizations/',
    './topics/',
    './people/qasem-soleimani/',
    './places/iraq/',
  ];
  for (const address of lists) expect(gzipSync(await read(address)).length, address).toBeLessThan(20 * 1024);
  const face = /<link rel="preload" href="([^"]+)"/.exec(html)?.[1] ?? '';
  expect((await (await request.get(face)).body()).length).toBeLessThan(60_000);
});

test('an article is shared with a picture of its own, and the site has its icons', async ({
  page,
  request,
}) => {
  await page.goto(path);
  const picture = await page.locator('meta[property="og:image"]').getAttribute('content');
  const local = new URL(new URL(picture ?? '').pathname, page.url()).href;
  for (const address of [
    local,
    './icon-192.png',
    './icon-512.png',
    './icon-180.png',
    './favicon.ico',
    './manifest.webmanifest',
    './cards/archive.png',
  ])
    expect((await request.get(address)).status(), address).toBe(200);
});
