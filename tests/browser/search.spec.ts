// Searches the shipped archive as a reader does: by name, by words, with filters, without JavaScript.
import { expect, test, type Locator, type Page } from '@playwright/test';

const articlePath = '/2020/01/03/us-assassinates-top-iranian-general/';

const status = (page: Page): Locator => page.locator('[data-part="status"]');
const results = (page: Page): Locator => page.locator('.results > li');
const field = (page: Page): Locator =>
  page.locator('#search').getByRole('combobox', { name: 'A name, a place, any words' });

async function search(page: Page, query: string): Promise<void> {
  await page.goto(`./search/?q=${encodeURIComponent(query)}`);
  await expect(status(page)).not.toBeEmpty();
}

/** What a page asks other origins for, and what its security policy objects to. */
function watch(page: Page): { foreign: string[]; complaints: string[] } {
  const seen = { foreign: [] as string[], complaints: [] as string[] };
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(page.url()).origin)
      seen.foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) seen.complaints.push(message.text());
  });
  page.on('pageerror', (error) => seen.complaints.push(String(error)));
  return seen;
}

for (const [query, word] of [
  ['Muhandis', 'Muhandis'],
  ['Kirkuk', 'Kirkuk'],
  ["Kata'ib", "Kata'ib"],
  ['Kata’ib', "Kata'ib"],
  ['Kataib', "Kata'ib"],
  ['Fayyadh', 'Fayyadh'],
  ['Tigris', 'Tigris'],
  ['Abdul-Mahdi', 'Abdul Mahdi'],
  ['caretaker prime minister', 'caretaker prime minister'],
  ['"caretaker prime minister"', 'caretaker prime minister'],
  ['“caretaker prime minister”', 'caretaker prime minister'],
] as const) {
  test(`${query} finds the article, and the link lands on the words`, async ({ page }) => {
    await search(page, query);
    const first = results(page).first();
    await expect(first.locator('mark').first()).toContainText(word);
    await first.getByRole('heading').getByRole('link').click();
    await expect(page).toHaveURL((url) => url.pathname.endsWith(articlePath) && /^#p\d+/.test(url.hash));
    const [anchor = ''] = new URL(page.url()).hash.split(':~:');
    const paragraph = page.locator(anchor);
    await expect(paragraph).toContainText(word);
    await expect(paragraph).toBeInViewport();
  });
}

test('a number is found whole, and a word by its beginning where no text has it whole', async ({ page }) => {
  await search(page, '750');
  await expect(results(page)).toHaveCount(1);
  await expect(results(page).locator('mark').first()).toHaveText('750');
  await search(page, '75');
  await expect(results(page)).toHaveCount(0);
  await search(page, 'paratroo');
  await expect(results(page).locator('mark').first()).toHaveText('paratroopers');
});

test('words that no text has are answered with the nearest words that texts have', async ({ page }) => {
  await search(page, 'embasy seige');
  const offer = page.locator('[data-part="nearest"]').getByRole('link', { name: 'embassy siege' });
  await offer.click();
  await expect(page).toHaveURL(/q=embassy\+siege/);
  await expect(results(page)).toHaveCount(1);
});

test('a search can begin with filters alone, and clearing them leaves all articles', async ({ page }) => {
  await page.goto('./search/');
  await page.getByRole('link', { name: 'all articles' }).click();
  await expect(status(page)).toHaveText(/^1 article/);
  const place = page.getByLabel('Place', { exact: true });
  await expect(place.locator('option[value="baghdad"]')).toHaveText('Baghdad (1)');
  await place.selectOption('baghdad');
  await expect(page).toHaveURL(/place=baghdad/);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(results(page)).toHaveCount(1);
  await expect(place).toBeVisible();
  await field(page).press('Enter');
  await expect(results(page)).toHaveCount(1);
});

test('every excerpt leads to its own paragraph', async ({ page }) => {
  await page.goto('./search/?q=Baghdad&as=typed');
  const excerpts = results(page).first().locator('.excerpt a');
  await expect(excerpts).toHaveCount(3);
  const anchors = await excerpts.evaluateAll((links) =>
    links.map((link) => link.getAttribute('href')?.match(/#(p\d+)/)?.[1]),
  );
  expect(new Set(anchors).size).toBe(3);
});

test('a hit in the names of the authors leads to the article itself', async ({ page }) => {
  await search(page, 'Van Auken');
  const link = results(page).first().getByRole('heading').getByRole('link');
  await expect(link).toHaveAttribute('href', new RegExp(`${articlePath}$`));
});

test('a filter and an order survive a reload, Back and Forward', async ({ page }) => {
  await search(page, 'slogans');
  const place = page.getByLabel('Place', { exact: true });
  await expect(place.locator('option[value="iraq"]')).toHaveText('Iraq (1)');
  await place.selectOption('baghdad');
  await expect(page).toHaveURL(/place=baghdad/);
  await page.getByLabel('Order').selectOption('oldest');
  await expect(page).toHaveURL(/q=slogans&place=baghdad&sort=oldest/);

  await page.reload();
  await expect(results(page)).toHaveCount(1);
  await expect(field(page)).toHaveValue('slogans');
  await expect(place).toHaveValue('baghdad');
  await expect(page.getByLabel('Order')).toHaveValue('oldest');

  await page.goBack();
  await expect(page.getByLabel('Order')).toHaveValue('relevance');
  await expect(place).toHaveValue('baghdad');
  await page.goBack();
  await expect(place).toHaveValue('');
  await page.goForward();
  await expect(place).toHaveValue('baghdad');

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(/\?q=slogans$/);
  await expect(place).toHaveValue('');
});

test('typing is followed without a new entry in the history, sending makes one', async ({ page }) => {
  await page.goto('./search/');
  await expect(page.getByText('Type a name, a place or any words')).toBeVisible();
  await field(page).fill('Kirkuk');
  await expect(page).toHaveURL(/\?q=Kirkuk$/);
  await expect(status(page)).toHaveText('1 article for Kirkuk.');
  // In one step: on a slow machine the pause after typing would end before the key is pressed.
  await field(page).evaluate((input: HTMLInputElement) => {
    input.value = 'Tigris';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.form?.requestSubmit();
  });
  await expect(status(page)).toHaveText('1 article for Tigris River.');
  await page.goBack();
  await expect(status(page)).toHaveText('1 article for Kirkuk.');
  await expect(field(page)).toHaveValue('Kirkuk');
});

test('a filter alone lists all articles that fit', async ({ page }) => {
  await page.goto('./search/?person=qasem-soleimani&year=2020');
  await expect(status(page)).toHaveText('1 article.');
  await expect(page.getByLabel('Person')).toHaveValue('qasem-soleimani');
  await expect(results(page)).toHaveCount(1);
});

test('a month is chosen within its year, and left with it', async ({ page }) => {
  await search(page, 'slogans');
  const month = page.getByLabel('Month');
  await expect(month).toBeHidden();
  await page.getByLabel('Year').selectOption('2020');
  await month.selectOption({ label: 'January 2020 (1)' });
  await expect(page).toHaveURL(/\?q=slogans&year=2020&month=2020-01$/);
  await expect(results(page)).toHaveCount(1);
  await page.getByLabel('Year').selectOption('');
  await expect(page).toHaveURL(/\?q=slogans$/);
  await expect(month).toBeHidden();
});

test('a range of dates is kept in the address, and what is no date is said', async ({ page }) => {
  await search(page, 'slogans');
  const [from, to] = [page.getByLabel('From'), page.getByLabel('To', { exact: true })];
  await from.fill('2020-01-03');
  await from.press('Tab');
  await expect(page).toHaveURL(/from=2020-01-03$/);
  await expect(results(page)).toHaveCount(1);
  await to.fill('2020-13');
  await to.press('Tab');
  await expect(page.getByText('“2020-13” is not a date. Write a year, a month or a day.')).toBeVisible();
  await expect(to).toHaveAttribute('aria-invalid', 'true');
  await expect(page).toHaveURL(/from=2020-01-03$/);
  await to.fill('2019');
  await to.press('Enter');
  await expect(page.getByText('The range ends before it begins.')).toBeVisible();
  await expect(status(page)).toHaveText('No article was found for “slogans” with these filters.');
  await page.goBack();
  await expect(to).toHaveValue('');
  await expect(results(page)).toHaveCount(1);
  await from.fill('2020-01-04');
  await from.press('Enter');
  await expect(status(page)).toHaveText('No article was found for “slogans” with these filters.');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(/\?q=slogans$/);
  await expect(results(page)).toHaveCount(1);
});

test('finding nothing is said, with ways on', async ({ page }) => {
  await search(page, 'qqqxyzzy');
  await expect(status(page)).toHaveText('No article was found for “qqqxyzzy”.');
  await expect(page.locator('#search').getByRole('link', { name: 'People, A to Z' })).toBeVisible();
  const nearest = page.getByRole('region', { name: 'Nearest names' });
  await nearest.getByRole('link').first().click();
  await expect(page.getByRole('region', { name: 'Names', exact: true })).toContainText('Matched as “');
  await expect(results(page)).toHaveCount(1);
});

test('articles that have none of the words are not shown, nor all of them for a sign', async ({ page }) => {
  // The index would rather give articles with "no" or "so" than nothing.
  for (const query of ['nonexistently', 'unforeseeably', '-']) {
    await search(page, query);
    await expect(status(page)).toHaveText(`No article was found for “${query}”.`);
    await expect(results(page)).toHaveCount(0);
  }
});

/** Puts results of one article in the place of the index: `good` can be loaded, `bad` cannot. */
async function answerWith(page: Page, found: string): Promise<void> {
  const fragment = {
    raw_url: articlePath,
    content: 'One. slogans',
    meta: { title: 'One', publication: 'x' },
    filters: { publication: ['x'], language: ['en'] },
    anchors: [{ id: 'p1', text: 'slogans', location: 1 }],
    locations: [1],
  };
  await page.route('**/pagefind/pagefind.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `
        const good = { data: async () => (${JSON.stringify(fragment)}) };
        const bad = { data: async () => { throw new Error('gone'); } };
        export const filters = async () => ({});
        export const search = async () => ({ filters: {}, results: ${found} });`,
    }),
  );
}

test('Back from an article returns to the place in the list', async ({ page }) => {
  await answerWith(page, 'Array(40).fill(good)');
  await search(page, 'slogans');
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(results(page)).toHaveCount(20);
  await results(page).nth(18).getByRole('heading').getByRole('link').click();
  await expect(page).toHaveURL((url) => url.pathname.endsWith(articlePath));
  await page.goBack();
  await expect(results(page)).toHaveCount(20);
  await expect(results(page).nth(18).getByRole('heading')).toBeInViewport();
});

test('a word that no article has is not left out in silence', async ({ page }) => {
  await search(page, 'Kirkuk qqqxyzzy');
  await expect(status(page)).toContainText('No article was found with “qqqxyzzy”.');
});

test('nothing is asked of another origin, and the security policy has nothing to object to', async ({
  page,
}) => {
  await page.goto('./search/');
  const seen = watch(page);
  await search(page, 'Muhandis');
  await expect(results(page)).toHaveCount(1);
  expect(seen).toEqual({ foreign: [], complaints: [] });
  // Without this the policy would not have been at work at all.
  await expect(page.locator('meta[http-equiv="content-security-policy"]')).toHaveAttribute(
    'content',
    /script-src 'self' 'wasm-unsafe-eval'/,
  );
});

test('the index is loaded by the first search, not before', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto('./search/');
  await expect(page.getByText('Type a name, a place or any words')).toBeVisible();
  expect(loaded.filter((path) => path.includes('/pagefind/'))).toEqual([]);
});

test('markup in what the index gives back is shown as text and not run', async ({ page }) => {
  const evil = '<img src=x onerror="document.title=1"><b>bold</b>';
  const fragment = {
    raw_url: '/2020/01/03/evil/',
    content: `${evil}. ${evil} slogans`,
    meta: { title: evil, publication: evil },
    filters: { publication: [evil], language: ['en'] },
    anchors: [{ id: 'p1', text: `${evil} slogans`, location: 3 }],
    locations: [6],
  };
  const counts = Object.fromEntries(
    ['person', 'place', 'organization', 'topic', 'publication', 'author'].map((name) => [
      name,
      { [evil]: 1 },
    ]),
  );
  await page.route('**/pagefind/pagefind.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `
        export const filters = async () => ({});
        export const search = async () => ({
          filters: ${JSON.stringify(counts)},
          results: [{ id: 'a', data: async () => (${JSON.stringify(fragment)}) }],
        });`,
    }),
  );
  await search(page, 'slogans');
  await expect(results(page).getByRole('heading')).toHaveText(evil);
  await expect(page.getByLabel('Topic').locator('option').last()).toHaveText(`${evil} (1)`);
  await expect(page.locator('#search :is(img, b)')).toHaveCount(0);
});

test('an index that cannot be loaded is said, with ways on', async ({ page }) => {
  await page.route('**/pagefind/pagefind.js', (route) => route.abort());
  await search(page, 'slogans');
  await expect(status(page)).toHaveText('The search could not be loaded.');
  await expect(page.locator('#search').getByRole('link', { name: 'Places, A to Z' })).toBeVisible();
});

test('emptying the field while a search is under way ends the wait', async ({ page }) => {
  const held = Promise.withResolvers<undefined>();
  await page.route('**/pagefind/pagefind.js', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto('./search/');
  await field(page).fill('Kirkuk');
  await expect(page.locator('#search')).toHaveAttribute('aria-busy', 'true');
  await field(page).fill('');
  await expect(page.getByText('Type a name, a place or any words')).toBeVisible();
  held.resolve(undefined);
  await expect(page.locator('#search')).not.toHaveAttribute('aria-busy');
});

test('more results that cannot be loaded are said to be missing', async ({ page }) => {
  await answerWith(page, '[...Array(10).fill(good), bad]');
  await search(page, 'slogans');
  await expect(results(page)).toHaveCount(10);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(status(page)).toHaveText('The search could not be loaded.');
});

test('the number of a place leads to a search that finds as many, with the places within it', async ({
  page,
}) => {
  await page.goto('./places/iraq/');
  const facts = page.locator('.facts');
  await facts.getByRole('link', { name: '1 article' }).click();
  await expect(page).toHaveURL(/place=iraq$/);
  await expect(results(page)).toHaveCount(1);
});

test('every part of the search is reached and used with the keyboard', async ({ page }) => {
  await search(page, 'slogans');
  await field(page).focus();
  const focused = page.locator('#search').locator(':focus');
  await page.keyboard.press('Tab');
  await expect(focused).toHaveAccessibleName('Search');
  await page.keyboard.press('Tab');
  await expect(focused).toHaveText('Look up a list of names');
  await page.keyboard.press('Tab');
  await expect(focused).toHaveText('Filters');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Person')).toBeHidden();
  await page.keyboard.press('Tab');
  await expect(focused).toHaveAccessibleName('Order');
  await page.keyboard.press('Tab');
  await expect(results(page).first().getByRole('heading').getByRole('link')).toBeFocused();
});

test('on a narrow screen the filters wait above the results until they are wanted', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await search(page, 'Iraq');
  await expect(page.getByLabel('Person')).toBeHidden();
  await page.getByText('Filters', { exact: true }).click();
  await page.getByLabel('Person').selectOption('qasem-soleimani');
  await expect(page).toHaveURL(/person=qasem-soleimani/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('what only the filters need is loaded when they are opened', async ({ page, context }) => {
  const read: string[] = [];
  context.on('request', (request) => {
    if (request.url().includes('/pagefind/filter/')) read.push(request.url());
  });
  await page.setViewportSize({ width: 320, height: 640 });
  await search(page, 'embassy');
  await expect(status(page)).toContainText('article');
  await page.waitForLoadState('networkidle');
  expect(read).toEqual([]);
  await page.getByText('Filters', { exact: true }).click();
  await expect(page.getByLabel('Year').locator('option', { hasText: '2020 (' })).toBeAttached();
  expect(read.length).toBeGreaterThan(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the A-Z lists do the job', async ({ page }) => {
    await page.goto('./search/?q=Kirkuk');
    await expect(page.locator('noscript p')).toContainText('Searching needs JavaScript.');
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(page.locator('#search')).toBeHidden();
    await page.locator('noscript a', { hasText: 'Places, A to Z' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Places');
  });
});
