/** Letters for several requests at once, chosen in the list by keyboard and by mouse. */

import { certificate, owner } from '../support/samples.ts';
import { check, expect, test } from '../support/test.ts';

test('requests that are chosen in the list get their letters together', async ({ office, page }) => {
  test.setTimeout(180_000);
  const person = await office.call('owner_record', { details: owner });
  const held = await office.call('certificate_record', { owner: person, details: certificate });
  const arrival = { owner: person, certificate: held, channel: 'sitante', sender: 'Dinas Kesehatan Kabupaten Contoh', received_on: '2026-11-19' };
  for (const sop of ['natuna-pencabutan', 'ciamis-pencabutan', 'demak-pencabutan']) {
    await office.call('case_open', { ...arrival, sop, reason: 'pensiun', effective_on: '2026-12-01' });
  }
  await page.goto(`${office.url}/#/permohonan`);
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('row')).toHaveCount(4);
  await grid.focus();
  for (const key of ['Space', 'ArrowDown', 'ArrowDown', 'Space']) await page.keyboard.press(key);
  await expect(grid.getByRole('row', { selected: true })).toHaveCount(2);
  await grid.getByRole('checkbox', { name: /^Pilih permohonan/ }).nth(1).click();
  await expect(page.getByText('3 permohonan dipilih')).toBeVisible();
  await check(page, 'daftar-dipilih');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect(page.getByText('2 permohonan dipilih')).toBeVisible();

  await page.getByRole('button', { name: /^Buat surat untuk 2 permohonan/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Bentuk surat').selectOption('kartu-kendali');
  await expect(dialog.getByRole('button', { name: /^Terbitkan/ })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Periksa' }).click();
  await expect(dialog.getByText('2 dari 2 permohonan dapat diterbitkan.')).toBeVisible();
  await check(page, 'banyak-diperiksa');
  await dialog.getByRole('button', { name: 'Terbitkan 2 surat' }).click();
  await expect(dialog.getByText('2 dari 2 permohonan mendapat surat.')).toBeVisible();
  await check(page, 'banyak-terbit');
  expect(await office.call('letter_list')).toHaveLength(2);

  await dialog.getByRole('button', { name: 'Tutup', exact: true }).click();
  await expect(page.getByText('permohonan dipilih')).toBeHidden();
});
