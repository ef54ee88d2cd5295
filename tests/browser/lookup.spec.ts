// A list of names is answered by a table, in the browser alone.
import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';

const list = (page: Page): Locator => page.getByRole('textbox', { name: 'Names, one on a line' });
const rows = (page: Page): Locator =>
  page.getByRole('region', { name: 'Names of the list' }).locator('tbody tr');

async function open(page: Page): Promise<void> {
  await page.goto('./search/');
  await page.getByText('Look up a list of names').click();
}

test('each name is answered with its record, what is near, or that there is none', async ({ page }) => {
  await open(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(decodeURIComponent(request.url()) + (request.postData() ?? '')));
  await list(page).fill('Suleimani\n\nKirkuk\nSulimeani\nxyzzyqqq\n=Iraq');
  await page.getByRole('button', { name: 'Look up' }).click();
  await expect(page.getByText(/^5 names: 3 known, 1 near a known one, 1 not found\.$/)).toBeVisible();
  await expect(rows(page)).toHaveCount(5);
  await expect(rows(page).nth(0)).toContainText(/Suleimani\s*Qasem Soleimani as Suleimani\s*person\s*1/);
  await expect(rows(page).nth(0).getByRole('link')).toHaveAttribute('href', '/people/qasem-soleimani/');
  await expect(rows(page).nth(2)).toContainText('did you mean Qasem Soleimani');
  await expect(rows(page).nth(3)).toContainText('not found');
  // Neither the list nor a name of it is sent anywhere, nor kept in the address.
  expect(asked.filter((request) => /sulimeani|xyzzyqqq/i.test(request))).toEqual([]);
  expect(asked.filter((request) => !request.startsWith(new URL(page.url()).origin))).toEqual([]);
  await expect(page).toHaveURL(/\/search\/$/);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  const path = await (await download).path();
  const csv = await readFile(path, 'utf8');
  expect(csv.split('\r\n').slice(0, 2)).toEqual([
    '\ufeffAs typed,Record,Match,Spelling,Kind,Articles,Address',
    'Suleimani,Qasem Soleimani,exact,Suleimani,people,1,https://dateline.example/people/qasem-soleimani/',
  ]);
  expect(csv).toContain("\r\n'=Iraq,Iraq,exact,");
});

test('lines pasted into the search field are a list', async ({ page }) => {
  await page.goto('./search/');
  const field = page.locator('#search').getByRole('combobox', { name: 'A name, a place, any words' });
  await field.evaluate((input: HTMLInputElement) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', 'Kirkuk\nMosul');
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(rows(page)).toHaveCount(2);
  await expect(list(page)).toBeFocused();
  await expect(field).toHaveValue('');
});

test('a thousand names are looked up while the page goes on', async ({ page }) => {
  test.slow();
  await open(page);
  await list(page).fill(Array.from({ length: 1000 }, (_, index) => `Kirkuk ${index}`).join('\n'));
  await page.getByRole('button', { name: 'Look up' }).click();
  // The first rows stand there, and the page answers, before the last are known.
  await expect(rows(page).first()).toBeVisible();
  await list(page).fill('Mosul');
  await expect(page.getByText(/^1,000 names: /)).toBeVisible({ timeout: 60_000 });
  await expect(rows(page)).toHaveCount(1000);
  await page.getByRole('button', { name: 'Look up' }).click();
  await expect(rows(page)).toHaveCount(1);
});

test('an empty list is said, and the table is accessible on a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  await page.getByRole('button', { name: 'Look up' }).click();
  await expect(page.getByText('Write or paste names first, one on a line.')).toBeVisible();
  await list(page).fill(`Suleimani\n${'Averylongnamewithoutaspace'.repeat(8)}`);
  await page.getByRole('button', { name: 'Look up' }).click();
  await expect(rows(page)).toHaveCount(2);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
  }
});
