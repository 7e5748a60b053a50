/** The screen of a case is made beside the page where somebody rests on the way to it, and is in nobody's way until it is opened. */

import { accessible, expect, test } from '../support/test.ts';

const MADE = 'main > .aside article';

test('resting on a row makes its case beside the list, which goes on as if it were not there', async ({ practice, page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
  await page.goto(`${practice.url}/#/permohonan`);
  const grid = page.getByRole('grid');
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator(MADE)).toHaveCount(1);
  await accessible(page);

  // Neither the keyboard nor a screen reader gets there, and a shortcut of its form does nothing.
  const view = page.locator('main > .aside');
  for (let press = 0; press < 3; press++) {
    await page.keyboard.press('Tab');
    expect(await view.evaluate((made) => made.contains(document.activeElement))).toBe(false);
  }
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Permohonan');
  expect(await page.evaluate(() => [document.querySelector('main')?.scrollLeft, document.documentElement.scrollLeft])).toEqual([0, 0]);

  // Another row is another case; going elsewhere is none.
  const first = await view.locator('h1').textContent();
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await expect(view.locator('h1')).not.toHaveText(first ?? '');
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: /^SOP/ }).click();
  await expect(page.locator(MADE)).toHaveCount(0);
  expect(asked.filter((one) => one.includes('case_show'))).not.toEqual([]);
  expect(asked.filter((one) => /case_(complete|close)/.test(one))).toEqual([]);
});

test('a case that was made opens in its place and can be worked with, and its list is found again as it was left', async ({ practice, page }) => {
  const lists: string[] = [];
  page.on('request', (request) => request.url().includes('case_list') && lists.push(request.url()));
  await page.goto(`${practice.url}/#/permohonan?keadaan=open`);
  const row = page.locator('[data-case]').nth(2);
  await row.hover();
  await expect(page.locator(MADE)).toHaveCount(1);
  const made = await page.locator('main > .aside h1').elementHandle();
  const asked = lists.length;
  const opened = page.evaluate(() => new Promise<number>((told) => {
    const layer = document.querySelector('main > .aside') as Element;
    new MutationObserver(() => told(document.querySelectorAll('main > *').length)).observe(layer, { attributes: true });
  }));
  await row.click();
  expect(await opened, 'the list stays while the case over it is painted').toBe(2);
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText(/sertifikat · /);
  expect(await title.evaluate((now, before) => now === before, made)).toBe(true);
  await expect(page.locator('main > *')).toHaveCount(1);
  await expect(page.locator('main > .here')).not.toHaveAttribute('inert');
  expect(lists.length, 'the list that is left is not read once more').toBe(asked);
  const steps = page.locator('main nav.steps');
  await steps.focus();
  await expect(steps).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('grid')).toBeVisible();
  const at = await page.getByRole('grid').getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${at}"]`)).toHaveAttribute('aria-rowindex', '4');
  expect(await page.evaluate(() => location.hash)).toBe('#/permohonan?keadaan=open');
});

test('a link on the first page is a way to a case too, and the page does not move under it', async ({ practice, page }) => {
  await page.setViewportSize({ width: 911, height: 512 });
  await page.goto(practice.url);
  const link = page.locator('a[href^="#/permohonan/"]').last();
  await link.scrollIntoViewIfNeeded();
  const at = () => page.evaluate(() => document.querySelector('main')?.scrollTop);
  const before = await at();
  expect(before).toBeGreaterThan(0);
  await link.hover();
  await expect(page.locator(MADE)).toHaveCount(1);
  expect(await at()).toBe(before);
  await link.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/sertifikat · /);
});
