/** What is typed is never lost, and never counted twice. */

import { revocation } from '../support/cases.ts';
import { expect, test } from '../support/test.ts';

test('typing is kept without leaving the field, and comes back after the window is gone', async ({ office, page, context }) => {
  const officer = await revocation(office, page);
  const field = (await officer.view()).form?.fields.find(({ kind }) => kind === 'teks');
  expect(field).toBeDefined();
  await page.locator(`[id="${field?.id}"]`).pressSequentially('TIKET-2026-0');
  await expect.poll(async () => (await office.call('draft_list', {})).some(({ body }) => body.includes('TIKET-2026-0'))).toBe(true);
  // Without a farewell: no field is left, nothing is said to the page.
  const gone = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  void session.send('Page.crash').catch(() => undefined);
  await gone;

  const later = await context.newPage();
  await later.goto(`${office.url}/#/permohonan/${officer.id}`);
  await expect(later.locator(`[id="${field?.id}"]`)).toHaveValue('TIKET-2026-0');
  await expect(later.getByText('Ketikan yang belum dicatat dipulihkan.')).toBeVisible();
});

test('back and forward erase nothing', async ({ office, page }) => {
  const officer = await revocation(office, page);
  const field = (await officer.view()).form?.fields.find(({ kind }) => kind === 'teks');
  await page.locator(`[id="${field?.id}"]`).pressSequentially('TIKET');
  await page.getByRole('link', { name: 'Pemilik', exact: true }).click();
  await expect(page).toHaveURL(/#\/pemilik$/);
  await expect(page.getByRole('heading', { name: 'Pemilik', level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page.locator(`[id="${field?.id}"]`)).toHaveValue('TIKET');
});

test('ten quick clicks complete one step once', async ({ office, page }) => {
  const officer = await revocation(office, page);
  await officer.gather();
  const before = await officer.view();
  await officer.bar().getByRole('button').first().click({ clickCount: 10, delay: 5 });
  await officer.moved(before);
  const after = await officer.view();
  expect(after.step).toBe(before.step + 1);
  const timeline = await office.call('case_timeline', { case: officer.id });
  expect(timeline.filter(({ action }) => action === 'complete_step')).toHaveLength(1);
});

test('what is missing is said before anything is completed, and leads to its field', async ({ office, page }) => {
  const officer = await revocation(office, page);
  const before = await officer.view();
  await officer.bar().getByRole('button', { name: /^Selesai/ }).click();
  const summary = page.getByRole('alert').first();
  await expect(summary).toBeFocused();
  await summary.getByRole('button').first().click();
  const first = before.form?.missing[0];
  await expect(page.locator(`[id="${first?.kind === 'document' ? 'berkas-' : ''}${first?.id}"]`)).toBeFocused();
  expect((await officer.view()).revision).toBe(before.revision);
});
