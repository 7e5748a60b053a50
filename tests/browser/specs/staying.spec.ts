/** The program beside the clock: asked only where the computer has a place there. */

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { check, expect, test } from '../support/test.ts';

const PLACE = 'pengaturan/perangkat';

test('a computer with a place beside its clock is asked, and one without is not', async ({ office, page }) => {
  const section = page.getByRole('group', { name: 'Di komputer ini' });
  await page.goto(`${office.url}/#/${PLACE}`);
  await expect(page.getByRole('group', { name: 'Tampilan' })).toBeVisible();
  await expect(section).toHaveCount(0);

  const corner = join(office.data, 'di-dekat-jam.txt');
  await writeFile(corner, '');
  await page.reload();
  const stays = section.getByRole('checkbox', { name: 'Tetap berjalan di dekat jam setelah jendela ditutup' });
  const starts = section.getByRole('checkbox', { name: 'Jalankan Sandika saat Windows dimulai' });
  await expect(stays).not.toBeChecked();
  await expect(stays).toHaveAccessibleDescription(/^Pemberitahuan perkara yang jatuh tempo hanya muncul bila ini dinyalakan/);
  await stays.focus();
  await page.keyboard.press('Space');
  await starts.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Semua sudah disimpan')).toBeVisible();
  await check(page, 'dekat-jam');
  expect(await readFile(corner, 'utf8')).toBe('mulai');

  await page.reload();
  await expect(stays).toBeChecked();
  await expect(starts).toBeChecked();
  // The computer loses its place: what was wished is not asked any more.
  await rm(corner);
  await page.reload();
  await expect(page.getByRole('group', { name: 'Tampilan' })).toBeVisible();
  await expect(section).toHaveCount(0);
});
