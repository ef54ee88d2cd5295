// Names come first: suggested while typing, matched in any spelling, offered where they are near, never swapped in.
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';

const articlePath = '/2020/01/03/us-assassinates-top-iranian-general/';

const status = (page: Page): Locator => page.locator('[data-part="status"]');
const results = (page: Page): Locator => page.locator('.results > li');
const field = (page: Page): Locator =>
  page.locator('#search').getByRole('combobox', { name: 'A name, a place, any words' });
const names = (page: Page): Locator => page.getByRole('region', { name: 'Names', exact: true });
const options = (page: Page): Locator => page.getByRole('listbox', { name: 'Names' }).getByRole('option');

async function expectAccessible(page: Page): Promise<void> {
  await expect(page.locator('#search')).not.toHaveAttribute('aria-busy');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
  }
}

test('an exact spelling is announced, and its articles come before the full text is there', async ({
  page,
}) => {
  const held = Promise.withResolvers<undefined>();
  await page.route('**/pagefind/**', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto('./search/?q=suleimani');
  await expect(names(page)).toContainText('Matched as “Suleimani” · person');
  await expect(page.getByRole('status').filter({ hasText: 'Matched as “Suleimani”.' })).toHaveCount(1);
  await expect(names(page).getByRole('heading', { name: 'Qasem Soleimani' })).toBeVisible();
  await expect(names(page).getByRole('link', { name: 'Qasem Soleimani' })).toHaveAttribute(
    'href',
    '/people/qasem-soleimani/',
  );
  await expect(status(page)).toHaveText('1 article for Qasem Soleimani.');
  await expect(results(page)).toHaveCount(1);
  await expect(results(page).locator('mark').first()).toHaveText('Qasem Soleimani');
  held.resolve(undefined);
  await expect(page.getByLabel('Place', { exact: true }).locator('option[value="iraq"]')).toHaveText(
    'Iraq (1)',
  );
  // The article has no "suleimani", so nothing is added to its own list.
  await expect(status(page)).toHaveText('1 article for Qasem Soleimani.');
  await results(page).getByRole('heading').getByRole('link').click();
  await expect(page).toHaveURL((url) => url.pathname.endsWith(articlePath) && /^#p\d+/.test(url.hash));
});

test('the spelling as typed is searched on demand, and Back is the name again', async ({ page }) => {
  await page.goto('./search/?q=Suleimani');
  await names(page).getByRole('link', { name: 'Search “Suleimani” as typed instead' }).click();
  await expect(page).toHaveURL(/\?q=Suleimani&as=typed$/);
  await expect(status(page)).toHaveText('No article was found for “Suleimani”.');
  await expect(names(page)).toBeFocused();
  await page.reload();
  await expect(status(page)).toHaveText('No article was found for “Suleimani”.');
  await page.goBack();
  await expect(names(page)).toContainText('Matched as “Suleimani”');
  await page.goForward();
  await names(page).getByRole('link', { name: 'Look for a name too' }).click();
  await expect(page).toHaveURL(/\?q=Suleimani$/);
  await expect(results(page)).toHaveCount(1);
});

test('a place brings the articles of the places within it, and says so', async ({ page }) => {
  await page.goto('./search/?q=Irak');
  await expect(names(page)).toContainText('Matched as “Irak” · country');
  await expect(results(page)).toHaveCount(1);
});

test('a near name is offered and not put in the place of what was typed', async ({ page }) => {
  await page.goto('./search/?q=Sulimeani');
  await expect(names(page)).toContainText('Did you mean');
  await expect(page.getByRole('status').filter({ hasText: /^Did you mean .*Qasem Soleimani/ })).toHaveCount(
    1,
  );
  await expect(status(page)).toHaveText(
    'No article was found for “Sulimeani”. 1 article for Qasem Soleimani instead.',
  );
  await expect(field(page)).toHaveValue('Sulimeani');
  // Nothing is found as typed: the articles of the one name that is near stand there, as what they are.
  await expect(page.getByRole('heading', { name: 'Articles about Qasem Soleimani' })).toBeVisible();
  await expect(results(page)).toHaveCount(1);
  await names(page).getByRole('link', { name: 'Qasem Soleimani' }).click();
  await expect(field(page)).toHaveValue('Qasem Soleimani');
  await expect(names(page)).toContainText('Matched as “Qasem Soleimani”');
  await expect(results(page)).toHaveCount(1);
});

for (const [typed, why, name] of [
  ['General Soleimani', 'Without “General”, did you mean', 'Qasem Soleimani'],
  ['Q. Soleimani', 'Did you mean', 'Qasem Soleimani'],
  ['קאסם סולימאני', 'Did you mean', 'Qasem Soleimani'],
  ['카셈 솔레이마니', 'Did you mean', 'Qasem Soleimani'],
  ['Солеймани', 'Did you mean', 'Qasem Soleimani'],
  ['सुलेमानी', 'Did you mean', 'Qasem Soleimani'],
  ['Iraqi Prime Minister Adel Abdul Mahdi', 'did you mean', 'Adel Abdul Mahdi'],
  ['Qasem Mohammad Soleimani Ghanem', 'Did you mean', 'Qasem Soleimani'],
  ['Don Trump', 'Did you mean', 'Donald Trump'],
  ['Guards Corps', 'Did you mean', 'Islamic Revolutionary Guard Corps'],
  ['Associated Press Ltd', 'Did you mean', 'Associated Press'],
  ['Kirkook', 'Did you mean', 'Kirkuk'],
] as const)
  test(`${typed} leads to ${name}`, async ({ page }) => {
    await page.goto(`./search/?q=${encodeURIComponent(typed)}`);
    await expect(names(page)).toContainText(why);
    await names(page).getByRole('link', { name, exact: true }).click();
    await expect(names(page)).toContainText(`Matched as “${name}”`);
    await expect(results(page)).toHaveCount(1);
  });

test('a date leads to its articles, and one without any to the nearest days that have some', async ({
  page,
}) => {
  await page.goto('./search/?q=3+January+2020');
  await expect(names(page).getByRole('link', { name: '3 January 2020' })).toHaveAttribute(
    'href',
    '/2020/01/03/',
  );
  await page.goto('./search/?q=January+2021');
  await expect(names(page)).toContainText(
    'The archive has no article published in January 2021. The nearest days with articles: 3 January 2020.',
  );
  await expectAccessible(page);
  await page.goto('./search/');
  await field(page).pressSequentially('2020-01');
  await expect(options(page).first()).toHaveAccessibleName('January 2020 date');
  await expect(page.locator('[data-part="suggested"]')).toContainText('1 date to choose from');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/2020\/01\/$/);
});

test('the address of an article leads to it, here or where it was taken from', async ({ page }) => {
  const title = /^US assassinates/;
  for (const typed of [
    `https://dateline.example${articlePath}`,
    `www.dateline.example${articlePath}?x=1#p3`,
  ]) {
    await page.goto(`./search/?q=${encodeURIComponent(typed)}`);
    await expect(names(page)).toContainText('The article with this address');
    await expect(names(page).getByRole('link', { name: title })).toHaveAttribute('href', articlePath);
  }
  await page.goto('./search/');
  await field(page).fill(`https://dateline.example${articlePath}`);
  await expect(options(page)).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL((url) => url.pathname.endsWith(articlePath));
});

test('nonsense and the words of other languages draw no name', async ({ page }) => {
  for (const typed of ['xqzzt', 'Regierung', 'gouvernement']) {
    await page.goto(`./search/?q=${typed}`);
    await expect(page.locator('[data-part="status"]')).toHaveText(/^No article was found/);
    await expect(names(page)).toBeHidden();
    await expect(
      page.locator('[data-part="nearest"]').locator('a[href*="/people/"], a[data-state][href*="as="]'),
    ).toHaveCount(0);
  }
});

test('an ordinary word draws no name', async ({ page }) => {
  await page.goto('./search/?q=slogans');
  await expect(status(page)).toHaveText('1 article for “slogans”.');
  await expect(names(page)).toBeHidden();
});

test('names are suggested from the first letters, and chosen with the keyboard', async ({ page }) => {
  await page.goto('./search/');
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
  await field(page).pressSequentially('Sulei');
  await expect(field(page)).toHaveAttribute('aria-expanded', 'true');
  await expect(options(page).first()).toHaveAccessibleName(
    /^Qasem Soleimani person, also spelled .*Suleimani 1 article$/,
  );
  await expect(options(page).last()).toHaveAccessibleName(/Sulei.* search the words as typed/);
  await expect(page.locator('[data-part="suggested"]')).toContainText(/names? to choose from/);
  // Nothing is chosen unasked.
  await expect(field(page)).not.toHaveAttribute('aria-activedescendant');
  await expect(options(page).and(page.locator('[aria-selected="true"]'))).toHaveCount(0);

  await page.keyboard.press('ArrowDown');
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
  const id = await options(page).first().getAttribute('id');
  await expect(field(page)).toHaveAttribute('aria-activedescendant', id ?? '');
  await expect(field(page)).toHaveValue('Sulei');
  await page.keyboard.press('ArrowUp');
  await expect(field(page)).not.toHaveAttribute('aria-activedescendant');
  await page.keyboard.press('ArrowUp');
  await expect(options(page).last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Home');
  await expect(field(page)).not.toHaveAttribute('aria-activedescendant');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(options(page)).toHaveCount(0);
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
  await expect(field(page)).toHaveValue('Qasem Soleimani');
  await expect(field(page)).toBeFocused();
  await expect(page).toHaveURL(/\?q=Qasem\+Soleimani&as=people%2Fqasem-soleimani$/);
  await expect(names(page)).toContainText('Matched as “Qasem Soleimani”');
});

test('Escape, Tab and Enter close the list and leave what was typed', async ({ page }) => {
  await page.goto('./search/');
  await field(page).pressSequentially('Soleim');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(options(page)).toHaveCount(0);
  await expect(field(page)).toHaveValue('Soleim');
  await page.keyboard.press('ArrowDown');
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Tab');
  await expect(options(page)).toHaveCount(0);
  await expect(field(page)).toHaveValue('Soleim');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('Enter');
  await expect(options(page)).toHaveCount(0);
  await expect(page).toHaveURL(/\?q=Soleim$/);
});

test('an option is chosen by a click, the last one being the words as typed', async ({ page }) => {
  await page.goto('./search/');
  await field(page).pressSequentially('Kirku');
  await options(page).last().click();
  await expect(page).toHaveURL(/\?q=Kirku&as=typed$/);
  await field(page).fill('Kirku');
  await options(page).first().click();
  await expect(page).toHaveURL(/\?q=Kirkuk&as=places%2Fkirkuk$/);
  await expect(names(page)).toContainText('city in Iraq');
});

test('an ordinary word opens no list', async ({ page }) => {
  await page.goto('./search/');
  await field(page).fill('slogans walls');
  await expect(status(page)).toHaveText('1 article for “slogans walls”.');
  await expect(field(page)).toHaveAttribute('aria-expanded', 'false');
});

test('filters narrow the articles of a name, and more than the newest are asked of the full text', async ({
  page,
}) => {
  await page.goto('./search/?q=Suleimani&place=kirkuk&from=2020&sort=oldest');
  await expect(status(page)).toHaveText('1 article for Qasem Soleimani.');
  await expect(results(page).locator('mark').first()).toHaveText('Qasem Soleimani');
  await page.getByLabel('To', { exact: true }).fill('2020-01-02');
  await page.keyboard.press('Enter');
  await expect(status(page)).toHaveText('No article was found for Qasem Soleimani with these filters.');
  await expect(page.getByRole('button', { name: 'Clear filters' })).toBeVisible();
});

test('articles that have the words and are not the name’s come after its own', async ({ page }) => {
  const fragment = {
    raw_url: '/2019/05/04/other/',
    content: 'Other. Suleimani Street',
    meta: { title: 'Other', publication: 'x' },
    filters: { publication: ['x'], language: ['en'] },
    anchors: [{ id: 'p1', text: 'Suleimani Street', location: 1 }],
    locations: [1],
  };
  await page.route('**/pagefind/pagefind.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `
        const results = Array(12).fill({ data: async () => (${JSON.stringify(fragment)}) });
        const counts = (count) => ({ topic: { 'us-iran-relations': count } });
        export const filters = async () => ({});
        export const search = async (term) =>
          term === null ? { filters: counts(1), results: [{}] } : { filters: counts(2), results };`,
    }),
  );
  await page.goto('./search/?q=Suleimani');
  await expect(status(page)).toHaveText(
    '1 article for Qasem Soleimani. 12 other articles with “Suleimani”, best matches first.',
  );
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'Qasem Soleimani',
    'Articles of the record',
    'Other articles with “Suleimani”',
  ]);
  await expect(results(page)).toHaveCount(11);
  await expect(page.getByLabel('Topic').locator('option').last()).toHaveText(/\(3\)$/);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(results(page)).toHaveCount(13);
});

test('without the full text the articles of a name stay, and its absence is said', async ({ page }) => {
  await page.route('**/pagefind/pagefind.js', (route) => route.abort());
  await page.goto('./search/?q=Suleimani');
  await expect(status(page)).toHaveText('The search could not be loaded.');
  await expect(results(page)).toHaveCount(1);
});

test('without the names the words are searched all the same', async ({ page }) => {
  await page.route('**/search/names/**', (route) => route.abort());
  await page.goto('./search/?q=Muhandis');
  await expect(names(page)).toContainText('The names of the archive could not be loaded');
  await expect(results(page)).toHaveCount(1);
});

test('a record with a long list, in a script that runs to the left, with markup for a name', async ({
  page,
}) => {
  const evil = '<img src=x onerror="document.title=1">';
  const long = `قاسم سلیمانی ${evil} ${'Averylongnamewithoutaspace'.repeat(8)}`;
  await page.route('**/search/records/people/qasem-soleimani.json', async (route) => {
    const response = await route.fetch();
    const record = (await response.json()) as { newest: object[] };
    const [article] = record.newest;
    const newest = Array.from({ length: 25 }, () => ({ ...article, title: long, publication: evil }));
    await route.fulfill({
      json: { ...record, name: long, description: evil, kind: evil, articles: 25, newest },
    });
  });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('./search/?q=Suleimani');
  await expect(results(page)).toHaveCount(10);
  const more = page.getByRole('button', { name: 'Show more' });
  await more.click();
  await expect(results(page)).toHaveCount(20);
  await expect(results(page).nth(10).getByRole('heading').getByRole('link')).toBeFocused();
  await results(page).nth(15).getByRole('heading').getByRole('link').click();
  await page.goBack();
  await expect(results(page)).toHaveCount(20);
  await expect(page.locator('#search :is(img, b)')).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('the list of suggestions and the matched name are accessible, and fit a narrow screen', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('./search/?q=Suleimani');
  await expect(names(page)).toBeVisible();
  await expectAccessible(page);
  await field(page).fill('Sol');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.emulateMedia({ forcedColors: 'active' });
  const [chosen, other] = [options(page).first(), options(page).last()];
  const colour = (option: Locator): Promise<string> =>
    option.evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await colour(chosen)).not.toBe(await colour(other));
});
