/** One case from the first form to the archive without a mouse; what is wrong is told where the keyboard is; nothing moves for those who want it still. */

import type { Page } from '@playwright/test';
import type { FieldView } from '../../../ui/src/ipc/generated/wire.ts';
import { Officer } from '../support/officer.ts';
import { certificate, letterValues, owner, pdf } from '../support/samples.ts';
import { expect, test } from '../support/test.ts';

/** Most presses of Tab from one place of a screen to any other. */
const MOST = 90;

/** Presses Tab until what matches has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let press = 0; press < MOST; press++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never leads to ${selector}`);
}

async function type(page: Page, id: string, text: string): Promise<void> {
  await tabTo(page, `[id="${id}"]`);
  await page.keyboard.type(text);
}

/** Opens the choice of a file with Enter, and chooses one. */
async function choose(page: Page, selector: string, name: string): Promise<void> {
  await tabTo(page, selector);
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles({ name: `${name}.pdf`, mimeType: 'application/pdf', buffer: pdf(name) });
}

async function answer(page: Page, field: FieldView): Promise<void> {
  await tabTo(page, `[id="${field.id}"]`);
  if (field.kind === 'centang') await page.keyboard.press('Space');
  else if (field.choices.length) await page.keyboard.press('ArrowDown');
  else if (field.kind === 'waktu') await page.keyboard.type('20/11/2026 09.00');
  else if (field.kind === 'tanggal') await page.keyboard.type(field.id === 'berlaku_sampai' ? '20/11/2028' : '20/11/2026');
  else if (field.kind === 'serial') await page.keyboard.type(`99${certificate.serial}`);
  else await page.keyboard.type(field.kind === 'subjek-dn' ? certificate.subject_dn : 'Contoh');
  await page.keyboard.press('Tab');
}

/** Composes the letter whose place has this id, issues it, and takes it back where it must be signed. */
async function letter(page: Page, officer: Officer, template: string): Promise<void> {
  await tabTo(page, `[id="surat-${template}"] button`);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  for (const [name, value] of Object.entries(letterValues)) if (await dialog.locator(`[id="nilai-${name}"]`).count()) await type(page, `nilai-${name}`, value);
  await tabTo(page, 'dialog button.first');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const issued = (await officer.view()).letters.find((one) => one.template === template);
  if (issued?.scan_back) await choose(page, `[id="surat-${template}"] button[aria-label^="Pilih pindaian"]`, `kembali-${template}`);
}

test('a case is served from the first form to the archive by keyboard alone', async ({ office, page }) => {
  test.setTimeout(180_000);
  const person = await office.call('owner_record', { details: owner });
  await office.call('certificate_record', { owner: person, details: certificate });

  await page.keyboard.press('Control+n');
  await expect(page.getByRole('heading', { name: 'Permohonan baru' })).toBeVisible();
  await tabTo(page, 'input[name="sop"]');
  await page.keyboard.press('Space');
  await expect(page.locator('input[name="sop"][value="natuna-pembaruan"]')).toBeChecked();
  await type(page, 'owner', 'Rahmat');
  await expect(page.getByRole('option', { name: /Rahmat Hidayat/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: new RegExp(certificate.serial) })).toBeChecked();
  await tabTo(page, '#channel');
  await page.keyboard.type('SITANTE');
  await type(page, 'sender', 'Dinas Kesehatan Kabupaten Contoh');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Langkah 1 dari')).toBeVisible();

  const [opened] = await office.call('case_list', {});
  const officer = new Officer(page, office, opened?.case ?? '');
  for (let view = await officer.view(); view.status === 'open'; view = await officer.view()) {
    for (const field of view.form?.fields ?? []) if (field.required && !field.value) await answer(page, field);
    for (const { id, kind } of view.form?.missing ?? []) if (kind === 'document') await choose(page, `[id="berkas-${id}"] button`, id);
    for (const { template, issued } of view.form?.letters ?? []) if (!issued) await letter(page, officer, template);
    await expect.poll(async () => (await officer.view()).form?.missing).toEqual([]);
    await expect(async () => {
      if ((await officer.view()).step === view.step && (await officer.view()).status === 'open') await page.keyboard.press('Control+Enter');
      await expect.poll(async () => (await officer.view()).revision, { timeout: 1_000 }).toBeGreaterThan(view.revision);
      expect([(await officer.view()).step, (await officer.view()).status]).not.toEqual([view.step, 'open']);
    }).toPass();
    // Whoever works by keyboard goes on at the new step.
    await expect(page.getByTestId('step-heading')).toBeFocused();
  }
  await expect(page.getByText('Perkara selesai').first()).toBeVisible();
});

test('what the first form still wants is told where the keyboard is, and leads there', async ({ office, page }) => {
  await page.goto(`${office.url}/#/permohonan/baru`);
  await expect(page.getByRole('heading', { name: 'Layanan dan SOP' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  const summary = page.getByRole('alert').first();
  await expect(summary).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#sop')).toBeFocused();
});

test('the menu of a case is moved through with arrows, and gives the focus back', async ({ practice, page }) => {
  const [running] = await practice.call('case_list', { standings: ['open'], limit: 1 });
  await page.goto(`${practice.url}/#/permohonan/${running?.case}`);
  const more = page.getByRole('button', { name: 'Lainnya', exact: true });
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitem').last()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();
});

test('nothing moves where motion is not wanted', async ({ practice, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const [running] = await practice.call('case_list', { limit: 1 });
  for (const place of ['beranda', `permohonan/${running?.case}`, 'surat', 'sop/natuna-pencabutan/diagram', 'pengaturan/data']) {
    await page.goto(`${practice.url}/#/${place}`);
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element);
        const longest = Math.max(...`${animationDuration},${transitionDuration}`.split(',').map(parseFloat));
        return longest > 0.001 || scrollBehavior === 'smooth';
      }).map((element) => element.outerHTML.slice(0, 120)));
    expect(moving, place).toEqual([]);
  }
});
