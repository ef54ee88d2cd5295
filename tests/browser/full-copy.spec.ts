// A full copy, from its raw file to the page and the search: every word there, in order, and findable where it stands.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

const site = process.env['SITE_FULL'] ?? '';
const copy = readFileSync(process.env['FULL_COPY'] ?? '', 'utf8');
const isSample = copy.includes('Bill Van Auken');

/** The paragraphs of the raw copy between its date and its trailer, as one run of words. */
function bodyWords(): string[] {
  const blocks = copy
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '');
  const date = blocks.findIndex((block) => /\d{4}$/.test(block));
  const trailer = blocks.findIndex((block) => block.startsWith('To contact'));
  return blocks
    .slice(date + 1, trailer)
    .join(' ')
    .split(/\s+/);
}

const words = isSample
  ? ['Muhandis', 'Kirkuk', 'Fayyadh', "Kata'ib", 'Tigris', 'caretaker government']
  : ['al-Qadi', 'Ostra', 'O’Rell', 'Port Selm', 'judge', 'ring road'];

test.use({ baseURL: site });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every word of the copy is on its page, in order', async ({ page }) => {
    await page.goto('./');
    const title = copy.trim().split('\n')[0]?.trim() ?? '';
    await page.getByRole('link', { name: title }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const shown = await page
      .locator('.prose')
      .evaluate((prose) =>
        [...prose.querySelectorAll('[id^="p"]')].map((block) => block.textContent).join(' '),
      );
    expect(shown.trim().split(/\s+/)).toEqual(bodyWords());
  });
});

for (const query of words) {
  test(`a search for ${query} gives the article first, and lands on a paragraph that holds it`, async ({
    page,
  }) => {
    const title = copy.trim().split('\n')[0]?.trim() ?? '';
    await page.goto(`./search/?q=${encodeURIComponent(query)}`);
    const first = page.getByRole('main').getByRole('link', { name: title }).first();
    await expect(first).toBeVisible();
    await first.click();
    await page.waitForURL(/#/);
    const paragraph = page.locator(`[id="${new URL(page.url()).hash.slice(1).split(':~:')[0] ?? ''}"]`);
    await expect(paragraph).toContainText(query);
    await expect(paragraph).toBeInViewport();
  });
}
