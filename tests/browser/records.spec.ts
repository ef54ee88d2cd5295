// The pages of records as a reader without JavaScript meets them: every mention, the timeline, the maps and the lists.
import { expect, test, type Page } from '@playwright/test';

test.use({ javaScriptEnabled: false });

const article = '/2020/01/03/us-assassinates-top-iranian-general/';
const main = (page: Page) => page.getByRole('main');

for (const path of ['people/qasem-soleimani', 'places/iraq', 'organizations/popular-mobilization-forces']) {
  test(`${path} shows every mention, as printed, in its sentence and linked to its paragraph`, async ({
    page,
  }) => {
    await page.goto(`./${path}/`);
    const told = await page
      .locator('.facts')
      .getByText(/\d+ mentions?$/)
      .textContent();
    await expect(page.locator('.passages mark')).toHaveCount(Number.parseInt(told ?? '', 10));
    for (const passage of await page.locator('.passages li > a:first-child').all()) {
      const href = (await passage.getAttribute('href')) ?? '';
      expect(href).toMatch(new RegExp(`^${article}#p\\d+`));
      expect(await passage.textContent()).toMatch(/[.?!”"]$| …$/);
    }
  });
}

test('a passage lands on its words', async ({ page }) => {
  await page.goto('./people/hadi-al-amiri/');
  const passage = page.locator('.passages a').first();
  const spelling = (await passage.locator('mark').first().textContent()) ?? '';
  await expect(passage).toHaveAttribute('href', /:~:text=/);
  await passage.click();
  const anchor = /#(p\d+)/.exec(page.url())?.[1] ?? '';
  await expect(page.locator(`[id="${anchor}"]`)).toContainText(spelling);
  await expect(page.locator(`[id="${anchor}"]`)).toBeInViewport();
});

test('a passage that lands on a link marks the paragraph, not the link', async ({ page }) => {
  await page.goto('./people/hadi-al-amiri/');
  const href = (await page.locator('.passages a').first().getAttribute('href')) ?? '';
  await page.goto(`.${href}`);
  const paragraph = page.locator('.prose [id]').filter({ has: page.locator(':target') });
  await expect(paragraph).toHaveCount(1);
  await expect(paragraph.locator('a:target')).toHaveText('Hadi al-Amiri');
  await expect(paragraph).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  await expect(paragraph.locator(':target')).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
});

test('the timeline says what it draws, and who a person occurs with is a link away', async ({ page }) => {
  await page.goto('./people/qasem-soleimani/');
  const chart = page.getByRole('img', { name: /^Bar chart: \d+ mentions, all in January 2020\.$/ });
  await expect(chart).toBeVisible();
  await page.getByText('The same in numbers').click();
  await expect(page.locator('.timeline li')).toHaveText(/January 2020\s*\d+ mentions/);
  const others = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Occurs with' }) });
  await others.getByRole('link', { name: 'Abu Mahdi al-Muhandis' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Abu Mahdi al-Muhandis');
});

test('a place shows what it lies in, what lies in it and is said of that, and where it is in two ways', async ({
  page,
}) => {
  await page.goto('./places/baghdad/');
  await expect(page.getByRole('navigation', { name: 'Where you are' }).getByRole('link')).toHaveText([
    'Places',
    'Middle East',
    'Iraq',
  ]);
  await expect(main(page).getByText(/mentions?, \d of places within it/)).toBeVisible();
  const passage = page.locator('.passages li').filter({ hasText: 'crossed Baghdad into the Green Zone' });
  await expect(passage.locator('mark')).toHaveText(['Baghdad', 'Green Zone']);
  await expect(passage.locator('.within')).toHaveText(['Green Zone']);
  await expect(page.getByRole('img', { name: 'Map: where Baghdad lies in Iraq' })).toBeVisible();
  await expect(
    main(page).getByText('Baghdad lies at 33.3° N, 44.4° E, in Iraq, in the Middle East.'),
  ).toBeVisible();
});

test('the map of places works by keyboard, and the list beside it holds every place', async ({ page }) => {
  await page.goto('./places/map/');
  const list = page.locator('.map-and-list > .sans');
  const hrefs = await list
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  await page.goto('./places/');
  const places = await page
    .locator('.entries .own')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(hrefs.toSorted()).toEqual(places.toSorted());

  await page.getByRole('link', { name: 'All on a map' }).click();
  const world = page.getByRole('group', { name: 'All places with a position' });
  await world.getByRole('link', { name: /^Iraq, / }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#nearer-1$/);
  const nearer = page.getByRole('group', { name: 'Around Iraq' });
  await nearer.getByRole('link', { name: 'Mosul', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mosul');
});

test('marks on the map are far enough apart to be hit', async ({ page }) => {
  for (const width of [360, 900, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('./places/map/');
    for (const map of await page.locator('.world').all()) {
      const boxes = await Promise.all((await map.locator('.reach').all()).map((mark) => mark.boundingBox()));
      for (const box of boxes) expect(box?.width).toBeGreaterThanOrEqual(24);
    }
  }
});

test('another spelling has no page of its own but stands beside the name that has one', async ({
  page,
  request,
}) => {
  expect((await request.get('./people/al-fayadh/')).status()).toBe(404);
  await page.goto('./people/');
  await page.locator('.entries li').filter({ hasText: 'al-Fayadh' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Faleh al-Fayyadh');
});
