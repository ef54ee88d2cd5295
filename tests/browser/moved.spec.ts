// An address that was published once, as a reader meets it in an old link: it leads on, in a browser without JavaScript.
import { expect, test } from '@playwright/test';

test.use({ baseURL: process.env['SITE_FULL'] ?? '', javaScriptEnabled: false });

/** tests/browser/run.ts has renamed the article's file, and let `check --fix` write the rest. */
const before = '/2021/03/04/ferry-returns/';
const now = '/2021/03/04/ferry-returns-to-port-anselm/';

test('a renamed article is found at its old address', async ({ page }) => {
  await page.goto(before);
  await page.waitForURL((url) => url.pathname === now);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ferry returns to Port Anselm');
  await page.goBack();
  expect(page.url(), 'Back leads back, not into a circle').toBe('about:blank');
});

test('who stops on the way, or follows no refresh, has a link; search engines are told the new address', async ({
  page,
  request,
}) => {
  const html = await (await request.get(before)).text();
  await page.setContent(html.replace(/<meta http-equiv="?refresh[^>]*>/, ''));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Moved');
  await expect(page.getByRole('main').getByRole('link')).toHaveAttribute('href', now);
  const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
  expect(new URL(canonical ?? '').pathname).toBe(now);
});
