// Ten errands of readers, without JavaScript but for the search: each done as one would do it, by links and keys.
import { expect, test, type Page } from '@playwright/test';

const title = 'US assassinates top Iranian general as 4,000 troops readied for Iraq intervention';
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const main = (page: Page) => page.getByRole('main');
const section = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true });
const article = (page: Page) => main(page).getByRole('link', { name: title }).first();

test.use({ baseURL: process.env['SITE_FULL'] ?? '' });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('1. to the article by its date', async ({ page }) => {
    await page.goto('./');
    await section(page, 'Dates').click();
    await main(page).getByRole('link', { name: '2020' }).click();
    await main(page)
      .getByRole('link', { name: /^3 January 2020, \d articles?$/ })
      .click();
    await article(page).click();
    await expect(heading(page)).toHaveText(title);
  });

  test('2. to the article by a person', async ({ page }) => {
    await page.goto('./');
    await section(page, 'People').click();
    await main(page).getByRole('link', { name: 'Hadi al-Amiri' }).first().click();
    await article(page).click();
    await expect(heading(page)).toHaveText(title);
  });

  test('3. to the article by a place', async ({ page }) => {
    await page.goto('./');
    await section(page, 'Places').click();
    await main(page).getByRole('link', { name: 'Kirkuk' }).first().click();
    await article(page).click();
    await expect(heading(page)).toHaveText(title);
  });

  test('4. to the article by a topic', async ({ page }) => {
    await page.goto('./');
    await section(page, 'Topics').click();
    await main(page).getByRole('link', { name: 'US-Iran relations' }).click();
    await article(page).click();
    await expect(heading(page)).toHaveText(title);
  });

  test('6. from an article to another about the same person', async ({ page }) => {
    await page.goto('./2021/03/04/ferry-returns/');
    const related = page.getByRole('region', { name: 'Related articles' });
    await expect(related).toContainText(/also names .*Yusuf al-Karim/);
    await related.getByRole('link', { name: 'Strike on the quay' }).click();
    await expect(heading(page)).toHaveText('Strike on the quay');
    await expect(main(page)).toContainText('Yusuf al-Karim spoke to the crews');
  });

  test('7. from a place to the region around it', async ({ page }) => {
    await page.goto('./places/baghdad/');
    await page
      .getByRole('navigation', { name: 'Where you are' })
      .getByRole('link', { name: 'Middle East' })
      .click();
    await expect(heading(page)).toHaveText('Middle East');
  });

  test('8. print it: the words, where they come from and where links lead, and nothing to click', async ({
    page,
  }) => {
    await page.goto('./2021/03/11/strike-on-the-quay/');
    await page.emulateMedia({ media: 'print' });
    await expect(heading(page)).toBeVisible();
    await expect(page.locator('.prose')).toBeVisible();
    await expect(page.locator('.provenance')).toContainText('/2021/03/11/strike-on-the-quay/');
    await expect(page.locator('.links li')).toHaveText([
      'https://herald.example/gate?a=1&b=2',
      'https://herald.example/notes',
    ]);
    await expect(page.locator('.links')).toBeVisible();
    for (const hidden of [
      '.masthead nav',
      '.find',
      '.inside',
      '.here',
      '.earlier-later',
      '.related',
      '.foot',
      '.files',
      '.provenance [rel=external]',
    ])
      await expect(page.locator(hidden).first()).toBeHidden();
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-');
  });

  test('9. cite it', async ({ page }) => {
    await page.goto('./2021/03/11/strike-on-the-quay/');
    await page.getByRole('link', { name: 'Cite', exact: true }).click();
    const cite = page.getByRole('region', { name: 'Cite' });
    await expect(cite).toBeInViewport();
    await expect(cite).toContainText(
      /Norling, Ada.+Strike on the quay.+Harbour Herald.+\/2021\/03\/11\/strike-on-the-quay\//s,
    );
  });

  test('10. find it again from the link of a paragraph', async ({ page }) => {
    await page.goto('./2020/01/03/us-assassinates-top-iranian-general/');
    const paragraph = page.locator('#p4');
    await paragraph.hover();
    await paragraph.getByRole('link', { name: 'Paragraph 4' }).click();
    const link = page.url();
    expect(link).toMatch(/#p4$/);
    await page.goto('./about/');
    await page.goto(link);
    await expect(paragraph).toBeInViewport();
    expect(await paragraph.evaluate((block) => block.matches(':target'))).toBe(true);
  });
});

test('5. to the article by searching for it', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('searchbox').fill('suleimani');
  await page.keyboard.press('Enter');
  await main(page).getByRole('link', { name: title }).first().click();
  await expect(heading(page)).toHaveText(title);
});
